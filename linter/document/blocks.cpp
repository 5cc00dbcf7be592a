#include "document/blocks.h"

#include <algorithm>
#include <cctype>

#include "document/continuations.h"
#include "document/html_blocks.h"
#include "document/masking.h"
#include "document/text_run.h"

namespace stet {
namespace {

constexpr std::uint32_t most_heading_words = 12;
constexpr std::uint32_t longest_implied_heading = 90;

bool is_heading_marker(SyntaxKind kind) { return kind >= SyntaxKind::heading_level_1 && kind <= SyntaxKind::heading_level_6; }

/// A leaf whose text is still to be read: some `inline` node, or bytes without one.
struct Leaf {
  std::uint32_t block = 0;
  std::uint32_t node = no_index;            ///< inline_content or pipe_table_cell
  Span parsed;                              ///< bytes of the parsed text
  const std::vector<Span>* html = nullptr;  ///< of HTML: see HtmlLeaf
};

class BlockBuilder {
 public:
  BlockBuilder(Article& article, const Source& source, const ParsedText& parsed, const ParseLimits& limits)
      : article_(article), source_(source), parsed_(parsed), limits_(limits), html_(parsed, limits.html_bytes > 0) {}

  /// Returns the comments in HTML blocks.
  std::vector<Span> build() {
    children(0, static_cast<std::uint32_t>(parsed_.tree.size()));
    while (!open_.empty()) close();
    html_.close(article_);
    for (const Leaf& leaf : leaves_) read(leaf);
    return html_.comments();
  }

 private:
  Article& article_;
  const Source& source_;
  const ParsedText& parsed_;
  const ParseLimits& limits_;
  std::vector<std::uint32_t> open_;  // containers that are not closed yet
  std::vector<Leaf> leaves_;
  Definitions definitions_;
  SyntaxTree scratch_;
  HtmlBlocks html_;

  std::string_view text(Span span) const { return parsed_.bytes.substr(span.begin, span.size()); }

  /// Without blank space at its end, and without quote marks of a line behind it.
  Span trimmed(Span span) const {
    std::string_view whole = text(span);
    for (;;) {
      const std::size_t last = whole.find_last_not_of(" \t\r\n");
      whole = whole.substr(0, last == std::string_view::npos ? 0 : last + 1);
      const std::size_t line = whole.rfind('\n');
      if (line == std::string_view::npos || whole.find_first_not_of(" \t>", line + 1) != std::string_view::npos) break;
      whole = whole.substr(0, line);
    }
    return {span.begin, span.begin + static_cast<std::uint32_t>(whole.size())};
  }

  std::uint32_t add(BlockKind kind, Span span) {
    html_.close(article_);
    Block block;
    block.kind = kind;
    block.parent = open_.empty() ? no_index : open_.back();
    block.source = parsed_.to_source(trimmed(span));
    // The grammar lets a block end behind the quote marks of the line after it.
    if (block.parent != no_index) block.source.end = std::min(block.source.end, article_.blocks[block.parent].source.end);
    block.source.begin = std::min(block.source.begin, block.source.end);
    article_.blocks.push_back(block);
    article_.blocks.back().end = static_cast<std::uint32_t>(article_.blocks.size());
    return article_.blocks.back().end - 1;
  }

  void close() {
    html_.close(article_);
    Block& block = article_.blocks[open_.back()];
    // The grammar lets a container end behind the quote marks of the line after it.
    std::uint32_t end = block.source.begin;
    const auto size = static_cast<std::uint32_t>(article_.blocks.size());
    for (std::uint32_t child = open_.back() + 1; child < size; child = article_.blocks[child].end) end = article_.blocks[child].source.end;
    if (end > block.source.begin) block.source.end = end;
    block.end = static_cast<std::uint32_t>(article_.blocks.size());
    open_.pop_back();
  }

  void container(BlockKind kind, std::uint32_t node) {
    open_.push_back(add(kind, parsed_.tree[node].span));
    children(node + 1, parsed_.tree[node].end);
    close();
  }

