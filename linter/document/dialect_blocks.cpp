#include "document/dialect_blocks.h"

#include <algorithm>

#include "document/inline_constructs.h"

namespace stet {
namespace {

BlockKind kind_of(Becomes becomes) {
  switch (becomes) {
    case Becomes::callout:
      return BlockKind::callout;
    case Becomes::tab:
      return BlockKind::tab;
    default:
      return BlockKind::quote;
  }
}

/// A container reaches as far as what it holds.
void cover_children(Article& article) {
  for (std::size_t index = article.blocks.size(); index-- > 0;) {
    const Block& block = article.blocks[index];
    if (block.parent == no_index) continue;
    Span& around = article.blocks[block.parent].source;
    around = {std::min(around.begin, block.source.begin), std::max(around.end, block.source.end)};
  }
}

bool holds(const std::vector<std::uint32_t>& offsets, std::uint32_t offset) {
  return std::binary_search(offsets.begin(), offsets.end(), offset);
}

}  // namespace

void name_constructs(Article& article, const Unwrapped& unwrapped) {
  auto box = unwrapped.boxes.begin();
  for (Block& block : article.blocks) {
    if (block.kind == BlockKind::quote) {
      while (box != unwrapped.boxes.end() && box->begin < block.source.begin) ++box;
      if (box == unwrapped.boxes.end() || box->begin != block.source.begin) continue;
      block.kind = kind_of(box->becomes);
      if (box->becomes == Becomes::quote) block.quotation = Quotation::named;
      if (!box->source.empty()) block.source = box->source;
      ++box;
    } else if (block.kind == BlockKind::heading && holds(unwrapped.titles, block.source.begin)) {
      block.implied = true;
      block.level = 7;
    } else if (block.kind == BlockKind::paragraph && holds(unwrapped.terms, block.source.begin)) {
      block.kind = BlockKind::term;
    }
  }
  if (!unwrapped.boxes.empty()) cover_children(article);
}

void name_wiki_links(Article& article, const Source& source) {
  for (const TextRun& run : article.texts) {
    Inline* open = nullptr;
    for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
      Inline& mark = article.inlines[i];
      if (mark.kind != InlineKind::shortcode) continue;
      const std::string_view written = source.view(mark.source);
      if (open != nullptr && written.starts_with("]]")) {
        const WikiLink link = wiki_link(source.view({open->source.begin, mark.source.begin + 2}));
        open->kind = InlineKind::link;
        open->source.end = mark.source.begin + 2;
        open->plain.end = mark.plain.begin;
        open->link = static_cast<std::uint32_t>(article.links.size());
        article.links.push_back({std::string(link.target), open->source, no_index});
        open = nullptr;
      } else {
        open = written.starts_with("[[") && !written.ends_with("]]") ? &mark : nullptr;
      }
    }
  }
}

std::vector<Block> blocks_not_parsed(const Unwrapped& unwrapped, const std::vector<Span>& directives) {
  std::vector<Block> blocks;
  const auto add = [&](BlockKind kind, const std::vector<Span>& spans) {
    for (const Span span : spans) blocks.push_back({.kind = kind, .source = span, .texts = {}});
  };
  add(BlockKind::directive, directives);
  add(BlockKind::directive, unwrapped.directives);
  add(BlockKind::directive, unwrapped.hidden);
  add(BlockKind::code, unwrapped.code);
  std::sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) { return a.source < b.source; });
  return blocks;
}

}  // namespace stet
