#include "units/lexicon.h"

#include <xxhash.h>

#include <algorithm>

namespace stet {
namespace {

/// Is a sense of `special` one of `general`, or a kind of one, up to two steps?
bool is_kind_of(Senses special, Senses general) {
  return std::any_of(special.begin(), special.end(), [&](std::uint32_t sense) {
    const std::uint32_t kind = lexicon::kinds[sense];
    return std::any_of(general.begin(), general.end(),
                       [&](std::uint32_t other) { return other == sense || other == kind || other == lexicon::kinds[kind]; });
  });
}

}  // namespace

Senses senses_of(std::string_view lemma) {
  const std::uint64_t hash = XXH3_64bits(lemma.data(), lemma.size());
  const auto known = std::lower_bound(lexicon::lemmas.begin(), lexicon::lemmas.end(), hash);
  if (known == lexicon::lemmas.end() || *known != hash) return {};
  const auto index = static_cast<std::size_t>(known - lexicon::lemmas.begin());
  return lexicon::senses.subspan(lexicon::first_senses[index], lexicon::first_senses[index + 1] - lexicon::first_senses[index]);
}

bool may_mean_the_same(Senses a, Senses b) { return is_kind_of(a, b) || is_kind_of(b, a); }

bool may_mean_the_same(std::string_view lemma_a, std::string_view lemma_b) {
  return may_mean_the_same(senses_of(lemma_a), senses_of(lemma_b));
}

bool may_be_a(std::string_view special, std::string_view general) { return is_kind_of(senses_of(special), senses_of(general)); }

}  // namespace stet
