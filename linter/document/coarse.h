// A copy of a text in which stretches of words are one long word each, so that the parser has far fewer tokens to read. It gives the same
// tree: the grammars tell words, spaces between them and the punctuation of prose apart, but build nothing from the difference. Tests hold
// the trees of both texts against each other.
//
// A stretch keeps its first and last byte, by which the signs beside it are judged (does `*` open or close?), and its length, so that
// offsets stay what they are. Text is always read from the original, never from the copy.
#pragma once

#include <string>
#include <string_view>

namespace stet {

/// For the block grammar: what follows the first letter of a line opens no block. Left as they are: tags and entities, lines that begin
/// with a fence, and paragraphs with `]:` (link reference definitions). O(bytes).
std::string coarse_blocks(std::string_view text);

/// For the inline grammar. Left as they are: all signs that could be markup and what touches them, tags, autolinks, entities, and spaces in
/// the targets of links; and every text whose markup is not closed where one expects it. O(bytes).
std::string coarse_inlines(std::string_view text);

}  // namespace stet
