#include "document/grammar_faults.h"

#include <algorithm>
#include <array>

#include "document/backtick_runs.h"
#include "document/construct_markers.h"
#include "document/html_guard.h"
#include "text/blank.h"
#include "text/byte_set.h"
#include "text/letters.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
constexpr char filler = 'x';
constexpr ByteSet brackets("[]\\`");
constexpr ByteSet run_signs("`~*_");
constexpr std::size_t most_counted = 255;  // signs of a run, by the grammar

constexpr std::string_view text_area_start = "<textarea";
constexpr std::string_view text_area_stop = "</textarea>";

/// CommonMark 0.31, 4.6, start condition 6.
constexpr auto html_block_names = std::to_array<std::string_view>(
    {"address", "article",  "aside",    "base",   "basefont", "blockquote", "body",    "caption",  "center",     "col",    "colgroup",
     "dd",      "details",  "dialog",   "dir",    "div",      "dl",         "dt",      "fieldset", "figcaption", "figure", "footer",
     "form",    "frame",    "frameset", "h1",     "h2",       "h3",         "h4",      "h5",       "h6",         "head",   "header",
     "hr",      "html",     "iframe",   "legend", "li",       "link",       "main",    "menu",     "menuitem",   "nav",    "noframes",
     "ol",      "optgroup", "option",   "p",      "param",    "search",     "section", "summary",  "table",      "tbody",  "td",
     "tfoot",   "th",       "thead",    "title",  "tr",       "track",      "ul"});

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Goes from line to line; [begin, end) is the line without its end, `content` where it begins behind blanks and quote marks.
class FaultMender {
 public:
  explicit FaultMender(std::string_view text) : text_(text), mended_(text) {}

