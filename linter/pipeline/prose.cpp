#include "pipeline/prose.h"

#include <algorithm>
#include <array>
#include <vector>

namespace stet {
namespace {

/// Code and markup are shown as written, and only so much of each block.
constexpr std::uint32_t most_literal_bytes = 4'000;

ProseKind kind_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return ProseKind::heading;
    case BlockKind::paragraph:
    case BlockKind::term:
      return ProseKind::paragraph;
    case BlockKind::list:
      return ProseKind::list;
    case BlockKind::list_item:
      return ProseKind::item;
    case BlockKind::table:
      return ProseKind::table;
    case BlockKind::table_row:
      return ProseKind::row;
    case BlockKind::quote:
    case BlockKind::callout:
    case BlockKind::tab:
      return ProseKind::quote;
    case BlockKind::code:
      return ProseKind::code;
    case BlockKind::footnote_definition:
      return ProseKind::footnote;
    case BlockKind::thematic_break:
      return ProseKind::divider;
    case BlockKind::html:
    case BlockKind::front_matter:
    case BlockKind::link_definition:
    case BlockKind::directive:
      return ProseKind::markup;
  }
  return ProseKind::markup;
}

std::uint8_t style_of(InlineKind kind) {
  switch (kind) {
    case InlineKind::emphasis:
      return prose_emphasis;
    case InlineKind::strong:
      return prose_strong;
    case InlineKind::strikethrough:
      return prose_struck;
    case InlineKind::code:
    case InlineKind::math:
      return prose_code;
    case InlineKind::link:
    case InlineKind::autolink:
      return prose_link;
    case InlineKind::image:
      return prose_image;
    case InlineKind::footnote_reference:
      return prose_reference;
    case InlineKind::html_tag:
    case InlineKind::html_comment:
    case InlineKind::shortcode:
    case InlineKind::bracketed:
    case InlineKind::hard_break:
      return 0;
  }
  return 0;
}

/// Turns one article; calls of append_text come in the order of its texts.
class Turning {
 public:
  Turning(const Article& article, const Units& units, const Source& source) : article_(article), units_(units), source_(source) {}

  Prose turn() {
    prose_.title = article_.title;
    std::vector<std::uint32_t> moved;  // by block of the article: where it came to stand
    for (const Block& block : article_.blocks) {
      moved.push_back(static_cast<std::uint32_t>(prose_.blocks.size()));
      append_block(block);
    }
    moved.push_back(static_cast<std::uint32_t>(prose_.blocks.size()));
    for (std::size_t i = 0; i < article_.blocks.size(); ++i) prose_.blocks[moved[i]].end = moved[article_.blocks[i].end];
    return std::move(prose_);
  }

 private:
  const Article& article_;
  const Units& units_;
  const Source& source_;
  Prose prose_;

  std::uint32_t run_count() const { return static_cast<std::uint32_t>(prose_.runs.size()); }

  void append_block(const Block& block) {
    const ProseKind kind = kind_of(block.kind);
    prose_.blocks.push_back({.kind = kind, .ordered = block.ordered, .level = block.level, .source = block.source, .runs = {}});
    if (kind == ProseKind::row) return append_cells(block);
    ProseBlock& own = prose_.blocks.back();
    own.runs.begin = run_count();
    if (kind == ProseKind::code || kind == ProseKind::markup) append_literal(block.source);
    if (kind != ProseKind::code && kind != ProseKind::markup) {
      for (std::uint32_t text = block.texts.begin; text < block.texts.end; ++text) append_text(text, own);
    }
    own.runs.end = run_count();
  }

  /// Each cell is a block of its own.
  void append_cells(const Block& row) {
    for (std::uint32_t text = row.texts.begin; text < row.texts.end; ++text) {
      ProseBlock cell{.kind = ProseKind::cell, .source = article_.to_source(article_.texts[text].plain), .runs = {}};
      cell.runs.begin = run_count();
      append_text(text, cell);
      cell.runs.end = run_count();
      cell.end = static_cast<std::uint32_t>(prose_.blocks.size()) + 1;
      prose_.blocks.push_back(cell);
    }
  }

