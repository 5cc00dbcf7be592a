// HTML blocks of Markdown as an article's own: paragraphs, lists, tables, headings, quotations, code.
//
// A browser reads all HTML of a page as one text, and so is it read here: an element that one HTML block opens and another closes holds
// what stands between them. Containers (lists, rows, quotations) stay open over HTML blocks that follow each other; where a block of
// Markdown comes between, they are closed and, if more of them follows, opened anew: Markdown between tags is read where it stands, as
// ever.
//
// Order of calls:  HtmlBlocks(parsed, true), then append() for each HTML block in order and close() before any other block, read() for
// each text. An article without HTML costs one pass over its tree's kinds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/article.h"
#include "document/html_guard.h"
#include "document/html_tree.h"
#include "document/offset_map.h"
#include "document/syntax_tree.h"

namespace stet {

struct ParsedText;

/// A text of a block that append() has made.
struct HtmlLeaf {
  std::uint32_t block = 0;                   ///< index into Article::blocks
  const std::vector<Span>* parts = nullptr;  ///< for read(); lives as long as the HtmlBlocks
};

/// Where an HTML block stands: in this node, from this byte of the parsed text on.
struct HtmlPlace {
  std::uint32_t node = 0;
  std::uint32_t begin = 0;
  bool operator==(const HtmlPlace&) const = default;
};

class HtmlBlocks {
 public:
  /// Without `read_html` each HTML block stays one of the kind `html`, and indented code stays code.
  HtmlBlocks(const ParsedText& parsed, bool read_html);

  /// Is the indented code, by its node, more of the HTML before it ("<div>", an empty line, "    <p>…")? Then it is appended as such.
  bool takes(std::uint32_t node) const;
  /// Appends what a browser shows of the HTML block at `place`, or a block of the kind `html` when that is nothing. `parent` is the block
  /// around.
  void append(Article& article, HtmlPlace place, std::uint32_t parent, std::vector<HtmlLeaf>& leaves);
  /// Closes the containers that are open: another block follows, or none.
  void close(Article& article);
  /// Appends the TextRun of a leaf.
  void read(Article& article, const HtmlLeaf& leaf) const;
  /// Source spans of the comments in HTML blocks, ascending.
  std::vector<Span> comments() const;

 private:
  /// The bytes of one HTML block in text_.
  struct Fragment {
    HtmlPlace place;
    Span span;
  };
  struct Open {
    std::uint32_t html = 0;   // index into blocks_
    std::uint32_t block = 0;  // index into Article::blocks
  };

  std::string text_;  // of all HTML blocks
  OffsetMap to_source_;
  HtmlGuard guard_;
  std::vector<Fragment> fragments_;
  std::vector<std::uint32_t> indented_;  // nodes of indented code that are HTML, ascending
  std::vector<HtmlBlock> blocks_;
  std::size_t next_fragment_ = 0;
  std::uint32_t next_block_ = 0;
  std::uint32_t parent_ = no_index;
  std::uint32_t last_end_ = 0;  // in the source, of what was appended last
  std::vector<Open> open_;

  void take_off_comments(HtmlBlock& block) const;
  void add_fragment(const ParsedText& parsed, std::uint32_t node, Span span);
  std::uint32_t push(Article& article, BlockKind kind, Span source);
  void close_ended(Article& article, std::uint32_t before, std::uint32_t fragment_end);
  void close_last(Article& article, std::uint32_t written_until);
  void open_around(Article& article, std::uint32_t html);
  void append_leaf(Article& article, std::uint32_t html, std::uint32_t fragment_end, std::vector<HtmlLeaf>& leaves);
  void append_unseen(Article& article, Span span);
  void append_pictures(Article& article, Span gap);
  bool is_leaf(const HtmlBlock& block) const;
};

}  // namespace stet
