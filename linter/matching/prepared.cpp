#include "matching/prepared.h"

#include <xxhash.h>

#include <algorithm>

#include "matching/tables.h"
#include "rules/word_lists.h"

namespace stet {
namespace {

using Key = std::uint64_t;

Key with(Key key, std::string_view text) { return XXH3_64bits_withSeed(text.data(), text.size(), key); }

Key key_of(const std::map<std::string, WordList>& lists) {
  Key key = lists.size();
  for (const auto& [name, list] : lists) {
    key = with(key + list.entries.size(), name);
    if (is_packed(list)) key = with(key, list.document->root.scalar);
    for (const WordListEntry& entry : list.entries) key = with(key, entry.text);
  }
  return key;
}

/// A pattern that is prepared: what it was made from, and where it stands.
struct PreparedPattern {
  Key key = 0;
  std::uint32_t sought = 0;
  std::uint32_t number = 0;
};

/// The patterns of the prepared part under their keys, ascending.
std::vector<PreparedPattern> by_key(const std::vector<PatternPhrases>& patterns, const std::vector<Automaton::Place>& places) {
  std::vector<PreparedPattern> prepared;
  prepared.reserve(patterns.size());
  for (std::size_t i = 0; i < patterns.size(); ++i)
    prepared.push_back({patterns[i].key(), static_cast<std::uint32_t>(places[i].sought), places[i].number});
  std::sort(prepared.begin(), prepared.end(), [](const PreparedPattern& a, const PreparedPattern& b) { return a.key < b.key; });
  const auto alike = [](const PreparedPattern& a, const PreparedPattern& b) { return a.key == b.key; };
  prepared.erase(std::unique(prepared.begin(), prepared.end(), alike), prepared.end());
  return prepared;
}

}  // namespace

FrozenBytes prepare(const Automaton& automaton, const Vocabulary& vocabulary, const std::vector<PatternPhrases>& patterns,
                    const std::map<std::string, WordList>& lists) {
  FrozenWriter writer;
  writer.number(key_of(lists));
  writer.array(by_key(patterns, automaton.places()));
  writer.text(automaton.first_part().everywhere->frozen);
  writer.text(automaton.first_part().where_asked->frozen);
  vocabulary.write(writer);
  return writer.take();
}

std::optional<PreparedAutomaton> prepared_automaton(std::string_view prepared, const std::vector<PatternPhrases>& patterns,
                                                    const std::map<std::string, WordList>& lists, Vocabulary& vocabulary) {
  if (prepared.empty()) return std::nullopt;
  FrozenReader reader(prepared);
  if (reader.number() != key_of(lists)) return std::nullopt;
  const std::span<const PreparedPattern> known = reader.array<PreparedPattern>();
  PreparedAutomaton result;
  result.places.resize(patterns.size());
  for (PatternId pattern = 0; pattern < patterns.size(); ++pattern) {
    const Key key = patterns[pattern].key();
    const auto found =
        std::lower_bound(known.begin(), known.end(), key, [](const PreparedPattern& other, Key wanted) { return other.key < wanted; });
    if (found == known.end() || found->key != key) {
      result.others.push_back(pattern);
    } else {
      result.places[pattern] = {0, static_cast<Sought>(found->sought), found->number};
    }
  }
  result.part.everywhere = std::make_shared<const Automaton::Tables>(read_tables(reader.text(), nullptr));
  result.part.where_asked = std::make_shared<const Automaton::Tables>(read_tables(reader.text(), nullptr));
  vocabulary = Vocabulary(reader);
  return result;
}

}  // namespace stet
