#include "document/coarse.h"

#include <algorithm>
#include <vector>

#include "text/byte_set.h"

namespace stet {
namespace {

constexpr auto none = std::string_view::npos;
constexpr char filler = 'x';
constexpr std::string_view letters_of_entities = "#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters, digits, spaces and signs that are nothing but prose to both grammars.
constexpr ByteSet bytes_of_prose(std::string_view signs) {
  ByteSet bytes(signs);
  for (char c = '\0'; c < '\x7F'; ++c) bytes.set(c, bytes.contains(c) || is_letter(c) || (c >= '0' && c <= '9') || c == ' ');
  return bytes;
}
constexpr ByteSet bytes_without_space(std::string_view signs) {
  ByteSet bytes = bytes_of_prose(signs);
  bytes.set(' ', false);
  return bytes;
}
constexpr ByteSet line_ends("\r\n");
constexpr ByteSet angle_brackets("<>");
constexpr ByteSet kept_openers("<&");
constexpr ByteSet markup("\\`<[]*_~");
constexpr ByteSet block_prose = bytes_of_prose(",.;:'\"!()-/?%");
constexpr ByteSet html_prose = bytes_of_prose(",.;:'\"()%");  // an HTML block may end at `-->`, `?>` or `]]>`
constexpr ByteSet inline_prose = bytes_of_prose(",.;:'\"-/?=%#+@{}^");
constexpr ByteSet target_bytes = bytes_without_space(".;:-/?=%#+@");

/// Makes one word of the stretch [begin, end), spaces at its ends aside.
void join(std::string& text, std::size_t begin, std::size_t end) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  if (end - begin > 2)
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin) + 1, text.begin() + static_cast<std::ptrdiff_t>(end) - 1, filler);
}

/// Joins every stretch of prose in [begin, end).
void join_all(std::string& text, std::size_t begin, std::size_t end, const ByteSet& prose) {
  const auto is_prose = [&](std::size_t at) { return prose.contains(text[at]); };
  for (std::size_t at = begin; at < end;) {
    std::size_t stop = at;
    while (stop < end && is_prose(stop)) ++stop;
    join(text, at, stop);
    at = std::max(stop, at + 1);
  }
}

/// Behind an entity's name that may begin behind the `&` at `at`.
std::size_t end_of_entity(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(letters_of_entities, at + 1), text.size());
}

/// Behind the tag or entity that may begin at `at`, or behind that byte.
std::size_t behind_kept(std::string_view text, std::size_t at) {
  if (text[at] == '&') return end_of_entity(text, at);
  return text[at] == '<' ? std::min(text.find('>', at), text.size()) : at + 1;
}

/// Does what runs from a `<` to the next `>` leave no quote open, so that a tag would end there? With quotes of both kinds, who knows.
bool leaves_no_quote_open(std::string_view tag) {
  const auto doubles = std::count(tag.begin(), tag.end(), '"');
  const auto singles = std::count(tag.begin(), tag.end(), '\'');
  return (doubles == 0 || singles == 0) && (doubles + singles) % 2 == 0;
}

/// The same of all tags that may begin in a line.
bool has_plain_tags(std::string_view line) {
  for (std::size_t at = line.find('<'); at != none; at = line.find('<', at)) {
    const std::size_t close = std::min(line.find('>', at), line.size());
    if (!leaves_no_quote_open(line.substr(at, close - at))) return false;
    at = close;
  }
  return true;
}

/// One line without its end.
void coarsen_line(std::string& text, std::size_t begin, std::size_t end) {
  const std::string_view line = std::string_view(text).substr(0, end);
  if (!has_plain_tags(line.substr(begin))) return;
  while (begin < end && !is_letter(line[begin])) {
    if (line[begin] == '`' || line[begin] == '~') return;
    begin = behind_kept(line, begin);
  }
  const ByteSet& prose = angle_brackets.find(line, begin) == none ? block_prose : html_prose;
  while (begin < end) {
    const std::size_t kept = std::min(kept_openers.find(line, begin), end);
    join_all(text, begin, kept, prose);
    if (kept == end) return;
    begin = behind_kept(line, kept);
  }
}

/// End of the line that begins at `begin`, without its line end.
std::size_t end_of_line(std::string_view text, std::size_t begin) { return std::min(line_ends.find(text, begin), text.size()); }

/// Where the line behind the line end at `end` begins.
std::size_t next_line(std::string_view text, std::size_t end) { return end + (text.substr(end).starts_with("\r\n") ? 2 : 1); }

/// The first blank line at or after `begin`: its first byte, or the text's end.
std::size_t end_of_paragraph(std::string_view text, std::size_t begin) {
  while (begin < text.size()) {
    const std::size_t end = end_of_line(text, begin);
    if (text.substr(begin, end - begin).find_first_not_of(" \t") == none) return begin;
    begin = next_line(text, end);
  }
  return text.size();
}

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
constexpr bool is_word(char c) { return is_letter(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

/// Behind the bracket that closes the one at `at`, or none.
std::size_t end_of_destination(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\') ++at;
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) return at + 1;
  }
  return none;
}

