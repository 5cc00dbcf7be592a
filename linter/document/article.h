// A Markdown article as data: blocks, readable text, inline spans, links, footnotes, sections.
//
// Order of calls:  parse_article(source) -> Article;  dump(article, source) prints it.
//
// Three coordinate systems meet here and must not be mixed:
//   source offsets   bytes of Source::bytes; every `Span source` is one
//   plain offsets    bytes of Article::plain, the readable text without markup; every `Span plain` is one
//   indices          positions in the vectors below; every `IndexRange` is one
// Article::to_source turns plain offsets into source offsets exactly, also across soft line breaks, entities and emphasis.
//
// All vectors are in document order. Blocks are in preorder: a block's descendants are [index + 1, block.end).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/parse_budget.h"
#include "text/problem.h"
#include "text/source.h"
#include "text/span.h"

namespace stet {

inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

enum class BlockKind : std::uint8_t {
  heading,  ///< ATX, setext, `<h2>…</h2>`; also implied ones, see Block::implied
  paragraph,
  list,
  list_item,
  table,
  table_row,  ///< the header row is `level` 1, the others 0; each cell is a TextRun of the row
  quote,      ///< block quote; whose words it holds says Block::quotation
  code,       ///< fenced or indented
  html,       ///< an HTML block; prose inside it is not read
  front_matter,
  thematic_break,
  link_definition,
  footnote_definition,
  directive,  ///< a line that belongs to a site generator: shortcode, Liquid tag, MDX import, `:::`
  callout,    ///< a box of the author's own prose: alert, admonition, note directive; a title is an implied heading in it
  tab,        ///< one of several bodies shown in the same place; its title likewise
  term,       ///< what the rest of its list item defines
};

/// Whose words a block quote holds, decided by structure; see quotations.h.
enum class Quotation : std::uint8_t {
  none,        ///< no block quote
  box,         ///< the author's: nothing says that somebody else speaks
  pull_quote,  ///< the author's: the article says the same elsewhere
  body,        ///< the author's: most of the article is quoted
  marked,      ///< somebody's: in quotation marks
  attributed,  ///< somebody's: a name, a link or a cite stands behind it, or what leads to it says who speaks
  named,       ///< somebody's: a construct for quotations
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  bool implied = false;    ///< a heading by looks only: a lone bold line, or a short line in a line-per-paragraph export
  bool ordered = false;    ///< of a list: numbered
  std::uint8_t level = 0;  ///< heading: 1 to 6 (implied bold ones: 7); table_row: 1 for the header row
  Quotation quotation = Quotation::none;
  std::uint32_t parent = no_index;
  std::uint32_t end = 0;      ///< one past the last descendant
  std::uint32_t section = 0;  ///< index into Article::sections
  Span source;                ///< without trailing line end
  IndexRange texts;           ///< TextRuns that belong to this block itself, not to its descendants

