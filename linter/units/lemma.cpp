// Inflection: the key under which all forms of one word meet.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "units/irregular.h"
#include "units/vocabulary.h"

namespace stet {
namespace {

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

bool has_vowel(std::string_view text) { return std::any_of(text.begin(), text.end(), is_vowel); }

/// Words whose ending only looks like an inflection.
constexpr auto uninflected = std::to_array<std::string_view>(
    {"afterwards", "always",  "analysis", "anything",  "basis",   "bias",       "bus",      "campus",  "ceiling",   "chaos",
     "corps",      "crisis",  "cyclops",  "during",    "evening", "everything", "focus",    "gas",     "hers",      "his",
     "hundred",    "indeed",  "is",       "its",       "lens",    "minus",      "morning",  "naked",   "news",      "nothing",
     "ours",       "perhaps", "plus",     "pudding",   "sacred",  "series",     "shilling", "sibling", "something", "species",
     "status",     "string",  "swing",    "synthesis", "theirs",  "this",       "thus",     "towards", "us",        "various",
     "versus",     "virus",   "was",      "wedding",   "wicked",  "wring",      "yes",      "yours",   "diabetes",  "rabies"});

bool is_uninflected(std::string_view word) {
  if (word.back() != 's' && word.back() != 'g' && word.back() != 'd') return false;
  static const std::unordered_set<std::string_view> words(uninflected.begin(), uninflected.end());
  return words.contains(word);
}

/// One syllable that ends in a single consonant behind a single vowel: "plan", "car", and "mak" of "making" (Porter's *o). Such a verb
/// doubles its last letter before -ed and -ing, so that "planing" is of "plane", and "planning" of "plan".
bool is_short_syllable(std::string_view word) {
  constexpr std::size_t longest = 5;
  if (word.size() < 3 || word.size() > longest || std::count_if(word.begin(), word.end(), is_vowel) != 1) return false;
  const char last = word.back();
  return is_vowel(word[word.size() - 2]) && last != 'w' && last != 'x' && last != 'y';
}

/// Step 1a of Porter2: sses -> ss, ies -> y, s.
std::string without_plural(std::string_view word) {
  if (!word.ends_with('s')) return std::string(word);
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return std::string(word);
  if (word.ends_with("ies") && word.size() > 4) return std::string(word.substr(0, word.size() - 3)) + "y";
  if (word.ends_with("ses") && is_uninflected(word.substr(0, word.size() - 2)))
    return std::string(word.substr(0, word.size() - 2));  // "buses"
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes"}) {
    if (word.ends_with(ending) && word.size() > ending.size()) return std::string(word.substr(0, word.size() - 2));
  }
  if (word.size() > 3 && has_vowel(word.substr(0, word.size() - 1))) return std::string(word.substr(0, word.size() - 1));
  return std::string(word);
}

/// The part before -ed or -ing when it can be a word: it has a vowel and at least three letters ("going" and "used" are in the table).
std::string_view before_ending(std::string_view word, std::string_view ending) {
  if (!word.ends_with(ending)) return {};
  const std::string_view rest = word.substr(0, word.size() - ending.size());
  return rest.size() >= 3 && has_vowel(rest) ? rest : std::string_view();
}

/// "stopp" -> "stop"; ll, ss, zz and ff stay unless the word doubles them only to inflect ("controll").
void undouble(std::string& word) {
  const std::size_t size = word.size();
  if (size < 4 || word[size - 1] != word[size - 2] || is_vowel(word[size - 1])) return;
  const char last = word[size - 1];
  const bool kept = last == 's' || last == 'z' || last == 'f' || (last == 'l' && size < 6);
  if (!kept) word.pop_back();
}

/// Steps 1b and 1c: -ied -> y, -ed, -ing.
std::string without_verb_ending(std::string word) {
  if (!word.ends_with('d') && !word.ends_with('g')) return word;
  if (word.ends_with("ied") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  if (word.ends_with("eed")) return word;
  for (const std::string_view ending : {"ed", "ing"}) {
    if (const std::string_view rest = before_ending(word, ending); !rest.empty()) {
      std::string stem(rest);
      undouble(stem);
      if (stem.size() == rest.size() && is_short_syllable(stem)) stem += 'e';
      return stem;
    }
  }
  return word;
}

}  // namespace

std::string lemma_key(std::string_view folded) {
  if (folded.size() < 3 || is_uninflected(folded)) return std::string(folded);
  const std::string_view regular = irregular_lemma(folded);
  const std::string_view word = regular.empty() ? folded : regular;
  if (is_uninflected(word)) return std::string(word);
  std::string key = without_plural(word);
  if (regular.empty()) {
    if (const std::string_view again = key.size() < word.size() ? irregular_lemma(key) : std::string_view(); !again.empty()) key = again;
    key = without_verb_ending(std::move(key));
  }
  if (key.size() > 4 && key.ends_with("ie")) key.replace(key.size() - 2, 2, "y");  // "calorie" meets "calories"
  // "cause" and "caus|ing", "study" and "studi|ed" meet without their last letter; "plane" and "plan" do not.
  if (key.size() > 3 && key.back() == 'e' && !is_short_syllable(std::string_view(key).substr(0, key.size() - 1))) key.pop_back();
  if (key.size() > 4 && key.ends_with("is")) key.back() = 'z';   // organise, organize
  if (key.size() > 5 && key.ends_with("lys")) key.back() = 'z';  // analyse, analyze
  return key;
}

}  // namespace stet
