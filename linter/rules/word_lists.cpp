#include "rules/word_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "rules/derived_words.h"
#include "rules/field_check.h"
#include "rules/nearest.h"
#include "rules/prepared.h"
#include "text/decimal.h"

namespace stet {
namespace {

constexpr std::size_t most_entries = 100'000;           // of one list
constexpr std::size_t most_entries_in_all = 1'000'000;  // lists that include lists multiply

enum class State : std::uint8_t { untouched, open, done };

/// Resolves lists depth-first along `include`.
class Resolver {
 public:
  Resolver(const std::vector<WordListFile>& files, std::map<std::string, WordList>& lists, Problems& problems, const Limits& limits)
      : lists_(lists), problems_(problems), deepest_(limits.include_depth) {
    for (const WordListFile& file : files) files_[file.name] = &file;
  }

  void resolve_all() {
    for (const auto& [name, file] : files_) resolve(name);
  }

 private:
  std::map<std::string, const WordListFile*> files_;
  std::map<std::string, State> states_;
  std::map<std::string, WordList>& lists_;
  Problems& problems_;
  std::uint64_t deepest_;
  std::uint64_t depth_ = 0;
  std::size_t entries_ = 0;  // of all lists
  bool said_to_be_full_ = false;

  void fault(const WordListFile& file, const YamlValue& value, std::string what, std::string mend = {}) {
    problems_.push_back(file.document->problem(value.position, std::move(what), std::move(mend)));
  }

  void resolve(const std::string& name) {
    const WordListFile& file = *files_.at(name);
    states_[name] = State::open;
    WordList list;
    list.name = name;
    list.document = file.document;
    if (problems_.size() >= most_faults) return finish(std::move(list));
    if (file.document->root.kind != YamlKind::map) {
      fault(file, file.document->root, "a word list must be a mapping", "write `words:` and the words below it");
    } else {
      const std::size_t before = problems_.size();
      if (!file.document->prepared) {
        check_fields({*file.document, problems_}, file.document->root, pointers(word_list_fields()), "this word list");
      }
      if (problems_.size() != before) return finish(std::move(list));
      if (const YamlValue* about = file.document->root.find("about")) list.about = about->scalar;
      include(file, list);
      derive(file, list);
      remove_exceptions(file, list);
      add_words(file, list);
      if (list.entries.empty()) fault(file, file.document->root, "this word list has no words", "give it `words:`, `include:` or `from:`");
    }
    finish(std::move(list));
  }

  void finish(WordList list) {
    states_[list.name] = State::done;
    lists_[list.name] = std::move(list);
  }

  void include(const WordListFile& file, WordList& list) {
    const YamlValue* names = file.document->root.find("include");
    if (names == nullptr) return;
    for (const YamlValue* name : one_or_many(*names)) {
      if (problems_.size() < most_faults) include_one(file, *name, list);
    }
  }

  /// `builtin:name` is a list that another has replaced; when none has, it is the list itself.
  std::string resolved(const std::string& name) const {
    const bool builtin = name.starts_with("builtin:") && !files_.contains(name);
    return builtin ? name.substr(std::string_view("builtin:").size()) : name;
  }

  /// Sees to it that the named list is there; adds what hinders it to the problems.
  bool is_resolved(const WordListFile& file, Position position, const std::string& written, const std::string& asker) {
    const auto hindered = [&](std::string what, std::string mend) {
      problems_.push_back(file.document->problem(position, std::move(what), std::move(mend)));
      return false;
    };
    const std::string name = resolved(written);
    if (!files_.contains(name)) {
      std::vector<std::string_view> names;
      for (const auto& [known, unused] : files_) names.push_back(known);
      return hindered(fmt::format("there is no word list `{}`", written), did_you_mean(written, names));
    }
    if (states_[name] == State::open) {
      return hindered(fmt::format("`{}` includes itself", name),
                      name == asker ? fmt::format("the list that this one replaces is `builtin:{}`", name) : "break the circle");
    }
    if (states_[name] == State::untouched) {
      if (depth_ == deepest_) return hindered(fmt::format("lists include each other more than {} deep", deepest_), "flatten them");
      ++depth_;
      resolve(name);
      --depth_;
    }
    return true;
  }

  void include_one(const WordListFile& file, const YamlValue& value, WordList& list) {
    if (!is_resolved(file, value.position, value.scalar, list.name)) return;
    const std::string name = resolved(value.scalar);
    const std::vector<WordListEntry>& included = lists_.at(name).entries;
    if (list.entries.capacity() < list.entries.size() + included.size())
      list.entries.reserve(std::max(2 * list.entries.size(), list.entries.size() + included.size()));
    for (WordListEntry entry : included) {
      entry.included = true;
      add_entry(file, list, std::move(entry));
    }
  }

