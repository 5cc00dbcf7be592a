#include "comparing/heading_forms.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "claims/headings.h"

namespace stet {

bool is_number_word(const CheckInput& input, std::uint32_t word) {
  if ((form_of(input, word).flags & form_number) != 0 || (input.units.words[word].flags & word_number) != 0) return true;
  const std::string_view text = form_of(input, word).text;
  const std::size_t digits = text.find_first_of("0123456789");
  return digits != std::string::npos && digits > 0 && digits <= 3 && text.find_first_not_of("0123456789", digits) == std::string::npos;
}

namespace {

bool all_numbers(const CheckInput& input, IndexRange words) {
  bool any = false;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (is_content(form_of(input, word)) && !is_number_word(input, word)) return false;
    any = any || is_number_word(input, word);
  }
  return any;
}

}  // namespace

bool asks(const CheckInput& input, std::uint32_t section) {
  return input.article.heading_text(input.article.sections[section]).ends_with('?');
}

bool begins_with_date(const CheckInput& input, std::uint32_t section) {
  const IndexRange words = words_of_heading(input, section);
  const auto& typed = input.units.typed;
  auto first = std::partition_point(typed.begin(), typed.end(), [&](const Typed& one) { return one.words.begin < words.begin; });
  for (; first != typed.end() && !words.empty() && first->words.begin == words.begin; ++first) {
    if (first->kind == TypedKind::date) return true;
  }
  return false;
}

HeadingPair compare_headings(const CheckInput& input, IndexRange a, IndexRange b) {
  HeadingPair pair{0, 0, a, b};
  const auto same = [&](std::uint32_t one, std::uint32_t two) { return form_of(input, one).stem == form_of(input, two).stem; };
  while (!pair.only_a.empty() && !pair.only_b.empty() && same(pair.only_a.begin, pair.only_b.begin)) {
    pair.before += is_content(form_of(input, pair.only_a.begin)) && !is_number_word(input, pair.only_a.begin) ? 1U : 0U;
    ++pair.only_a.begin;
    ++pair.only_b.begin;
  }
  while (!pair.only_a.empty() && !pair.only_b.empty() && same(pair.only_a.end - 1, pair.only_b.end - 1)) {
    pair.behind += is_content(form_of(input, pair.only_a.end - 1)) && !is_number_word(input, pair.only_a.end - 1) ? 1U : 0U;
    --pair.only_a.end;
    --pair.only_b.end;
  }
  return pair;
}

bool headings_fill_one_form(const CheckInput& input, IndexRange a, IndexRange b) {
  constexpr std::uint32_t most_apart = 2;
  if (a.empty() || b.empty()) return false;
  const HeadingPair pair = compare_headings(input, a, b);
  const bool numbers = all_numbers(input, pair.only_a) && all_numbers(input, pair.only_b);
  if (numbers) return pair.before + pair.behind > 0 || (pair.only_a == a && pair.only_b == b);
  if (pair.only_a.size() > most_apart || pair.only_b.size() > most_apart) return false;
  // A number that only tells one chapter from the next counts for nothing.
  return pair.behind > 0 || pair.before >= 2;
}

namespace {

/// Headings right under a section, as stems of their words.
std::vector<std::vector<StemId>> headings_under(const CheckInput& input, std::uint32_t section) {
  constexpr std::size_t most = 16;
  constexpr std::uint32_t farthest = 256;  // sections below those right under it among them
  std::vector<std::vector<StemId>> headings;
  const auto& sections = input.article.sections;
  const std::size_t end = std::min<std::size_t>(sections.size(), section + farthest);
  for (std::uint32_t s = section + 1; s < end && sections[s].level > sections[section].level && headings.size() < most; ++s) {
    if (sections[s].parent != section) continue;
    std::vector<StemId>& stems = headings.emplace_back();
    const IndexRange words = words_of_heading(input, s);
    for (std::uint32_t word = words.begin; word < words.end; ++word) stems.push_back(form_of(input, word).stem);
  }
  std::sort(headings.begin(), headings.end());
  return headings;
}

}  // namespace

bool share_subheadings(const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  const auto one = headings_under(input, a);
  const auto two = headings_under(input, b);
  std::vector<std::vector<StemId>> both;
  std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(both));
  return both.size() >= 2 && 2 * both.size() >= std::min(one.size(), two.size());
}

}  // namespace stet
