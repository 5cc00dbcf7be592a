#include "comparing/guards/figures.h"

#include <algorithm>

#include "comparing/verbatim_run.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on the open gold articles, the mended repeats, documentation and thirty repositories of strangers (2026-11-30).
constexpr std::uint32_t least_shared = 4;  ///< main words of a passage that stands in another
constexpr double contained = 0.8;          ///< of its main words

/// "the two", "one of them": a pronoun, not a figure.
bool is_pronominal(const CheckInput& input, IndexRange sentence, std::uint32_t word) {
  const std::string_view text = form_of(input, word).text;
  return text == "one" ||
         (word > sentence.begin && form_of(input, word - 1).text == "the" && (input.units.words[word].flags & word_number) == 0);
}

bool is_figure(const CheckInput& input, IndexRange sentence, std::uint32_t word) {
  const Form& form = form_of(input, word);
  return ((form.flags & form_number) != 0 && !is_pronominal(input, sentence, word)) || is(form, WordClass::weekday);
}

/// Main words that are no figures, nor the signs behind these.
bool is_main(const CheckInput& input, IndexRange sentence, std::uint32_t word) {
  const bool sign = (input.units.words[word].flags & word_symbol) != 0;
  return !sign && is_content(form_of(input, word)) && !is_figure(input, sentence, word);
}

std::set<StemId> main_stems_of(const CheckInput& input, IndexRange words) {
  std::set<StemId> stems;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (is_main(input, words, word)) stems.insert(form_of(input, word).stem);
  }
  return stems;
}

/// The words of the longer passage in which all stands that both say, with one right before; none when it does not hold the shorter one.
IndexRange common_part(const CheckInput& input, IndexRange shorter, IndexRange longer) {
  const std::set<StemId> own = main_stems_of(input, shorter);
  std::set<StemId> shared;
  IndexRange part{longer.end, longer.begin};
  for (std::uint32_t word = longer.begin; word < longer.end; ++word) {
    if (!is_main(input, longer, word) || !own.contains(form_of(input, word).stem)) continue;
    shared.insert(form_of(input, word).stem);
    part = {std::min(part.begin, word), word + 1};
  }
  const bool holds = shared.size() >= least_shared && static_cast<double>(shared.size()) >= contained * static_cast<double>(own.size());
  if (!holds) return {};
  // "4 lids", and not "Step 4: lids"
  const bool attached = part.begin > longer.begin && gap_before(input, part.begin) == " ";
  return {part.begin - (attached ? 1U : 0U), part.end};
}

}  // namespace

std::multiset<std::string_view> figures_of(const CheckInput& input, IndexRange words) {
  std::multiset<std::string_view> figures;
  for (std::uint32_t word = words.begin; word < words.end; ++word) {
    if (is_figure(input, words, word)) figures.insert(form_of(input, word).text);
  }
  return figures;
}

bool figures_differ(const CheckInput& input, IndexRange a, IndexRange b) {
  const std::multiset<std::string_view> of_a = figures_of(input, a);
  const std::multiset<std::string_view> of_b = figures_of(input, b);
  if (of_a == of_b) return false;
  const IndexRange shorter = of_a.size() < of_b.size() ? a : b;
  const IndexRange longer = of_a.size() < of_b.size() ? b : a;
  const IndexRange part = common_part(input, shorter, longer);
  if (part.empty()) return true;
  const auto distinct = [](const std::multiset<std::string_view>& figures) {
    return std::set<std::string_view>(figures.begin(), figures.end());
  };
  return distinct(figures_of(input, part)) != distinct(of_a.size() < of_b.size() ? of_a : of_b);
}

bool figures_stand_in_one_clause(const CheckInput& input, const Passage& a, const Passage& b) {
  const VerbatimRun run = longest_verbatim_run(input, a, b);
  if (!is_clause(run)) return false;
  const std::size_t figures = figures_of(input, run.place).size();
  return figures > 0 && figures == std::min(figures_of(input, words_of(input, a)).size(), figures_of(input, words_of(input, b)).size());
}

}  // namespace stet
