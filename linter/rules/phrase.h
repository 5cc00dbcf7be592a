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
//   $who:<name>      a capture: the words matched by what follows the colon. `{$who}` in the message quotes them, and `$who` stands for
//                    the same words, later in the phrase or in the phrases beside it (`unless`, `needs`)
//   \                before one of the signs above: the sign itself
//
// What the language cannot say, a phrase may say as {regex: …}, in RE2's syntax; see parse_regex.
//
// Letter case, markup, line breaks, typographic quotes, hyphens and Unicode normal forms do not matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace stet {

enum class PhraseKind : std::uint8_t { word, exact, list, any, gap, typed, sequence, choice, optional, capture, regex };

struct Phrase {
  PhraseKind kind = PhraseKind::sequence;
  std::string text;              ///< word, exact: as written, signs resolved; list, typed, capture: its name; regex: the expression
  std::vector<Phrase> children;  ///< sequence, choice: parts; optional: one; capture: one, or none for a back reference
  std::uint32_t column = 0;      ///< 0-based code point offset within the phrase's text
};

struct PhraseError {
  std::uint32_t column = 0;  ///< 0-based code point offset within the phrase's text
  std::string what;
  std::string mend;
};

/// Parses one phrase. What is one word here may be several to an article (a hyphen, a contraction): matching reads both alike.
tl::expected<Phrase, PhraseError> parse_phrase(std::string_view text);

/// A regular expression over a sentence's readable text; letter case does not matter unless it says `(?-i)`. Errors: RE2's own, and one
/// that matches without any text.
tl::expected<Phrase, PhraseError> parse_regex(std::string_view expression);

/// Why a phrase that parses is of no use: it can match without any word, names no word at all, or begins or ends with a gap.
std::optional<PhraseError> pointless(const Phrase& phrase);

/// Names that the phrase captures, in order; a regular expression's are its named groups.
std::vector<std::string> captures_of(const Phrase& phrase);

}  // namespace stet
