#include "checks/counts/numbering.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>

#include "language/label.h"

namespace stet {
namespace {

/// The number that a heading starts with ("3. Soil"), or 0. "1.2 Soil" and years have none.
std::uint32_t number_of(std::string_view heading) {
  if (!is_numbered(heading)) return 0;
  const std::size_t digits = heading.find_first_not_of("0123456789");
  const bool deeper = digits + 1 < heading.size() && heading[digits + 1] >= '0' && heading[digits + 1] <= '9';
  return digits > 3 || deeper ? 0 : static_cast<std::uint32_t>(std::strtoul(std::string(heading.substr(0, digits)).c_str(), nullptr, 10));
}

/// The word before the number of a heading such as "Step 3: Sow" or "Example 1", and the number; no word where it has none.
struct NumberedLabel {
  std::string_view word;
  std::uint32_t number = 0;
};

NumberedLabel label_of(std::string_view heading) {
  const std::size_t space = heading.find(' ');
  if (space == std::string_view::npos || space == 0) return {};
  const std::string_view rest = heading.substr(space + 1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const std::string_view behind = rest.substr(digits);
  const bool ends = behind.empty() || behind.starts_with(". ") || parts_label(behind);
  if (digits == 0 || digits > 2 || !ends) return {};
  return {heading.substr(0, space), static_cast<std::uint32_t>(std::strtoul(std::string(rest.substr(0, digits)).c_str(), nullptr, 10))};
}

/// Headings of one level under one section, in order; those without a number have 0.
struct Siblings {
  std::vector<std::uint32_t> sections;
  std::vector<std::uint32_t> numbers;
  bool labelled = false;  ///< "Step 1", "Step 2": of one word each
};

std::vector<Siblings> siblings_of(const Article& article) {
  std::map<std::pair<std::uint32_t, std::uint8_t>, Siblings> groups;
  for (std::uint32_t s = 1; s < article.sections.size(); ++s) {
    Siblings& group = groups[{article.sections[s].parent, article.sections[s].level}];
    group.sections.push_back(s);
    group.numbers.push_back(number_of(article.heading_text(article.sections[s])));
  }
  std::vector<Siblings> result;
  result.reserve(groups.size());
  for (auto& [place, group] : groups) {
    std::map<std::string_view, Siblings> by_word;
    for (const std::uint32_t section : group.sections) {
      const NumberedLabel label = label_of(article.heading_text(article.sections[section]));
      if (label.number == 0) continue;
      Siblings& of_word = by_word[label.word];
      of_word.labelled = true;
      of_word.sections.push_back(section);
      of_word.numbers.push_back(label.number);
    }
    result.push_back(std::move(group));
    for (auto& [word, of_word] : by_word) result.push_back(std::move(of_word));
  }
  return result;
}

/// Does a number follow the one before it? Headings without a number in between may stand for what is skipped.
bool follows(std::uint32_t number, std::uint32_t before, std::uint32_t unnumbered, bool labelled) {
  if (labelled) return number != before;
  return number == 1 || number == before + 1 || number + 1 == before || (number > before && number - before <= unnumbered + 1);
}

/// Does a paragraph between two blocks begin with a number, as a heading does? It was meant as one, whatever it looks like.
bool is_numbered_between(const Article& article, std::uint32_t first, std::uint32_t last, std::uint32_t number) {
  for (std::uint32_t block = first + 1; block < last; ++block) {
    if (article.blocks[block].kind != BlockKind::paragraph || article.blocks[block].texts.empty()) continue;
    if (number_of(article.text(article.texts[article.blocks[block].texts.begin].plain)) == number) return true;
  }
  return false;
}

void add_broken(const CheckInput& input, const Siblings& group, std::vector<BrokenNumber>& broken) {
  const Article& article = input.article;
  const auto heading = [&](std::uint32_t i) -> const Block& { return article.blocks[article.sections[group.sections[i]].heading]; };
  std::uint32_t last = no_index;  // index of the numbered heading before
  std::uint32_t unnumbered = 0;
  for (std::uint32_t i = 0; i < group.numbers.size(); ++i) {
    const std::uint32_t number = group.numbers[i];
    if (number == 0) {
      ++unnumbered;
      continue;
    }
    const bool breaks = last != no_index && !follows(number, group.numbers[last], unnumbered, group.labelled);
    const auto place = [&](std::uint32_t one) { return article.sections[group.sections[one]].heading; };
    if (breaks && !is_numbered_between(article, place(last), place(i), group.numbers[last] + 1))
      broken.push_back({heading(i).source, heading(last).source, article.texts[heading(i).texts.begin].plain, number, group.numbers[last]});
    last = i;
    unnumbered = 0;
  }
}

struct ItemNumber {
  Span source;
  std::uint32_t number = 0;
};

/// The number that an item is written with; no bytes where it has none, or more digits than a list has items.
ItemNumber number_of_item(const CheckInput& input, const Block& item) {
  const std::string_view text = std::string_view(input.source.bytes).substr(item.source.begin, item.source.size());
  const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t end = std::min(text.find_first_not_of("0123456789", first), text.size());
  if (end == first || end - first > 2 || end == text.size() || (text[end] != '.' && text[end] != ')')) return {};
  const auto begin = static_cast<std::uint32_t>(item.source.begin + first);
  return {{begin, static_cast<std::uint32_t>(item.source.begin + end + 1)},
          static_cast<std::uint32_t>(std::strtoul(std::string(text.substr(first, end - first)).c_str(), nullptr, 10))};
}

void add_broken_items(const CheckInput& input, std::uint32_t list, std::vector<BrokenNumber>& broken) {
  const Article& article = input.article;
  ItemNumber last;
  bool runs = false;  // one number was followed by the next
  for (std::uint32_t b = list + 1; b < article.blocks[list].end; b = article.blocks[b].end) {
    const ItemNumber here = number_of_item(input, article.blocks[b]);
    if (here.source.empty()) return;
    const bool next = here.number == last.number + 1;
    const bool repeats = here.number == last.number && runs;
    const bool skips = here.number > last.number + 1;
    if (!last.source.empty() && (repeats || skips)) broken.push_back({here.source, last.source, {}, here.number, last.number});
    runs = runs || (!last.source.empty() && next);
    last = here;
  }
}

}  // namespace

bool is_numbered(std::string_view heading) {
  const std::size_t digits = std::min(heading.find_first_not_of("0123456789"), heading.size());
  return digits > 0 && digits < heading.size() && (heading[digits] == '.' || heading[digits] == ')' || heading[digits] == ':');
}

std::vector<BrokenNumber> broken_heading_numbers(const CheckInput& input) {
  std::vector<BrokenNumber> broken;
  for (const Siblings& group : siblings_of(input.article)) {
    const auto count = std::count_if(group.numbers.begin(), group.numbers.end(), [](std::uint32_t number) { return number > 0; });
    if (count >= (group.labelled ? 2 : 3)) add_broken(input, group, broken);
  }
  return broken;
}

std::vector<BrokenNumber> broken_list_numbers(const CheckInput& input) {
  std::vector<BrokenNumber> broken;
  for (std::uint32_t b = 0; b < input.article.blocks.size(); ++b) {
    const Block& block = input.article.blocks[b];
    if (block.kind == BlockKind::list && block.ordered && !block.quotes()) add_broken_items(input, b, broken);
  }
  return broken;
}

}  // namespace stet
