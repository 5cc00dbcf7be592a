#include "document/html_blocks.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "document/blocks.h"
#include "document/continuations.h"
#include "document/html_roles.h"
#include "document/html_run.h"
#include "text/byte_set.h"

namespace stet {
namespace {

/// Elements that show something which is no text: they stay in sight as blocks of the kind `html`.
constexpr auto pictures =
    std::to_array<std::string_view>({"audio", "canvas", "embed", "iframe", "img", "math", "object", "picture", "svg", "video"});

constexpr bool is_other_block(SyntaxKind kind) {
  switch (kind) {
    case SyntaxKind::atx_heading:
    case SyntaxKind::setext_heading:
    case SyntaxKind::paragraph:
    case SyntaxKind::list:
    case SyntaxKind::block_quote:
    case SyntaxKind::fenced_code:
    case SyntaxKind::indented_code:
    case SyntaxKind::pipe_table:
    case SyntaxKind::thematic_break:
      return true;
    default:
      return false;
  }
}

bool is_comment(std::string_view markup) { return markup.starts_with("<!--") && markup.size() >= 7 && markup.ends_with("-->"); }

/// Elements that make blocks and that the markup opens and does not close: below zero where it closes more.
std::int32_t left_open(std::string_view markup) {
  std::int32_t open = 0;
  std::size_t end = 0;
  for (std::size_t at = markup.find('<'); at != std::string_view::npos; at = markup.find('<', at + 1)) {
    if (end <= at) end = markup.find('>', at);
    if (end == std::string_view::npos) break;
    const std::string_view tag = markup.substr(at, end - at + 1);
    const HtmlRole role = html_role(html_tag_name(tag));
    if (role == HtmlRole::phrasing || role == HtmlRole::unseen || role == HtmlRole::rule) continue;
    if (tag.starts_with("</")) {
      --open;
    } else if (!tag.ends_with("/>")) {
      ++open;
    }
  }
  return open;
}

/// Does HTML that a page's author indented go on here? CommonMark sees code in what stands four blanks from the margin behind an empty
/// line; between tags that are open nobody means that.
bool begins_with_tag(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '<' && first + 1 < text.size() &&
         (text[first + 1] == '!' || !html_tag_name(text.substr(first)).empty());
}

/// Without blanks at both ends.
Span trimmed(std::string_view text, Span span) {
  constexpr ByteSet blanks(" \t\r\n\f");
  while (span.begin < span.end && blanks.contains(text[span.begin])) ++span.begin;
  while (span.begin < span.end && blanks.contains(text[span.end - 1])) --span.end;
  return span;
}

}  // namespace

HtmlBlocks::HtmlBlocks(const ParsedText& parsed, bool read_html) {
  const SyntaxTree& tree = parsed.tree;
  const auto may_be_html = [](const SyntaxNode& node) { return node.kind == SyntaxKind::html_block || node.kind == SyntaxKind::error; };
  if (std::none_of(tree.begin(), tree.end(), may_be_html)) return;
  std::vector<SyntaxNode> fragments;    // `end` is the node's index
  std::vector<std::uint32_t> markdown;  // where blocks of Markdown begin
  std::int32_t open = 0;                // of the HTML that ends right before the node
  for (std::uint32_t node = 0; node < tree.size(); ++node) {
    const std::string_view text = parsed.bytes.substr(tree[node].span.begin, tree[node].span.size());
    const bool goes_on = read_html && tree[node].kind == SyntaxKind::indented_code && open > 0 && begins_with_tag(text);
    if (goes_on) indented_.push_back(node);
    if (goes_on || tree[node].kind == SyntaxKind::html_block) {
      fragments.push_back({SyntaxKind::html_block, tree[node].span, node});
      open = std::max(0, open) + left_open(text);
    } else if (is_other_block(tree[node].kind)) {
      markdown.push_back(tree[node].span.begin);
      open = 0;
    }
    if (tree[node].kind != SyntaxKind::error) continue;
    for (const Span span : given_up(parsed, node)) {
      if (is_html(parsed, span)) fragments.push_back({SyntaxKind::error, span, node});
    }
  }
  std::sort(fragments.begin(), fragments.end(), [](const SyntaxNode& x, const SyntaxNode& y) { return x.span.begin < y.span.begin; });
  std::vector<std::uint32_t> other;
  std::uint32_t last = 0;
  for (const SyntaxNode& fragment : fragments) {
    constexpr std::string_view mark = "<hr>";
    const auto between = std::lower_bound(markdown.begin(), markdown.end(), last);
    if (between != markdown.end() && *between < fragment.span.begin) {
      other.push_back(static_cast<std::uint32_t>(text_.size()));
      guard_.append(mark);
      text_ += mark;
    }
    last = fragment.span.end;
    add_fragment(parsed, fragment.end, fragment.span);
  }
  if (!read_html) return;
  blocks_ = stet::read_html({guard_.bytes(), &guard_.markup(), &other});
  for (HtmlBlock& block : blocks_) take_off_comments(block);
}

/// A comment before or behind a text is no part of it.
void HtmlBlocks::take_off_comments(HtmlBlock& block) const {
  if (block.kind != BlockKind::paragraph || block.runs.empty() || block.runs.front().front().begin != block.span.begin) return;
  Span& first = block.runs.front().front();
  const std::vector<Span>& markup = guard_.markup();
  auto next = std::lower_bound(markup.begin(), markup.end(), first.begin, [](Span other, std::uint32_t at) { return other.begin < at; });
  for (; next != markup.end() && next->end < first.end; ++next) {
    const std::string_view before = std::string_view(text_).substr(first.begin, next->begin - first.begin);
    const bool blank = before.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    if (!blank || text_[next->begin + 1] != '!') break;
    block.span.begin = first.begin = next->end;
  }
}

void HtmlBlocks::add_fragment(const ParsedText& parsed, std::uint32_t node, Span span) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  append_without_continuations(parsed, node, span, text_, to_source_);
  fragments_.push_back({{node, span.begin}, {begin, static_cast<std::uint32_t>(text_.size())}});
  guard_.append(std::string_view(text_).substr(begin));
  // Of no byte of the file, and so of no markup that breaks off here.
  text_ += '\n';
  guard_.append("\n");
}

