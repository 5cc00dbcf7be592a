#include "document/flat_blocks.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/byte_set.h"
#include "text/letters.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
/// A flat stretch shorter than this is left to the parser with what is around it: starting one takes as long. Set on the documentation of
/// the development sets, 2026-11-29.
constexpr std::uint32_t least_flat = 64;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Bytes by which a line of prose may be something else to the grammar, such as a row of a table.
constexpr ByteSet odd_bytes("|\t\r\f\v<");

enum class LineKind : std::uint8_t { blank, heading, prose, other };

/// A line without its end, and where the next one begins.
struct Line {
  std::string_view text;
  std::uint32_t begin = 0;
  std::uint32_t next = 0;
  LineKind kind = LineKind::blank;
};

bool is_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level >= 1 && level <= 6 && level + 1 < line.size() && line[level] == ' ' && line[level + 1] != ' ' && line[level + 1] != '#';
}

/// Does a line begin as prose does: with a letter, a link, a number that no list item has, or emphasis?
bool begins_as_prose(std::string_view line) {
  if (is_letter(line[0]) || line[0] == '[') return true;
  if (is_digit(line[0])) {
    const std::size_t end = line.find_first_not_of("0123456789");
    return end != none && line[end] != '.' && line[end] != ')';
  }
  const std::size_t marks = line[0] == '*' || line[0] == '_' ? line.find_first_not_of(line[0]) : none;
  return marks <= 2 && is_letter(line[marks]);
}

/// A line that begins a paragraph or goes on with one, and can be nothing else.
bool is_prose(std::string_view line) { return begins_as_prose(line) && line.find("]:") == none; }

LineKind kind_of(std::string_view line) {
  if (line.find_first_not_of(" \t") == none) return LineKind::blank;
  if (odd_bytes.find(line) != none) return LineKind::other;
  if (is_heading(line)) return LineKind::heading;
  return is_prose(line) ? LineKind::prose : LineKind::other;
}

Line line_at(std::string_view text, std::uint32_t begin) {
  const std::size_t stop = text.find('\n', begin);
  const std::size_t end = std::min(stop, text.size());
  Line line{text.substr(begin, end - begin), begin, static_cast<std::uint32_t>(stop == none ? end : stop + 1)};
  if (line.text.ends_with('\r') && stop != none) line.text.remove_suffix(1);
  line.kind = kind_of(line.text);
  return line;
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// Columns up to what a list item of this line holds, or 0 when the line begins no list item.
std::size_t content_column(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 9 && is_digit(line[at])) ++at;
  const bool bullet = at == 0 && !line.empty() && std::string_view("-*+").find(line[0]) != none;
  const bool number = at > 0 && at < line.size() && (line[at] == '.' || line[at] == ')');
  if (!bullet && !number) return 0;
  ++at;
  const std::size_t content = line.find_first_not_of(' ', at);
  return content == none || content == at || content > at + 4 ? 0 : content;
}

/// A fence that opens code, outside of lists and quotations.
struct Fence {
  char sign = '`';
  std::size_t length = 0;
};

Fence fence_at(std::string_view line) {
  const std::string_view rest = line.substr(indentation(line));
  if (rest.empty() || (rest[0] != '`' && rest[0] != '~')) return {};
  const std::size_t length = std::min(rest.find_first_not_of(rest[0]), rest.size());
  return length < 3 ? Fence{} : Fence{rest[0], length};
}

/// A fence in the first column with at most the name of a language behind it.
bool opens_plain_fence(std::string_view line) {
  if (line.empty() || indentation(line) > 0) return false;
  const Fence fence = fence_at(line);
  const auto is_of_name = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '+'; };
  return fence.length > 0 && std::all_of(line.begin() + static_cast<std::ptrdiff_t>(fence.length), line.end(), is_of_name);
}

