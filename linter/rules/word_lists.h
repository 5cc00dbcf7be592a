// Word lists: named words that phrases refer to as {name}.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace stet {

struct WordListFile {
  std::string name;
  std::shared_ptr<const YamlDocument> document;
};

/// Reads all lists and resolves `include` and `except`; adds every fault to `problems`. Bounded are the entries of one list, those of all,
/// and how deep lists include each other.
void load_word_lists(const std::vector<WordListFile>& files, std::map<std::string, WordList>& lists, Problems& problems,
                     const Limits& limits = {});

}  // namespace stet