bool HtmlBlocks::is_leaf(const HtmlBlock& block) const {
  switch (block.kind) {
    case BlockKind::paragraph:
    case BlockKind::heading:
    case BlockKind::code:
    case BlockKind::thematic_break:
      return true;
    case BlockKind::table_row:
      return std::any_of(block.runs.begin(), block.runs.end(), [](const std::vector<Span>& run) { return !run.empty(); });
    default:
      return false;
  }
}

bool HtmlBlocks::takes(std::uint32_t node) const { return std::binary_search(indented_.begin(), indented_.end(), node); }

void HtmlBlocks::append(Article& article, HtmlPlace place, std::uint32_t parent, std::vector<HtmlLeaf>& leaves) {
  while (next_fragment_ < fragments_.size() && fragments_[next_fragment_].place != place) ++next_fragment_;
  if (next_fragment_ == fragments_.size()) return;
  if (parent != parent_) close(article);
  parent_ = parent;
  const Span fragment = fragments_[next_fragment_++].span;
  std::uint32_t told_until = fragment.begin;
  for (; next_block_ < blocks_.size() && blocks_[next_block_].span.begin < fragment.end; ++next_block_) {
    const HtmlBlock& block = blocks_[next_block_];
    if (!is_leaf(block)) continue;
    close_ended(article, next_block_, fragment.end);
    append_pictures(article, {told_until, std::max(told_until, block.span.begin)});
    append_leaf(article, next_block_, fragment.end, leaves);
    told_until = std::max(told_until, block.span.end);
  }
  if (told_until == fragment.begin) {
    close_ended(article, next_block_, 0);
    return append_unseen(article, trimmed(text_, fragment));
  }
  append_pictures(article, {told_until, std::max(told_until, fragment.end)});
  close_ended(article, next_block_, fragment.end);
}

std::uint32_t HtmlBlocks::push(Article& article, BlockKind kind, Span source) {
  Block block;
  block.kind = kind;
  block.parent = open_.empty() ? parent_ : open_.back().block;
  block.source = {std::max(source.begin, last_end_), std::max(source.end, last_end_)};
  article.blocks.push_back(block);
  article.blocks.back().end = static_cast<std::uint32_t>(article.blocks.size());
  return article.blocks.back().end - 1;
}