/// Is all markup of a text closed where one expects it? The parser follows several readings of what is open, but no more than six, and
/// which ones it drops depends on its tokens: only a text that has one reading may be coarsened.
class NestingReader {
 public:
  explicit NestingReader(std::string_view text) : text_(text) {}

  bool is_well_nested() {
    while (well_ && (at_ = markup.find(text_, at_)) != none) read();
    return well_ && open_.empty();
  }

 private:
  struct Opener {
    char sign = 0;
    std::size_t length = 0;
    bool operator==(const Opener&) const = default;
  };

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Opener> open_;
  bool well_ = true;

  void read() {
    switch (text_[at_]) {
      case '\\':
        at_ += 2;
        return;
      case '`':
        return code();
      case '<':
        return tag();
      case '[':
        open_.push_back({'[', 1});
        // An image in a link is as deep as brackets go.
        well_ = std::count(open_.begin(), open_.end(), open_.back()) <= 2;
        ++at_;
        return;
      case ']':
        return close_bracket();
      default:
        return emphasis();
    }
  }

  void close(const Opener& opener) {
    well_ = !open_.empty() && open_.back() == opener;
    if (well_) open_.pop_back();
  }

  std::size_t run_at(std::size_t at) const { return std::min(text_.find_first_not_of(text_[at], at), text_.size()) - at; }

  void code() {
    const std::size_t length = run_at(at_);
    std::size_t close = at_ + length;
    while ((close = text_.find('`', close)) != none && run_at(close) != length) close += run_at(close);
    well_ = close != none;
    at_ = close + length;
  }

  void tag() {
    const std::size_t close = text_.find('>', at_);
    const std::string_view tag = text_.substr(at_, close == none ? none : close - at_);
    well_ = close != none && tag.find_first_of("*_~[]`\\") == none && leaves_no_quote_open(tag);
    at_ = close;
  }

  void close_bracket() {
    close({'[', 1});
    ++at_;
    if (!well_ || at_ == text_.size() || text_[at_] != '(') return;
    at_ = end_of_destination(text_, at_);
    well_ = at_ != none;
  }

  void emphasis() {
    const Opener run{text_[at_], run_at(at_)};
    const char before = at_ == 0 ? ' ' : text_[at_ - 1];
    at_ += run.length;
    const char after = at_ >= text_.size() ? ' ' : text_[at_];
    if (run.sign == '_' && is_word(before) && is_word(after)) return;
    const bool opens = !is_space(after) && (is_word(after) || !is_word(before));
    const bool closes = !is_space(before) && (is_word(before) || !is_word(after));
    well_ = run.length <= 3 && !(opens && closes);
    if (well_ && opens) open_.push_back(run);
    if (well_ && closes) close(run);
  }
};

/// Copies a text's inline markup as it is and joins what lies between.
class InlineCoarsener {
 public:
  explicit InlineCoarsener(std::string_view text) : text_(text), coarse_(text) {}

  std::string run() {
    // Comments, declarations and processing instructions hold anything.
    if (text_.find("<!") != none || text_.find("<?") != none || !NestingReader(text_).is_well_nested()) return std::move(coarse_);
    std::size_t kept_until = 0;
    std::size_t begin = 0;  // of what may be joined
    for (std::size_t at = openers.find(text_); at != none; at = openers.find(text_, at + 1)) {
      const std::size_t kept = end_of_kept(at);
      if (kept == at) continue;
      if (at > kept_until) join_all(coarse_, begin, at, inline_prose);
      if (at >= kept_until && text_[at] == '(' && text_.substr(at, kept - at).find_first_of("<&\\") == none)
        join_all(coarse_, at, kept, target_bytes);
      // What is kept may begin inside of what is kept already: which of the two is markup, the parser says.
      begin = kept_until = std::max(kept, kept_until);
    }
    join_all(coarse_, begin, text_.size(), inline_prose);
    return std::move(coarse_);
  }

 private:
  static constexpr ByteSet openers = ByteSet("\\&<(");

  std::string_view text_;
  std::string coarse_;
  std::size_t next_close_ = 0;  // the first `>` behind the last `<`

  /// The end of what must stay as it is and begins at `at`; `at` itself when nothing does.
  std::size_t end_of_kept(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return std::min(at + 2, text_.size());
      case '&':
        return end_of_entity(text_, at);
      case '<':
        if (next_close_ <= at) next_close_ = std::min(text_.find('>', at), text_.size());
        return next_close_;
      default:
        return at > 0 && text_[at - 1] == ']' ? std::min(end_of_destination(text_, at), text_.size()) : at;
    }
  }
};

}  // namespace

std::string coarse_blocks(std::string_view text) {
  std::string coarse(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::max(end_of_paragraph(text, begin), begin + 1);
    const bool defines = text.substr(begin, end - begin).find("]:") != none;
    while (begin < end) {
      const std::size_t line_end = end_of_line(text, begin);
      if (!defines) coarsen_line(coarse, begin, line_end);
      begin = next_line(text, line_end);
    }
  }
  return coarse;
}

std::string coarse_inlines(std::string_view text) { return InlineCoarsener(text).run(); }

}  // namespace stet
