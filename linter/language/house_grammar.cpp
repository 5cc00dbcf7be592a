#include "language/house_grammar.h"

#include <algorithm>

#include "language/grammar_lists.h"
#include "rules/word_lists.h"
#include "units/word_classes.h"

namespace stet {
namespace {

bool is_of_grammar(std::string_view name) { return name.starts_with("grammar/"); }

}  // namespace

std::shared_ptr<const Grammar> grammar_of(const RuleSet& rules, Problems& problems) {
  const bool builtin = std::all_of(rules.lists.begin(), rules.lists.end(),
                                   [](const auto& list) { return !is_of_grammar(list.first) || is_packed(list.second); });
  if (builtin) return {std::shared_ptr<void>(), &builtin_grammar()};
  std::vector<ClassifiedWord> words = classified_words(rules, problems);
  for (const ClassifiedWord& word : builtin_words) {
    const std::string_view name = word_class_names[static_cast<std::size_t>(word.word_class)];
    if (!rules.lists.contains("grammar/" + std::string(name))) words.push_back(word);
  }
  return std::make_shared<const Grammar>(words);
}

}  // namespace stet
