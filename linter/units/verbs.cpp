#include "units/verbs.h"

#include <xxhash.h>

#include <algorithm>

namespace stet {
namespace {

bool among(std::span<const std::uint64_t> table, std::uint64_t hash) { return std::binary_search(table.begin(), table.end(), hash); }

}  // namespace

std::uint16_t verb_flags(std::string_view folded) {
  const std::uint64_t hash = XXH3_64bits(folded.data(), folded.size());
  unsigned flags = 0;
  if (among(verbs::base_forms, hash)) flags |= form_base_verb;
  if (among(verbs::possible_bases, hash)) flags |= form_possible_base;
  if (!folded.ends_with('s')) return static_cast<std::uint16_t>(flags);
  if (among(verbs::third_persons, hash)) flags |= form_third_person;
  if (among(verbs::possible_third_persons, hash)) flags |= form_possible_third_person;
  return static_cast<std::uint16_t>(flags);
}

}  // namespace stet
