#include "claims/site_reading.h"

#include "rules/word_lists.h"

namespace stet {
namespace {

std::set<std::string> entries_of(const RuleSet& rules, const std::string& name) {
  std::set<std::string> entries;
  const auto list = rules.lists.find(name);
  if (list == rules.lists.end()) return entries;
  const std::map<std::string, WordList> read = read_packed({*list});
  for (const WordListEntry& entry : read.at(name).entries) entries.insert(entry.text);
  return entries;
}

}  // namespace

ThingWords compile_things(const RuleSet& rules) {
  ThingWords words;
  for (const std::string& kind : entries_of(rules, "article-kind")) words.kinds.insert(lemma_key(kind));
  for (const std::string& amount : entries_of(rules, "amount-column")) words.amounts.insert(lemma_key(amount));
  words.fields = entries_of(rules, "thing-field");
  words.editions = entries_of(rules, "edition-field");
  words.retired = entries_of(rules, "retired");
  words.superseded = entries_of(rules, "superseded");
  words.hearsay = entries_of(rules, "hearsay");
  words.once_so = entries_of(rules, "once-so");
  return words;
}

}  // namespace stet