  /// Recursion is as deep as containers nest, which measure_nesting has bounded.
  void children(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t node = first; node < last; node = parsed_.tree[node].end) block(node);
  }

  void block(std::uint32_t node) {
    const Span span = parsed_.tree[node].span;
    switch (parsed_.tree[node].kind) {
      case SyntaxKind::atx_heading:
      case SyntaxKind::setext_heading:
        return heading(node);
      case SyntaxKind::paragraph:
        return paragraph(node);
      case SyntaxKind::list:
        return list(node);
      case SyntaxKind::list_item:
        return container(BlockKind::list_item, node);
      case SyntaxKind::block_quote:
        return container(BlockKind::quote, node);
      case SyntaxKind::pipe_table:
        return container(BlockKind::table, node);
      case SyntaxKind::pipe_table_header:
      case SyntaxKind::pipe_table_row:
        return row(node);
      case SyntaxKind::indented_code:
        if (continues_footnote()) return footnote_paragraphs(span);
        if (html_.takes(node)) return html(node, span.begin);
        // The last line of a file may be blank and have no end.
        if (text(span).find_first_not_of(" \t\r\n") == std::string_view::npos) return;
        [[fallthrough]];
      case SyntaxKind::fenced_code:
        add(BlockKind::code, span);
        return;
      case SyntaxKind::html_block:
        return html(node, span.begin);
      case SyntaxKind::error:
        return error(node);
      case SyntaxKind::thematic_break:
        add(BlockKind::thematic_break, span);
        return;
      case SyntaxKind::link_definition:
        return definition(node);
      default:
        return children(node + 1, parsed_.tree[node].end);
    }
  }

  /// Blocks that the grammar found, and text that it did not.
  void error(std::uint32_t node) {
    std::vector<Span> texts = given_up(parsed_, node);
    std::reverse(texts.begin(), texts.end());
    const auto read_until = [&](std::uint32_t end) {
      for (; !texts.empty() && texts.back().begin < end; texts.pop_back()) {
        if (is_html(parsed_, texts.back())) {
          html(node, texts.back().begin);
        } else {
          leaves_.push_back({add(BlockKind::paragraph, texts.back()), node, texts.back()});
        }
      }
    };
    for (std::uint32_t child = node + 1; child < parsed_.tree[node].end; child = parsed_.tree[child].end) {
      read_until(parsed_.tree[child].span.begin);
      block(child);
    }
    read_until(no_index);
  }

  void html(std::uint32_t node, std::uint32_t begin) {
    std::vector<HtmlLeaf> leaves;
    html_.append(article_, {node, begin}, open_.empty() ? no_index : open_.back(), leaves);
    for (const HtmlLeaf& leaf : leaves) leaves_.push_back({.block = leaf.block, .node = no_index, .parsed = {}, .html = leaf.parts});
  }

  std::uint32_t find_inline(std::uint32_t node) const {
    for (std::uint32_t child = node + 1; child < parsed_.tree[node].end; ++child) {
      if (parsed_.tree[child].kind == SyntaxKind::inline_content) return child;
    }
    return no_index;
  }

  std::uint32_t end_of_line(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min(parsed_.bytes.find('\n', at), parsed_.bytes.size()));
  }

  void heading(std::uint32_t node) {
    Span span = parsed_.tree[node].span;
    // In a quotation the grammar lets it end behind the mark of the next line.
    if (parsed_.tree[node].kind == SyntaxKind::atx_heading) span.end = std::min(span.end, end_of_line(span.begin));
    const std::uint32_t index = add(BlockKind::heading, span);
    for (std::uint32_t child = node + 1; child < parsed_.tree[node].end; ++child) {
      const SyntaxKind kind = parsed_.tree[child].kind;
      if (!is_heading_marker(kind)) continue;
      article_.blocks[index].level = static_cast<std::uint8_t>(1 + static_cast<int>(kind) - static_cast<int>(SyntaxKind::heading_level_1));
    }
    const std::uint32_t content = find_inline(node);
    if (content != no_index) leaves_.push_back({index, content, without_closing_marks(parsed_.tree[content].span)});
  }

