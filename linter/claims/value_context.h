// The words among which a value is told: "Pressure builds within | 20 minutes", "| Communal work | 8 hours |", "| 9 p.m. | lanterns are lit
// |".
//
// Two values that are told among the same words are told of the same, whatever that is called.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claims/claim.h"

namespace stet {

/// A content word beside a value.
struct ContextWord {
  WordKey key = 0;
  float weight = 0;        ///< inverse document frequency
  std::uint32_t word = 0;  ///< in the text of the claim
};

/// Ascending by key, each once: the words of the clause, of what it is about, of the label or the row's head, of the other cells of a row
/// that begins with the value, and of the question that it answers. Left out are values, numbers, and what `dimension` matches: words that
/// say only what is measured, as the unit does. A label that a whole clause follows is not asked.
std::vector<ContextWord> context_of(const CheckInput& text, std::optional<PatternId> dimension, const Claim& claim);

/// "The six two-year colleges": which ones, not how long.
bool says_which(const CheckInput& text, const Claim& claim);

/// "A 10-hour battery": of one thing, whose noun stands right behind the value.
bool describes_one(const CheckInput& text, const Claim& claim);

/// "*March 4 at 2:06*": a caption, or a line without a subject or verb, says when something was written.
bool is_stamp(const CheckInput& text, const Claim& claim);

/// "By noon, …", "At the mill the …": whatever a sentence opens with, other than the value itself; it parts what is told behind it.
std::vector<WordKey> opening_of(const CheckInput& text, const Claim& claim);

}  // namespace stet
