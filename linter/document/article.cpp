#include "document/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "document/blocks.h"
#include "document/dialect_blocks.h"
#include "document/front_matter.h"
#include "document/grammar_faults.h"
#include "document/masking.h"
#include "document/nesting.h"
#include "document/quotations.h"
#include "document/unclosed.h"
#include "document/unwrap.h"

namespace stet {
namespace {

Problem skipped(const Source& source, std::uint32_t line, std::string what, std::string mend) {
  return {.kind = ProblemKind::unread,
          .path = source.path,
          .line = line,
          .column = line == 0 ? 0U : 1U,
          .what = std::move(what),
          .mend = std::move(mend)};
}

/// Blank up to `end`, so that the parser sees nothing but line ends there.
void blank(std::string& bytes, std::uint32_t end) {
  for (std::uint32_t i = 0; i < end; ++i) {
    if (bytes[i] != '\n' && bytes[i] != '\r') bytes[i] = ' ';
  }
}

constexpr std::size_t longest_wrapped_line = 160;

/// Exports and text files without blank lines, in which every long line is a paragraph: at least five lines, at most one blank line in
/// fifty behind the front matter, and two thirds of the text in lines longer than anyone wraps at.
bool is_line_per_paragraph(const std::string& bytes) {
  std::size_t lines = 0;
  std::size_t blank_lines = 0;
  std::size_t text = 0;
  std::size_t text_of_long_lines = 0;
  for (std::size_t begin = bytes.find_first_not_of(" \t\r\n"); begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::size_t size = end - begin;
    const std::size_t first = bytes.find_first_not_of(" \t\r", begin);
    const bool row = first < end && bytes[first] == '|';  // as long as its cells want
    lines += row ? 0 : 1;
    if (first >= end) {
      ++blank_lines;
    } else if (!row) {
      text += size;
      if (size > longest_wrapped_line) text_of_long_lines += size;
    }
    begin = end + 1;
  }
  return lines > 4 && blank_lines * 50 < lines + 50 && text_of_long_lines * 3 > text * 2;
}

/// Doubles each line end, so that each line is a block of its own.
ParsedText double_line_ends(std::string_view bytes, std::string& storage) {
  ParsedText parsed;
  parsed.to_source.add(0, 0);
  for (std::uint32_t i = 0; i < bytes.size(); ++i) {
    storage += bytes[i];
    if (bytes[i] != '\n') continue;
    storage += '\n';
    parsed.to_source.add(static_cast<std::uint32_t>(storage.size()), i + 1);
  }
  parsed.bytes = storage;
  return parsed;
}

bool is_mdx(const Source& source, Dialect dialect) {
  const std::string_view path = source.path;
  const std::string_view extension = path.substr(std::min(path.rfind('.'), path.size()));
  return dialect == Dialect::mdx || (dialect == Dialect::by_path && (extension == ".mdx" || extension == ".MDX"));
}

/// Blocks in document order, and where the old ones came to stand.
struct Merged {
  std::vector<Block> blocks;
  std::vector<std::uint32_t> moved;
};

/// Only what lies between top-level blocks can be inserted without breaking the preorder; the rest lies inside a block that already covers
/// it.
Merged merge(const std::vector<Block>& blocks, const std::vector<Block>& unparsed) {
  Merged merged;
  merged.moved.reserve(blocks.size());
  auto next = unparsed.begin();
  std::uint32_t top_end = 0;
  const auto insert_before = [&](std::uint32_t offset) {
    for (; next != unparsed.end() && next->source.end <= offset; ++next) {
      if (next->source.begin >= top_end) merged.blocks.push_back(*next);
    }
  };
  for (const Block& block : blocks) {
    if (block.parent == no_index) {
      insert_before(block.source.begin);
      top_end = block.source.end;
    }
    merged.moved.push_back(static_cast<std::uint32_t>(merged.blocks.size()));
    merged.blocks.push_back(block);
  }
  insert_before(no_index);
  return merged;
}

/// Front matter and generator lines are blocks too, though the parser does not see them.
void insert_unparsed(Article& article, const std::optional<FrontMatter>& front_matter, std::vector<Block> unparsed) {
  if (front_matter) unparsed.insert(unparsed.begin(), {.kind = BlockKind::front_matter, .source = front_matter->whole, .texts = {}});
  if (unparsed.empty()) return;
  auto [merged, moved] = merge(article.blocks, unparsed);
  for (std::uint32_t old = 0; old < article.blocks.size(); ++old) {
    Block& block = merged[moved[old]];
    if (block.parent != no_index) block.parent = moved[block.parent];
    block.end = moved[old] + (article.blocks[old].end - old);
  }
  for (std::uint32_t index = 0; index < merged.size(); ++index) {
    if (merged[index].end == 0) merged[index].end = index + 1;
  }
  article.blocks = std::move(merged);
  for (TextRun& run : article.texts) run.block = moved[run.block];
  for (Link& link : article.links) link.definition = link.definition == no_index ? no_index : moved[link.definition];
  for (Footnote& footnote : article.footnotes) footnote.block = footnote.block == no_index ? no_index : moved[footnote.block];
}

void find_sections(Article& article) {
  article.sections.push_back(
      {.heading = no_index, .level = 0, .parent = 0, .blocks = {0, static_cast<std::uint32_t>(article.blocks.size())}});
  std::vector<std::uint32_t> open = {0};
  for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
    Block& block = article.blocks[b];
    if (block.kind == BlockKind::heading && block.parent == no_index) {
      while (open.size() > 1 && article.sections[open.back()].level >= block.level) {
        article.sections[open.back()].blocks.end = b;
        open.pop_back();
      }
      article.sections.push_back(
          {.heading = b, .level = block.level, .parent = open.back(), .blocks = {b, static_cast<std::uint32_t>(article.blocks.size())}});
      open.push_back(static_cast<std::uint32_t>(article.sections.size() - 1));
    }
    block.section = open.back();
  }
}

/// First block that starts at or after `offset`.
std::uint32_t block_after(const Article& article, std::uint32_t offset) {
  const auto next = std::lower_bound(article.blocks.begin(), article.blocks.end(), offset,
                                     [](const Block& block, std::uint32_t at) { return block.source.begin < at; });
  return next == article.blocks.end() ? no_index : static_cast<std::uint32_t>(next - article.blocks.begin());
}

/// The block whose text the span lies in, or the one after it.
std::uint32_t block_of(const Article& article, Span span) {
  const std::uint32_t next = block_after(article, span.begin + 1);
  const std::uint32_t before = next == no_index ? static_cast<std::uint32_t>(article.blocks.size()) : next;
  const bool inside = before > 0 && !article.blocks[before - 1].texts.empty() && article.blocks[before - 1].source.contains(span);
  return inside ? before - 1 : block_after(article, span.end);
}

void add_comment(Article& article, Span span, std::uint32_t delimiter, std::uint32_t block) {
  article.comments.push_back({span, {span.begin + delimiter, span.end - 3}, block});
}

/// The index behind the last comment of a block that holds nothing but comments, or no_index. `comments` are ascending.
std::uint32_t end_of_comments(const Article& article, const Source& source, const Block& block) {
  const std::vector<Comment>& comments = article.comments;
  const auto first = std::lower_bound(comments.begin(), comments.end(), block.source.begin,
                                      [](const Comment& comment, std::uint32_t at) { return comment.source.begin < at; });
  const auto is_blank = [&](std::uint32_t begin, std::uint32_t end) {
    return source.view({begin, end}).find_first_not_of(" \t\r\n") == std::string_view::npos;
  };
  std::uint32_t end = block.source.begin;
  auto comment = first;
  for (; comment != comments.end() && comment->source.end <= block.source.end; ++comment) {
    if (!is_blank(end, comment->source.begin)) return no_index;
    end = comment->source.end;
  }
  return comment == first || !is_blank(end, block.source.end) ? no_index : static_cast<std::uint32_t>(comment - comments.begin());
}

/// Comments on neighbouring lines speak of the same block: the first one that is more than comments.
void pass_over_comments(Article& article, const Source& source) {
  std::uint32_t passed = no_index;  // the block looked at last, and what is meant by it
  std::uint32_t meant = no_index;
  for (std::size_t i = article.comments.size(); i-- > 0;) {
    Comment& comment = article.comments[i];
    if (comment.block == no_index) continue;
    if (comment.block != passed) {
      passed = meant = comment.block;
      const std::uint32_t behind = end_of_comments(article, source, article.blocks[passed]);
      if (behind != no_index) meant = article.comments[behind - 1].block;
    }
    comment.block = meant;
  }
}

/// HTML comments of HTML blocks and of inline markup, and MDX comments.
void find_comments(Article& article, const Source& source, const std::vector<Span>& html_comments, const std::vector<Span>& mdx_comments) {
  for (const TextRun& run : article.texts) {
    for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
      if (article.inlines[i].kind == InlineKind::html_comment && article.inlines[i].source.size() > 6)
        add_comment(article, article.inlines[i].source, 4, run.block);
    }
  }
  for (const Span span : html_comments) add_comment(article, span, 4, block_after(article, span.end));
  for (const Span span : mdx_comments) add_comment(article, span, 3, block_of(article, span));
  std::stable_sort(article.comments.begin(), article.comments.end(),
                   [](const Comment& a, const Comment& b) { return a.source < b.source; });
  const auto same = [](const Comment& a, const Comment& b) { return a.source == b.source; };
  article.comments.erase(std::unique(article.comments.begin(), article.comments.end(), same), article.comments.end());
  pass_over_comments(article, source);
}

