// The phrase language, as written.
//
//   suggest          the word in any inflection: suggests, suggested, suggesting
//   =suggests        only this form
//   {research}       any entry of the word list rules/words/research.yaml (entries may have several words)
//   (a b|c)          either
//   [x]              optional; may hold a sequence or a choice: [has|have]
//   *                any one word
//   ...              a gap of up to eight words, inside the sentence
//   <number>         a typed token: number ordinal percent money quantity duration date year time name proper citation
//   $who:<name>      a capture: the words matched by what follows the colon. Later `$who` in the same rule must be the same words,
//                    and `{$who}` in the message quotes them
//   \                before one of the signs above: the sign itself
//
// Letter case, markup, line breaks, typographic quotes, hyphens and Unicode normal forms do not matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace stet {

enum class PhraseKind : std::uint8_t { word, exact, list, any, gap, typed, sequence, choice, optional, capture };

struct Phrase {
  PhraseKind kind = PhraseKind::sequence;
  std::string text;              ///< word, exact: folded word; list, typed, capture: its name
  std::vector<Phrase> children;  ///< sequence, choice: parts; optional: one; capture: one, or none for a back reference
  std::uint32_t column = 0;      ///< 0-based code point offset within the phrase's text
};

struct PhraseError {
  std::uint32_t column = 0;  ///< 0-based code point offset within the phrase's text
  std::string what;
  std::string mend;
};

/// Parses one phrase. A hyphenated or contracted word becomes a sequence of its parts.
tl::expected<Phrase, PhraseError> parse_phrase(std::string_view text);

/// True when the phrase can match without any word, which is an error in a rule.
bool matches_nothing(const Phrase& phrase);

}  // namespace stet
