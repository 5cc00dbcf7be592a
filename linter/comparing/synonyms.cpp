#include "comparing/synonyms.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "units/lexicon.h"

namespace stet {
namespace {

// Set on the open gold articles, their mended repeats and documentation (2026-11-29).
constexpr std::uint32_t most_synonyms = 2;
constexpr std::uint32_t words_for_one = 4;  ///< aligned words for each synonym
constexpr std::uint32_t widest_gap = 2;     ///< words of one passage between two that align
constexpr float synonym_share = 0.8F;       ///< of the lighter word's weight

}  // namespace

namespace {

/// What stands only for itself: names, numbers and what denies.
bool stands_for_itself(const CheckInput& input, std::uint32_t word) {
  constexpr std::uint16_t named = word_code | word_all_caps | word_number;
  return (form_of(input, word).flags & (form_number | form_negator)) != 0 || (input.units.words[word].flags & named) != 0;
}

/// The senses of a word, or none when it stands only for itself.
Senses replaceable(const CheckInput& input, std::uint32_t word) {
  return stands_for_itself(input, word) ? Senses() : senses_of(lemma_key(form_of(input, word).text));
}

}  // namespace

bool may_replace(const CheckInput& input, std::uint32_t word, std::uint32_t other) {
  if (stands_for_itself(input, word) || stands_for_itself(input, other)) return false;
  return may_mean_the_same(lemma_key(form_of(input, word).text), lemma_key(form_of(input, other).text));
}

/// Does the article's title lack it?
static bool is_own(const CheckInput& input, StemId stem) {
  const std::vector<WordKey>& topic = claims_of(input).topic;
  return !std::binary_search(topic.begin(), topic.end(), key_of(input, stem));
}

Likeness with_synonyms(const CheckInput& input, const Passages& passages, std::uint32_t a, std::uint32_t b, const Alignment& alignment,
                       Likeness likeness) {
  const Passage& first = passages.passages[a];
  const Passage& second = passages.passages[b];
  const std::uint32_t most = std::min(most_synonyms, likeness.shared / words_for_one);
  std::uint32_t found = 0;
  const auto look_between = [&](IndexRange here, IndexRange there) {
    if (here.empty() || there.empty() || here.size() > widest_gap || there.size() > widest_gap) return;
    for (std::uint32_t i = here.begin; i < here.end; ++i) {
      for (std::uint32_t k = there.begin; k < there.end && found < most; ++k) {
        if (!may_replace(input, passages.words[i], passages.words[k])) continue;
        ++found;
        likeness.weight += synonym_share * std::min(passages.weights[i], passages.weights[k]);
        there.begin = k + 1;
        break;
      }
    }
  };
  IndexRange here{first.stems.begin, first.stems.begin};
  IndexRange there{second.stems.begin, second.stems.begin};
  for (const auto& [i, k] : alignment) {
    here.end = first.stems.begin + i;
    there.end = second.stems.begin + k;
    look_between(here, there);
    here.begin = here.end + 1;
    there.begin = there.end + 1;
  }
  look_between({here.begin, first.stems.end}, {there.begin, second.stems.end});
  if (found == 0) return likeness;
  likeness.shared += found;
  likeness.contained = likeness.weight / std::max(0.001F, std::min(first.weight, second.weight));
  likeness.overlap = likeness.weight / std::max(0.001F, first.weight + second.weight - likeness.weight);
  return likeness;
}

Restatement restatement_of(const CheckInput& input, const Passages& passages, std::uint32_t a, std::uint32_t b) {
  const Passage& first = passages.passages[a];
  const Passage& second = passages.passages[b];
  Restatement said;
  std::vector<std::uint32_t> alone;                     // stems of the first that the second lacks
  std::vector<bool> taken(second.stems.size(), false);  // beside those of the second
  for (std::uint32_t i = first.stems.begin; i < first.stems.end; ++i) {
    std::uint32_t k = second.stems.begin;
    while (k < second.stems.end && (taken[k - second.stems.begin] || passages.stems[i] != passages.stems[k])) ++k;
    if (k == second.stems.end) {
      alone.push_back(i);
      continue;
    }
    taken[k - second.stems.begin] = true;
    ++said.same;
    if (is_own(input, passages.stems[i])) ++said.own;
    said.weight += passages.weights[i];
  }
  std::vector<Senses> theirs(second.stems.size());  // of its words that the first lacks
  for (std::uint32_t k = second.stems.begin; k < second.stems.end && !alone.empty(); ++k) {
    if (!taken[k - second.stems.begin]) theirs[k - second.stems.begin] = replaceable(input, passages.words[k]);
  }
  for (const std::uint32_t i : alone) {
    const Senses own = replaceable(input, passages.words[i]);
    for (std::uint32_t k = second.stems.begin; k < second.stems.end && !own.empty(); ++k) {
      const Senses other = theirs[k - second.stems.begin];
      if (taken[k - second.stems.begin] || other.empty() || !may_mean_the_same(own, other)) continue;
      taken[k - second.stems.begin] = true;
      said.weight += synonym_share * std::min(passages.weights[i], passages.weights[k]);
      break;
    }
  }
  said.overlap = said.weight / std::max(0.001F, first.weight + second.weight - said.weight);
  said.share = said.weight / std::max(0.001F, std::min(first.weight, second.weight));
  return said;
}

std::uint32_t own_words_shared(const CheckInput& input, const Passages& passages, std::uint32_t a, std::uint32_t b) {
  const auto sorted = [&](const Passage& passage) {
    std::vector<StemId> stems(passages.stems.begin() + passage.stems.begin, passages.stems.begin() + passage.stems.end);
    std::sort(stems.begin(), stems.end());
    return stems;
  };
  const std::vector<StemId> one = sorted(passages.passages[a]);
  const std::vector<StemId> two = sorted(passages.passages[b]);
  std::vector<StemId> both;
  std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(both));
  return static_cast<std::uint32_t>(std::count_if(both.begin(), both.end(), [&](StemId stem) { return is_own(input, stem); }));
}

}  // namespace stet
