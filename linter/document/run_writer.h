// Writes one TextRun of an article: readable text, where it comes from, and the inline spans in it. Markdown and HTML are read into the
// same.
//
// Order of calls:  RunWriter(article, leaf), begin(block), any of the others in the order of the text, end().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/article.h"
#include "document/offset_map.h"

namespace stet {

/// The bytes of a leaf as its grammar sees them (without `> ` and other continuations), and where they come from.
struct LeafText {
  std::string_view text;
  const OffsetMap* to_source = nullptr;  ///< offsets of `text` to source offsets
};

/// Offsets named `at`, `begin`, `end` and spans are into the leaf's text.
class RunWriter {
 public:
  RunWriter(Article& article, const LeafText& leaf) : article_(article), leaf_(leaf) {}

  void begin(std::uint32_t block);
  void end();

  std::uint32_t size() const { return static_cast<std::uint32_t>(leaf_.text.size()); }
  std::string_view text() const { return leaf_.text; }
  std::string_view text(Span span) const { return leaf_.text.substr(span.begin, span.size()); }
  Span source(Span span) const { return (*leaf_.to_source)(span); }
  std::uint32_t plain_size() const { return static_cast<std::uint32_t>(article_.plain.size()); }
  /// What the run says up to here.
  std::string_view written() const { return std::string_view(article_.plain).substr(run_.plain.begin); }

  /// Bytes that stand for themselves; a piece for each stretch that is contiguous in the source.
  void exact(std::uint32_t begin, std::uint32_t end);
  /// Text that stands for other bytes as a whole.
  void stands_for(std::string_view shown, Span span);
  /// One space, unless the run has not begun or a space is there already.
  void space(Span span);

  /// An inline span, empty until it is closed. Returns its index.
  std::uint32_t add_inline(InlineKind kind, Span span, std::uint32_t link = no_index);
  void close_inline(std::uint32_t index) { article_.inlines[index].plain.end = plain_size(); }
  /// An element's span, of which only the opening tag was known, ends here.
  void close_element(std::uint32_t index, std::uint32_t end);
  std::uint32_t add_link(std::string target, Span span, std::uint32_t definition);

  /// GFM's extended autolinks: http://, https:// or www. up to a space or `<`, without closing punctuation. `at` is its `:` or first `w`,
  /// `start` where what is not written yet begins. Writes both and returns the end, or `at` when no address is here.
  std::uint32_t bare_url(std::uint32_t start, std::uint32_t at, std::uint32_t end);

 private:
  Article& article_;
  LeafText leaf_;
  TextRun run_;

  void add_piece(const PlainPiece& piece);
  void drop_last();
};

}  // namespace stet
