#include "claims/counted.h"

#include <algorithm>

#include "units/word_classes.h"

namespace stet {
namespace {

constexpr std::uint32_t farthest_noun = 4;

void add_content(const CheckInput& text, IndexRange words, Counted& counted) {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const Form& form = form_of(text, w);
    if (!is_content_word(text, w)) continue;
    counted.noun = key_of(text, form.stem);
    add_key(counted.keys, counted.noun);
  }
}

bool is_determined(const CheckInput& text, const Claim& claim) {
  const IndexRange whole = text.units.sentences[claim.sentence].words;
  const std::uint32_t first = claim.value.words.begin;
  if (first == whole.begin) return false;
  const std::string_view before = text.article.text(text.units.words[first - 1].plain);
  if (gap_before(text, first) != " ") return false;                                     // "All in all, 30 …"
  const bool possessive = before.ends_with("'s") || before.ends_with("\xE2\x80\x99s");  // "the festival's eight venues"
  return possessive || is(form_of(text, first - 1), WordClass::counted_determiner);
}

}  // namespace

std::optional<Counted> counted_of(const CheckInput& text, const Claim& claim) {
  Counted counted;
  const IndexRange whole = text.units.sentences[claim.sentence].words;
  const bool labelled = claim.place == ClaimPlace::cell || claim.place == ClaimPlace::label;
  if (claim.value.counted != no_index) {
    const std::uint32_t last = std::min(claim.value.words.end + farthest_noun, whole.end);
    for (std::uint32_t w = claim.value.words.end; w < last; ++w) {
      if (form_of(text, w).stem != claim.value.counted) continue;
      counted.words = {claim.value.words.end, w + 1};
      break;
    }
    add_content(text, counted.words, counted);
    counted.determined = is_determined(text, claim);
  } else if (labelled && !claim.labels.empty() && claim.value.words.size() >= whole.size()) {
    counted.words = claim.labels.front();
    add_content(text, counted.words, counted);
    counted.determined = true;
  }
  if (counted.keys.empty()) return std::nullopt;
  return counted;
}

}  // namespace stet
