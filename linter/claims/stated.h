// Is a sentence a statement at all? Asked before what it says is read or held against another sentence.
//
// Nothing here understands a sentence: what is no statement is told by its block, its stops, its links and signs, and a few word classes.
// No means that one of these speaks against it, yes only that none does. From what lets most pass to what lets least pass: may_be_repeated,
// says_something, states_something, is_plain_statement; each asks the one before it. They cost no more than the length of the sentence, the
// last one also what its frames cost (matching/frames.h).
#pragma once

#include "matching/check_input.h"

namespace stet {

/// Does the sentence introduce what follows ("This prints:", "Filename: main.md" without a stop), or is it a paragraph without a full stop?
bool introduces(const CheckInput& input, std::uint32_t sentence);

/// May the sentence be told where it stands twice, though it may introduce something? Not what waits to be filled in, an ingredient ("1 cup
/// of flour"), an entry of a contents list or of a list of related pages, or a note on where something is from.
bool may_be_repeated(const CheckInput& input, std::uint32_t sentence);

/// Is the sentence a statement or a bullet of its own: one that may be repeated, and introduces nothing?
bool says_something(const CheckInput& input, std::uint32_t sentence);

/// Does the sentence state something? It says something, and is no question, no bullet without a stop, no code, no formula and nothing that
/// a script left behind.
bool states_something(const CheckInput& input, std::uint32_t sentence);

/// Which words of a sentence is_plain_statement looks at: those that ask differ in that.
struct PlainWords {
  IndexRange unconditional;  ///< no condition or occasion stands among them: "if", "during", "because"
  IndexRange said;           ///< these are the article's own word: in none of the frames `excluded`
  std::uint16_t excluded = not_the_articles_own;
};

/// Does the sentence state something as the article's own word, and of all cases? How long it may be is for those to say who ask.
bool is_plain_statement(const CheckInput& input, std::uint32_t sentence, const PlainWords& asked);

}  // namespace stet
