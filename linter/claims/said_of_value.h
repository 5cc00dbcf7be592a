// Which words of its sentence are said of a value, so that what stands elsewhere in it sets nothing apart.
//
// Order of calls:  by told_circumstances.cpp alone, once `told.claim`, `.owner`, `.by` and `.determined` are known.
#pragma once

#include "claims/attributes.h"

namespace stet {

struct SaidOfValue {
  IndexRange words;                  ///< of the sentence, the line or the noun phrase that speak of the value
  std::uint32_t next_predicate = 0;  ///< where the sentence goes on to say something else behind the value; else its end
  IndexRange predicate_before;       ///< what it says before of the same subject: "is closed on Mondays and"
};

/// "10 a.m. to 5 p.m.", "10–17": does the second of two values stand behind the first as the end of a span?
bool is_span(const CheckInput& text, IndexRange begin, IndexRange end);

SaidOfValue said_of_value(const CheckInput& text, const Claims& claims, const Told& told);

}  // namespace stet