constexpr std::array<std::string_view, 17> block_names = {
    "heading", "paragraph", "list",         "list_item",      "table",           "table_row",           "quote",
    "code",    "html",      "front_matter", "thematic_break", "link_definition", "footnote_definition", "directive",
    "callout", "tab",       "term"};
constexpr std::array<std::string_view, 7> quotation_names = {"", "box", "pull quote", "body", "marked", "attributed", "named"};
constexpr std::array<std::string_view, 14> inline_names = {
    "emphasis",           "strong",   "strikethrough", "code",      "math",      "link",      "image", "autolink",
    "footnote_reference", "html_tag", "html_comment",  "shortcode", "bracketed", "hard_break"};

}  // namespace

std::string_view name(BlockKind kind) { return block_names[static_cast<std::size_t>(kind)]; }
std::string_view name(Quotation quotation) { return quotation_names[static_cast<std::size_t>(quotation)]; }
std::string_view name(InlineKind kind) { return inline_names[static_cast<std::size_t>(kind)]; }

namespace {

/// What stands before the article is blank for the parser.
std::string without_front_matter(const Source& source, const std::optional<FrontMatter>& front_matter) {
  std::string bytes = source.bytes;
  if (front_matter) {
    blank(bytes, front_matter->whole.end);
  } else if (bytes.starts_with("\xEF\xBB\xBF")) {
    blank(bytes, 3);
  }
  return bytes;
}

Unwrapped as_written(std::string bytes) {
  Unwrapped unwrapped;
  unwrapped.bytes = std::move(bytes);
  unwrapped.to_source.add(0, 0);
  return unwrapped;
}

void to_source(std::vector<Span>& spans, const OffsetMap& map) {
  for (Span& span : spans) span = map(span);
}

}  // namespace

