#include "findings/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "findings/line_diff.h"

namespace stet {
namespace {

constexpr std::string_view wrong_version = "the diff was not made for this version of the article";
constexpr std::string_view make_anew = "make it anew from the files that are checked: `git diff BASE > changes.diff`";

tl::unexpected<Problem> diff_fault(std::uint32_t line, std::string what, std::string mend = {}) {
  return tl::unexpected(
      Problem{.kind = ProblemKind::usage, .path = "diff", .line = line, .column = 1, .what = std::move(what), .mend = std::move(mend)});
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// A C string as git quotes unusual paths: "caf\303\251.md".
std::string unquoted(std::string_view text) {
  std::string path;
  for (std::size_t i = 1; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] != '\\' || i + 1 >= text.size()) {
      path += text[i];
      continue;
    }
    const char kind = text[++i];
    if (kind >= '0' && kind <= '3' && i + 2 < text.size()) {
      path += static_cast<char>((kind - '0') * 64 + (text[i + 1] - '0') * 8 + (text[i + 2] - '0'));
      i += 2;
    } else {
      const std::size_t known = std::string_view("abtnvfr").find(kind);
      path += known == std::string_view::npos ? kind : "\a\b\t\n\v\f\r"[known];
    }
  }
  return path;
}

/// The path behind `--- `, `+++ `, `rename from ` and the like; empty for /dev/null. `diff -u` writes a time behind a tab.
std::string path_in(std::string_view text) {
  text = without_return(text);
  if (text.starts_with('"')) return unquoted(text);
  text = text.substr(0, text.find('\t'));
  return text == "/dev/null" ? std::string() : std::string(text);
}

bool has_prefix(std::string_view path, std::string_view letters) {
  return path.size() > 2 && path[1] == '/' && letters.find(path[0]) != std::string_view::npos;
}

/// Takes away the one-letter folders that git puts before both paths: a/ and b/, or with mnemonic prefixes i/, w/, c/ and o/.
void strip_prefixes(FileChange& change) {
  std::string& before = change.before_path;
  std::string& now = change.path;
  const bool differ = before.empty() || now.empty() || before[0] != now[0];
  const bool prefixed = (before.empty() || has_prefix(before, "aciow")) && (now.empty() || has_prefix(now, "bciow"));
  if (!differ || !prefixed) return;
  if (!before.empty()) before.erase(0, 2);
  if (!now.empty()) now.erase(0, 2);
}

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t count = 1;
};

/// "-12,3" or "+12" at the start of `text`, which it takes away.
std::optional<Range> take_range(std::string_view& text, char sign) {
  if (!text.starts_with(sign)) return std::nullopt;
  Range range;
  const char* const end = text.data() + text.size();
  auto result = std::from_chars(text.data() + 1, end, range.begin);
  if (result.ec == std::errc() && result.ptr != end && *result.ptr == ',') result = std::from_chars(result.ptr + 1, end, range.count);
  if (result.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(result.ptr - text.data()));
  return range;
}

/// "@@ -1,2 +1,3 @@ heading"
std::optional<std::pair<Range, Range>> hunk_ranges(std::string_view line) {
  line.remove_prefix(3);
  const auto before = take_range(line, '-');
  if (!before || !line.starts_with(' ')) return std::nullopt;
  line.remove_prefix(1);
  const auto now = take_range(line, '+');
  if (!now || !line.starts_with(" @@")) return std::nullopt;
  return std::pair{*before, *now};
}

/// What a line of a hunk is; some tools strip the blank of an empty line that stayed.
char mark_of(std::string_view line) { return without_return(line).empty() ? ' ' : line[0]; }

class DiffReader {
 public:
  explicit DiffReader(std::string_view text) : text_(text) {}

