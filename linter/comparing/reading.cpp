#include "comparing/reading.h"

#include <algorithm>
#include <cstddef>

namespace stet {
namespace {

// What a mark of a reference weighs, and how many there must be. Set on the open gold articles and eight documentation sites (2026-11-29):
// of the articles that people read through, nine in ten have fewer; of the pages of documentation in which something is said twice, seven
// in ten have more.
constexpr std::size_t weight_of_block = 3;    ///< an example, a line of a site generator
constexpr std::size_t weight_of_pointer = 2;  ///< a link to a page beside this one, a definition
constexpr std::size_t least_marks = 4;        ///< in the whole article
constexpr double least_marks_per_word = 0.008;
constexpr double most_marks_of_prose = 0.002;  ///< a word; half of the gold articles have none, one in ten pages of documentation

/// "../install.md", "options.md#all": to a page beside this one, not to a place on the site or in the world.
bool leads_beside(std::string_view target) {
  if (target.empty() || target.front() == '#' || target.front() == '/') return false;
  return target.find(':') == std::string_view::npos;
}

std::size_t marks_of_inlines(const Article& article) {
  std::size_t marks = 0;
  for (const Inline& span : article.inlines) {
    if (span.kind == InlineKind::code) ++marks;
    if (span.kind == InlineKind::link && span.link != no_index && leads_beside(article.links[span.link].target)) marks += weight_of_pointer;
  }
  return marks;
}

/// "[[Ribbon]]", "![[icon.svg]]"
std::size_t marks_of_wiki_links(const Article& article) {
  std::size_t marks = 0;
  for (std::size_t at = article.plain.find("[["); at != std::string::npos; at = article.plain.find("[[", at + 2))
    marks += weight_of_pointer;
  return marks;
}

std::size_t marks_of_blocks(const CheckInput& input) {
  std::size_t marks = 0;
  for (const Block& block : input.article.blocks) {
    if (block.kind == BlockKind::code || block.kind == BlockKind::directive) marks += weight_of_block;
    if (block.kind == BlockKind::paragraph && input.source.view(block.source).starts_with(": ")) marks += weight_of_pointer;
  }
  return marks;
}

struct HowItIsRead {
  Reading reading = Reading::through;
  bool plain_prose = false;
};

const HowItIsRead& how_it_is_read(const CheckInput& input) {
  return input.derived->get<HowItIsRead>([&] {
    const std::size_t marks = marks_of_inlines(input.article) + marks_of_wiki_links(input.article) + marks_of_blocks(input);
    const double share = static_cast<double>(marks) / static_cast<double>(std::max<std::size_t>(input.units.words.size(), 1));
    const bool looked_up = marks >= least_marks && share >= least_marks_per_word;
    return HowItIsRead{looked_up ? Reading::looked_up : Reading::through, share <= most_marks_of_prose};
  });
}

}  // namespace

Reading reading_of(const CheckInput& input) { return how_it_is_read(input).reading; }

bool is_plain_prose(const CheckInput& input) { return how_it_is_read(input).plain_prose; }

}  // namespace stet
