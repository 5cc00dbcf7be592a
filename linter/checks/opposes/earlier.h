// How statements about one thing are compared: each with those before it, in the order of the article.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <vector>

#include "document/article.h"

namespace stet {

inline constexpr std::ptrdiff_t looked_at = 32;  ///< earlier statements about the same thing

/// Calls `tell(later, earlier)` for each statement that contradicts an earlier one of the same `thing_of`, with the first such; once for a
/// sentence. Only the last `looked_at` of a thing are asked, so that many cost no more than their number.
template <typename Statement, typename ThingOf, typename Contradict, typename Tell>
void for_each_contradiction(const std::vector<Statement>& statements, ThingOf thing_of, Contradict contradict, Tell tell) {
  std::map<decltype(thing_of(statements.front())), std::vector<const Statement*>> of_thing;
  std::uint32_t told = no_index;
  for (const Statement& later : statements) {
    std::vector<const Statement*>& before = of_thing[thing_of(later)];
    const auto first = std::ssize(before) > looked_at ? before.end() - looked_at : before.begin();
    const auto earlier = std::find_if(first, before.end(), [&](const Statement* one) { return contradict(later, *one); });
    if (earlier != before.end() && told != later.sentence) {
      tell(later, **earlier);
      told = later.sentence;
    }
    before.push_back(&later);
  }
}

}  // namespace stet
