// What somebody meant who made a slip.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// The candidate that differs least from `word`, when it is near enough to be meant: every third letter may be another, left out, added or
/// exchanged with its neighbour; or the only one that begins so. Empty otherwise.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// The rule or pack that is meant by a name that selects none: what has that name in a pack, else what is nearest. Empty when nothing is.
std::string nearest_rule(std::string_view name, const std::vector<std::string_view>& ids);

}  // namespace stet
