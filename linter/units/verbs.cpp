#include "units/verbs.h"

#include <xxhash.h>

#include <algorithm>

namespace stet {
namespace {

bool among(std::span<const std::uint64_t> table, std::string_view folded) {
  return std::binary_search(table.begin(), table.end(), XXH3_64bits(folded.data(), folded.size()));
}

}  // namespace

bool is_third_person(std::string_view folded) { return folded.ends_with('s') && among(verbs::third_persons, folded); }

bool is_base_verb(std::string_view folded) { return among(verbs::base_forms, folded); }

bool may_be_base_verb(std::string_view folded) { return among(verbs::possible_bases, folded); }

bool may_be_third_person(std::string_view folded) { return folded.ends_with('s') && among(verbs::possible_third_persons, folded); }

}  // namespace stet