  Result<std::vector<FileChange>> read() {
    while (next()) {
      if (line_.starts_with("diff ")) {
        open_.reset();
        before_object_ = {};
      } else if (line_.starts_with("rename from ") || line_.starts_with("copy from ")) {
        change().before_path = path_in(line_.substr(line_.find("from ") + 5));
      } else if (line_.starts_with("rename to ") || line_.starts_with("copy to ")) {
        change().path = path_in(line_.substr(line_.find("to ") + 3));
      } else if (line_.starts_with("index ")) {
        before_object_ = line_.substr(6, std::min(line_.find(".."), line_.size()) - 6);
      } else if (line_.starts_with("--- ") && text_.substr(at_).starts_with("+++ ")) {
        read_paths();
      } else if (line_.starts_with("@@@")) {
        return diff_fault(number_, "this is the diff of a merge, with more than one earlier version",
                          "make it against one version: `git diff BASE`");
      } else if (line_.starts_with("@@ ")) {
        if (const auto read = read_hunk(); !read) return tl::unexpected(read.error());
      }
    }
    if (changes_.empty() && text_.find_first_not_of(" \t\r\n") != std::string_view::npos && !seen_header_) {
      return diff_fault(1, "this is not a unified diff", "write it with `git diff` or `diff -u`");
    }
    return std::move(changes_);
  }

 private:
  std::string_view text_;
  std::string_view line_;
  std::size_t at_ = 0;
  std::uint32_t number_ = 0;
  bool seen_header_ = false;
  std::string_view before_object_;   ///< as the `index` line of the file has it
  std::optional<std::size_t> open_;  ///< index of the file that is being told of
  std::vector<FileChange> changes_;

  bool next() {
    if (at_ >= text_.size()) return false;
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    line_ = text_.substr(at_, end - at_);
    at_ = std::min(end + 1, text_.size());
    ++number_;
    seen_header_ = seen_header_ || line_.starts_with("diff ");
    return true;
  }

  FileChange& change() {
    if (!open_) {
      open_ = changes_.size();
      changes_.emplace_back();
    }
    return changes_[*open_];
  }

  void read_paths() {
    const bool has_hunks = open_ && !changes_[*open_].hunks.empty();
    if (has_hunks) open_.reset();
    FileChange& file = change();
    file.before_object = before_object_;
    file.before_path = path_in(line_.substr(4));
    next();
    file.path = path_in(line_.substr(4));
    strip_prefixes(file);
  }

  Result<bool> read_hunk() {
    if (!open_) return diff_fault(number_, "these lines belong to no file: the `---` and `+++` lines before them are missing");
    const auto ranges = hunk_ranges(line_);
    if (!ranges) return diff_fault(number_, "this does not say which lines are meant, as in `@@ -12,3 +12,4 @@`");
    Hunk hunk{.line = number_, .now_begin = ranges->second.begin, .body = {}};
    // Of an empty range, git names the line before it.
    if (ranges->second.count == 0) ++hunk.now_begin;
    const std::size_t begin = at_;
    std::uint32_t before = 0;
    std::uint32_t now = 0;
    while (before < ranges->first.count || now < ranges->second.count) {
      if (!next()) return diff_fault(hunk.line, "the diff ends before all of these lines have come", "was it cut short?");
      const char mark = mark_of(line_);
      if (std::string_view(" -+\\").find(mark) == std::string_view::npos) {
        return diff_fault(number_, "a line of a hunk starts with ` `, `-` or `+`", "was it cut short?");
      }
      before += mark == ' ' || mark == '-' ? 1U : 0U;
      now += mark == ' ' || mark == '+' ? 1U : 0U;
    }
    if (before != ranges->first.count || now != ranges->second.count)
      return diff_fault(hunk.line, "the hunk holds other lines than it says");
    if (text_.substr(at_).starts_with('\\')) next();
    hunk.body = text_.substr(begin, at_ - begin);
    changes_[*open_].hunks.push_back(hunk);
    return true;
  }
};