/// Offset behind the code that a plain fence opens at `begin`, when its end is as plain, and a blank line or the text's end is behind it;
/// else `begin`.
std::uint32_t behind_plain_code(std::string_view text, std::uint32_t begin) {
  Line line = line_at(text, begin);
  const Fence fence = fence_at(line.text);
  const std::string open(3, fence.sign);
  while (line.next < text.size()) {
    line = line_at(text, line.next);
    if (line.text.find_first_of("\r\f\v") != none) return begin;
    // To the grammar a fence is one wherever it stands in a line, behind a ">", say.
    if (line.text.find(open) == none) continue;
    const bool closes = line.text.size() >= fence.length && line.text.find_first_not_of(fence.sign) == none;
    const bool ends = line.next >= text.size() || line_at(text, line.next).kind == LineKind::blank;
    return closes && ends ? line.next : begin;
  }
  return begin;
}

/// What a line begins with that is an item of a list in the first column and a line of prose besides.
struct ItemStart {
  char sign = ' ';          // of a bullet, or behind a number; ' ': the line is no such item
  std::uint32_t width = 0;  // with the blank behind it
};

ItemStart plain_item(const Line& line) {
  const std::size_t digits = std::min(line.text.find_first_not_of("0123456789"), line.text.size());
  if (digits > 9 || digits + 2 >= line.text.size() || line.text[digits + 1] != ' ') return {};
  const char sign = line.text[digits];
  const bool is_sign = digits > 0 ? sign == '.' || sign == ')' : sign == '-' || sign == '*' || sign == '+';
  const std::string_view held = line.text.substr(digits + 2);
  const bool is_task = held.size() > 2 && held[0] == '[' && held[2] == ']';
  const bool ends_plainly = line.next == line.begin + line.text.size() + 1;
  if (!is_sign || !ends_plainly || is_task || !is_prose(held) || odd_bytes.find(held) != none) return {};
  return {sign, static_cast<std::uint32_t>(digits + 2)};
}

/// Offset behind a list of such lines that begins at `begin`, and behind the blank lines that end it with the prose, heading or code that
/// comes next; `begin` where there is none.
std::uint32_t behind_plain_list(std::string_view text, std::uint32_t begin) {
  Line line = line_at(text, begin);
  const char sign = plain_item(line).sign;
  if (sign == ' ') return begin;
  while (line.kind != LineKind::blank) {
    if (plain_item(line).sign != sign || line.next >= text.size()) return begin;
    line = line_at(text, line.next);
  }
  while (line.kind == LineKind::blank) {
    if (line.next != line.begin + 1 || line.next >= text.size()) return begin;
    line = line_at(text, line.next);
  }
  return line.kind != LineKind::other || opens_plain_fence(line.text) ? line.begin : begin;
}

/// Where in the text the parser may be at the start of a line.
enum class State : std::uint8_t { flat, in_fence, in_html, unknown };

/// Follows what may still be open behind the lines of a stretch that the parser reads.
class OpenBlocks {
 public:
  explicit OpenBlocks(std::string_view text) {
    if (text.starts_with("---") || text.starts_with("+++")) state_ = State::unknown;  // front matter may hold blank lines
  }

  State state() const { return state_; }
  /// What stands in the first column closes them.
  void close_items() { item_column_ = 0; }

  void take(const Line& line) {
    if (state_ == State::in_fence) return in_fence(line.text);
    if (state_ == State::in_html) return in_html(line.text);
    if (state_ == State::unknown || line.kind == LineKind::blank) return;
    if (line.kind == LineKind::other) return other(line.text);
    item_column_ = 0;
  }

 private:
  State state_ = State::flat;
  Fence fence_;
  std::string_view html_end_;
  std::size_t item_column_ = 0;  ///< of the list item that is open; 0: there is none, or who knows

  void in_fence(std::string_view line) {
    const std::string_view rest = line.substr(indentation(line));
    const std::size_t length = std::min(rest.find_first_not_of(fence_.sign), rest.size());
    if (length < fence_.length) return;
    // Grammars differ in what may stand behind the closing fence, and before it.
    state_ = length == rest.size() && rest.size() == line.size() ? State::flat : State::unknown;
  }

  void in_html(std::string_view line) {
    if (line.find(html_end_) != none) state_ = State::flat;
  }

