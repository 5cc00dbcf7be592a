// Two values told among the same words: are they told of the same?
//
// For values whose attribute nobody knows, with the words around them in `Told::context`; those that an attribute's phrases tell are asked
// of comparing/one_owner. In doubt they are not: when one has no words around it, when no word but the title's is the same in both, when
// one is a date of more than a month, when one is of something that the other does not speak of, or when two clauses (no label, cell or
// item) tell dates. Costs the words around the one times those around the other, which are a clause or a label each.
#pragma once

#include "claims/attributes.h"

namespace stet {

/// Do the words around two values say that both are of one thing? What the title names counts for neither. A label's words must all stand
/// around the other value; two clauses must share most of what either of them says, and what each is about must be named in both.
bool told_in_one_context(const CheckInput& input, const std::vector<WordKey>& topic, const Told& a, const Told& b);

}  // namespace stet
