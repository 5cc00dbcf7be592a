// A house with thousands of phrases: made from an article's own words, so that most of them begin, and many go on, somewhere in it.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checks/registry.h"
#include "pipeline/pipeline.h"

namespace stet {

/// A linear congruential generator (Knuth's MMIX): the same phrases everywhere.
struct Dice {
  std::uint64_t state = 1;
  std::uint32_t roll(std::size_t sides) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::uint32_t>((state >> 33U) % sides);
  }
};

/// The words of a text as a phrase may hold them: letters only.
inline std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  words.pop_back();
  return words;
}

/// Two to four words, each drawn as often as `words` has it; every fourth phrase has a choice, an optional word, a list, a gap or a
/// capture.
inline std::string made_phrase(const std::vector<std::string>& words, Dice& dice) {
  const auto word = [&] { return words[dice.roll(words.size())]; };
  std::string phrase = word();
  for (std::uint32_t more = 1 + dice.roll(3); more > 0; --more) phrase += " " + word();
  switch (dice.roll(20)) {
    case 0:
      return fmt::format("{} ({}|{})", phrase, word(), word());
    case 1:
      return fmt::format("{} [{}] {}", word(), word(), phrase);
    case 2:
      return fmt::format("{} {{research}}", phrase);
    case 3:
      return fmt::format("{} ... {}", word(), phrase);
    case 4:
      return fmt::format("$what:{} {}", word(), phrase);
    default:
      return phrase;
  }
}

/// How the words of made phrases are drawn from a text: each as often as any other, or as often as the text has it. The latter is a house
/// that nobody has: every second word of the text is in some match.
enum class Draw : std::uint8_t { evenly, by_frequency };

/// Rules that forbid so many phrases, a hundred each.
inline std::vector<RuleFile> house_of(std::size_t phrases, std::string_view text, Draw draw) {
  std::vector<std::string> words = plain_words(text);
  if (draw == Draw::evenly) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }
  Dice dice;
  std::vector<RuleFile> files;
  for (std::size_t made = 0; made < phrases; made += 100) {
    std::string rule = "kind: forbids\ntitle: House\nseverity: note\nmessage: house\nwhy: House.\ninstead: Another.\nfind:\n";
    for (int i = 0; i < 100; ++i) rule += fmt::format("  - \"{}\"\n", made_phrase(words, dice));
    files.push_back({fmt::format("house/rule-{:04}.yaml", files.size()), "house.yaml", std::move(rule), false});
  }
  return files;
}

/// The built-in rules and so many phrases more.
inline std::shared_ptr<const Engine> engine_with(std::size_t phrases, std::string_view text, Draw draw = Draw::evenly) {
  std::vector<RuleFile> files = builtin_rule_files();
  for (RuleFile& file : house_of(phrases, text, draw)) files.push_back(std::move(file));
  return *compile(*load_rules(files, kind_fields()));
}

/// An article that an engine's automaton can be run over.
struct Prepared {
  const Engine& engine;
  Source source;
  Article article;
  Vocabulary vocabulary;
  Units units;

  Prepared(const Engine& with, const std::string& text)
      : engine(with), source(*make_source("article.md", text)), article(parse_article(source)), vocabulary(&with.vocabulary) {
    units = read_units(article, vocabulary);
  }
  Matches find() const { return engine.automaton.find(article, units, vocabulary); }
};

}  // namespace stet