  /// Somebody else's words, not the author's.
  bool quotes() const { return quotation >= Quotation::marked; }
};

/// The readable text of a leaf block, or of one table cell: markup gone, each soft line break one space.
struct TextRun {
  std::uint32_t block = 0;
  Span plain;
  IndexRange inlines;  ///< inline spans that lie in this run
};

enum class InlineKind : std::uint8_t {
  emphasis,
  strong,
  strikethrough,
  code,                ///< its text is in `plain`
  math,                ///< not in `plain`
  link,                ///< inline or resolved reference link; link text is in `plain`; see Inline::link
  image,               ///< alt text is not in `plain`
  autolink,            ///< <https://…> or a bare URL; its text is in `plain`
  footnote_reference,  ///< [^label]; not in `plain`
  html_tag,            ///< not in `plain`
  html_comment,        ///< not in `plain`
  shortcode,           ///< {{< … >}}, {% … %}, JSX expression; not in `plain`
  bracketed,           ///< [text] that resolves to nothing, such as [7] or [@key]; its text, brackets included, is in `plain`
  hard_break,          ///< one space in `plain`
};

struct Inline {
  InlineKind kind = InlineKind::emphasis;
  Span source;                    ///< with its markup
  Span plain;                     ///< what of it is readable; empty (at its place) when nothing is
  std::uint32_t link = no_index;  ///< link, image, autolink, footnote_reference: index into links or footnotes
};

/// The target of a link, image or autolink.
struct Link {
  std::string target;                   ///< destination with entities and backslash escapes resolved
  Span source;                          ///< the whole link
  std::uint32_t definition = no_index;  ///< block of the link_definition it was resolved by
};

struct Footnote {
  std::string label;               ///< as written between `[^` and `]`
  std::uint32_t block = no_index;  ///< its footnote_definition, or no_index when it is referred to but not defined
  std::uint32_t references = 0;    ///< how often it is referred to
};

/// A heading and all under it. sections[0] is what stands before the first heading (and the parent of all).
struct Section {
  std::uint32_t heading = no_index;  ///< block index
  std::uint8_t level = 0;
  std::uint32_t parent = 0;
  IndexRange blocks;  ///< heading included, subsections included
};

/// An HTML or MDX comment, anywhere outside code: where suppressions are written.
struct Comment {
  Span source;
  Span content;                    ///< source span of what stands between the delimiters
  std::uint32_t block = no_index;  ///< the block it speaks of: the next one that is more than comments, or no_index
};

/// A name that a heading or block can be linked by, given by the author: `{#id}`, `(label)=`, `^block`.
struct Label {
  std::string name;
  Span source;
};

/// One run of plain bytes that corresponds to one run of source bytes. `exact`: byte for byte; otherwise as a whole (an entity, a line
/// break).
struct PlainPiece {
  std::uint32_t plain = 0;
  std::uint32_t source = 0;
  std::uint32_t source_size = 0;
  bool exact = true;
};

struct Article {
  std::string plain;               ///< the runs' texts, each followed by a line feed
  std::vector<PlainPiece> pieces;  ///< ascending in `plain`
  std::vector<Block> blocks;
  std::vector<TextRun> texts;
  std::vector<Inline> inlines;
  std::vector<Link> links;
  std::vector<Footnote> footnotes;
  std::vector<Section> sections;
  std::vector<Comment> comments;
  std::vector<Label> labels;
  std::optional<Span> front_matter;  ///< source span between the delimiters
  std::string front_matter_format;   ///< "yaml", "toml", "json" or empty
  std::string title;                 ///< front matter's title, or empty
  bool line_per_paragraph = false;   ///< read as an export in which every line is a paragraph
  Problems problems;                 ///< parts that were skipped (unread)

  std::string_view text(Span plain_span) const { return std::string_view(plain).substr(plain_span.begin, plain_span.size()); }
  /// Source span of a plain span: from its first byte's source to its last byte's. Markup between is covered, around it not.
  Span to_source(Span plain_span) const;
  /// Plain text of a heading block, or empty.
  std::string_view heading_text(const Section& section) const;
};

/// Which dialect to read. `by_path` looks at the extension (.mdx is MDX, all else Markdown with the constructs of dialects.h);
/// `commonmark` is CommonMark with GitHub's tables, footnotes and strikethrough, and no construct of any generator.
enum class Dialect : std::uint8_t { by_path, commonmark, mdx };

struct ParseLimits {
  std::uint32_t nesting = 200;                   ///< blocks nested deeper are not parsed (the grammar's scanner has a fixed buffer)
  std::uint32_t inline_marks = 600;              ///< delimiter bytes in one block beyond which its inline markup is not read
  ParseBudget blocks;                            ///< of the whole article's blocks; last resort
  std::uint64_t html_bytes = ~std::uint64_t{0};  ///< 0: HTML blocks stay whole, so that blocks are Markdown's alone
};

/// Parses a whole article. Never fails as a whole: a file that must not be parsed yields an Article without blocks and a Problem;
/// a block whose inline markup must not be parsed keeps its text as written, and a Problem.
Article parse_article(const Source& source, Dialect dialect = Dialect::by_path, const ParseLimits& limits = {});

/// The values of an article's front matter as an article of their own: one block of the kind front_matter for each, in one section, with
/// spans of the same source. Keys, comments and markup are not read; lines of a folded or indented value are joined, as soft breaks are.
Article read_front_matter(const Source& source, const Article& article);

std::string_view name(BlockKind kind);
std::string_view name(InlineKind kind);
std::string_view name(Quotation quotation);

/// Readable picture of an Article for people and goldens: one line a block, text and inline, with line:column ranges.
std::string dump(const Article& article, const Source& source);

}  // namespace stet
