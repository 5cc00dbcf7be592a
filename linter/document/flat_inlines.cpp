#include "document/flat_inlines.h"

#include <algorithm>

#include "text/byte_set.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;

constexpr ByteSet letters_and_digits("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
constexpr ByteSet digits("0123456789");
constexpr ByteSet letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
constexpr ByteSet ends_of_link_text("*_`[]<~$\\&!\n");
constexpr ByteSet markup("*_`[]<~$\\&!");
constexpr ByteSet spaces(" \n");
constexpr ByteSet stops(".,;:!?)");
constexpr ByteSet target_bytes("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz./:-_?=#%+@,");
constexpr std::size_t deepest = 2;  // emphasis within emphasis

class FlatReader {
 public:
  FlatReader(std::string_view text, SyntaxTree& tree) : text_(text), tree_(tree) {}

  bool read() {
    // Two spaces, or a backslash, break a line; so does white space that a text begins with, to the grammar.
    if (text_.find("  \n") != none || text_.find_first_of("\r\t") != none || (!text_.empty() && spaces.contains(text_.front())))
      return false;
    while ((at_ = markup.find(text_, at_)) != none) {
      if (!read_sign()) return false;
    }
    return open_.empty();
  }

 private:
  /// Emphasis that is not closed yet.
  struct Opener {
    char sign = 0;
    std::size_t length = 0;
    std::size_t node = 0;
  };

  std::string_view text_;
  SyntaxTree& tree_;
  std::size_t at_ = 0;
  std::vector<Opener> open_;
  std::size_t low_lines_ = 0;  // emphasis of `_`

  /// The byte at a place; a space beyond the text, as which its ends are judged.
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }

  bool read_sign() {
    switch (text_[at_]) {
      case '`':
        return code();
      case '*':
      case '_':
        return emphasis();
      case '[':
        return link(at_, SyntaxKind::inline_link, SyntaxKind::link_text);
      case '!':
        return byte(at_ + 1) == '[' ? image() : prose(true);
      case '<':
        return tag();
      case '&':
        return prose(byte(at_ + 1) != '#' && !letters_and_digits.contains(byte(at_ + 1)));
      case '$':
        return prose(text_.find('$', at_ + 1) == none);
      default:
        return false;
    }
  }

  bool prose(bool is_prose) {
    ++at_;
    return is_prose;
  }

  std::size_t add(SyntaxKind kind, std::size_t begin, std::size_t end) {
    tree_.push_back(
        {kind, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, static_cast<std::uint32_t>(tree_.size()) + 1});
    return tree_.size() - 1;
  }

  void close(std::size_t node, std::size_t end) {
    tree_[node].span.end = static_cast<std::uint32_t>(end);
    tree_[node].end = static_cast<std::uint32_t>(tree_.size());
  }

  /// Between two single signs, in one line.
  bool code() {
    const std::size_t end = text_.find_first_of("`\n", at_ + 1);
    if (end == none || end == at_ + 1 || text_[end] != '`' || byte(end + 1) == '`') return false;
    const std::size_t node = add(SyntaxKind::code_span, at_, end + 1);
    add(SyntaxKind::code_delimiter, at_, at_ + 1);
    add(SyntaxKind::code_delimiter, end, end + 1);
    close(node, end + 1);
    at_ = end + 1;
    return true;
  }

  /// `[text](target)` and `[text]`, without markup in either but for code in the text.
  bool link(std::size_t bracket, SyntaxKind kind, SyntaxKind text_kind) {
    const std::size_t node = add(kind, at_, at_);
    const std::size_t text = add(text_kind, bracket + 1, bracket + 1);
    at_ = bracket + 1;
    while ((at_ = ends_of_link_text.find(text_, at_)) != none && text_[at_] == '`') {
      if (!code()) return false;
    }
    if (at_ == none || at_ == bracket + 1 || text_[at_] != ']') return false;
    close(text, at_++);
    if (byte(at_) == '(') return target(node);
    if (kind != SyntaxKind::inline_link || byte(at_) == '[' || byte(at_) == ':') return false;
    tree_[node].kind = SyntaxKind::shortcut_link;
    close(node, at_);
    return true;
  }

  /// By itself: beside other markup the grammar loses its way now and then.
  bool image() { return at_ == 0 && link(1, SyntaxKind::image, SyntaxKind::image_description) && at_ == text_.size(); }

  /// From the bracket on that opens it.
  bool target(std::size_t link) {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && target_bytes.contains(text_[at_])) ++at_;
    if (byte(at_) != ')' || at_ == begin) return false;
    add(SyntaxKind::link_destination, begin, at_);
    close(link, ++at_);
    return true;
  }

  /// `<br>`, `<br />`, `</sub>`: a name and nothing else.
  bool tag() {
    std::size_t end = at_ + 1;
    const bool closes = byte(end) == '/';
    if (closes) ++end;
    if (!letters.contains(byte(end))) return prose(!closes && byte(end) == ' ');
    while (letters_and_digits.contains(byte(end))) ++end;
    if (!closes && byte(end) == ' ' && byte(end + 1) == '/') ++end;
    if (!closes && byte(end) == '/') ++end;
    if (byte(end) != '>') return false;
    add(SyntaxKind::html_tag, at_, end + 1);
    at_ = end + 1;
    return true;
  }

  bool emphasis() {
    const char sign = text_[at_];
    const std::size_t length = std::min(text_.find_first_not_of(sign, at_), text_.size()) - at_;
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    const char after = byte(at_ + length);
    const std::size_t begin = at_;
    at_ += length;
    const auto is_word = [](char c) { return letters_and_digits.contains(c); };
    if (sign == '_' && (digits.contains(before) || digits.contains(after))) return false;
    if (sign == '_' && is_word(before) && is_word(after)) return true;  // some_name
    if (length > 2) return false;
    const bool opens =
        is_word(after) ? spaces.contains(before) || before == '(' : spaces.contains(before) && (after == '[' || after == '`');
    const bool closes = is_word(before) ? spaces.contains(after) || stops.contains(after)
                                        : spaces.contains(after) && (stops.contains(before) || before == '`');
    if (opens) return open(sign, length, begin);
    return closes && close_emphasis(sign, length, begin);
  }

  bool open(char sign, std::size_t length, std::size_t begin) {
    const bool again = std::any_of(open_.begin(), open_.end(), [&](const Opener& other) { return other.sign == sign; });
    // Among several of these the grammar loses its way, too.
    if (again || open_.size() == deepest || (sign == '_' && ++low_lines_ > 1)) return false;
    open_.push_back({sign, length, add(length == 1 ? SyntaxKind::emphasis : SyntaxKind::strong, begin, begin)});
    add_delimiters(begin, length);
    return true;
  }

  bool close_emphasis(char sign, std::size_t length, std::size_t begin) {
    if (open_.empty() || open_.back().sign != sign || open_.back().length != length) return false;
    add_delimiters(begin, length);
    close(open_.back().node, begin + length);
    open_.pop_back();
    return true;
  }

  void add_delimiters(std::size_t begin, std::size_t length) {
    for (std::size_t i = begin; i < begin + length; ++i) add(SyntaxKind::emphasis_delimiter, i, i + 1);
  }
};

}  // namespace

bool read_flat_inlines(std::string_view text, SyntaxTree& tree) {
  tree.clear();
  if (FlatReader(text, tree).read()) return true;
  tree.clear();
  return false;
}

}  // namespace stet
