#include "rules/phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "rules/yaml.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, 12> typed_names = {"number", "percent", "money", "quantity", "duration", "date",
                                                          "year",   "time",    "name",  "citation", "ordinal",  "proper"};
constexpr std::string_view signs = "={}()|[]*<>$\\";
constexpr std::size_t deepest = 16;

/// Contractions are two words in an article, so they are in a phrase.
struct Contraction {
  std::string_view ending;
  std::string_view word;
};
constexpr std::array<Contraction, 6> contractions = {
    {{"n't", "not"}, {"'re", "are"}, {"'ve", "have"}, {"'ll", "will"}, {"'m", "am"}, {"'d", "would"}}};

/// Recursive descent over the phrase's text; each function reads one construct and leaves `offset_` behind it.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  tl::expected<Phrase, PhraseError> read() {
    Phrase phrase = sequence(0);
    if (!error_ && offset_ < text_.size()) fail(fmt::format("`{}` closes nothing", text_[offset_]), "remove it, or write a \\ before it");
    if (!error_ && phrase.children.empty()) fail("the phrase is empty", "write the words it should find");
    if (error_) return tl::unexpected(*error_);
    return phrase;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::optional<PhraseError> error_;

  std::uint32_t column(std::size_t offset) const {
    const auto count = std::count_if(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(offset),
                                     [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return static_cast<std::uint32_t>(count);
  }

  void fail(std::string what, std::string mend) { fail_at(offset_, std::move(what), std::move(mend)); }
  void fail_at(std::size_t offset, std::string what, std::string mend) {
    if (!error_) error_ = PhraseError{column(offset), std::move(what), std::move(mend)};
    offset_ = text_.size();
  }

  bool at(std::string_view token) const { return text_.substr(offset_).starts_with(token); }
  void skip_spaces() {
    while (offset_ < text_.size() && (text_[offset_] == ' ' || text_[offset_] == '\t' || text_[offset_] == '\n')) ++offset_;
  }

  Phrase node(PhraseKind kind, std::string text = {}) const { return {kind, std::move(text), {}, column(std::min(offset_, text_.size()))}; }

  Phrase sequence(std::size_t depth) {
    Phrase result = node(PhraseKind::sequence);
    if (depth > deepest) fail("brackets nested too deep", "split the phrase into several");
    for (skip_spaces(); offset_ < text_.size() && text_[offset_] != ')' && text_[offset_] != ']' && text_[offset_] != '|'; skip_spaces()) {
      item(result, depth);
    }
    return result;
  }

  Phrase choice(std::size_t depth) {
    Phrase result = node(PhraseKind::choice);
    result.children.push_back(sequence(depth + 1));
    while (at("|")) {
      ++offset_;
      result.children.push_back(sequence(depth + 1));
    }
    for (const Phrase& part : result.children) {
      if (!error_ && part.children.empty())
        error_ = PhraseError{part.column, "one side of this choice is empty", "make it optional: [a|b]"};
    }
    if (result.children.size() == 1) return std::move(result.children.front());
    return result;
  }

  Phrase bracketed(char close, std::size_t depth) {
    const std::size_t start = offset_++;
    Phrase inner = choice(depth);
    if (!error_ && (offset_ >= text_.size() || text_[offset_] != close)) {
      fail_at(start, fmt::format("`{}` is not closed", text_[start]), fmt::format("add `{}`", close));
    }
    if (!error_) ++offset_;
    return inner;
  }

  std::string name(char close) {
    const std::size_t start = offset_++;
    const std::size_t end = text_.find(close, offset_);
    if (end == std::string_view::npos) {
      fail_at(start, fmt::format("`{}` is not closed", text_[start]), fmt::format("add `{}`", close));
      return {};
    }
    std::string result(text_.substr(offset_, end - offset_));
    offset_ = end + 1;
    if (result.empty()) fail_at(start, "a name is missing here", "name a word list, such as {research}");
    return result;
  }

  void item(Phrase& into, std::size_t depth) {
    if (at("...")) {
      into.children.push_back(node(PhraseKind::gap));
      offset_ += 3;
    } else if (at("*")) {
      into.children.push_back(node(PhraseKind::any));
      ++offset_;
    } else if (at("(")) {
      into.children.push_back(bracketed(')', depth));
    } else if (at("[")) {
      Phrase optional = node(PhraseKind::optional);
      optional.children.push_back(bracketed(']', depth));
      into.children.push_back(std::move(optional));
    } else if (at("{")) {
      Phrase list = node(PhraseKind::list);
      list.text = name('}');
      into.children.push_back(std::move(list));
    } else if (at("<")) {
      typed(into);
    } else if (at("$")) {
      capture(into, depth);
    } else {
      word(into);
    }
  }

  void typed(Phrase& into) {
    Phrase result = node(PhraseKind::typed);
    const std::size_t start = offset_;
    result.text = name('>');
    if (!error_ && std::find(typed_names.begin(), typed_names.end(), result.text) == typed_names.end()) {
      const std::string near = nearest(result.text, {typed_names.begin(), typed_names.end()});
      fail_at(start, fmt::format("`<{}>` is not a typed token", result.text),
              near.empty() ? fmt::format("one of: {}", fmt::join(typed_names, ", ")) : fmt::format("did you mean `<{}>`?", near));
    }
    into.children.push_back(std::move(result));
  }

  void capture(Phrase& into, std::size_t depth) {
    Phrase result = node(PhraseKind::capture);
    const std::size_t start = offset_++;
    const std::size_t name_start = offset_;
    const auto is_name = [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'); };
    while (offset_ < text_.size() && is_name(text_[offset_])) ++offset_;
    result.text = text_.substr(name_start, offset_ - name_start);
    if (result.text.empty()) {
      fail_at(start, "a capture needs a name", "write `$name:` in front of what it holds, or `\\$` for the sign");
    } else if (at(":")) {
      ++offset_;
      const std::size_t before = into.children.size();
      if (offset_ >= text_.size() || text_[offset_] == ' ') {
        fail_at(start, "the capture holds nothing", "write a word, {list}, (choice) or <type> right after the colon");
        return;
      }
      item(into, depth);
      Phrase held = node(PhraseKind::sequence);
      held.children.assign(std::make_move_iterator(into.children.begin() + static_cast<std::ptrdiff_t>(before)),
                           std::make_move_iterator(into.children.end()));
      into.children.resize(before);
      result.children.push_back(std::move(held));
    }
    into.children.push_back(std::move(result));
  }

  /// Letters up to a space or a sign; hyphens and slashes part words.
  void word(Phrase& into) {
    const std::size_t start = offset_;
    const bool exact = at("=");
    if (exact) ++offset_;
    std::string letters;
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      if (c == '\\' && offset_ + 1 < text_.size()) {
        letters += text_[offset_ + 1];
        offset_ += 2;
        continue;
      }
      if (c == ' ' || c == '\t' || c == '\n' || signs.find(c) != std::string_view::npos || at("...")) break;
      letters += c;
      ++offset_;
    }
    if (letters.empty()) {
      fail_at(start, fmt::format("`{}` cannot stand here", text_[start]), "write a word after it, or a \\ before it");
      return;
    }
    add_words(into, fold(letters), exact, column(start));
    if (!error_ && into.children.empty()) fail_at(start, "there is no word here", "punctuation is not matched; leave it out");
  }

  static void add_words(Phrase& into, std::string_view folded, bool exact, std::uint32_t at_column) {
    const PhraseKind kind = exact ? PhraseKind::exact : PhraseKind::word;
    const auto add = [&](std::string_view text) {
      if (!text.empty()) into.children.push_back({kind, std::string(text), {}, at_column});
    };
    std::size_t begin = 0;
    while (begin <= folded.size()) {
      std::size_t end = folded.find_first_of("-/", begin);
      if (end == std::string_view::npos) end = folded.size();
      add_contraction(strip_punctuation(folded.substr(begin, end - begin)), add);
      begin = end + 1;
    }
  }

  static std::string_view strip_punctuation(std::string_view text) {
    constexpr std::string_view punctuation = ",;:!?\"'";
    while (!text.empty() && punctuation.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && punctuation.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    if (text.size() > 1 && text.back() == '.' && text.find('.') == text.size() - 1) text.remove_suffix(1);
    return text;
  }

  template <typename Add>
  static void add_contraction(std::string_view text, const Add& add) {
    if (text == "can't" || text == "cannot") return add("can"), add("not");
    if (text == "won't") return add("will"), add("not");
    for (const Contraction& contraction : contractions) {
      if (text.size() > contraction.ending.size() && text.ends_with(contraction.ending)) {
        add(text.substr(0, text.size() - contraction.ending.size()));
        return add(contraction.word);
      }
    }
    if (text == "it's" || text == "that's" || text == "there's" || text == "what's" || text == "he's" || text == "she's" ||
        text == "who's") {
      add(text.substr(0, text.size() - 2));
      return add("is");
    }
    if (text.ends_with("'s")) text.remove_suffix(2);
    add(text);
  }
};

}  // namespace

tl::expected<Phrase, PhraseError> parse_phrase(std::string_view text) { return Reader(text).read(); }

bool matches_nothing(const Phrase& phrase) {
  switch (phrase.kind) {
    case PhraseKind::sequence:
      return std::all_of(phrase.children.begin(), phrase.children.end(), matches_nothing);
    case PhraseKind::choice:
      return std::any_of(phrase.children.begin(), phrase.children.end(), matches_nothing);
    case PhraseKind::capture:
      return !phrase.children.empty() && matches_nothing(phrase.children.front());
    case PhraseKind::optional:
    case PhraseKind::gap:
      return true;
    default:
      return false;
  }
}

}  // namespace stet
