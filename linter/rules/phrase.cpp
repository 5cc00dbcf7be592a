#include "rules/phrase.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>

#include "rules/nearest.h"
#include "rules/yaml.h"
#include "text/expression_text.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, 12> typed_names = {"number", "percent", "money", "quantity", "duration", "date",
                                                          "year",   "time",    "name",  "citation", "ordinal",  "proper"};
constexpr std::string_view signs = "={}()|[]*<>$\\";
constexpr std::size_t deepest_brackets = 16;

/// Recursive descent over the phrase's text; each function reads one construct and leaves `offset_` behind it.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  tl::expected<Phrase, PhraseError> read() {
    Phrase phrase = sequence(0);
    if (!error_ && at("|")) fail("`|` chooses only between brackets", fmt::format("write `({})`", short_text(text_)));
    if (!error_ && offset_ < text_.size()) fail(fmt::format("`{}` closes nothing", text_[offset_]), "remove it, or write a \\ before it");
    if (!error_ && phrase.children.empty()) fail("the phrase is empty", "write the words it should find");
    if (error_) return tl::unexpected(*error_);
    return phrase;
  }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  std::optional<PhraseError> error_;
  std::size_t counted_to_ = 0;
  std::uint32_t counted_ = 0;

  /// Counts from the last place asked for: nodes come about in order, and a phrase may be as long as its file.
  std::uint32_t column(std::size_t offset) {
    const std::size_t begin = std::min(offset, counted_to_);
    const auto between = static_cast<std::uint32_t>(count_code_points(text_.substr(begin, std::max(offset, counted_to_) - begin)));
    counted_ = offset < counted_to_ ? counted_ - between : counted_ + between;
    counted_to_ = offset;
    return counted_;
  }

  void fail(std::string what, std::string mend) { fail_at(offset_, std::move(what), std::move(mend)); }
  void fail_at(std::size_t offset, std::string what, std::string mend) {
    if (!error_) error_ = PhraseError{column(offset), std::move(what), std::move(mend)};
    offset_ = text_.size();
  }

  /// The phrase as a mend quotes it: a long one is not.
  static std::string short_text(std::string_view text) { return std::string(text.size() <= 60 ? text : "a|b"); }

  bool at(std::string_view token) const { return text_.substr(offset_).starts_with(token); }
  void skip_spaces() {
    while (offset_ < text_.size() && (text_[offset_] == ' ' || text_[offset_] == '\t' || text_[offset_] == '\n')) ++offset_;
  }

  Phrase node(PhraseKind kind, std::string text = {}) { return {kind, std::move(text), {}, column(std::min(offset_, text_.size()))}; }

  Phrase sequence(std::size_t depth) {
    Phrase result = node(PhraseKind::sequence);
    if (depth > deepest_brackets) fail("brackets nested too deep", "split the phrase into several");
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
    const char first = name_start < text_.size() ? text_[name_start] : ' ';
    if (first >= '0' && first <= '9') {
      fail_at(start, fmt::format("`${}` names no capture: a name begins with a letter", result.text),
              "for a price write `<money>`; a single one needs {regex: …}");
    } else if (result.text.empty() && first >= 'A' && first <= 'Z') {
      fail_at(start, "a capture's name has small letters only",
              fmt::format("write `${}`", fold(text_.substr(name_start, text_.find_first_of(" :", name_start) - name_start))));
    } else if (result.text.empty()) {
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

  /// All up to a space or a sign.
  void word(Phrase& into) {
    const std::size_t start = offset_;
    Phrase result = node(at("=") ? PhraseKind::exact : PhraseKind::word);
    if (at("=")) ++offset_;
    while (offset_ < text_.size()) {
      const char c = text_[offset_];
      if (c == '\\' && offset_ + 1 < text_.size()) {
        result.text += text_[offset_ + 1];
        offset_ += 2;
        continue;
      }
      if (c == ' ' || c == '\t' || c == '\n' || signs.find(c) != std::string_view::npos || at("...")) break;
      result.text += c;
      ++offset_;
    }
    if (result.text.empty()) {
      fail_at(start, fmt::format("`{}` cannot stand here", text_[start]), "write a word after it, or a \\ before it");
      return;
    }
    if (!joins(result.text)) into.children.push_back(std::move(result));
  }

  /// What stands between words and is none: the hyphen of "{research}-backed", the quotation marks of "“$term” means".
  static bool joins(std::string_view text) {
    constexpr std::u32string_view joiners = U"-/\"'“”‘’«»,;:";
    for (std::size_t offset = 0; offset < text.size();) {
      if (joiners.find(next_code_point(text, offset)) == std::u32string_view::npos) return false;
    }
    return true;
  }
};

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

/// Only `*`, gaps and what is optional: it would be found at every word.
bool names_nothing(const Phrase& phrase) {
  switch (phrase.kind) {
    case PhraseKind::sequence:
      return std::all_of(phrase.children.begin(), phrase.children.end(), names_nothing);
    case PhraseKind::choice:
      return std::any_of(phrase.children.begin(), phrase.children.end(), names_nothing);
    case PhraseKind::capture:
      return phrase.children.empty() || names_nothing(phrase.children.front());
    case PhraseKind::optional:
    case PhraseKind::gap:
    case PhraseKind::any:
      return true;
    default:
      return false;
  }
}

void collect_captures(const Phrase& phrase, std::vector<std::string>& names) {
  if (phrase.kind == PhraseKind::capture && !phrase.children.empty()) names.push_back(phrase.text);
  for (const Phrase& child : phrase.children) collect_captures(child, names);
}

}  // namespace

tl::expected<Phrase, PhraseError> parse_phrase(std::string_view text) { return Reader(text).read(); }

tl::expected<Phrase, PhraseError> parse_regex(std::string_view expression) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  options.set_max_mem(1 << 20);
  const RE2 compiled(expression_text(expression), options);
  if (!compiled.ok()) {
    const std::size_t at = expression.find(compiled.error_arg());
    const auto before = expression.substr(0, at == std::string_view::npos ? 0 : at);
    return tl::unexpected(PhraseError{static_cast<std::uint32_t>(count_code_points(before)),
                                      fmt::format("this is not a regular expression: {}", compiled.error()),
                                      "the syntax is RE2's: no look-around, no back references"});
  }
  if (RE2::PartialMatch("", compiled)) {
    return tl::unexpected(PhraseError{0, "this expression matches without any text", "leave at least one character that must be there"});
  }
  return Phrase{PhraseKind::regex, std::string(expression), {}, 0};
}

std::optional<PhraseError> pointless(const Phrase& phrase) {
  if (matches_nothing(phrase)) {
    return PhraseError{0, "this phrase matches without any word", "leave at least one word that is not optional"};
  }
  if (names_nothing(phrase))
    return PhraseError{0, "this phrase would be found at every word", "name at least one word, list or typed token"};
  if (phrase.kind != PhraseKind::sequence) return std::nullopt;
  for (const Phrase* edge : {&phrase.children.front(), &phrase.children.back()}) {
    if (edge->kind == PhraseKind::gap)
      return PhraseError{edge->column, "a gap stands between words, not at an end", "leave `...` out here"};
  }
  return std::nullopt;
}

std::vector<std::string> captures_of(const Phrase& phrase) {
  std::vector<std::string> names;
  if (phrase.kind != PhraseKind::regex) {
    collect_captures(phrase, names);
    return names;
  }
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 expression(phrase.text, options);
  for (const auto& [name, group] : expression.NamedCapturingGroups()) names.push_back(name);
  return names;
}

}  // namespace stet