  /// An ATX heading's closing run of `#`.
  Span without_closing_marks(Span span) const {
    const std::string_view whole = text(span);
    const std::size_t last = whole.find_last_not_of("# \t");
    if (last == std::string_view::npos || last + 1 == whole.size()) return span;
    const std::size_t mark = whole.find('#', last + 1);
    const bool closes = mark != std::string_view::npos && mark > last + 1;
    return closes ? Span{span.begin, span.begin + static_cast<std::uint32_t>(last) + 1} : span;
  }

  void list(std::uint32_t node) {
    const auto index = static_cast<std::uint32_t>(article_.blocks.size());
    container(BlockKind::list, node);
    for (std::uint32_t child = node + 1; child < parsed_.tree[node].end; ++child) {
      if (parsed_.tree[child].kind == SyntaxKind::list_item) continue;
      article_.blocks[index].ordered = parsed_.tree[child].kind == SyntaxKind::ordered_marker;
      break;
    }
  }

  void row(std::uint32_t node) {
    const std::uint32_t index = add(BlockKind::table_row, parsed_.tree[node].span);
    article_.blocks[index].level = parsed_.tree[node].kind == SyntaxKind::pipe_table_header ? 1 : 0;
    for (std::uint32_t child = node + 1; child < parsed_.tree[node].end; child = parsed_.tree[child].end) {
      if (parsed_.tree[child].kind == SyntaxKind::pipe_table_cell) leaves_.push_back({index, child, parsed_.tree[child].span});
    }
  }

  void definition(std::uint32_t node) {
    std::string_view label;
    std::string_view destination;
    Span destination_span;
    for (std::uint32_t child = node + 1; child < parsed_.tree[node].end; child = parsed_.tree[child].end) {
      const Span span = parsed_.tree[child].span;
      if (parsed_.tree[child].kind == SyntaxKind::link_label && span.size() > 2) label = text({span.begin + 1, span.end - 1});
      if (parsed_.tree[child].kind == SyntaxKind::link_destination) destination = text(destination_span = span);
    }
    if (label.starts_with('^')) {
      const std::uint32_t index = add_footnote(label.substr(1), parsed_.tree[node].span);
      leaves_.push_back({index, no_index, trimmed({destination_span.begin, parsed_.tree[node].span.end})});
      return;
    }
    const std::uint32_t index = add(BlockKind::link_definition, parsed_.tree[node].span);
    definitions_.links.try_emplace(normalize_label(label), Definitions::Definition{resolve_destination(destination), index});
  }

  std::uint32_t add_footnote(std::string_view label, Span span) {
    const std::uint32_t index = add(BlockKind::footnote_definition, span);
    const auto next = static_cast<std::uint32_t>(article_.footnotes.size());
    if (definitions_.footnotes.emplace(normalize_label(label), next).second) article_.footnotes.push_back({std::string(label), index, 0});
    return index;
  }

  /// The grammar knows no footnotes, and takes the further paragraphs of one for indented code.
  bool continues_footnote() const {
    if (article_.blocks.empty()) return false;
    const Block& last = article_.blocks.back();
    return last.kind == BlockKind::footnote_definition && last.parent == (open_.empty() ? no_index : open_.back());
  }

  /// Is a part of a footnote code between fences? `fence` is the one that is open behind it.
  static bool is_fenced(std::string_view part, std::string_view& fence) {
    const bool opens = fence.empty() && (part.starts_with("```") || part.starts_with("~~~"));
    if (opens) fence = part.substr(0, 3);
    const bool fenced = !fence.empty();
    const std::size_t last = part.find_first_not_of(" \t", part.rfind('\n') + 1);
    if (fenced && last != std::string_view::npos && (!opens || last > 0) && part.substr(last).starts_with(fence)) fence = {};
    return fenced;
  }

