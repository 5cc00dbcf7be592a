#include "matching/needed_texts.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "text/unicode.h"

namespace stet {
namespace {

bool is_letter_or_digit(char c) { return is_ascii(c) && std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The pair of bytes that ends at a place, as a number below 4096.
std::size_t pair_of(std::string_view text, std::size_t at) {
  const auto low = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c) & 63U); };
  return (low(text[at - 1]) << 6U) | low(text[at]);
}

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Reads what stands outside all brackets, and the alternatives of those brackets that hold nothing but text.
class NeedReader {
 public:
  explicit NeedReader(std::string_view expression) : left_(expression) {}

  NeededTexts read() {
    while (!left_.empty() && understood_) step();
    end_run();
    if (!understood_) return {};
    std::stable_sort(needed_.groups.begin(), needed_.groups.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return std::move(needed_);
  }

 private:
  std::string_view left_;
  std::string run_;  // of characters that must stand one behind the other
  NeededTexts needed_;
  bool understood_ = true;

  char take() {
    const char c = left_.front();
    left_.remove_prefix(1);
    return c;
  }

  void end_run() {
    if (run_.size() > 1) needed_.groups.push_back({run_});
    run_.clear();
  }

  void step() {
    const char c = take();
    if (c == '|') {
      understood_ = false;
    } else if (c == '(') {
      end_run();
      read_group();
    } else if (c == '[') {
      end_run();
      skip_class();
      skip_repetition();
    } else if (c == '*' || c == '?' || c == '{') {
      if (!run_.empty()) run_.pop_back();
      end_run();
      if (c == '{') skip_behind('}');
    } else if (c == '+' || c == '^' || c == '$' || c == '.' || !is_ascii(c)) {
      end_run();
    } else if (c != '\\') {
      run_ += small(c);
    } else if (left_.empty() || is_letter_or_digit(left_.front())) {
      end_run();
      constexpr std::string_view one_character_or_none = "bBdDsSwWntrAz";
      if (left_.empty() || one_character_or_none.find(take()) == std::string_view::npos) understood_ = false;
    } else {
      run_ += take();
    }
  }

  void skip_behind(char end) {
    const std::size_t at = left_.find(end);
    if (at == std::string_view::npos) understood_ = false;
    left_.remove_prefix(understood_ ? at + 1 : left_.size());
  }

  /// Behind `[`.
  void skip_class() {
    if (left_.starts_with('^')) take();
    for (bool first = true; !left_.empty(); first = false) {
      const char c = take();
      if (c == '[' || (c == ']' && first)) understood_ = false;  // a named class, or a bracket that is meant
      if (c == ']') return;
      if (c == '\\' && !left_.empty()) take();
    }
  }

  /// Takes `?`, `*`, `+`, `{…}` behind a group or class. Can what stands before be left out?
  bool skip_repetition() {
    if (left_.empty() || std::string_view("?*+{").find(left_.front()) == std::string_view::npos) return false;
    const char c = take();
    if (c == '{') skip_behind('}');
    return c != '+';
  }

  /// Behind `(`.
  void read_group() {
    const std::string_view inside = take_group();
    if (skip_repetition() || !understood_) return;
    std::vector<std::string> texts;
    for (std::string_view rest = inside;;) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      const std::string_view text = rest.substr(0, end);
      constexpr std::string_view meaning = "\\()[]{}.*+?^$";
      if (text.size() < 2 || text.find_first_of(meaning) != std::string_view::npos || !std::all_of(text.begin(), text.end(), is_ascii))
        return;
      std::transform(text.begin(), text.end(), std::back_inserter(texts.emplace_back()), small);
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
    }
    needed_.groups.push_back(std::move(texts));
  }

  /// What stands between the brackets, without what says their sort: `?:`,
  /// `?P<name>`.
  std::string_view take_group() {
    const std::string_view whole = left_;
    for (int depth = 1; depth > 0 && !left_.empty();) {
      const char c = take();
      if (c == '\\' && !left_.empty()) take();
      if (c == '[') skip_class();
      if (c == '(') ++depth;
      if (c == ')') --depth;
    }
    std::string_view inside = whole.substr(0, whole.size() - left_.size());
    if (inside.empty()) return {};
    inside.remove_suffix(1);
    if (!inside.starts_with('?')) return inside;
    const std::size_t sort = inside.find_first_of(":>");
    if (sort == std::string_view::npos) understood_ = false;  // flags for all that follows
    return sort == std::string_view::npos ? std::string_view() : inside.substr(sort + 1);
  }
};

}  // namespace

FoldedSentence::FoldedSentence(std::string_view sentence) : folded_(sentence) {
  constexpr std::string_view kelvin = "\xE2\x84\xAA";
  constexpr std::string_view long_s = "\xC5\xBF";
  is_in_doubt_ = sentence.find(kelvin) != std::string_view::npos || sentence.find(long_s) != std::string_view::npos;
  std::transform(folded_.begin(), folded_.end(), folded_.begin(), small);
  for (std::size_t at = 1; at < folded_.size(); ++at) pairs_.set(pair_of(folded_, at));
}

bool FoldedSentence::holds(std::string_view text) const {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!pairs_.test(pair_of(text, at))) return false;
  }
  return folded_.find(text) != std::string::npos;
}

bool NeededTexts::are_in(const FoldedSentence& sentence) const {
  return sentence.is_in_doubt() || std::all_of(groups.begin(), groups.end(), [&](const std::vector<std::string>& texts) {
           return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return sentence.holds(text); });
         });
}

NeededTexts needed_texts(std::string_view expression) { return NeedReader(expression).read(); }

}  // namespace stet