  void derive(const WordListFile& file, WordList& list) {
    const YamlValue* from = file.document->root.find("from");
    if (from == nullptr) return;
    std::vector<std::string> words = derived_words({*file.document, problems_}, *from);
    list.entries.reserve(list.entries.size() + words.size());
    for (std::string& word : words) {
      if (!add_entry(file, list, {.text = std::move(word), .position = from->position})) return;
    }
  }

  /// False when there are too many.
  bool add_entry(const WordListFile& file, WordList& list, WordListEntry entry) {
    if (list.entries.size() == most_entries || entries_ == most_entries_in_all) {
      if (!said_to_be_full_)
        fault(file, file.document->root, fmt::format("more than {} entries in one list, or {} in all", most_entries, most_entries_in_all));
      said_to_be_full_ = true;
      return false;
    }
    ++entries_;
    list.entries.push_back(std::move(entry));
    return true;
  }

  void add_words(const WordListFile& file, WordList& list) {
    const YamlValue* words = file.document->root.find("words");
    if (words == nullptr) return;
    const bool text = words->kind == YamlKind::scalar;
    const std::vector<YamlValue> lines = text ? lines_of(file, *words) : std::vector<YamlValue>();
    const std::vector<YamlValue>& items = text ? lines : words->items;
    list.entries.reserve(list.entries.size() + items.size());  // so that what is seen stays where it is
    std::unordered_set<std::string_view> seen;
    for (const WordListEntry& entry : list.entries) seen.insert(entry.text);
    for (const YamlValue& item : items) {
      if (problems_.size() >= most_faults) return;
      auto entry = read_entry(file, item);
      if (!entry) continue;
      if (has_list(*entry) && !names_lists(file, *entry, list.name)) continue;
      if (!seen.contains(entry->text) && add_entry(file, list, std::move(*entry))) seen.insert(list.entries.back().text);
    }
  }

  /// `{organ} pain` is one entry for each word of the list `organ`: that list must be there, and be made of words.
  bool names_lists(const WordListFile& file, const WordListEntry& entry, const std::string& asker) {
    std::size_t words = 1;
    for (const Phrase& part : entry.phrase().children) {
      if (part.kind != PhraseKind::list) continue;
      if (!is_resolved(file, entry.position, part.text, asker)) return false;
      const std::vector<WordListEntry>& named = lists_.at(resolved(part.text)).entries;
      const bool plain = std::none_of(named.begin(), named.end(), [](const WordListEntry& word) { return has_list(word); });
      words *= named.size();
      if (plain && words <= most_entries) continue;
      problems_.push_back(
          file.document->problem(entry.position, plain ? fmt::format("this entry stands for more than {}", most_entries)
                                                       : fmt::format("`{}` has entries that name lists themselves", part.text)));
      return false;
    }
    entries_ += words - 1;
    return true;
  }

  static bool has_list(const WordListEntry& entry) { return entry.text.find('{') != std::string::npos; }

  /// The lines of a `|` block as items, each at its place: many times faster to read than a sequence.
  static std::vector<YamlValue> lines_of(const WordListFile& file, const YamlValue& block) {
    std::vector<YamlValue> items;
    std::uint32_t line = block.position.line;
    for (std::size_t begin = 0; begin < block.scalar.size();) {
      const std::size_t end = std::min(block.scalar.find('\n', begin), block.scalar.size());
      std::string entry(block.scalar.substr(begin, end - begin));
      begin = end + 1;
      if (file.document->prepared) {  // nobody asks where it stands
        if (!entry.empty()) items.push_back({.kind = YamlKind::scalar, .position = block.position, .scalar = std::move(entry)});
        continue;
      }
      if (++line > file.document->source.lines.count()) break;
      const std::size_t indent = file.document->source.view(file.document->source.lines.line(line)).find_first_not_of(' ');
      if (entry.empty() || indent == std::string_view::npos) continue;
      const Position position{line, static_cast<std::uint32_t>(indent) + 1};
      items.push_back({.kind = YamlKind::scalar, .position = position, .scalar = std::move(entry)});
    }
    return items;
  }

  /// A text, or {text: weight}.
  std::optional<WordListEntry> read_entry(const WordListFile& file, const YamlValue& item) {
    const bool weighted = item.kind == YamlKind::map && item.entries.size() == 1;
    const YamlValue& text = weighted ? item.entries.front().key : item;
    if (!file.document->prepared && !is_made_of_words(file, text)) return std::nullopt;
    WordListEntry entry{text.scalar, 1, text.position};
    if (weighted) entry.weight = decimal_at_start(item.entries.front().value.scalar);
    return entry;
  }

  /// Adds what is wrong to the problems.
  bool is_made_of_words(const WordListFile& file, const YamlValue& text) {
    const auto phrase = parse_phrase(text.scalar);
    if (!phrase) {
      const Position position = file.document->position_in(text.position, text.scalar, phrase.error().column);
      problems_.push_back(file.document->problem(position, phrase.error().what, phrase.error().mend));
      return false;
    }
    const bool is_made = std::all_of(phrase->children.begin(), phrase->children.end(), [](const Phrase& part) {
      return part.kind == PhraseKind::word || part.kind == PhraseKind::exact || part.kind == PhraseKind::list;
    });
    if (!is_made) fault(file, text, "an entry is made of words, and of lists in braces", "write each alternative as an entry of its own");
    return is_made;
  }

