// Numbers and days of the week in two passages that say nearly the same: whether they tell two things apart.
#pragma once

#include <set>
#include <string_view>

#include "comparing/passages.h"

namespace stet {

/// The numbers among the words, and the days of the week: one tells as well which of several is meant. "The two" and "one of them" are
/// none.
std::multiset<std::string_view> figures_of(const CheckInput& input, IndexRange words);

/// Is a figure of the one no figure of the other? What the longer passage only adds to a shorter one that stands in it is no difference:
/// "It rises by 10 %", "It rises by 10 % in a wet spring of 40 days".
bool figures_differ(const CheckInput& input, IndexRange a, IndexRange b);

/// Do both say one clause word for word that holds all figures of one of them? What the other adds is another figure, not another value.
bool figures_stand_in_one_clause(const CheckInput& input, const Passage& a, const Passage& b);

}  // namespace stet