/// Lines of an article as a diff counts them: they end at line feeds only.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}

  /// The next line with its line feed; empty at the end.
  std::string_view take() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
    const std::string_view line = at_ < text_.size() ? text_.substr(at_, end - at_) : std::string_view();
    at_ += line.size();
    ++number_;
    return line;
  }
  bool ended() const { return at_ >= text_.size(); }
  /// 1-based number of the line that take() gives next.
  std::uint32_t number() const { return number_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t number_ = 1;
};

std::string_view without_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  return without_return(line);
}

/// Takes the lines of the hunk, and adds what they were before; false when they are not what the hunk made.
bool take_back(const Hunk& hunk, Lines& lines, std::string& before) {
  Lines body(hunk.body);
  char previous = ' ';
  while (!body.ended()) {
    const std::string_view line = body.take();
    const char mark = mark_of(line.substr(0, line.find('\n')));
    const std::string_view rest = line == "\n" || line == "\r\n" ? line : line.substr(1);
    if (mark == '\\' && previous != '+' && before.ends_with('\n')) before.pop_back();
    if ((mark == ' ' || mark == '+') && (lines.ended() || without_end(lines.take()) != without_end(rest))) return false;
    if (mark == ' ' || mark == '-') before += rest;
    previous = mark;
  }
  return true;
}

}  // namespace

namespace {

/// Length of an escape sequence that sets colours or clears to the line's end, at the start of a text; 0 when there is none.
std::size_t color_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && (text[end] == 'm' || text[end] == 'K') ? end + 1 : 0;
}

/// Does a line start with a colour and then as a diff does? An article may hold escape sequences of its own.
bool is_colored(std::string_view text) {
  for (std::size_t at = text.find('\x1b'); at != std::string_view::npos; at = text.find('\x1b', at + 1)) {
    if (at > 0 && text[at - 1] != '\n') continue;
    const std::string_view rest = text.substr(at + color_length(text.substr(at)));
    if (rest.starts_with("diff ") || rest.starts_with("--- ") || rest.starts_with("@@ ")) return true;
  }
  return false;
}

}  // namespace

std::string without_colors(std::string text) {
  if (!is_colored(text)) return text;
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '\x1b' ? color_length(std::string_view(text).substr(at)) : 0;
    if (length == 0) plain += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return plain;
}

Result<std::vector<FileChange>> parse_diff(std::string_view text) {
  if (text.size() > longest_diff)
    return diff_fault(0, fmt::format("larger than {} bytes", longest_diff), "check the changed articles by name");
  return DiffReader(text).read();
}

Result<std::string> take_back(const FileChange& change, std::string_view now) {
  std::string before;
  Lines lines(now);
  for (const Hunk& hunk : change.hunks) {
    if (hunk.now_begin < lines.number()) return diff_fault(hunk.line, "hunks overlap or are out of order", std::string(make_anew));
    while (lines.number() < hunk.now_begin && !lines.ended()) before += lines.take();
    if (lines.number() != hunk.now_begin || !take_back(hunk, lines, before)) {
      return diff_fault(hunk.line, fmt::format("{}: {}", change.path, wrong_version), std::string(make_anew));
    }
  }
  while (!lines.ended()) before += lines.take();
  return before;
}

