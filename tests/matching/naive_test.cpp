// The automaton against a matcher that is too simple to be wrong: generated phrases over generated sentences, found by trying every way.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "matching/find.h"

namespace stet::naive_test {
namespace {

using Words = std::vector<std::string>;

/// Lists that made phrases name; entries of several words among them.
const std::map<std::string, Words>& lists_as_written() {
  static const std::map<std::string, Words> lists = {{"animal", {"cat", "dog", "guinea pig"}}, {"colour", {"red", "red brown", "dog"}}};
  return lists;
}

std::map<std::string, WordList> lists() {
  std::map<std::string, WordList> result;
  for (const auto& [name, words] : lists_as_written()) result[name] = word_list(name, words);
  return result;
}

/// A way through a phrase: where it has come to, and what each name holds.
struct Way {
  std::size_t at = 0;
  std::map<std::string, Words> held;
  auto operator<=>(const Way&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};
using Ways = std::set<Way>;

Ways walk(const Phrase& phrase, const Words& words, const Way& from);

Ways walk_all(const std::vector<Phrase>& parts, const Words& words, const Way& from) {
  Ways ways{from};
  for (const Phrase& part : parts) {
    Ways next;
    for (const Way& way : ways) next.merge(walk(part, words, way));
    ways = std::move(next);
  }
  return ways;
}

bool stands_at(const Words& wanted, const Words& words, std::size_t at) {
  return at + wanted.size() <= words.size() && std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

Words split(const std::string& text) {
  Words words(1);
  for (const char c : text) c == ' ' ? (void)words.emplace_back() : words.back().push_back(c);
  return words;
}

Ways walk_capture(const Phrase& phrase, const Words& words, const Way& from) {
  if (phrase.children.empty()) {
    const Words& held = from.held.at(phrase.text);
    return stands_at(held, words, from.at) ? Ways{{from.at + held.size(), from.held}} : Ways{};
  }
  Ways ways;
  for (Way way : walk(phrase.children.front(), words, from)) {
    way.held[phrase.text] =
        Words(words.begin() + static_cast<std::ptrdiff_t>(from.at), words.begin() + static_cast<std::ptrdiff_t>(way.at));
    ways.insert(std::move(way));
  }
  return ways;
}

Ways walk(const Phrase& phrase, const Words& words, const Way& from) {
  Ways ways;
  switch (phrase.kind) {
    case PhraseKind::word:
    case PhraseKind::exact:
      return stands_at({phrase.text}, words, from.at) ? Ways{{from.at + 1, from.held}} : Ways{};
    case PhraseKind::list:
      for (const std::string& entry : lists_as_written().at(phrase.text)) {
        if (stands_at(split(entry), words, from.at)) ways.insert({from.at + split(entry).size(), from.held});
      }
      return ways;
    case PhraseKind::any:
      return from.at < words.size() ? Ways{{from.at + 1, from.held}} : Ways{};
    case PhraseKind::gap:
      for (std::size_t skipped = 0; skipped <= 8 && from.at + skipped <= words.size(); ++skipped)
        ways.insert({from.at + skipped, from.held});
      return ways;
    case PhraseKind::sequence:
      return walk_all(phrase.children, words, from);
    case PhraseKind::choice:
      for (const Phrase& part : phrase.children) ways.merge(walk(part, words, from));
      return ways;
    case PhraseKind::optional:
      ways = walk(phrase.children.front(), words, from);
      ways.insert(from);
      return ways;
    case PhraseKind::capture:
      return walk_capture(phrase, words, from);
    default:
      return ways;
  }
}

using Found = std::tuple<std::size_t, std::size_t, std::size_t>;  // begin, end, alternative

/// Leftmost-longest, not overlapping; of equal ones the first phrase.
std::vector<Found> found_by_trying(const std::vector<WrittenPhrase>& phrases, const Words& words) {
  std::vector<Found> all;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    for (std::size_t alternative = 0; alternative < phrases.size(); ++alternative) {
      for (const Way& way : walk(phrases[alternative].phrase(), words, {begin, {}})) {
        if (way.at > begin) all.emplace_back(begin, way.at, alternative);
      }
    }
  }
  std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
    return std::tuple(std::get<0>(a), std::get<1>(b), std::get<2>(a)) < std::tuple(std::get<0>(b), std::get<1>(a), std::get<2>(b));
  });
  std::vector<Found> kept;
  for (const Found& one : all) {
    if (kept.empty() || std::get<0>(one) >= std::get<1>(kept.back())) kept.push_back(one);
  }
  return kept;
}

/// Phrases and sentences out of few words, so that they meet.
class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}

  Words sentence() {
    Words words;
    for (std::size_t count = 1 + roll(14); count > 0; --count) words.push_back(word());
    return words;
  }

  WrittenPhrase phrase() {
    while (true) {
      named_ = false;
      const std::string text = sequence(3, 0);
      const auto parsed = parse_phrase(text);
      if (parsed && !pointless(*parsed)) return {text, {}};
    }
  }

 private:
  std::mt19937 random_;
  bool named_ = false;  // `$x` holds something whichever way the phrase was come through

  std::size_t roll(std::size_t sides) { return random_() % sides; }
  std::string word() {
    const Words words = {"cat", "dog", "guinea", "pig", "red", "brown", "house"};
    return words[roll(words.size())];
  }

  std::string sequence(std::size_t parts, std::size_t depth) {
    std::string text;
    for (std::size_t count = 1 + roll(parts); count > 0; --count) text += (text.empty() ? "" : " ") + part(depth);
    return text;
  }

  std::string part(std::size_t depth) {
    const std::size_t kind = roll(depth < 2 ? 14 : 7);
    if (kind < 5) return (kind == 0 ? "=" : "") + word();
    if (kind == 5) return roll(2) == 0 ? "{animal}" : "{colour}";
    if (kind == 6) return "*";
    if (kind == 7) return word() + " ... " + word();
    if (kind < 10) return "[" + sequence(2, depth + 1) + (roll(2) == 0 ? "|" + sequence(2, depth + 1) : "") + "]";
    if (kind < 12) return "(" + sequence(2, depth + 1) + "|" + sequence(2, depth + 1) + ")";
    if (named_) return "$x";
    const std::string held = "$x:(" + sequence(2, depth + 1) + "|" + word() + ")";
    if (depth == 0) named_ = true;
    return depth == 0 ? held : word();
  }
};