/// What shows nothing that is text.
void HtmlBlocks::append_unseen(Article& article, Span span) {
  const Span source = to_source_(span);
  if (source.end <= last_end_) return;
  push(article, BlockKind::html, source);
  last_end_ = source.end;
}

/// Closes containers without anything at or behind the block `before`.
void HtmlBlocks::close_ended(Article& article, std::uint32_t before, std::uint32_t fragment_end) {
  while (!open_.empty() && blocks_[open_.back().html].end <= before) close_last(article, fragment_end);
}

/// A container's closing tag belongs to it when it stands in what was read.
void HtmlBlocks::close_last(Article& article, std::uint32_t written_until) {
  Block& block = article.blocks[open_.back().block];
  block.end = static_cast<std::uint32_t>(article.blocks.size());
  block.source.end = std::max(block.source.end, last_end_);
  const Span written = blocks_[open_.back().html].span;
  if (written.end <= written_until) {
    block.source.end = std::max(block.source.end, to_source_(written).end);
    last_end_ = block.source.end;
  }
  open_.pop_back();
}

void HtmlBlocks::close(Article& article) {
  while (!open_.empty()) close_last(article, 0);
}

/// Opens the containers around a block that are not open.
void HtmlBlocks::open_around(Article& article, std::uint32_t html) {
  std::vector<std::uint32_t> around;
  for (std::uint32_t block = blocks_[html].parent; block != no_index; block = blocks_[block].parent) around.push_back(block);
  // One that is opened anew begins where what it holds now begins.
  std::vector<std::uint32_t> begins;
  for (std::uint32_t begin = to_source_(blocks_[html].span).begin; const std::uint32_t container : around) {
    const std::uint32_t own = to_source_(blocks_[container].span).begin;
    begin = own < last_end_ ? begin : own;
    begins.push_back(begin);
  }
  for (std::size_t depth = 0; depth < around.size(); ++depth) {
    const std::uint32_t container = around[around.size() - 1 - depth];
    if (depth < open_.size() && open_[depth].html == container) continue;
    const std::uint32_t begin = begins[around.size() - 1 - depth];
    const std::uint32_t block = push(article, blocks_[container].kind, {begin, begin});
    article.blocks[block].ordered = blocks_[container].ordered;
    article.blocks[block].level = blocks_[container].level;
    open_.push_back({container, block});
  }
}

void HtmlBlocks::append_leaf(Article& article, std::uint32_t html, std::uint32_t fragment_end, std::vector<HtmlLeaf>& leaves) {
  open_around(article, html);
  const HtmlBlock& block = blocks_[html];
  Span span = block.span;
  // Blocks of Markdown may stand before the end of code.
  if (block.kind == BlockKind::code) span.end = std::min(span.end, fragment_end);
  const std::uint32_t index = push(article, block.kind, to_source_(trimmed(text_, span)));
  article.blocks[index].level = block.level;
  last_end_ = article.blocks[index].source.end;
  for (const std::vector<Span>& run : block.runs) leaves.push_back({index, &run});
}

/// Pictures and the like between texts.
void HtmlBlocks::append_pictures(Article& article, Span gap) {
  const std::vector<Span>& markup = guard_.markup();
  auto tag = std::lower_bound(markup.begin(), markup.end(), gap.begin, [](Span other, std::uint32_t at) { return other.begin < at; });
  Span found;
  for (; tag != markup.end() && tag->begin < gap.end; ++tag) {
    const std::string name = html_tag_name(std::string_view(text_).substr(tag->begin, tag->size()));
    if (!std::binary_search(pictures.begin(), pictures.end(), name)) continue;
    found = {found.empty() ? tag->begin : found.begin, tag->end};
  }
  if (!found.empty()) append_unseen(article, found);
}

void HtmlBlocks::read(Article& article, const HtmlLeaf& leaf) const {
  append_html_run(article, leaf.block, {text_, &to_source_}, guard_.markup(), *leaf.parts);
}

std::vector<Span> HtmlBlocks::comments() const {
  std::vector<Span> comments;
  for (const Span markup : guard_.markup()) {
    const std::string_view written = std::string_view(text_).substr(markup.begin, markup.size());
    if (is_comment(written)) comments.push_back(to_source_(markup));
  }
  return comments;
}

}  // namespace stet
