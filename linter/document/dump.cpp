#include <fmt/format.h>

#include "document/article.h"
#include "text/unicode.h"

namespace stet {
namespace {

std::string range(const Source& source, Span span) {
  const Position begin = source.position(span.begin);
  const Position end = source.position(span.end);
  return fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
}

std::string details(const Block& block) {
  std::string text;
  if (block.level > 0) text += fmt::format(" level {}", block.level);
  if (block.implied) text += " implied";
  if (block.ordered) text += " ordered";
  if (block.quotation != Quotation::none) text += fmt::format(" ({})", name(block.quotation));
  return text;
}

void dump_inline(const Article& article, const Source& source, const Inline& span, std::string_view indent, std::string& out) {
  out += fmt::format("{}    {} {}", indent, name(span.kind), range(source, span.source));
  if (!span.plain.empty()) out += fmt::format(" “{}”", visible(article.text(span.plain)));
  if (span.link != no_index) {
    const bool footnote = span.kind == InlineKind::footnote_reference;
    out += fmt::format(" -> {}", visible(footnote ? article.footnotes[span.link].label : article.links[span.link].target));
    if (footnote && article.footnotes[span.link].block == no_index) out += " (not defined)";
  }
  out += '\n';
}

void dump_block(const Article& article, const Source& source, std::uint32_t index, std::size_t depth, std::string& out) {
  const Block& block = article.blocks[index];
  const std::string indent(2 * depth, ' ');
  out += fmt::format("{}{}{} {} section {}\n", indent, name(block.kind), details(block), range(source, block.source), block.section);
  for (std::uint32_t t = block.texts.begin; t < block.texts.end; ++t) {
    out += fmt::format("{}  “{}”\n", indent, visible(article.text(article.texts[t].plain)));
    for (std::uint32_t i = article.texts[t].inlines.begin; i < article.texts[t].inlines.end; ++i) {
      dump_inline(article, source, article.inlines[i], indent, out);
    }
  }
}

}  // namespace

std::string dump(const Article& article, const Source& source) {
  std::string out;
  if (article.line_per_paragraph) out += "every line is a paragraph\n";
  if (!article.title.empty()) out += fmt::format("title “{}”\n", visible(article.title));
  std::vector<std::uint32_t> open;
  for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
    while (!open.empty() && article.blocks[open.back()].end <= b) open.pop_back();
    dump_block(article, source, b, open.size(), out);
    open.push_back(b);
  }
  for (const Comment& comment : article.comments) {
    out += fmt::format("comment {} “{}”", range(source, comment.source), visible(source.view(comment.content)));
    out += comment.block == no_index ? "\n" : fmt::format(" before block {}\n", range(source, article.blocks[comment.block].source));
  }
  for (const Label& label : article.labels) out += fmt::format("label {} “{}”\n", range(source, label.source), visible(label.name));
  for (const Problem& problem : article.problems) out += render(problem);
  return out;
}

}  // namespace stet
