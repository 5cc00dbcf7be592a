#include "reports/excerpt.h"

#include <algorithm>

#include "findings/finding.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::string_view blanks = " \t\r\n";
/// How far from the marked words a sentence is looked at, in bytes for each column of a row: enough for all rows of any script.
constexpr std::size_t bytes_per_column = 4 * most_excerpt_rows;
constexpr std::size_t room_for_ellipses = 4;  // "… " before and " …" behind
constexpr std::size_t fewest_columns = 12;

/// Moves `offset` to a UTF-8 border at or after it.
std::uint32_t border(std::string_view bytes, std::uint32_t offset) {
  while (offset < bytes.size() && (static_cast<unsigned char>(bytes[offset]) & 0xC0U) == 0x80U) ++offset;
  return offset;
}

Span trimmed(const Source& source, Span span) {
  const std::string_view text = source.view(span);
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {span.begin, span.begin};
  const std::size_t last = text.find_last_not_of(blanks);
  return {span.begin + static_cast<std::uint32_t>(first), span.begin + static_cast<std::uint32_t>(last) + 1};
}

Span clipped(Span span, Span to) { return {std::clamp(span.begin, to.begin, to.end), std::clamp(span.end, to.begin, to.end)}; }

std::size_t width_of(const Source& source, Span span) { return display_width(visible(source.view(span))); }

/// One row before it is written: its bytes, and whether something of the line is left out before or behind it.
struct Row {
  std::uint32_t line = 0;
  Span shown;
  bool cut_before = false;
  bool cut_behind = false;
};

/// Where a row that starts at `span.begin` ends: at the last blank that leaves it no wider than `columns`, or in a word that is wider.
std::uint32_t end_of_row(const Source& source, Span span, std::size_t columns) {
  const std::string_view text = source.view(span);
  std::size_t width = 0;
  std::size_t at = 0;
  std::size_t last_blank = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    next_code_point(text, at);
    if (blanks.find(text[begin]) != std::string_view::npos) last_blank = begin;
    width += display_width(visible(text.substr(begin, at - begin)));
    if (width > columns) return span.begin + static_cast<std::uint32_t>(last_blank > 0 ? last_blank : std::max<std::size_t>(begin, 1));
  }
  return span.end;
}

class Excerpt {
 public:
  Excerpt(const Source& source, const std::vector<Span>& sentences, Span marked, const ExcerptStyle& style)
      : source_(source), sentences_(sentences), marked_(marked), style_(style) {
    style_.columns = std::max(style_.columns, fewest_columns);
  }

  std::vector<ExcerptRow> rows() {
    const std::uint32_t first = source_.lines.line_at(marked_.begin);
    const std::uint32_t last = source_.lines.line_at(std::max(marked_.begin, marked_.end == 0 ? 0 : marked_.end - 1));
    const std::size_t columns = first == last ? style_.columns : style_.columns - room_for_ellipses;
    for (std::uint32_t line = first; line <= last && rows_.size() < most_excerpt_rows; ++line) add_line(line, columns);
    const std::uint32_t shown = rows_.back().shown.end;
    if (trimmed(source_, clipped({shown, marked_.end}, {shown, std::max(shown, marked_.end)})).size() > 0) rows_.back().cut_behind = true;
    std::vector<ExcerptRow> written;
    for (const Row& row : rows_) written.push_back(write(row));
    return written;
  }

 private:
  const Source& source_;
  const std::vector<Span>& sentences_;
  Span marked_;
  ExcerptStyle style_;
  std::vector<Row> rows_;

