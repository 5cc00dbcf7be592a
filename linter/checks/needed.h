// What a kind needs of a rule's phrases beyond their being phrases: without it the rule would find nothing, without a word. Built-in rules
// that the build has prepared are taken on trust: tests have loaded them from their files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace stet {

/// Sets of captures, one of which a phrase must make wholly: {{"span"}, {"from", "to"}}.
using CaptureSets = std::vector<std::vector<std::string>>;

/// A problem for each phrase of the field that makes none of the sets.
Problems missing_captures(const Rule& rule, std::string_view field, const CaptureSets& sets);

/// A problem for each phrase of the field without a typed token of one of these names; none named: of any name. Regular expressions are
/// taken on trust.
Problems missing_typed(const Rule& rule, std::string_view field, const std::vector<std::string_view>& names);

/// A problem when the rule lacks the field, at the value of the one that asks for it.
Problems missing_field(const Rule& rule, std::string_view asks, std::string_view field);

}  // namespace stet
