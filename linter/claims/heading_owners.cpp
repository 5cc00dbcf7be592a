#include "claims/heading_owners.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "claims/headings.h"

namespace stet {
namespace {

constexpr std::size_t most_names = 64;            // that are looked for in a heading
constexpr std::size_t longest_named_heading = 6;  // keys

/// Names that claims are of, by their keys.
using Names = std::map<std::vector<WordKey>, Owner>;

Names names_of(const std::vector<Claim>& claims) {
  Names names;
  for (const Claim& claim : claims) {
    const Owner& owner = claim.owner;
    if (owner.kind == OwnerKind::name && !owner.topic && owner.head != 0 && names.size() < most_names) names.emplace(owner.keys, owner);
  }
  return names;
}

std::vector<WordKey> keys_of_heading(const CheckInput& input, std::uint32_t section) {
  std::vector<WordKey> keys;
  for (const WordKey key : content_keys(input, words_of_heading(input, section))) add_key(keys, key);
  return keys;
}

/// The longest name in a heading, when all others there are parts of it.
std::optional<Owner> named_in(const std::vector<WordKey>& heading, const Names& names) {
  const Owner* longest = nullptr;
  for (const auto& [keys, owner] : names) {
    if (includes(heading, keys) && (longest == nullptr || keys.size() > longest->keys.size())) longest = &owner;
  }
  if (longest == nullptr || heading.size() > longest_named_heading) return std::nullopt;
  for (const auto& [keys, owner] : names) {
    if (includes(heading, keys) && !includes(longest->keys, keys)) return std::nullopt;
  }
  Owner owner = *longest;
  owner.words = {};
  return owner;
}

class HeadingOwners {
 public:
  HeadingOwners(const CheckInput& input, Names names) : input_(input), names_(std::move(names)) {}

  /// What the nearest heading above that names any thing names.
  const std::optional<Owner>& of(std::uint32_t section) {
    const auto [known, is_new] = owners_.emplace(section, std::nullopt);
    if (!is_new || section == 0 || input_.article.sections[section].level < 2) return known->second;
    std::optional<Owner> owner = named_in(keys_of_heading(input_, section), names_);
    return known->second = owner ? std::move(owner) : of(input_.article.sections[section].parent);
  }

 private:
  const CheckInput& input_;
  Names names_;
  std::map<std::uint32_t, std::optional<Owner>> owners_;
};

bool names_nothing(const Claim& claim) {
  const bool line = claim.place == ClaimPlace::cell || claim.place == ClaimPlace::label || claim.place == ClaimPlace::item;
  return line && !claim.of_front_matter && claim.owner.topic && claim.owner.head == 0 && claim.owner.words.empty();
}

}  // namespace

void own_by_headings(const CheckInput& input, std::vector<Claim>& claims) {
  Names names = names_of(claims);
  if (names.empty()) return;
  HeadingOwners headings(input, std::move(names));
  for (Claim& claim : claims) {
    if (!names_nothing(claim)) continue;
    if (const std::optional<Owner>& owner = headings.of(input.units.sentences[claim.sentence].section)) claim.owner = *owner;
  }
}

}  // namespace stet
