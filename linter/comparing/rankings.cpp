#include "comparing/rankings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::size_t fewest_entries = 3;
constexpr std::uint32_t longest_ranked_name = 5;  ///< words

/// "Total", "All in all": no entry.
bool is_total(const CheckInput& input, IndexRange words) {
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (is(form_of(input, word), WordClass::total)) return true;
  }
  return false;
}

/// "'Blue Ann', a strong violet, 70 cm": what an item begins with, up to its first comma; nothing where no comma parts it from its value.
IndexRange opening_of_item(const CheckInput& input, const Claim& claim) {
  const IndexRange whole = input.units.sentences[claim.sentence].words;
  if (claim.value.words.end != whole.end) return {};
  for (std::uint32_t word = whole.begin + 1; word < claim.value.words.begin + 1; ++word) {
    if (comma_before(input, word)) return {whole.begin, word};
  }
  return {};
}

/// The words that name the entry of a claim; none where it has no name.
IndexRange entry_of(const CheckInput& input, const Claim& claim) {
  if (claim.of_front_matter || !claim.asserted) return {};
  if (claim.place == ClaimPlace::item) return opening_of_item(input, claim);
  const bool labelled = (claim.place == ClaimPlace::cell || claim.place == ClaimPlace::label) && !claim.labels.empty();
  return labelled ? claim.labels.front() : IndexRange{};
}

std::vector<StemId> name_of(const CheckInput& input, IndexRange words) {
  std::vector<StemId> name;
  bool content = false;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const Form& form = form_of(input, word);
    if (name.empty() && form.text == "the") continue;
    content = content || is_content(form);
    name.push_back(form.stem);
  }
  if (!content || name.size() > longest_ranked_name) name.clear();
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

/// Adds what is asked of a ranking once for each sentence, so that many of them cost no more than their number.
void complete(Ranking& ranking) {
  for (std::uint32_t i = 0; i < ranking.entries.size(); ++i) {
    const auto& [name, claim] = ranking.entries[i];
    ranking.by_first_stem.emplace_back(name.front(), i);
    for (const StemId stem : name) {
      const auto [known, is_new] = ranking.words.try_emplace(stem, NameWord{i, true, stem == name.front()});
      if (!is_new && known->second.entry != i) known->second.only = false;
    }
    if (ranking.most == nullptr || claim->value.low > ranking.most->value.low) ranking.most = claim;
    if (ranking.least == nullptr || claim->value.high < ranking.least->value.high) ranking.least = claim;
  }
  std::sort(ranking.by_first_stem.begin(), ranking.by_first_stem.end());
}

}  // namespace

std::vector<Ranking> rankings_of(const CheckInput& input) {
  using Key = std::tuple<std::uint32_t, std::uint32_t, TypedKind, std::string_view>;
  std::map<Key, Ranking> groups;
  std::map<Key, bool> broken;  // an entry has two values
  for (const Claim& claim : claims_of(input).claims) {
    const IndexRange entry = entry_of(input, claim);
    if (entry.empty() || is_total(input, entry)) continue;
    const std::uint32_t group = group_of(input, claim);
    std::vector<StemId> name = name_of(input, entry);
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
    complete(ranking);
    rankings.push_back(std::move(ranking));
  }
  return rankings;
}

namespace {

/// The only entry one of whose own words a sentence has: "the Mini" of "Pebblewave Mini" and "Pebblewave Max". Capitalised, unless it is
/// what the name begins with.
std::optional<std::uint32_t> named_by_own_word(const CheckInput& input, const Ranking& ranking, IndexRange words) {
  std::optional<std::uint32_t> named;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    const auto one = ranking.words.find(form_of(input, word).stem);
    if (one == ranking.words.end() || !one->second.only || !is_content(form_of(input, word))) continue;
    const bool capital = word > words.begin && (input.units.words[word].flags & word_capitalized) != 0;
    if (!capital && (!one->second.first || (input.units.words[word].flags & word_number) != 0)) continue;
    if (named && *named != one->second.entry) return std::nullopt;
    named = one->second.entry;
  }
  return named;
}

}  // namespace

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
  return named ? named : named_by_own_word(input, ranking, words);
}

}  // namespace stet