  /// `columns`: what a line may be wide that is shown whole.
  void add_line(std::uint32_t number, std::size_t columns) {
    const Span line = source_.lines.line(number);
    if (line.size() <= style_.columns * bytes_per_column && width_of(source_, line) <= columns) {
      rows_.push_back({number, line, false, false});
      return;
    }
    const Span marked = clipped(marked_, line);
    const auto reach = static_cast<std::uint32_t>(style_.columns * bytes_per_column);
    const Span near{border(source_.bytes, std::max(line.begin, marked.begin - std::min(marked.begin, reach))),
                    border(source_.bytes, std::min(line.end, marked.begin + reach))};
    // A line may start with the blank behind the sentence before.
    const Span said = trimmed(source_, marked);
    const Span wanted = trimmed(source_, clipped(sentences_.empty() ? line : with_sentences(sentences_, said), near));
    add_rows(number, line, wanted);
  }

  /// Breaks a part of a line into rows, and keeps those around the first marked word.
  void add_rows(std::uint32_t number, Span line, Span wanted) {
    std::vector<Row> rows;
    std::size_t first_marked = 0;
    for (Span rest = wanted; rest.size() > 0 || rows.empty();) {
      const std::uint32_t end = border(source_.bytes, end_of_row(source_, rest, style_.columns - room_for_ellipses));
      const Span shown = trimmed(source_, {rest.begin, end});
      rows.push_back({0, shown, false, false});
      if (end <= marked_.begin) first_marked = rows.size();
      if (end == rest.begin) break;
      rest = trimmed(source_, {end, rest.end});
    }
    const std::size_t room = most_excerpt_rows - rows_.size();
    const std::size_t begin = rows.size() <= room ? 0 : std::min(first_marked, rows.size() - 1);
    const std::size_t end = std::min(rows.size(), begin + room);
    rows[begin].line = number;
    rows[begin].cut_before =
        trimmed(source_, {std::max(line.begin, nearest_before(line, rows[begin])), rows[begin].shown.begin}).size() > 0;
    rows[end - 1].cut_behind = source_.bytes.find_first_not_of(" \t", rows[end - 1].shown.end) < line.end;
    rows_.insert(rows_.end(), rows.begin() + static_cast<std::ptrdiff_t>(begin), rows.begin() + static_cast<std::ptrdiff_t>(end));
  }

  /// A few bytes are enough to know whether something stands before a row.
  static std::uint32_t nearest_before(Span line, const Row& row) {
    constexpr std::uint32_t looked_at = 256;
    return row.shown.begin - line.begin > looked_at ? row.shown.begin - looked_at : line.begin;
  }

  ExcerptRow write(const Row& row) const {
    ExcerptRow written{row.line, row.cut_before ? "… " : "", {}};
    const std::size_t head = display_width(written.text);
    written.text += visible(source_.view(row.shown));
    if (row.cut_behind) written.text += " …";
    const bool empty_here = marked_.size() == 0 && marked_.begin >= row.shown.begin && marked_.begin <= row.shown.end;
    const Span marked = trimmed(source_, clipped(marked_, row.shown));
    if (marked.size() == 0 && !empty_here) return written;
    const std::uint32_t begin = empty_here ? marked_.begin : marked.begin;
    written.marks = std::string(head + width_of(source_, {row.shown.begin, begin}), ' ');
    written.marks += std::string(std::max<std::size_t>(1, width_of(source_, marked)), style_.mark);
    return written;
  }
};

}  // namespace

std::vector<ExcerptRow> excerpt_of(const Source& source, const std::vector<Span>& sentences, Span marked, const ExcerptStyle& style) {
  return Excerpt(source, sentences, marked, style).rows();
}

std::string wrapped(std::string_view text, std::size_t columns, std::string_view indent) {
  std::string lines;
  std::size_t used = 0;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const std::size_t width = display_width(word);
    if (used == 0 || used + 1 + width > columns) {
      if (used > 0) lines += '\n';
      lines += indent;
      used = display_width(indent);
    } else {
      lines += ' ';
      ++used;
    }
    lines += word;
    used += width;
    at = text.find_first_not_of(blanks, end);
  }
  return lines.empty() ? lines : lines + '\n';
}

}  // namespace stet