  void other(std::string_view line) {
    const std::size_t indent = indentation(line);
    const std::string_view rest = line.substr(indent);
    if (indent == 0) item_column_ = content_column(line);
    const bool opens = rest[0] == '<' || fence_at(line).length > 0;
    if (indent == 0) {
      if (opens) open(line);
      return;
    }
    // What a list item holds is closed with it.
    const bool is_held = item_column_ > 0 && indent >= item_column_;
    if (!is_held && (opens || rest[0] == '\t')) state_ = State::unknown;
  }

  void open(std::string_view line) {
    if (line[0] == '<') return open_html(line);
    fence_ = fence_at(line);
    const bool is_inline = fence_.sign == '`' && line.find('`', fence_.length) != none;
    state_ = is_inline ? State::unknown : State::in_fence;
  }

  void open_html(std::string_view line) {
    static constexpr auto kept_open = std::to_array<std::string_view>({"<script", "<pre", "<style", "<textarea", "<?", "<!"});
    if (line.starts_with("<!--")) {
      html_end_ = "-->";
      if (line.find(html_end_, 4) == none) state_ = State::in_html;
      return;
    }
    const auto opens = [&](std::string_view tag) { return starts_with_in_any_case(line, tag); };
    if (std::any_of(kept_open.begin(), kept_open.end(), opens)) state_ = State::unknown;
  }
};

/// Adds lines to the stretches: to the last one, when it is of the same kind.
void add(std::vector<Stretch>& stretches, Span span, bool flat) {
  if (!stretches.empty() && stretches.back().flat == flat) {
    stretches.back().span.end = span.end;
  } else {
    stretches.push_back({span, flat});
  }
}

/// Those too short to be worth a start of the parser become part of what is around them.
std::vector<Stretch> without_short(const std::vector<Stretch>& stretches) {
  std::vector<Stretch> result;
  for (const Stretch& stretch : stretches) add(result, stretch.span, stretch.flat && stretch.span.size() >= least_flat);
  return result;
}

/// Offset behind the blank lines that follow.
std::uint32_t behind_blank_lines(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const Line line = line_at(text, at);
    if (line.kind != LineKind::blank) break;
    at = line.next;
  }
  return at;
}

/// Behind what the parser takes for the content of a line: blanks before a line end are left out, those before the text's end are not.
std::uint32_t end_of_content(const Line& line) {
  const bool ends = line.next > line.begin + line.text.size();
  return line.begin + static_cast<std::uint32_t>(ends ? line.text.find_last_not_of(' ') + 1 : line.text.size());
}

std::uint32_t push(SyntaxTree& tree, SyntaxKind kind, Span span) {
  tree.push_back({kind, span, 0});
  return static_cast<std::uint32_t>(tree.size() - 1);
}

void append_heading(const Line& line, SyntaxTree& tree) {
  static constexpr auto levels =
      std::to_array<SyntaxKind>({SyntaxKind::heading_level_1, SyntaxKind::heading_level_2, SyntaxKind::heading_level_3,
                                 SyntaxKind::heading_level_4, SyntaxKind::heading_level_5, SyntaxKind::heading_level_6});
  const auto level = static_cast<std::uint32_t>(line.text.find_first_not_of('#'));
  const std::uint32_t heading = push(tree, SyntaxKind::atx_heading, {line.begin, line.next});
  const std::uint32_t marker = push(tree, levels[level - 1], {line.begin, line.begin + level});
  tree[marker].end = marker + 1;
  const std::uint32_t content = push(tree, SyntaxKind::inline_content, {line.begin + level + 1, end_of_content(line)});
  tree[content].end = tree[heading].end = content + 1;
}

std::uint32_t append_continuation(SyntaxTree& tree, std::uint32_t at) {
  const std::uint32_t line = push(tree, SyntaxKind::block_continuation, {at, at});
  return tree[line].end = line + 1;
}

/// Code between plain fences, whose lines the parser only counts; returns the offset behind it.
std::uint32_t append_code(std::string_view text, std::uint32_t begin, SyntaxTree& tree) {
  const std::uint32_t end = behind_plain_code(text, begin);
  const std::uint32_t code = push(tree, SyntaxKind::fenced_code, {begin, end});
  for (std::uint32_t at = line_at(text, begin).next; at < end; at = line_at(text, at).next) append_continuation(tree, at);
  tree[code].end = static_cast<std::uint32_t>(tree.size());
  return end;
}

