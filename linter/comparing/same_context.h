// Two values told among the same words: are they told of the same?
#pragma once

#include "claims/attributes.h"

namespace stet {

/// Do the words around two values say that both are of one thing? What the title names counts for neither. A label's words must all stand
/// around the other value; two clauses must share most of what either of them says, and what each is about must be named in both.
bool told_in_one_context(const CheckInput& input, const std::vector<WordKey>& topic, const Told& a, const Told& b);

}  // namespace stet
