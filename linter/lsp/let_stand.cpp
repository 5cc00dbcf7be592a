#include "lsp/let_stand.h"

#include <algorithm>

namespace stet {
namespace {

/// The innermost block that holds the offset.
std::uint32_t block_at(const Article& article, std::uint32_t offset) {
  std::uint32_t innermost = no_index;
  for (std::uint32_t b = 0; b < article.blocks.size() && article.blocks[b].source.begin <= offset; ++b) {
    if (article.blocks[b].source.contains(offset)) innermost = b;
  }
  return innermost;
}

/// The text of the block that the offset is in, or its first one.
const TextRun* text_at(const Article& article, const Block& block, std::uint32_t offset) {
  const TextRun* found = nullptr;
  for (std::uint32_t t = block.texts.begin; t < block.texts.end; ++t) {
    if (found == nullptr || article.to_source(article.texts[t].plain).begin <= offset) found = &article.texts[t];
  }
  return found;
}

/// Where the text ends, markup that closes there included.
std::uint32_t end_of(const Article& article, const TextRun& text) {
  std::uint32_t end = article.to_source(text.plain).end;
  for (std::uint32_t i = text.inlines.begin; i < text.inlines.end; ++i) {
    if (article.inlines[i].plain.end == text.plain.end) end = std::max(end, article.inlines[i].source.end);
  }
  return end;
}

std::string line_end(const Source& source) {
  const std::size_t first = source.bytes.find_first_of("\r\n");
  if (first == std::string::npos) return "\n";
  return source.bytes.substr(first, source.bytes.compare(first, 2, "\r\n") == 0 ? 2 : 1);
}

bool has_comment(const Article& article, std::uint32_t block) {
  return std::any_of(article.comments.begin(), article.comments.end(), [&](const Comment& comment) { return comment.block == block; });
}

}  // namespace

Insertion let_stand(const Article& article, const Source& source, const std::string& rule, Span finding) {
  const bool mdx = source.path.ends_with(".mdx");
  const std::string before = (mdx ? "{/* stet " : "<!-- stet ") + rule + ": ";
  const std::string after = mdx ? "*/}" : "-->";
  const std::uint32_t block = block_at(article, finding.begin);
  const TextRun* const text = block == no_index ? nullptr : text_at(article, article.blocks[block], finding.begin);
  if (text != nullptr && (article.blocks[block].parent != no_index || has_comment(article, block))) {
    return {end_of(article, *text), " " + before + after, static_cast<std::uint32_t>(before.size()) + 1};
  }
  std::uint32_t top = block;
  while (top != no_index && article.blocks[top].parent != no_index) top = article.blocks[top].parent;
  const std::uint32_t at = top == no_index ? finding.begin : article.blocks[top].source.begin;
  const std::uint32_t line = source.lines.line(source.lines.line_at(at)).begin;
  return {line, before + after + line_end(source), static_cast<std::uint32_t>(before.size())};
}

}  // namespace stet
