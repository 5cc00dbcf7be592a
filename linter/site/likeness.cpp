#include "site/likeness.h"

#include <algorithm>

#include "units/weights.h"

namespace stet {
namespace {

constexpr float unknown_weight = 9.5F;  // as Vocabulary has it
/// From so many shared words on a paragraph was copied, whatever was changed in it.
constexpr std::uint32_t copied_anyway = 30;

/// Inverse document frequency of a stem, found by the bits of its hash that are kept.
float weight_of(SiteStem stem) {
  const std::uint64_t hash = stem & stem_bits;
  const auto known = std::lower_bound(weights::stems.begin(), weights::stems.end(), hash << 34U);
  if (known == weights::stems.end() || *known >> 34U != hash) return unknown_weight;
  return static_cast<float>(weights::values[static_cast<std::size_t>(known - weights::stems.begin())]) / 25.0F;
}

void append(Passages& passages, std::span<const SiteStem> stems) {
  Passage passage;
  passage.stems.begin = static_cast<std::uint32_t>(passages.stems.size());
  for (const SiteStem stem : stems.first(std::min<std::size_t>(stems.size(), most_words))) {
    const float weight = weight_of(stem);
    passages.stems.push_back(stem & stem_bits);
    passages.weights.push_back(weight);
    passage.weight += weight;
  }
  passage.stems.end = static_cast<std::uint32_t>(passages.stems.size());
  passages.passages.push_back(passage);
}

/// The stems that carry a mark, sorted.
std::vector<SiteStem> marked(std::span<const SiteStem> stems, SiteStem mark) {
  std::vector<SiteStem> result;
  for (const SiteStem stem : stems) {
    if ((stem & mark) != 0) result.push_back(stem & stem_bits);
  }
  std::sort(result.begin(), result.end());
  return result;
}

/// Each has a name that the other does not have.
bool names_differ(const ParagraphContent& a, const ParagraphContent& b) {
  const std::vector<SiteStem> names_a = marked(a.stems, name_mark);
  const std::vector<SiteStem> names_b = marked(b.stems, name_mark);
  const auto within = [](const std::vector<SiteStem>& inner, const std::vector<SiteStem>& outer) {
    return std::all_of(inner.begin(), inner.end(), [&](SiteStem stem) { return std::binary_search(outer.begin(), outer.end(), stem); });
  };
  return !within(names_a, names_b) && !within(names_b, names_a);
}

/// One slot filled differently in otherwise equal paragraphs.
bool fills_a_slot(const ParagraphContent& a, const ParagraphContent& b, const Likeness& likeness) {
  const std::size_t alone_a = a.stems.size() - std::min<std::size_t>(likeness.shared, a.stems.size());
  const std::size_t alone_b = b.stems.size() - std::min<std::size_t>(likeness.shared, b.stems.size());
  const bool subjects_differ = !a.stems.empty() && !b.stems.empty() && ((a.stems[0] ^ b.stems[0]) & stem_bits) != 0;
  return subjects_differ && alone_a > 0 && alone_b > 0 && alone_a <= 2 && alone_b <= 2;
}

}  // namespace

Likeness likeness_of(const ParagraphContent& a, const ParagraphContent& b) {
  Passages passages;
  append(passages, a.stems);
  append(passages, b.stems);
  return likeness_of(passages, 0, 1, align(passages, 0, 1));
}

bool is_same_passage(const Likeness& likeness, float alike) {
  const bool within = likeness.contained >= 0.9F && likeness.cohesion >= 0.7F && likeness.shared >= 12;
  return likeness.overlap >= alike || within;
}

bool differs_on_purpose(const ParagraphContent& a, const ParagraphContent& b, const Likeness& likeness) {
  if (likeness.shared >= copied_anyway && likeness.overlap >= 0.8F) return false;
  return a.negated != b.negated || marked(a.stems, number_mark) != marked(b.stems, number_mark) || names_differ(a, b) ||
         fills_a_slot(a, b, likeness);
}

}  // namespace stet
