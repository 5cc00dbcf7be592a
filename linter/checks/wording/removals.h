// Removals: fixes that take out what stands in an article twice.
//
// One of them is certain, so that `--fix` makes it unasked: a paragraph of running text that equals, byte for byte, another one of its own
// section. Taking it out is a proof rather than a guess, since
//   it stands alone: in no list, quote, definition, call-out or directive, and it is whole sentences, no label and no lead-in to what
//   follows; its twin is its neighbour, or nothing but running text stands between the two, so that neither belongs to an example, a step,
//   a variant or an answer of its own; nothing leans on it: what follows is no code, list or table that it could introduce, and no sentence
//   that begins with "this" or "so"; nothing speaks of it: no anchor, attribute, comment or note is in it or beside it; nothing is left
//   empty: its twin, in the same section, stays.
// All else is offered, with the words that would go (Fix::safe is false): two sections' paragraphs may both be needed where they stand.
#pragma once

#include "checks/wording/fixes.h"

namespace stet {

/// Takes out a sentence of a paragraph that an earlier one equals byte for byte but for white space. None inside of quotes and lists, and
/// where markup or a note would be torn. Certain only when the sentences are paragraphs of their own.
Fixes remove_repeated_sentence(const CheckInput& input, std::uint32_t later, std::uint32_t earlier);

/// The same of whole paragraphs, by their first sentences.
Fixes remove_repeated_paragraph(const CheckInput& input, std::uint32_t later, std::uint32_t earlier);

/// The same of sections without subsections, headings included, by a sentence of each. Never certain.
Fixes remove_repeated_section(const CheckInput& input, std::uint32_t later, std::uint32_t earlier);

}  // namespace stet
