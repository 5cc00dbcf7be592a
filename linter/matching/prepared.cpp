#include "matching/prepared.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

#include "matching/tables.h"
#include "rules/word_lists.h"

namespace stet {
namespace {

using Key = std::uint64_t;

Key with(Key key, std::string_view text) { return XXH3_64bits_withSeed(text.data(), text.size(), key); }

Key key_of(const PatternPhrases& pattern) {
  Key key = pattern.keeps_all ? 1 : 0;
  for (const WrittenPhrase& phrase : pattern.phrases) key = with(key + (phrase.regex ? 1 : 0), phrase.text);
  return key;
}

Key key_of(const std::map<std::string, WordList>& lists) {
  Key key = lists.size();
  for (const auto& [name, list] : lists) {
    key = with(key + list.entries.size(), name);
    if (is_packed(list)) key = with(key, list.document->root.scalar);
    for (const WordListEntry& entry : list.entries) key = with(key, entry.text);
  }
  return key;
}

/// Takes the first pattern of this key that is left; no_index when there is none. Patterns that are alike so meet in their order.
PatternId take(std::multimap<Key, PatternId>& left, Key key) {
  const auto first = left.lower_bound(key);
  if (first == left.end() || first->first != key) return no_index;
  const PatternId number = first->second;
  left.erase(first);
  return number;
}

}  // namespace

FrozenBytes prepare(const Automaton& automaton, const Vocabulary& vocabulary, const std::vector<PatternPhrases>& patterns,
                    const std::map<std::string, WordList>& lists) {
  FrozenWriter writer;
  writer.number(key_of(lists));
  std::vector<Key> keys;
  keys.reserve(patterns.size());
  for (const PatternPhrases& pattern : patterns) keys.push_back(key_of(pattern));
  writer.array(keys);
  writer.text(automaton.tables().frozen);
  vocabulary.write(writer);
  return writer.take();
}

std::optional<PreparedAutomaton> prepared_automaton(std::string_view prepared, const std::vector<PatternPhrases>& patterns,
                                                    const std::map<std::string, WordList>& lists, Vocabulary& vocabulary) {
  if (prepared.empty()) return std::nullopt;
  FrozenReader reader(prepared);
  if (reader.number() != key_of(lists)) return std::nullopt;
  const std::span<const Key> keys = reader.array<Key>();
  std::vector<PatternId> numbers(keys.size(), no_index);
  std::multimap<Key, PatternId> left;
  for (PatternId number = 0; number < keys.size(); ++number) left.emplace(keys[number], number);
  std::vector<PatternId> others;
  for (PatternId number = 0; number < patterns.size(); ++number) {
    const PatternId found = take(left, key_of(patterns[number]));
    if (found == no_index) {
      others.push_back(number);
    } else {
      numbers[found] = number;
    }
  }
  Automaton::Tables tables = read_tables(reader.text(), nullptr);
  vocabulary = Vocabulary(reader);
  return PreparedAutomaton{{std::move(tables), std::move(numbers), static_cast<std::uint32_t>(patterns.size())}, std::move(others)};
}

}  // namespace stet