namespace {

constexpr std::size_t lines_around = 3;

/// A line of a difference: what stays is ` `, what goes `-`, what comes `+`.
struct MarkedLine {
  char mark = ' ';
  std::string_view line;  ///< with its line feed, when it has one
};

/// Lines that were replaced; when they are as many as before, those that stayed among them are told apart.
void add_changed(std::vector<MarkedLine>& marked, std::string_view before, std::string_view now) {
  const bool as_many = std::count(before.begin(), before.end(), '\n') == std::count(now.begin(), now.end(), '\n');
  Lines old_lines(before);
  Lines new_lines(now);
  while (as_many && !old_lines.ended() && !new_lines.ended()) {
    const std::string_view old_line = old_lines.take();
    const std::string_view new_line = new_lines.take();
    marked.push_back({old_line == new_line ? ' ' : '-', old_line});
    if (old_line != new_line) marked.push_back({'+', new_line});
  }
  while (!old_lines.ended()) marked.push_back({'-', old_lines.take()});
  while (!new_lines.ended()) marked.push_back({'+', new_lines.take()});
}

/// Both versions as one run of lines. Lines that differ only in white space at their end are told as changed.
std::vector<MarkedLine> marked_lines(std::string_view before, std::string_view now) {
  std::vector<MarkedLine> marked;
  Span at{0, 0};  // how far each version has been taken
  std::vector<Edit> edits = line_edits(before, now);
  const auto before_size = static_cast<std::uint32_t>(before.size());
  const auto now_size = static_cast<std::uint32_t>(now.size());
  edits.push_back({{before_size, before_size}, {now_size, now_size}});
  for (const Edit& edit : edits) {
    add_changed(marked, before.substr(at.begin, edit.before.begin - at.begin), now.substr(at.end, edit.now.begin - at.end));
    add_changed(marked, before.substr(edit.before.begin, edit.before.size()), now.substr(edit.now.begin, edit.now.size()));
    at = {edit.before.end, edit.now.end};
  }
  return marked;
}

/// As git writes a path: quoted like a C string when it holds what would break a line, with a tab behind blanks.
std::string diff_path(std::string_view side, const std::string& path) {
  const bool odd = std::any_of(path.begin(), path.end(),
                               [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F; });
  if (!odd) return fmt::format("{}/{}{}", side, path, path.find(' ') == std::string::npos ? "" : "\t");
  std::string quoted = fmt::format("\"{}/", side);
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      quoted += {'\\', c};
    } else if (byte < 0x20 || byte == 0x7F) {
      quoted += fmt::format("\\{:03o}", byte);
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

/// "12,3" as hunks name a range: of an empty one, the line before it.
std::string range(std::size_t first, std::size_t count) { return fmt::format("{},{}", count == 0 ? first - 1 : first, count); }

std::string write_hunk(const std::vector<MarkedLine>& lines, std::size_t begin, std::size_t end, std::size_t first_before,
                       std::size_t first_now) {
  std::string body;
  std::size_t before = 0;
  std::size_t now = 0;
  for (std::size_t i = begin; i < end; ++i) {
    before += lines[i].mark != '+' ? 1U : 0U;
    now += lines[i].mark != '-' ? 1U : 0U;
    body += lines[i].mark;
    body += lines[i].line;
    if (!lines[i].line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
  }
  return fmt::format("@@ -{} +{} @@\n{}", range(first_before, before), range(first_now, now), body);
}

}  // namespace

std::string write_diff(const std::string& path, std::string_view before, std::string_view now) {
  if (before == now) return {};
  const std::vector<MarkedLine> lines = marked_lines(before, now);
  std::string diff = fmt::format("--- {}\n+++ {}\n", diff_path("a", path), diff_path("b", path));
  std::size_t before_line = 1;
  std::size_t now_line = 1;
  std::size_t at = 0;  // up to where lines have been counted
  const auto count_to = [&](std::size_t end) {
    for (; at < end; ++at) {
      before_line += lines[at].mark != '+' ? 1U : 0U;
      now_line += lines[at].mark != '-' ? 1U : 0U;
    }
  };
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].mark == ' ') {
      ++i;
      continue;
    }
    const std::size_t begin = std::max(at, i - std::min(i, lines_around));
    std::size_t end = i + 1;  // behind the last changed line
    for (std::size_t next = end; next < lines.size() && next < end + 2 * lines_around + 1; ++next) {
      if (lines[next].mark != ' ') end = next + 1;
    }
    const std::size_t last = std::min(end + lines_around, lines.size());
    count_to(begin);
    diff += write_hunk(lines, begin, last, before_line, now_line);
    count_to(last);
    i = last;
  }
  return diff;
}

}  // namespace stet
