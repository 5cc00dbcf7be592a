// Polarity and frame: in what sense something is said. Most false alarms die here.
//
// The cues are word lists (rules/words/frame-*.yaml), found by the same pass as everything else.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "matching/automaton.h"
#include "units/units.h"

namespace stet {

/// Frames of a match, as bits.
enum Frame : std::uint16_t {
  frame_negated = 1U << 0U,      ///< in the scope of not, no, never, without, lack of …
  frame_hedged = 1U << 1U,       ///< may, might, could, possibly …
  frame_questioned = 1U << 2U,   ///< the sentence asks
  frame_quoted = 1U << 3U,       ///< between quotation marks or in a block quote
  frame_attributed = 1U << 4U,   ///< somebody else is said to say so: critics say, according to …
  frame_conditional = 1U << 5U,  ///< if, unless, when …
  frame_past = 1U << 6U,         ///< formerly, used to, in 1998
  frame_myth = 1U << 7U,         ///< under or behind "myth", "misconception", "false:"
};

// Sets of frames in which what is said does not count, each for those who ask. A frame that a set leaves out counts as said.

/// Asked, quoted, told as a myth or said by others. Not conditional: a stance keeps its condition as a circumstance, and an obligation is
/// one too for whom it meets ("If the gate is shut, dogs must …").
inline constexpr std::uint16_t not_said_by_the_article = frame_questioned | frame_quoted | frame_attributed | frame_myth;

/// Nor supposed: facts, values, denials, what there is. Not hedged: "it may cost $5" still gives a price. Not past: times are compared
/// apart. Not negated: whoever reads these reads denials too.
inline constexpr std::uint16_t not_the_articles_own = not_said_by_the_article | frame_conditional;

/// Nor in doubt: properties, comparatives, the one that is the most. There is no figure that a hedge would leave standing.
inline constexpr std::uint16_t not_surely_the_articles_own = not_the_articles_own | frame_hedged;

/// An amount that a recipe does not take. Not conditional, hedged or past: "If the dough is dry, add 20 ml", "you may add 20 g" and "we
/// used 20 g" take it.
inline constexpr std::uint16_t not_taken = not_said_by_the_article | frame_negated;

/// Of a list or table that stands there now not said for sure. Not conditional: "If you want the cheapest, …" ranks as well.
inline constexpr std::uint16_t not_surely_ranked_now = not_said_by_the_article | frame_negated | frame_past | frame_hedged;

/// Not the holder of an office now. Not attributed: "According to its mayor, Ada Quill, …" names who holds it, whoever says the rest; not
/// hedged for the same reason.
inline constexpr std::uint16_t not_in_office =
    frame_questioned | frame_quoted | frame_myth | frame_conditional | frame_negated | frame_past;

/// The two halves of not_the_articles_own, for pairs of sentences: what a near copy does not override, and what it does.
inline constexpr std::uint16_t asked_or_myth = frame_questioned | frame_myth;
inline constexpr std::uint16_t by_others_or_supposed = frame_quoted | frame_attributed | frame_conditional;
static_assert((asked_or_myth | by_others_or_supposed) == not_the_articles_own);

/// Of neighbours, what shows that a contrast is meant: one of them is not said here and now.
inline constexpr std::uint16_t by_others_supposed_or_past = by_others_or_supposed | frame_past;

/// Names in rules: negated, hedged, questioned, quoted, attributed, conditional, past, myth. 0 for an unknown name.
std::uint16_t frame_by_name(std::string_view name);
const std::vector<std::string_view>& frame_names();

/// The lists whose hits frames are made from; ids resolved once per automaton.
struct FrameCues {
  ListId hedge = no_index;
  ListId attribution = no_index;
  ListId condition = no_index;
  ListId past = no_index;
  ListId myth = no_index;
  ListId negation = no_index;
  ListId bystander = no_index;   ///< who only meets the thing that is spoken of: see claims/owners.h
  ListId plain_word = no_index;  ///< words before a noun that make no other thing of it
  ListId throughout = no_index;  ///< what says that something holds in all circumstances
};
FrameCues add_frame_cues(AutomatonBuilder& builder);

/// Frames of the words `words` of sentence `sentence`.
std::uint16_t frames_of(const Article& article, const Units& units, const Vocabulary& vocabulary, const Matches& matches,
                        const FrameCues& cues, std::uint32_t sentence, IndexRange words);

}  // namespace stet
