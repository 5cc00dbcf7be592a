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

/// Frames in which something is not the article's own word: asked, quoted, supposed or said by others.
inline constexpr std::uint16_t not_the_articles_own = frame_questioned | frame_quoted | frame_attributed | frame_myth | frame_conditional;

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