  void footnote_paragraphs(Span span) {
    const auto index = static_cast<std::uint32_t>(article_.blocks.size() - 1);
    std::string_view fence;  // of the code that is open
    while (span.begin < span.end) {
      const std::string_view rest = text(span);
      const auto begin = static_cast<std::uint32_t>(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
      std::uint32_t end = begin;
      for (bool blank = false; end < rest.size() && !blank;) {
        end = static_cast<std::uint32_t>(std::min(rest.find('\n', end), rest.size() - 1)) + 1;
        blank = rest.find_first_not_of(" \t\r", end) == rest.find('\n', end);
      }
      const Span part = trimmed({span.begin + begin, span.begin + end});
      if (begin < end) article_.blocks[index].source.end = parsed_.to_source(part).end;
      if (begin < end && !is_fenced(text(part), fence)) leaves_.push_back({index, no_index, part});
      span.begin += end;
    }
  }

  void paragraph(std::uint32_t node) {
    const std::uint32_t content = find_inline(node);
    if (content == no_index) return;
    Span span = parsed_.tree[content].span;
    const std::vector<std::uint32_t> notes = footnotes_in(span);
    if (!notes.empty()) span.end = notes.front();
    if (notes.empty() || text(span).find_first_not_of(" \t\r\n") != std::string_view::npos) paragraph(content, span);
    footnotes(content, notes);
  }

  /// A line directly under a footnote that the grammar took for a link definition goes on with it.
  bool goes_on_with_footnote(Span span) {
    if (!open_.empty() || !continues_footnote() || leaves_.empty() || leaves_.back().node != no_index) return false;
    Leaf& leaf = leaves_.back();
    if (leaf.parsed.end > span.begin || leaf.block + 1 != article_.blocks.size()) return false;
    const std::string_view between = text({leaf.parsed.end, span.begin});
    if (std::count(between.begin(), between.end(), '\n') != 1) return false;
    leaf.parsed.end = trimmed(span).end;
    article_.blocks[leaf.block].source.end = parsed_.to_source(leaf.parsed).end;
    return true;
  }

  void paragraph(std::uint32_t content, Span span) {
    if (goes_on_with_footnote(span)) return;
    const std::string_view whole = text(span);
    if (whole.find_first_not_of(" \t\r\n\x1A") == std::string_view::npos) {
      add(BlockKind::directive, span);
      return;
    }
    const std::uint8_t level = implied_level(whole);
    const std::uint32_t index = add(level > 0 ? BlockKind::heading : BlockKind::paragraph, span);
    article_.blocks[index].implied = level > 0;
    article_.blocks[index].level = level;
    leaves_.push_back({index, content, span});
  }

  /// The level of a heading by looks: a lone bold line, or in a line-per-paragraph export a short line that does not end as a sentence
  /// does.
  std::uint8_t implied_level(std::string_view whole) const {
    if (!open_.empty()) return 0;
    if (is_bold_line(whole)) return 7;
    const bool short_line =
        article_.line_per_paragraph && whole.size() < longest_implied_heading && whole.find('\n') == std::string_view::npos;
    return short_line && std::string_view(".!?:;,").find(whole.back()) == std::string_view::npos ? 2 : 0;
  }

  static bool is_bold_line(std::string_view whole) {
    if (whole.ends_with(':')) whole.remove_suffix(1);
    const bool bold =
        whole.size() > 4 && whole.substr(0, 2) == whole.substr(whole.size() - 2) && (whole.starts_with("**") || whole.starts_with("__"));
    if (!bold || whole.find('\n') != std::string_view::npos) return false;
    const std::string_view inner = whole.substr(2, whole.size() - 4);
    if (inner.find("**") != std::string_view::npos || inner.find("__") != std::string_view::npos) return false;
    return static_cast<std::uint32_t>(std::count(inner.begin(), inner.end(), ' ')) < most_heading_words && !inner.ends_with('.');
  }

  /// Where the lines of a paragraph begin that define footnotes: the grammar knows none, and GitHub lets them follow a text directly.
  std::vector<std::uint32_t> footnotes_in(Span span) const {
    const std::string_view whole = text(span);
    std::vector<std::uint32_t> starts;
    for (std::size_t at = std::min(whole.find_first_not_of(" \t"), whole.size()); at < whole.size();) {
      if (definition_length(whole.substr(at)) > 0) starts.push_back(span.begin + static_cast<std::uint32_t>(at));
      at = whole.find('\n', at);
      if (at != std::string_view::npos) at = std::min(whole.find_first_not_of(" \t>", at + 1), whole.size());
    }
    return starts;
  }

  void footnotes(std::uint32_t content, const std::vector<std::uint32_t>& starts) {
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const Span span{starts[i], i + 1 < starts.size() ? starts[i + 1] : parsed_.tree[content].span.end};
      const std::string_view definition = text(span);
      const std::uint32_t index = add_footnote(definition.substr(2, definition.find(']') - 2), span);
      leaves_.push_back({index, content, {span.begin + static_cast<std::uint32_t>(definition_length(definition)), trimmed(span).end}});
    }
  }

