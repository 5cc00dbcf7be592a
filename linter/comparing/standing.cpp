#include "comparing/standing.h"

namespace stet {
namespace {

/// Is one of the blocks around it of the kind?
bool stands_in(const Article& article, std::uint32_t block, BlockKind kind) {
  for (; block != no_index; block = article.blocks[block].parent) {
    if (article.blocks[block].kind == kind) return true;
  }
  return false;
}

/// Two sections side by side that have one heading: something was pasted twice.
bool are_copies(const Article& article, std::uint32_t a, std::uint32_t b) {
  if (a == b || a == 0 || b == 0 || article.sections[a].parent != article.sections[b].parent) return false;
  return article.heading_text(article.sections[a]) == article.heading_text(article.sections[b]);
}

Distance distance_of(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const Sentence& one = input.units.sentences[a];
  const Sentence& two = input.units.sentences[b];
  const auto& blocks = input.article.blocks;
  if (one.text == two.text) return Distance::paragraph;
  const std::uint32_t first = std::min(entry_of(input, a), entry_of(input, b));
  const std::uint32_t second = std::max(entry_of(input, a), entry_of(input, b));
  if (blocks[first].end == second && blocks[first].parent == blocks[second].parent) return Distance::neighbour;
  return one.section == two.section ? Distance::section : Distance::article;
}

}  // namespace

std::uint32_t entry_of(const CheckInput& input, std::uint32_t sentence) {
  const auto& blocks = input.article.blocks;
  const std::uint32_t block = input.units.sentences[sentence].block;
  for (std::uint32_t around = block; around != no_index; around = blocks[around].parent) {
    if (blocks[around].kind == BlockKind::list_item || blocks[around].kind == BlockKind::table_row) return around;
  }
  return block;
}

Standing standing_of(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const Sentence& one = input.units.sentences[a];
  const Sentence& two = input.units.sentences[b];
  const auto& blocks = input.article.blocks;
  const std::uint32_t entry_a = entry_of(input, a);
  const std::uint32_t entry_b = entry_of(input, b);
  Standing standing;
  standing.distance = distance_of(input, a, b);
  standing.item_a = stands_in(input.article, one.block, BlockKind::list_item);
  standing.item_b = stands_in(input.article, two.block, BlockKind::list_item);
  standing.cell = one.place == Place::table || two.place == Place::table;
  standing.quoted = one.place == Place::quote || two.place == Place::quote;
  const bool entries = blocks[entry_a].kind == blocks[entry_b].kind &&
                       (blocks[entry_a].kind == BlockKind::list_item || blocks[entry_a].kind == BlockKind::table_row);
  standing.same_list = entries && entry_a != entry_b && blocks[entry_a].parent == blocks[entry_b].parent;
  if (!are_copies(input.article, one.section, two.section)) standing.parallel = parallel_of(input, a, b);
  return standing;
}

}  // namespace stet
