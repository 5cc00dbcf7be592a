#include "language/grammar_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "rules/field_check.h"
#include "text/unicode.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::string_view folder = "grammar/";

const WordList* list_of(const RuleSet& rules, WordClass word_class) {
  const auto list = rules.lists.find(std::string(folder) + std::string(word_class_names[static_cast<std::size_t>(word_class)]));
  return list == rules.lists.end() ? nullptr : &list->second;
}

/// The one word of an entry; empty, with a fault, for anything else.
std::string_view word_of(const WordList& list, const WordListEntry& entry, Problems& problems) {
  if (entry.text.find_first_of(" {=") == std::string::npos && entry.text == fold(entry.text)) return entry.text;
  if (!entry.included && problems.size() < most_faults) {
    problems.push_back(list.document->problem(entry.position, fmt::format("`{}` is no single word in small letters", entry.text),
                                              "write each form of each word as an entry of its own: it is found only as written"));
  }
  return {};
}

/// Lists of the folder that are no class.
void check_names(const RuleSet& rules, Problems& problems) {
  for (auto list = rules.lists.lower_bound(std::string(folder)); list != rules.lists.end() && list->first.starts_with(folder); ++list) {
    const std::string_view name = std::string_view(list->first).substr(folder.size());
    if (std::find(word_class_names.begin(), word_class_names.end(), name) != word_class_names.end()) continue;
    const std::string mend = did_you_mean(name, {word_class_names.begin(), word_class_names.end()});
    problems.push_back(list->second.document->problem(
        {}, fmt::format("there is no word class `{}`", name),
        mend.empty() ? "`grammar/` holds the classes of LANGUAGE.md; a list of your own stands in `words/`" : mend));
  }
}

}  // namespace

std::vector<ClassifiedWord> classified_words(const RuleSet& rules, Problems& problems) {
  check_names(rules, problems);
  std::vector<ClassifiedWord> words;
  for (std::size_t number = 0; number < word_class_names.size(); ++number) {
    const auto word_class = static_cast<WordClass>(number);
    const WordList* list = list_of(rules, word_class);
    if (list == nullptr) continue;
    for (const WordListEntry& entry : list->entries) {
      const std::string_view word = word_of(*list, entry, problems);
      if (!word.empty()) words.push_back({word_class, word, entry.weight});
    }
  }
  return words;
}

}  // namespace stet
