#include "comparing/rankings.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace stet {
namespace {

constexpr std::size_t fewest_entries = 3;
constexpr std::uint32_t longest_name = 5;  ///< words

std::vector<StemId> name_of(const CheckInput& input, IndexRange words) {
  std::vector<StemId> name;
  bool content = false;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const Form& form = form_of(input, word);
    if (name.empty() && form.text == "the") continue;
    content = content || is_content(form);
    name.push_back(form.stem);
  }
  if (!content || name.size() > longest_name) name.clear();
  return name;
}

/// The list around an item, or the table around a cell.
std::uint32_t group_of(const CheckInput& input, const Claim& claim) {
  const auto& blocks = input.article.blocks;
  std::uint32_t block = input.units.sentences[claim.sentence].block;
  const BlockKind wanted = claim.place == ClaimPlace::cell ? BlockKind::table : BlockKind::list;
  while (block != no_index && blocks[block].kind != wanted) block = blocks[block].parent;
  return block;
}

std::uint32_t column_of(const CheckInput& input, const Claim& claim) {
  if (claim.place != ClaimPlace::cell) return 0;
  const Sentence& said = input.units.sentences[claim.sentence];
  return said.text - input.article.blocks[said.block].texts.begin;
}

}  // namespace

std::vector<Ranking> rankings_of(const CheckInput& input) {
  using Key = std::tuple<std::uint32_t, std::uint32_t, TypedKind, std::string_view>;
  std::map<Key, Ranking> groups;
  std::map<Key, bool> broken;  // an entry has two values
  for (const Claim& claim : claims_of(input).claims) {
    if (claim.of_front_matter || !claim.asserted || claim.labels.empty()) continue;
    if (claim.place != ClaimPlace::cell && claim.place != ClaimPlace::label) continue;
    const std::uint32_t group = group_of(input, claim);
    std::vector<StemId> name = name_of(input, claim.labels.front());
    if (group == no_index || name.empty()) continue;
    const Key key{group, column_of(input, claim), claim.value.kind, claim.value.unit};
    Ranking& ranking = groups[key];
    ranking.block = group;
    ranking.section = input.units.sentences[claim.sentence].section;
    ranking.kind = claim.value.kind;
    ranking.unit = claim.value.unit;
    if (claim.place == ClaimPlace::cell && claim.labels.size() > 1) ranking.header = claim.labels[1];
    if (!ranking.entries.empty() && ranking.entries.back().name == name) broken[key] = true;
    ranking.entries.push_back({std::move(name), &claim});
  }
  std::vector<Ranking> rankings;
  for (auto& [key, ranking] : groups) {
    if (ranking.entries.size() < fewest_entries || broken.contains(key)) continue;
    for (std::uint32_t i = 0; i < ranking.entries.size(); ++i) ranking.by_first_stem.emplace_back(ranking.entries[i].name.front(), i);
    std::sort(ranking.by_first_stem.begin(), ranking.by_first_stem.end());
    rankings.push_back(std::move(ranking));
  }
  return rankings;
}

std::optional<std::uint32_t> named_in(const CheckInput& input, const Ranking& ranking, std::uint32_t sentence) {
  const IndexRange words = input.units.sentences[sentence].words;
  std::optional<std::uint32_t> named;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const StemId first = form_of(input, word).stem;
    auto entry = std::lower_bound(ranking.by_first_stem.begin(), ranking.by_first_stem.end(), std::pair(first, std::uint32_t{0}));
    for (; entry != ranking.by_first_stem.end() && entry->first == first; ++entry) {
      const std::vector<StemId>& name = ranking.entries[entry->second].name;
      const bool here = word + name.size() <= words.end &&
                        std::equal(name.begin(), name.end(), input.units.words.begin() + word,
                                   [&](StemId stem, const Word& other) { return stem == input.vocabulary.form(other.form).stem; });
      if (!here || named == entry->second) continue;
      if (named) return std::nullopt;
      named = entry->second;
    }
  }
  return named;
}

}  // namespace stet