  std::string run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t stop = std::min(text_.find('\n', begin), text_.size());
      const std::size_t end = stop > begin && text_[stop - 1] == '\r' ? stop - 1 : stop;
      const std::size_t content = std::min(text_.find_first_not_of(" \t>", begin), end);
      if (content < end) {
        note_html(begin, content, end);
        line(content, end, stop + 1);
      } else {
        end_html();
      }
      begin = stop + 1;
    }
    if (!mended_.empty() && mended_.back() != '\n') mended_ += '\n';
    return std::move(mended_);
  }

 private:
  std::string_view text_;
  std::string mended_;
  char fence_ = 0;  // of the code that is open, and how long its fence is
  std::size_t fence_length_ = 0;
  std::size_t text_area_end_ = 0;    // of the one that was met last
  std::size_t declaration_end_ = 0;  // likewise
  std::size_t next_close_ = 0;       // the first `>` behind the declaration that was met last
  // HTML in a list item or block quotation that a blank line will end: where it begins, and where its last line ends.
  std::size_t html_begin_ = none;
  std::size_t last_line_begin_ = 0;
  std::size_t last_line_end_ = 0;  // of the text since the last blank line, or 0

  void note_html(std::size_t begin, std::size_t content, std::size_t end) {
    const std::string_view line = text_.substr(content, end - content);
    const std::string_view inner = behind_list_markers(line);
    const bool is_in_container = content > begin || inner.size() < line.size();
    const bool begins_block = last_line_end_ == 0 || inner.size() < line.size();
    if (html_begin_ == none && fence_ == 0 && is_in_container && begins_html(inner, begins_block)) html_begin_ = end - inner.size();
    last_line_begin_ = content;
    last_line_end_ = content + line.find_last_not_of(" \t") + 1;
  }

  /// CommonMark 0.31, 4.6: start conditions 6 and 7, whose block a blank line ends.
  static bool begins_html(std::string_view text, bool begins_block) {
    const std::string name = html_tag_name(text);
    const std::size_t behind = text.find_first_of(" \t/>:@");
    const bool is_address = behind != none && (text[behind] == ':' || text[behind] == '@');
    if (name.empty() || is_address || is_raw_html(name) || name == "pre") return false;
    if (std::ranges::binary_search(html_block_names, std::string_view(name))) return true;
    const std::size_t size = html_tag_size(text);
    return begins_block && size > 0 && text.find_first_not_of(" \t", size) == none;
  }

  /// The grammar loses the container behind such HTML; not so behind an instruction, `<? … ?>`.
  void end_html() {
    constexpr std::size_t shortest = 4;
    const bool has_room =
        html_begin_ != none && last_line_end_ >= html_begin_ + shortest && last_line_end_ >= last_line_begin_ + std::size_t{2};
    if (has_room && text_.substr(html_begin_, last_line_end_ - html_begin_).find("?>") == none) {
      mended_.replace(html_begin_, 2, "<?");
      mended_.replace(last_line_end_ - 2, 2, "?>");
    }
    html_begin_ = none;
    last_line_end_ = 0;
  }

  void line(std::size_t content, std::size_t end, std::size_t next) {
    const std::string_view line = text_.substr(content, end - content);
    shorten_runs(content, line);
    if (fence_ != 0) return code(content, end);
    switch (line[0]) {
      case '`':
      case '~':
        fence(content, end);
        break;
      case '-':
      case '*':
      case '+':
        // A fence may be an item's first line.
        if (const std::size_t inner = line.find_first_not_of(" \t", 1); inner != none && inner > 1) fence(content + inner, end);
        break;
      case '|':
        return blank_row(content, end);
      case '<':
        tag(content, line);
        break;
      default:
        break;
    }
    if (line.find('|') != none && begins_like_a_block(line) && is_delimiter_row(next)) mended_[content] = filler;
  }

  /// To the grammar each sign in a line begins a run of its own, which it follows to its end. So of a long run two signs are left, and of a
  /// fence or a thematic break as many as the grammar counts.
  void shorten_runs(std::size_t content, std::string_view line) {
    if (line.size() <= most_counted) return;
    const std::string_view inner = behind_list_markers(line);
    const std::size_t offset = content + line.size() - inner.size();
    std::size_t behind = 0;
    for (std::size_t at = run_signs.find(inner); at != none; at = run_signs.find(inner, behind)) {
      const char sign = inner[at];
      behind = std::min(inner.find_first_not_of(sign, at), inner.size());
      if (behind - at <= most_counted) continue;
      const bool is_fence = sign == '`' || sign == '~';
      const bool makes_block = at == 0 && (is_fence || inner.find_first_not_of(std::string{sign, ' ', '\t'}, behind) == none);
      const std::size_t kept = makes_block ? most_counted : 2;
      std::fill_n(mended_.begin() + static_cast<std::ptrdiff_t>(offset + at + kept), behind - at - kept, makes_block ? ' ' : filler);
    }
  }

  void fence(std::size_t begin, std::size_t end) {
    const char sign = text_[begin];
    if (sign != '`' && sign != '~') return;
    const std::size_t run_end = std::min(text_.find_first_not_of(sign, begin), end);
    const std::size_t length = run_end - begin;
    if (length < 3) return;
    const std::string_view info = text_.substr(run_end, end - run_end);
    if (fence_ == 0) {
      if (sign == '`' && info.find('`') != none) return;
      fence_ = sign;
      fence_length_ = length;
    } else if (sign == fence_ && length >= fence_length_ && info.find_first_not_of(" \t") == none) {
      fence_ = 0;
      const std::size_t most = std::min(info.size(), std::size_t{200});
      std::fill_n(mended_.begin() + static_cast<std::ptrdiff_t>(run_end), most, sign);
    }
  }

  /// The grammar ends code at a fence anywhere in a line.
  void code(std::size_t content, std::size_t end) {
    fence(content, end);
    if (fence_ == 0) return;
    const std::string_view line = text_.substr(0, end);
    const std::size_t behind = std::min(line.find_first_not_of(fence_, content), end);
    for (std::size_t at = line.find(fence_, behind); at != none; at = line.find(fence_, at + 1)) mended_[at] = filler;
  }

  void blank_row(std::size_t content, std::size_t end) {
    if (text_.substr(content, end - content).find_first_not_of("| \t") != none) return;
    const std::string_view row = text_.substr(0, end);
    const std::size_t blank = row.find_first_of(" \t", content);
    if (blank != none && row.find('|', blank) != none) mended_[blank] = filler;
  }

  void tag(std::size_t content, std::string_view line) {
    if (line.size() > 2 && line[1] == '!' && is_letter(line[2])) return declaration(content);
    if (line.starts_with("<!-->") || line.starts_with("<!--->")) return unsee(content, content + line.size());
    const std::size_t name = line.starts_with("</") ? 2 : 1;
    const bool is_heading =
        line.size() > name + 1 && (line[name] == 'h' || line[name] == 'H') && line[name + 1] >= '1' && line[name + 1] <= '6';
    if (is_heading) mended_[content + name + 1] = 'r';  // <hr> begins a block of the same kind
    if (content >= text_area_end_ && begins_text_area(line)) text_area(content);
  }

  static bool begins_text_area(std::string_view line) {
    return starts_with_in_any_case(line, text_area_start) &&
           (line.size() == text_area_start.size() || is_blank(line[text_area_start.size()]) || line[text_area_start.size()] == '>');
  }

  /// `<pre>` begins a block of the same kind, which `</pre>` ends.
  void text_area(std::size_t content) {
    mended_.replace(content, text_area_start.size(), "<pre     ");
    std::size_t close = text_.find("</", content);
    while (close != none && !starts_with_in_any_case(text_.substr(close), text_area_stop)) close = text_.find("</", close + 1);
    if (close != none) mended_.replace(close, text_area_stop.size(), "</pre>     ");
    text_area_end_ = close;
  }

  /// Becomes a comment, which ends in the same line, or a paragraph where it is too short or never ends.
  void declaration(std::size_t content) {
    constexpr std::size_t shortest = 7;
    if (content < declaration_end_) return;  // within another one
    if (next_close_ <= content) next_close_ = text_.find('>', content);
    const std::size_t close = next_close_;
    if (close == none || close - content + 1 < shortest) {
      mended_[content] = mended_[content + 1] = filler;
      return;
    }
    declaration_end_ = close;
    unsee(content + 2, close + 1);
    mended_.replace(content, 4, "<!--");
    mended_.replace(close - 2, 3, "-->");
  }

  void unsee(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] != '\n' && text_[at] != '\r') mended_[at] = ' ';
    }
  }

  static bool begins_like_a_block(std::string_view line) {
    const char second = line.size() > 1 ? line[1] : ' ';
    switch (line[0]) {
      case '`':
      case '~':
      case '<':
      case '[':
        return true;
      case '*':
      case '_':
      case '+':
      case '-':
      case '#':
        return !is_blank(second);
      default:
        return false;
    }
  }

  /// GFM's delimiter row, with one pipe at least.
  bool is_delimiter_row(std::size_t begin) const {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    if (begin >= end) return false;
    const std::string_view row = text_.substr(begin, end - begin);
    return row.find_first_not_of("|:- \t\r>") == none && row.find('-') != none && row.find('|') != none;
  }
};

}  // namespace