/// What the automaton finds for each of several patterns in one sentence.
std::vector<std::vector<Found>> found_by_automaton(const std::vector<std::vector<WrittenPhrase>>& patterns, const Words& words) {
  const std::map<std::string, WordList> all_lists = lists();
  Vocabulary base;
  AutomatonBuilder builder(all_lists, base);
  for (const auto& pattern : patterns) builder.add(pattern);
  const Automaton automaton = builder.build();
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  const Source source = *make_source("test.md", text);
  const Article article = parse_article(source);
  Vocabulary vocabulary(&base);
  const Units units = read_units(article, vocabulary);
  const Matches matches = automaton.find(article, units, vocabulary);
  std::vector<std::vector<Found>> found(patterns.size());
  for (PatternId pattern = 0; pattern < patterns.size(); ++pattern) {
    for (const Match& match : matches.of(pattern)) found[pattern].emplace_back(match.words.begin, match.words.end, match.alternative);
  }
  return found;
}

TEST(Automaton, FindsWhatTryingEveryWayFinds) {
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 1'500; ++seed) {
    Maker maker(seed);
    std::vector<std::vector<WrittenPhrase>> patterns(8);
    for (auto& pattern : patterns) {
      for (int i = 0; i < 3; ++i) pattern.push_back(maker.phrase());
    }
    const Words words = maker.sentence();
    const auto by_automaton = found_by_automaton(patterns, words);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      const auto by_trying = found_by_trying(patterns[i], words);
      found += by_trying.size();
      ASSERT_EQ(by_automaton[i], by_trying) << "seed " << seed << ": " << patterns[i][0].text << " | " << patterns[i][1].text << " | "
                                            << patterns[i][2].text;
    }
  }
  EXPECT_GT(found, 10'000U);
}

}  // namespace
}  // namespace stet::naive_test