  void remove_exceptions(const WordListFile& file, WordList& list) {
    const YamlValue* exceptions = file.document->root.find("except");
    if (exceptions == nullptr) return;
    const std::vector<YamlValue> lines = exceptions->kind == YamlKind::scalar && exceptions->scalar.find('\n') != std::string::npos
                                             ? lines_of(file, *exceptions)
                                             : std::vector<YamlValue>();
    std::map<std::string_view, Position> unwanted;
    for (const YamlValue& item : lines) unwanted.emplace(item.scalar, item.position);
    if (lines.empty()) {
      for (const YamlValue* item : one_or_many(*exceptions)) unwanted.emplace(item->scalar, item->position);
    }
    std::unordered_set<std::string_view> met;
    std::erase_if(list.entries, [&](const WordListEntry& entry) {
      const auto found = unwanted.find(entry.text);
      if (found != unwanted.end()) met.insert(found->first);
      return found != unwanted.end();
    });
    for (const auto& [text, position] : unwanted) {
      if (!met.contains(text) && problems_.size() < most_faults) not_an_entry(file, list, text, position);
    }
  }

  void not_an_entry(const WordListFile& file, const WordList& list, std::string_view text, Position position) {
    std::vector<std::string_view> words;
    for (const WordListEntry& entry : list.entries) words.push_back(entry.text);
    const std::string near = nearest(text, words);
    problems_.push_back(file.document->problem(position, fmt::format("`{}` is not in the included lists", text),
                                               near.empty() ? "remove it here, or correct it" : fmt::format("did you mean `{}`?", near)));
  }
};

}  // namespace

void load_word_lists(const std::vector<WordListFile>& files, std::map<std::string, WordList>& lists, Problems& problems,
                     const Limits& limits) {
  Resolver(files, lists, problems, limits).resolve_all();
}

namespace {

std::shared_ptr<const YamlDocument> document_of(const std::string& shown, YamlValue root) {
  return std::make_shared<const YamlDocument>(YamlDocument{{shown, {}, LineIndex(std::string_view()), {}}, {}, std::move(root), true});
}

}  // namespace

WordList packed_word_list(std::string name, const std::string& shown, std::string_view tree) {
  WordList list;
  list.name = std::move(name);
  list.document = document_of(shown, {.kind = YamlKind::scalar, .scalar = SharedText::lasting(tree)});
  return list;
}

bool is_packed(const WordList& list) {
  return list.document != nullptr && list.document->prepared && list.document->root.kind == YamlKind::scalar;
}

std::map<std::string, WordList> read_packed(const std::map<std::string, WordList>& lists) {
  std::set<std::string> names;
  for (const auto& [name, list] : lists) names.insert(name);
  return read_packed(lists, std::move(names));
}

void add_list_names(std::string_view phrase, const std::map<std::string, WordList>& lists, std::set<std::string>& names) {
  for (std::size_t open = phrase.find('{'); open != std::string_view::npos; open = phrase.find('{', open + 1)) {
    const std::size_t close = std::min(phrase.find('}', open), phrase.size());
    if (std::string name(phrase.substr(open + 1, close - open - 1)); lists.contains(name)) names.insert(std::move(name));
  }
}

namespace {

/// Adds the lists that a list's file may name, by a phrase or as what it includes.
void add_list_names(const YamlValue& value, const std::map<std::string, WordList>& lists, std::set<std::string>& names) {
  if (const std::string_view builtin = "builtin:"; value.scalar.starts_with(builtin)) names.emplace(value.scalar.substr(builtin.size()));
  if (lists.contains(value.scalar)) names.insert(value.scalar);
  add_list_names(value.scalar, lists, names);
  for (const YamlValue& item : value.items) add_list_names(item, lists, names);
  for (const auto& [key, inner] : value.entries) add_list_names(inner, lists, names);
}

}  // namespace

std::map<std::string, WordList> read_packed(const std::map<std::string, WordList>& lists, std::set<std::string> names) {
  if (std::any_of(lists.begin(), lists.end(), [](const auto& entry) { return !is_packed(entry.second); })) return lists;
  std::vector<WordListFile> files;
  for (std::set<std::string> read; !names.empty();) {
    const std::string name = std::move(names.extract(names.begin()).value());
    const auto list = lists.find(name);
    if (list == lists.end() || !read.insert(name).second) continue;
    files.push_back({name, document_of(list->second.document->source.path, unpack_yaml(list->second.document->root.scalar))});
    add_list_names(files.back().document->root, lists, names);
  }
  std::map<std::string, WordList> read;
  Problems problems;  // the build has seen to it that there are none
  load_word_lists(files, read, problems);
  return read;
}

}  // namespace stet