  void append_run(std::string_view text, Span source, std::uint8_t styles) {
    if (text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(prose_.text.size());
    prose_.text += text;
    prose_.runs.push_back({{begin, static_cast<std::uint32_t>(prose_.text.size())}, source, styles});
  }

  void append_literal(Span span) {
    std::uint32_t end = std::min(span.end, span.begin + most_literal_bytes);
    while (end < span.end && end > span.begin && (static_cast<unsigned char>(source_.bytes[end]) & 0xC0U) == 0x80U) --end;
    append_run(source_.view({span.begin, end}), {span.begin, end}, 0);
    if (end < span.end) append_run(" …", {end, span.end}, 0);
  }

  /// The description of an image, or a footnote's label: what stands between its first brackets.
  std::string_view bracketed(Span span) const {
    const std::string_view written = source_.view(span);
    const std::size_t begin = written.find('[');
    const std::size_t end = written.find(']', begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) return {};
    std::string_view inside = written.substr(begin + 1, end - begin - 1);
    if (inside.starts_with('^')) inside.remove_prefix(1);
    return inside;
  }

  /// What has no readable text of its own, but is seen: images, references to footnotes, formulas.
  void append_unread(const Inline& part, std::uint8_t styles) {
    if (part.kind == InlineKind::math) append_run(source_.view(part.source), part.source, styles | prose_code);
    if (part.kind != InlineKind::image && part.kind != InlineKind::footnote_reference) return;
    const std::string_view inside = bracketed(part.source);
    append_run(inside.empty() ? "image" : inside, part.source, styles | style_of(part.kind));
  }

  void append_text(std::uint32_t index, ProseBlock& block) {
    const TextRun& text = article_.texts[index];
    const IndexRange sentences = units_.sentences_of_text[index];
    for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) block.words += units_.sentences[s].words.size();
    if (index > 0 && block.runs.begin != run_count()) append_run(" ", {block.source.begin, block.source.begin}, 0);
    append_pieces(text);
  }

  /// Where a style begins or ends, or something unread stands.
  struct Event {
    std::uint32_t plain = 0;
    const Inline* part = nullptr;
    bool begins = true;
  };

  std::vector<Event> events_of(const TextRun& text) const {
    std::vector<Event> events;
    for (std::uint32_t i = text.inlines.begin; i < text.inlines.end; ++i) {
      const Inline& part = article_.inlines[i];
      if (style_of(part.kind) == 0) continue;
      events.push_back({part.plain.begin, &part, true});
      if (!part.plain.empty()) events.push_back({part.plain.end, &part, false});
    }
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.plain < b.plain; });
    return events;
  }

  void append_pieces(const TextRun& text) {
    const std::vector<Event> events = events_of(text);
    std::array<std::uint32_t, 8> open{};
    std::uint32_t at = text.plain.begin;
    for (const Event& event : events) {
      const std::uint32_t to = std::clamp(event.plain, at, text.plain.end);
      append_plain({at, to}, styles_of(open));
      at = to;
      if (event.part->plain.empty()) {
        append_unread(*event.part, styles_of(open));
        continue;
      }
      for (std::uint32_t bit = 0; bit < open.size(); ++bit) {
        if ((style_of(event.part->kind) >> bit & 1U) == 0) continue;
        open[bit] = event.begins ? open[bit] + 1 : open[bit] - std::min(open[bit], 1U);
      }
    }
    append_plain({at, text.plain.end}, styles_of(open));
  }

  static std::uint8_t styles_of(const std::array<std::uint32_t, 8>& open) {
    std::uint8_t styles = 0;
    for (std::uint32_t bit = 0; bit < open.size(); ++bit) {
      if (open[bit] > 0) styles = static_cast<std::uint8_t>(styles | 1U << bit);
    }
    return styles;
  }

  /// Plain text of one look, a run for each piece that comes from one run of source bytes.
  void append_plain(Span plain, std::uint8_t styles) {
    if (plain.empty()) return;
    const std::vector<PlainPiece>& pieces = article_.pieces;
    auto piece = std::upper_bound(pieces.begin(), pieces.end(), plain.begin,
                                  [](std::uint32_t offset, const PlainPiece& candidate) { return offset < candidate.plain; });
    if (piece != pieces.begin()) --piece;
    for (; piece != pieces.end() && piece->plain < plain.end; ++piece) {
      const std::uint32_t piece_end = piece + 1 == pieces.end() ? plain.end : (piece + 1)->plain;
      const Span part{std::max(plain.begin, piece->plain), std::min(plain.end, piece_end)};
      if (part.begin >= part.end) continue;
      const std::uint32_t source = piece->source + (piece->exact ? part.begin - piece->plain : 0);
      append_run(article_.text(part), {source, source + (piece->exact ? part.size() : piece->source_size)}, styles);
    }
  }
};

}  // namespace

Prose prose_of(const Article& article, const Units& units, const Source& source) { return Turning(article, units, source).turn(); }

}  // namespace stet
