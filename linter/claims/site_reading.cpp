#include "claims/site_reading.h"

#include "rules/word_lists.h"

namespace stet {
namespace {

std::set<std::string> entries_of(const CompileContext& context, const std::string& name) {
  std::set<std::string> entries;
  const auto list = context.rules.lists.find(name);
  if (list == context.rules.lists.end()) return entries;
  const std::map<std::string, WordList> read = read_packed({*list});
  for (const WordListEntry& entry : read.at(name).entries) entries.insert(entry.text);
  return entries;
}

}  // namespace

ThingWords compile_things(CompileContext& context) {
  ThingWords words;
  for (const std::string& kind : entries_of(context, "article-kind")) words.kinds.insert(lemma_key(kind));
  words.fields = entries_of(context, "thing-field");
  words.editions = entries_of(context, "edition-field");
  words.retired = entries_of(context, "retired");
  words.superseded = context.automaton.add_list("superseded");
  return words;
}

}  // namespace stet