std::string without_block_faults(std::string_view text) { return FaultMender(text).run(); }

std::vector<Span> brackets_in_links(std::string_view text) {
  struct Open {
    std::size_t at = 0;
    std::size_t inner = 0;  // how many spans were found before it
  };
  std::vector<Span> found;
  std::vector<Span> all;
  std::vector<Open> open;
  const BacktickRuns runs(text);
  for (std::size_t at = brackets.find(text); at != none; at = brackets.find(text, at)) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (text[at] == '\\') {
      at += 2;
      continue;
    }
    if (text[at] == '`') {
      const std::size_t run = std::min(text.find_first_not_of('`', at), text.size()) - at;
      const std::size_t close = runs.find(run, at + run);
      at = close == none ? at + run : close + run;
      continue;
    }
    if (text[at] == '[') {
      open.push_back({at, all.size()});
    } else if (!open.empty()) {
      const Open last = open.back();
      open.pop_back();
      if (next == '(') found.insert(found.end(), all.begin() + static_cast<std::ptrdiff_t>(last.inner), all.end());
      all.resize(last.inner);
      const bool is_image = last.at > 0 && text[last.at - 1] == '!';
      if (next != '(' && next != '[' && !is_image) all.push_back({static_cast<std::uint32_t>(last.at), static_cast<std::uint32_t>(at + 1)});
    }
    ++at;
  }
  return found;
}

}  // namespace stet