  /// Length of `[^label]:` and the blanks behind it at the start, or 0.
  static std::size_t definition_length(std::string_view text) {
    if (!text.starts_with("[^")) return 0;
    const std::size_t close = text.find_first_of("]\n");
    if (close == std::string_view::npos || close < 3 || !text.substr(close).starts_with("]:")) return 0;
    return std::min(text.find_first_not_of(" \t\r\n", close + 2), text.size());
  }

  /// Reads one leaf: its bytes without block continuations, and where they come from.
  void read(const Leaf& leaf) {
    Block& read_block = article_.blocks[leaf.block];
    if (read_block.texts.empty()) read_block.texts.begin = static_cast<std::uint32_t>(article_.texts.size());
    if (leaf.html != nullptr) {
      html_.read(article_, {leaf.block, leaf.html});
    } else {
      read_markdown(leaf);
    }
    article_.blocks[leaf.block].texts.end = static_cast<std::uint32_t>(article_.texts.size());
  }

  void read_markdown(const Leaf& leaf) {
    Span span = leaf.parsed;
    if (span.begin >= span.end) span.end = span.begin;
    while (span.begin < span.end && (parsed_.bytes[span.begin] == ' ' || parsed_.bytes[span.begin] == '\t')) ++span.begin;
    std::string bytes;
    OffsetMap map;
    append_without_continuations(parsed_, leaf.node, span, bytes, map);
    if (bytes.empty()) map.add(0, parsed_.to_source(span.begin));
    append_text_run(article_, source_, definitions_, leaf.block, {bytes, &map}, limits_, scratch_);
  }
};

}  // namespace

std::vector<Span> given_up(const ParsedText& parsed, std::uint32_t node) {
  std::vector<Span> texts;
  const auto says_something = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto add = [&](Span span) {
    const std::string_view text = parsed.bytes.substr(span.begin, span.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n>");
    if (first == std::string_view::npos || std::none_of(text.begin(), text.end(), says_something)) return;
    span.end = span.begin + static_cast<std::uint32_t>(text.find_last_not_of(" \t\r\n>") + 1);
    span.begin += static_cast<std::uint32_t>(first);
    texts.push_back(span);
  };
  const Span whole = parsed.tree[node].span;
  std::uint32_t at = whole.begin;
  for (std::uint32_t child = node + 1; child < parsed.tree[node].end; child = parsed.tree[child].end) {
    const SyntaxNode& inner = parsed.tree[child];
    if (inner.kind == SyntaxKind::block_continuation) continue;
    add({at, std::max(at, inner.span.begin)});
    at = std::max(at, inner.span.end);
  }
  add({at, std::max(at, whole.end)});
  return texts;
}

std::vector<Span> append_blocks(Article& article, const Source& source, const ParsedText& parsed, const ParseLimits& limits) {
  return BlockBuilder(article, source, parsed, limits).build();
}

}  // namespace stet