Article parse_article(const Source& source, Dialect dialect, const ParseLimits& limits) {
  Article article;
  const auto front_matter = find_front_matter(source.bytes);
  if (front_matter) {
    article.front_matter = front_matter->content;
    article.front_matter_format = front_matter->format;
    article.title = front_matter->title;
  }
  std::vector<Span> html_comments;
  std::string bytes = without_front_matter(source, front_matter);
  const bool is_export = is_line_per_paragraph(bytes);
  const bool is_bare = dialect == Dialect::commonmark;
  Unwrapped unwrapped = is_bare ? as_written(bytes) : unwrap_constructs(bytes);
  // Exports have no boxes.
  article.line_per_paragraph = is_export && unwrapped.boxes.empty();
  if (article.line_per_paragraph) unwrapped = as_written(std::move(bytes));
  Masked masked = is_bare ? Masked{.bytes = unwrapped.bytes} : mask_generator_syntax(unwrapped.bytes, is_mdx(source, dialect));
  const Nesting nesting = measure_nesting(masked.bytes);
  ParsedText parsed;
  std::string doubled;
  if (article.line_per_paragraph) {
    parsed = double_line_ends(masked.bytes, doubled);
  } else {
    parsed.bytes = masked.bytes;
    parsed.to_source = unwrapped.to_source;
  }
  to_source(masked.directives, unwrapped.to_source);
  to_source(masked.comments, unwrapped.to_source);
  for (const auto& [name, span] : unwrapped.labels) article.labels.push_back({name, span});
  for (const auto& [name, span] : masked.labels) article.labels.push_back({name, unwrapped.to_source(span)});
  if (nesting.depth > limits.nesting) {
    const std::uint32_t line = source.position(unwrapped.to_source(nesting.offset)).line;
    article.problems.push_back(skipped(source, line,
                                       fmt::format("blocks are nested {} deep, {} is the most", nesting.depth, limits.nesting),
                                       "flatten the lists or quotations"));
  } else if (!parse_syntax(MarkdownGrammar::block, without_block_faults(parsed.bytes), limits.blocks, parsed.tree)) {
    article.problems.push_back(skipped(source, 0, "parsing takes too much time or memory", "split the file"));
  } else {
    // The parser was given a line end more.
    const auto size = static_cast<std::uint32_t>(parsed.bytes.size());
    for (SyntaxNode& node : parsed.tree) node.span = {std::min(node.span.begin, size), std::min(node.span.end, size)};
    html_comments = append_blocks(article, source, parsed, limits);
    name_constructs(article, unwrapped);
    if (unwrapped.bytes.find("[[") != std::string::npos) name_wiki_links(article, source);
    insert_unparsed(article, front_matter, blocks_not_parsed(unwrapped, masked.directives));
    decide_quotations(article, source);
    find_unclosed(article, source);
  }
  find_sections(article);
  find_comments(article, source, html_comments, masked.comments);
  return article;
}

Span Article::to_source(Span plain_span) const {
  const auto piece_at = [&](std::uint32_t offset) {
    const auto after =
        std::upper_bound(pieces.begin(), pieces.end(), offset, [](std::uint32_t o, const PlainPiece& piece) { return o < piece.plain; });
    return after == pieces.begin() ? PlainPiece{} : *(after - 1);
  };
  const PlainPiece first = piece_at(plain_span.begin);
  const std::uint32_t begin = first.exact ? first.source + (plain_span.begin - first.plain) : first.source;
  if (plain_span.empty()) return {begin, begin};
  const PlainPiece last = piece_at(plain_span.end - 1);
  const std::uint32_t end = last.exact ? last.source + (plain_span.end - last.plain) : last.source + last.source_size;
  return {begin, std::max(begin, end)};
}

std::string_view Article::heading_text(const Section& section) const {
  if (section.heading == no_index || blocks[section.heading].texts.empty()) return {};
  return text(texts[blocks[section.heading].texts.begin].plain);
}

}  // namespace stet
