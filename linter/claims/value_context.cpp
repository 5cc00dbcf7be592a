#include "claims/value_context.h"

#include <algorithm>

#include "claims/told_circumstances.h"
#include "units/plural.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr float least_told_weight = 2.5F;   // of a word that tells anything: "night" has 3.0
constexpr std::uint32_t longest_cell = 24;  // words of a cell beside a value

class ContextReader {
 public:
  ContextReader(const CheckInput& text, std::optional<PatternId> dimension, const Claim& claim) : text_(text), claim_(claim) {
    if (!dimension) return;
    const auto leave_out = [&](const Match& match) { dimension_.push_back(match.words); };
    each_match(text, *dimension, text.units.sentences[claim.sentence].words, leave_out);
    each_match(text, *dimension, claim.asked, leave_out);
    for (const IndexRange label : claim.labels) each_match(text, *dimension, label, leave_out);
  }

  std::vector<ContextWord> read() {
    const bool line = claim_.place == ClaimPlace::cell || (claim_.place == ClaimPlace::label && !says_more());
    if (!line) add(clause());
    if (!line && claim_.owner.words.size() > 0) add(claim_.owner.words);
    if (claim_.place == ClaimPlace::label && !line) return take();
    for (std::size_t i = 0; i < (claim_.alone ? std::min<std::size_t>(claim_.labels.size(), 1) : claim_.labels.size()); ++i)
      add(claim_.labels[i]);
    const bool when = claim_.value.kind == TypedKind::time || claim_.value.kind == TypedKind::date;
    if (claim_.place == ClaimPlace::cell && claim_.labels.size() < 2 && when) add_row();
    add(claim_.asked);
    return take();
  }

 private:
  const CheckInput& text_;
  const Claim& claim_;
  std::vector<IndexRange> dimension_;  ///< words that only name what is measured
  std::vector<ContextWord> words_;

  std::vector<ContextWord> take() {
    std::sort(words_.begin(), words_.end(), [](const ContextWord& a, const ContextWord& b) { return a.key < b.key; });
    const auto same = [](const ContextWord& a, const ContextWord& b) { return a.key == b.key; };
    words_.erase(std::unique(words_.begin(), words_.end(), same), words_.end());
    return std::move(words_);
  }

  /// From comma to comma: what stands behind is another matter.
  IndexRange clause() const {
    const IndexRange said = clause_of(text_, claim_.sentence, claim_.value.words.begin);
    return {std::max(said.begin, std::min(claim_.words.begin, claim_.value.words.begin)),
            std::min(said.end, std::max(claim_.words.end, claim_.value.words.end))};
  }

  /// "Cons: it takes forty minutes to build pressure": a clause behind a label, and no bare value.
  bool says_more() const {
    bool verb = false;
    std::uint32_t content = 0;
    const IndexRange said = clause();
    for (std::uint32_t w = std::max(said.begin, claim_.words.begin); w < said.end; ++w) {
      verb = verb || looks_like_verb(form_of(text_, w));
      if (!claim_.value.words.contains(w) && is_content_word(text_, w)) ++content;
    }
    return verb && content >= 2;
  }

  void add(IndexRange words) {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      const Form& form = form_of(text_, w);
      if (claim_.value.words.contains(w) || form.weight < least_told_weight || (form.flags & form_number) != 0) continue;
      if (std::any_of(dimension_.begin(), dimension_.end(), [&](IndexRange one) { return one.contains(w); })) continue;
      if (is_content_word(text_, w)) words_.push_back({key_of(text_, form.stem), form.weight, w});
    }
  }

  /// "| 9 p.m. | lanterns are lit |": the other cells of a row whose first one is the value.
  void add_row() {
    const Sentence& said = text_.units.sentences[claim_.sentence];
    const Block& row = text_.article.blocks[said.block];
    if (row.texts.empty() || said.text != row.texts.begin) return;
    for (std::uint32_t t = row.texts.begin + 1; t < row.texts.end; ++t) {
      const IndexRange sentences = text_.units.sentences_of_text[t];
      if (sentences.empty()) continue;
      IndexRange words = text_.units.sentences[sentences.begin].words;
      words.end = std::min(words.end, words.begin + longest_cell);
      add(words);
    }
  }
};

}  // namespace

bool says_which(const CheckInput& text, const Claim& claim) {
  const std::uint32_t last = claim.value.words.end - 1;
  return claim.value.words.size() > 1 && (text.units.words[last].flags & word_joined) != 0 && claim.value.kind != TypedKind::date &&
         claim.value.kind != TypedKind::time && claim.labels.empty();
}

bool describes_one(const CheckInput& text, const Claim& claim) {
  const IndexRange whole = text.units.sentences[claim.sentence].words;
  const std::uint32_t next = claim.value.words.end;
  if (claim.value.words.begin == whole.begin || next >= whole.end) return false;
  const bool one = is(form_of(text, claim.value.words.begin - 1), WordClass::one_thing_opener);
  return one && is_content_word(text, next) && !is_plural(form_of(text, next));
}

bool is_stamp(const CheckInput& text, const Claim& claim) {
  if (claim.place == ClaimPlace::caption) return true;
  if (claim.place != ClaimPlace::prose || !claim.asked.empty() || !claim.owner.words.empty()) return false;
  for (std::uint32_t w = claim.words.begin; w < claim.words.end; ++w) {
    if (looks_like_verb(form_of(text, w)) || is_base_verb(form_of(text, w))) return false;
  }
  return true;
}

std::vector<WordKey> opening_of(const CheckInput& text, const Claim& claim) {
  const std::uint32_t first = text.units.sentences[claim.sentence].words.begin;
  const std::uint32_t value = claim.value.words.begin;
  const std::uint32_t end = claim.owner.words.empty() ? value : std::min(claim.owner.words.begin, value);
  if (claim.place != ClaimPlace::prose || first >= end || !is(form_of(text, first), WordClass::circumstance_opener)) return {};
  return content_keys(text, {first + 1, end});
}

std::vector<ContextWord> context_of(const CheckInput& text, std::optional<PatternId> dimension, const Claim& claim) {
  return ContextReader(text, dimension, claim).read();
}

}  // namespace stet