/// The items of a plain list: the first blank line behind them goes on with the last one's paragraph, the others with its item.
std::uint32_t append_list(std::string_view text, std::uint32_t begin, SyntaxTree& tree) {
  const std::uint32_t end = behind_plain_list(text, begin);
  const std::uint32_t list = push(tree, SyntaxKind::list, {begin, end});
  for (std::uint32_t at = begin; at < end;) {
    const Line line = line_at(text, at);
    const ItemStart start = plain_item(line);
    const bool last = plain_item(line_at(text, line.next)).sign == ' ';
    const std::uint32_t content_begin = line.begin + start.width;
    const std::uint32_t item = push(tree, SyntaxKind::list_item, {line.begin, last ? end : line.next});
    if (start.sign == '.' || start.sign == ')') {
      const std::uint32_t marker = push(tree, SyntaxKind::ordered_marker, {line.begin, content_begin});
      tree[marker].end = marker + 1;
    }
    const std::uint32_t paragraph = push(tree, SyntaxKind::paragraph, {content_begin, line.next});
    const std::uint32_t content = push(tree, SyntaxKind::inline_content, {content_begin, end_of_content(line)});
    tree[content].end = tree[paragraph].end = tree[item].end = content + 1;
    at = line.next;
    if (!last) continue;
    tree[paragraph].end = append_continuation(tree, at);
    while (++at < end) append_continuation(tree, at);
    tree[item].end = static_cast<std::uint32_t>(tree.size());
  }
  tree[list].end = static_cast<std::uint32_t>(tree.size());
  return end;
}

}  // namespace

std::vector<Stretch> stretches_of(std::string_view text) {
  std::vector<Stretch> stretches;
  OpenBlocks open(text);
  bool is_closed = true;  // no list before goes on with an item here
  for (std::uint32_t at = 0; at < text.size();) {
    if (open.state() == State::unknown) {
      add(stretches, {at, static_cast<std::uint32_t>(text.size())}, false);
      break;
    }
    const std::uint32_t begin = at;
    if (open.state() == State::flat) {
      const bool code = opens_plain_fence(line_at(text, at).text);
      const std::uint32_t end = code ? behind_plain_code(text, at) : is_closed ? behind_plain_list(text, at) : at;
      if (end > at) {
        open.close_items();
        is_closed = true;
        at = behind_blank_lines(text, end);
        add(stretches, {begin, at}, true);
        continue;
      }
    }
    // A paragraph with headings before it, up to the next blank line.
    bool flat = open.state() == State::flat;
    for (bool more = true; more && at < text.size();) {
      const Line line = line_at(text, at);
      flat = flat && line.kind != LineKind::other;
      open.take(line);
      more = line.kind != LineKind::blank;
      at = line.next;
    }
    const std::uint32_t end = open.state() == State::flat ? behind_blank_lines(text, at) : at;
    is_closed = flat;
    add(stretches, {begin, end}, flat);
    at = end;
  }
  return without_short(stretches);
}

void append_flat(std::string_view text, Span stretch, SyntaxTree& tree) {
  for (std::uint32_t at = stretch.begin; at < stretch.end;) {
    Line line = line_at(text, at);
    if (line.kind == LineKind::other) {
      at = opens_plain_fence(line.text) ? append_code(text, at, tree) : append_list(text, at, tree);
      continue;
    }
    at = line.next;
    if (line.kind == LineKind::heading) append_heading(line, tree);
    if (line.kind != LineKind::prose) continue;
    const std::uint32_t begin = line.begin;
    Line last = line;
    while (at < stretch.end && (line = line_at(text, at)).kind == LineKind::prose) {
      last = line;
      at = line.next;
    }
    const std::uint32_t paragraph = push(tree, SyntaxKind::paragraph, {begin, last.next});
    const std::uint32_t content = push(tree, SyntaxKind::inline_content, {begin, end_of_content(last)});
    tree[content].end = tree[paragraph].end = content + 1;
  }
}

}  // namespace stet
