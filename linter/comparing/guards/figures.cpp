#include "comparing/guards/figures.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

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

/// Main stems that both passages have; none when the longer one does not hold the shorter one.
std::set<StemId> common_stems(const CheckInput& input, IndexRange shorter, IndexRange longer) {
  const std::set<StemId> own = main_stems_of(input, shorter);
  const std::set<StemId> theirs = main_stems_of(input, longer);
  std::set<StemId> shared;
  std::set_intersection(own.begin(), own.end(), theirs.begin(), theirs.end(), std::inserter(shared, shared.end()));
  const bool holds = shared.size() >= least_shared && static_cast<double>(shared.size()) >= contained * static_cast<double>(own.size());
  return holds ? shared : std::set<StemId>();
}

std::set<std::string_view> distinct_figures(const CheckInput& input, IndexRange words) {
  const std::multiset<std::string_view> figures = figures_of(input, words);
  return {figures.begin(), figures.end()};
}

/// Has some part of the longer passage, in which stands all that both say, with one word right before, just the figures of the shorter one?
/// Costs the words times the stems and figures.
bool some_part_agrees(const CheckInput& input, IndexRange shorter, IndexRange longer) {
  const std::set<StemId> shared = common_stems(input, shorter, longer);
  if (shared.empty()) return false;
  const std::set<std::string_view> figures = distinct_figures(input, shorter);
  std::map<StemId, std::uint32_t> last;  // where each of them was met last
  for (std::uint32_t word = longer.begin; word < longer.end; ++word) {
    const StemId stem = form_of(input, word).stem;
    if (!is_main(input, longer, word) || !shared.contains(stem)) continue;
    last[stem] = word;
    if (last.size() < shared.size()) continue;
    const auto before = [](const auto& a, const auto& b) { return a.second < b.second; };
    const std::uint32_t first = std::min_element(last.begin(), last.end(), before)->second;
    // "4 lids", and not "Step 4: lids"
    const bool attached = first > longer.begin && gap_before(input, first) == " ";
    if (distinct_figures(input, {first - (attached ? 1U : 0U), word + 1}) == figures) return true;
  }
  return false;
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
  const bool a_is_shorter = of_a.size() < of_b.size();
  return !some_part_agrees(input, a_is_shorter ? a : b, a_is_shorter ? b : a);
}

bool figures_stand_in_one_clause(const CheckInput& input, const Passage& a, const Passage& b) {
  const VerbatimRun run = longest_verbatim_run(input, a, b);
  if (!is_clause(run)) return false;
  const std::size_t figures = figures_of(input, run.place).size();
  return figures > 0 && figures == std::min(figures_of(input, words_of(input, a)).size(), figures_of(input, words_of(input, b)).size());
}

}  // namespace stet
