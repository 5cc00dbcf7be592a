// Everything known of one article when rules look at it: its source, blocks, units, matches, and what is derived from these on demand.
//
// Stages from here on take a CheckInput, read only. What several of them derive from it, such as its statements, is made once:
// input.derived->get<Statements>(make).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "language/clauses.h"
#include "language/condition.h"
#include "language/content_word.h"
#include "language/label.h"
#include "language/negation.h"
#include "matching/automaton.h"
#include "matching/derived.h"
#include "matching/frames.h"
#include "units/citation_policy.h"
#include "units/units.h"

namespace stet {

class Elsewhere;
struct CheckInput;

/// Reads another text with the rules of the run: parsed, in units, matched. `use` must keep nothing of what it is given.
using Reread = std::function<void(const Source& source, const std::function<void(const CheckInput&)>& use)>;

/// Everything known of one article, read only. Shared by all checks.
struct CheckInput {
  const Source& source;
  const Article& article;
  const Units& units;
  const Vocabulary& vocabulary;
  const Matches& matches;
  const FrameCues& cues;
  const std::vector<std::string>& capture_names;
  const CitationPolicy& citations;                                 ///< the house's; already applied to units.citations
  const Elsewhere* elsewhere = nullptr;                            ///< the other articles of the site, when the run looks at one
  const Reread* reread = nullptr;                                  ///< for what checks read of those
  const CheckInput* front_matter = nullptr;                        ///< its fields as a text of their own, when it has some
  std::shared_ptr<Derived> derived = std::make_shared<Derived>();  ///< one thread works on an article
  std::vector<SeenClaim>* claims = nullptr;                        ///< where claims are counted, when they are; `rule` is filled in later
};

/// What is known of the word at an index, by its spelling.
inline const Form& form_of(const CheckInput& input, std::uint32_t word) { return input.vocabulary.form(input.units.words[word].form); }

/// What stands between a word and the one before it, mostly a blank. Nothing before an article's first word; before the first of a
/// sentence, all from the sentence before.
inline std::string_view gap_before(const CheckInput& input, std::uint32_t word) {
  if (word == 0) return {};
  return input.article.text({input.units.words[word - 1].plain.end, input.units.words[word].plain.begin});
}

inline bool comma_before(const CheckInput& input, std::uint32_t word) {
  return gap_before(input, word).find(',') != std::string_view::npos;
}

// The questions of language/ and matching/frames.h, which say what is answered, for those who know all of an article.

inline std::uint16_t frames_of(const CheckInput& input, std::uint32_t sentence, IndexRange words) {
  return frames_of(input.article, input.units, input.vocabulary, input.matches, input.cues, sentence, words);
}

inline IndexRange clause_of(const CheckInput& input, std::uint32_t sentence, std::uint32_t word) {
  return clause_of(input.article, input.units, input.vocabulary, sentence, word);
}

inline bool starts_clause(const CheckInput& input, std::uint32_t word) {
  return starts_clause(input.article, input.units, input.vocabulary, word);
}

inline std::optional<IndexRange> opening_clause(const CheckInput& input, std::uint32_t sentence, WordClass opener) {
  return opening_clause(input.article, input.units, input.vocabulary, sentence, opener);
}

inline bool is_content_word(const CheckInput& input, std::uint32_t word) { return is_content_word(input.units, input.vocabulary, word); }

inline Denial denial_at(const CheckInput& input, IndexRange within, std::uint32_t word) {
  return denial_at(input.units, input.vocabulary, within, word);
}

inline bool denies(const CheckInput& input, IndexRange within, std::uint32_t word) {
  return denies(input.units, input.vocabulary, within, word);
}

inline bool holds_denial(const CheckInput& input, IndexRange words) { return holds_denial(input.units, input.vocabulary, words); }

inline IndexRange label_before_colon(const CheckInput& input, IndexRange words, std::uint32_t most) {
  return label_before_colon(input.article, input.units, words, most);
}

inline IndexRange emphasised_opening(const CheckInput& input, IndexRange words) { return emphasised_opening(input.units, words); }

inline bool is_limited(const CheckInput& input, IndexRange words) {
  return is_limited(input.article, input.units, input.vocabulary, words);
}

}  // namespace stet
