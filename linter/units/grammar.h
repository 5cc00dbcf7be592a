// The closed classes of English: which words are negators, articles, conjunctions … `rules/grammar/` lists them.
//
// Words are classified when they are read, and units know them before there is a rule. So the build makes the built-in grammar from the
// same files (language/tools/make_grammar.cpp); a run whose house replaces a list of it makes a grammar of its own
// (language/grammar_lists.h), and hands it to its Vocabulary.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace stet {

enum class WordClass : std::uint8_t;  // units/word_classes.h

/// Some word classes.
class WordClassSet {
 public:
  static constexpr std::size_t most = 128;

  bool has(WordClass word_class) const { return ((bits_[word(word_class)] >> bit(word_class)) & 1U) != 0; }
  void add(WordClass word_class) { bits_[word(word_class)] |= std::uint32_t{1} << bit(word_class); }

 private:
  std::array<std::uint32_t, most / 32> bits_{};

  static std::size_t word(WordClass word_class) { return static_cast<std::size_t>(word_class) / 32; }
  static unsigned bit(WordClass word_class) { return static_cast<unsigned>(word_class) % 32; }
};

/// A word of a list, folded, and what the list says of it: "seven" is 7, a class without values has 1.
struct ClassifiedWord {
  WordClass word_class{};
  std::string_view word;
  double value = 1;
};

/// A hash of texts by which tables of strings are asked for views.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const;
};

class Grammar {
 public:
  explicit Grammar(std::span<const ClassifiedWord> words);

  WordClassSet classes_of(std::string_view folded) const;
  bool has(WordClass word_class, std::string_view folded) const { return classes_of(folded).has(word_class); }
  /// What the list of the class says of the word; `otherwise` of a word that is not in it.
  double value(WordClass word_class, std::string_view folded, double otherwise) const;

 private:
  std::unordered_map<std::string, WordClassSet, TextHash, std::equal_to<>> classes_;
  std::unordered_map<std::string, std::map<WordClass, double>, TextHash, std::equal_to<>> values_;  // other than 1
};

/// The words of the built-in lists, in their order, and the grammar of them.
extern const std::span<const ClassifiedWord> builtin_words;
const Grammar& builtin_grammar();

}  // namespace stet
