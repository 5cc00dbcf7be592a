// Word lists: named words that phrases refer to as {name}.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace stet {

struct WordListFile {
  std::string name;
  std::shared_ptr<const YamlDocument> document;
};

/// A run with nothing but built-in lists seldom asks what is in them, for the automaton is prepared: load_rules() then leaves them packed,
/// as the one text of their documents, without entries. `read_packed` gives those lists with their entries.
WordList packed_word_list(std::string name, const std::string& shown, std::string_view tree);
std::map<std::string, WordList> read_packed(const std::map<std::string, WordList>& lists);
/// The same of some, and of those of which these are made.
std::map<std::string, WordList> read_packed(const std::map<std::string, WordList>& lists, std::set<std::string> names);
/// Adds the lists that a phrase names, `{name}`.
void add_list_names(std::string_view phrase, const std::map<std::string, WordList>& lists, std::set<std::string>& names);
bool is_packed(const WordList& list);

/// Reads all lists and resolves `include` and `except`; adds every fault to `problems`. Bounded are the entries of one list, those of all,
/// and how deep lists include each other.
void load_word_lists(const std::vector<WordListFile>& files, std::map<std::string, WordList>& lists, Problems& problems,
                     const Limits& limits = {});

}  // namespace stet
