#include "rules/word_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace stet {
namespace {

constexpr std::size_t most_entries = 100'000;

const std::vector<std::string_view> list_keys = {"about", "source", "include", "words", "except"};

enum class State : std::uint8_t { untouched, open, done };

/// Resolves lists depth-first along `include`.
class Resolver {
 public:
  Resolver(const std::vector<WordListFile>& files, std::map<std::string, WordList>& lists, Problems& problems)
      : lists_(lists), problems_(problems) {
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

  void fault(const WordListFile& file, const YamlValue& value, std::string what, std::string mend = {}) {
    problems_.push_back(file.document->problem(value.position, std::move(what), std::move(mend)));
  }

  void resolve(const std::string& name) {
    const WordListFile& file = *files_.at(name);
    states_[name] = State::open;
    WordList list;
    list.name = name;
    list.document = file.document;
    if (file.document->root.kind != YamlKind::map) {
      fault(file, file.document->root, "a word list must be a mapping", "write `words:` and the words below it");
    } else {
      check_keys(file);
      if (const YamlValue* about = file.document->root.find("about")) list.about = about->scalar;
      include(file, list);
      add_words(file, list);
      remove_exceptions(file, list);
      if (list.entries.empty()) fault(file, file.document->root, "this word list has no words", "give it `words:` or `include:`");
    }
    lists_[name] = std::move(list);
    states_[name] = State::done;
  }

  void check_keys(const WordListFile& file) {
    for (const auto& [key, value] : file.document->root.entries) {
      if (std::find(list_keys.begin(), list_keys.end(), key.scalar) == list_keys.end()) {
        const std::string near = nearest(key.scalar, list_keys);
        fault(file, key, fmt::format("unknown key `{}` in this word list", key.scalar),
              near.empty() ? fmt::format("one of: {}", fmt::join(list_keys, ", ")) : fmt::format("did you mean `{}`?", near));
      }
    }
  }

  void include(const WordListFile& file, WordList& list) {
    const YamlValue* names = file.document->root.find("include");
    if (names == nullptr) return;
    const std::vector<YamlValue> single = {*names};
    for (const YamlValue& name : names->kind == YamlKind::sequence ? names->items : single) {
      if (!files_.contains(name.scalar)) {
        fault(file, name, fmt::format("there is no word list `{}`", name.scalar));
        continue;
      }
      if (states_[name.scalar] == State::open) {
        fault(file, name, fmt::format("`{}` includes itself", name.scalar), "break the circle");
        continue;
      }
      if (states_[name.scalar] == State::untouched) resolve(name.scalar);
      for (WordListEntry entry : lists_.at(name.scalar).entries) {
        entry.included = true;
        add_entry(file, list, std::move(entry));
      }
    }
  }

  void add_entry(const WordListFile& file, WordList& list, WordListEntry entry) {
    if (list.entries.size() == most_entries) fault(file, file.document->root, fmt::format("more than {} entries", most_entries));
    if (list.entries.size() >= most_entries) return;
    list.entries.push_back(std::move(entry));
  }

  void add_words(const WordListFile& file, WordList& list) {
    const YamlValue* words = file.document->root.find("words");
    if (words == nullptr) return;
    if (words->kind != YamlKind::sequence) return fault(file, *words, "`words` must be a list");
    std::set<std::string, std::less<>> seen;
    for (const WordListEntry& entry : list.entries) seen.insert(entry.text);
    for (const YamlValue& item : words->items) {
      if (auto entry = read_entry(file, item); entry && seen.insert(entry->text).second) add_entry(file, list, std::move(*entry));
    }
  }

  /// A text, or {text: weight}.
  std::optional<WordListEntry> read_entry(const WordListFile& file, const YamlValue& item) {
    const bool weighted = item.kind == YamlKind::map && item.entries.size() == 1;
    if (item.kind != YamlKind::scalar && !weighted) {
      fault(file, item, "an entry must be a text", "write the word, or `word: weight`");
      return std::nullopt;
    }
    const YamlValue& text = weighted ? item.entries.front().key : item;
    auto phrase = parse_phrase(text.scalar);
    if (!phrase) {
      Position position = text.position;
      position.column += phrase.error().column + (text.quoted ? 1 : 0);
      problems_.push_back(file.document->problem(position, phrase.error().what, phrase.error().mend));
      return std::nullopt;
    }
    for (const Phrase& part : phrase->children) {
      if (part.kind != PhraseKind::word && part.kind != PhraseKind::exact) {
        fault(file, text, "an entry is made of words only", "write each alternative as an entry of its own");
        return std::nullopt;
      }
    }
    WordListEntry entry{std::move(*phrase), text.scalar, 1, text.position};
    if (weighted && !read_weight(file, item.entries.front().value, entry.weight)) return std::nullopt;
    return entry;
  }

  bool read_weight(const WordListFile& file, const YamlValue& value, double& weight) {
    const std::string& text = value.scalar;
    if (text.empty() || text.size() > 8 || text.find_first_not_of("0123456789.") != std::string::npos) {
      fault(file, value, "a weight must be a number");
      return false;
    }
    weight = std::strtod(text.c_str(), nullptr);
    return true;
  }

  void remove_exceptions(const WordListFile& file, WordList& list) {
    const YamlValue* exceptions = file.document->root.find("except");
    if (exceptions == nullptr) return;
    for (const YamlValue& item : exceptions->items) {
      const auto removed = std::erase_if(list.entries, [&](const WordListEntry& entry) { return entry.text == item.scalar; });
      if (removed == 0) fault(file, item, fmt::format("`{}` is not in the included lists", item.scalar), "remove it here, or correct it");
    }
  }
};

}  // namespace

void load_word_lists(const std::vector<WordListFile>& files, std::map<std::string, WordList>& lists, Problems& problems) {
  Resolver(files, lists, problems).resolve_all();
}

}  // namespace stet
