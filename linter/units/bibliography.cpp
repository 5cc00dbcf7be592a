#include "units/bibliography.h"

#include <algorithm>
#include <string>

#include "text/unicode.h"
#include "units/reference_entry.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t least_weight = 3;  // with a strong sign
constexpr std::uint32_t least_without_strong = 4;

enum class Entry : std::uint8_t { none, links, reference };

class BibliographyReader {
 public:
  BibliographyReader(const Article& article, const Grammar& grammar) : article_(article), grammar_(grammar) {
    result_.blocks.assign(article.blocks.size(), false);
  }

  Bibliography read() {
    for (std::uint32_t section = 0; section < article_.sections.size(); ++section) {
      const Section& own = article_.sections[section];
      const bool headed = (section > 0 && is_source_heading(article_.heading_text(own), grammar_)) || (section > 0 && headed_[own.parent]);
      headed_.push_back(headed);
    }
    for (std::uint32_t b = 0; b < article_.blocks.size(); b = behind_list(b)) {
      if (article_.blocks[b].kind == BlockKind::list) read_list(b);
    }
    read_paragraphs();
    return std::move(result_);
  }

 private:
  const Article& article_;
  const Grammar& grammar_;
  Bibliography result_;
  std::vector<bool> headed_;

  /// Of nested lists, only the outermost is asked.
  std::uint32_t behind_list(std::uint32_t block) const {
    return article_.blocks[block].kind == BlockKind::list ? article_.blocks[block].end : block + 1;
  }

  /// Items of lists are short; a paragraph must have a sign that prose seldom has.
  Entry entry_of(std::uint32_t block, bool item) {
    const Block& leaf = article_.blocks[block];
    if (leaf.texts.size() != 1) return Entry::none;
    const EntrySigns signs = signs_of_entry(article_, leaf.texts.begin);
    const bool headed = headed_[leaf.section];
    const bool weighs =
        (signs.strong && signs.weight >= least_weight) || (item && signs.weight >= least_without_strong) || (headed && signs.weight > 0);
    if (weighs && !signs.tells) return Entry::reference;
    if (!signs.only_links) return Entry::none;
    return signs.leads_out ? Entry::reference : Entry::links;
  }

  void mark(std::uint32_t begin, std::uint32_t end) { std::fill(result_.blocks.begin() + begin, result_.blocks.begin() + end, true); }

  /// “1. A book” under “References”: the number and the heading say the same.
  bool is_numbered_title(std::uint32_t list, std::uint32_t item) const {
    constexpr std::uint32_t longest = 120;  // bytes
    const bool one_leaf = article_.blocks[item].end == item + 2 && article_.blocks[item + 1].texts.size() == 1;
    return one_leaf && article_.blocks[list].ordered && headed_[article_.blocks[list].section] &&
           article_.texts[article_.blocks[item + 1].texts.begin].plain.size() <= longest;
  }

  void read_list(std::uint32_t list) {
    std::uint32_t items = 0;
    std::uint32_t entries = 0;
    std::uint32_t references = 0;
    for (std::uint32_t item = list + 1; item < article_.blocks[list].end; item = article_.blocks[item].end) {
      ++items;
      Entry entry = item + 1 < article_.blocks[item].end ? entry_of(item + 1, true) : Entry::none;
      if (entry == Entry::none && is_numbered_title(list, item)) entry = Entry::reference;
      entries += entry == Entry::none ? 0U : 1U;
      references += entry == Entry::reference ? 1U : 0U;
    }
    if (entries == 0 || entries * 3 < items * 2) return;
    mark(list, article_.blocks[list].end);
    result_.has_sources = result_.has_sources || references * 3 >= items * 2;
  }

  /// Paragraphs that are entries, one behind another, or that fill a section.
  void read_paragraphs() {
    std::vector<std::uint32_t> paragraphs(article_.sections.size(), 0);
    std::vector<std::uint32_t> entries(article_.sections.size(), 0);
    std::vector<std::uint32_t> found;
    std::vector<std::uint32_t> rank(article_.blocks.size(), 0);  // how many paragraphs stand before
    std::uint32_t next = 0;
    for (std::uint32_t b = 0; b < article_.blocks.size(); ++b) {
      const Block& block = article_.blocks[b];
      if (block.kind != BlockKind::paragraph || result_.blocks[b]) continue;
      rank[b] = next++;
      ++paragraphs[block.section];
      if (entry_of(b, false) != Entry::reference) continue;
      ++entries[block.section];
      found.push_back(b);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::uint32_t section = article_.blocks[found[i]].section;
      const bool fills = section > 0 && entries[section] * 3 >= paragraphs[section] * 2;
      const bool follows = i > 0 && rank[found[i - 1]] + 1 == rank[found[i]];
      const bool leads = i + 1 < found.size() && rank[found[i]] + 1 == rank[found[i + 1]];
      if (!fills && !follows && !leads) continue;
      mark(found[i], found[i] + 1);
      result_.has_sources = true;
    }
  }
};

}  // namespace

bool is_source_heading(std::string_view heading, const Grammar& grammar) {
  constexpr std::size_t longest = 80;
  if (heading.size() > longest) return false;
  const std::string folded = fold(heading);
  bool says_so = false;
  for (std::size_t begin = 0; begin < folded.size();) {
    const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
    const auto end = static_cast<std::size_t>(
        std::find_if_not(folded.begin() + static_cast<std::ptrdiff_t>(begin), folded.end(), is_letter) - folded.begin());
    const std::string_view word = std::string_view(folded).substr(begin, end - begin);
    if (!word.empty() && !grammar.has(WordClass::source_heading, word) && !grammar.has(WordClass::beside_source_heading, word))
      return false;
    // "Further reading" alone says so, too.
    says_so = says_so || grammar.has(WordClass::source_heading, word) || (word == "reading" && folded.find("further") != std::string::npos);
    begin = end + 1;
  }
  return says_so;
}

Bibliography find_bibliography(const Article& article, const Grammar& grammar) { return BibliographyReader(article, grammar).read(); }

}  // namespace stet
