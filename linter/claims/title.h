// The title of an article as its text has it: what its first heading says, where that is of level 1 or 2.
//
// What the front matter calls the article is a text of its own, and not asked here: claims/owners and site/things read it beside this
// title, claims/subjects before it. Whoever compares makes of these words what it compares by, stems or keys, of all of them or of the name
// alone.
#pragma once

#include <vector>

#include "matching/check_input.h"

namespace stet {

struct Title {
  std::vector<IndexRange> sentences;  ///< words of each sentence of the first heading, of level 1 or 2
  IndexRange words;                   ///< of the first of them; empty where there is none
  IndexRange name;                    ///< of these, up to what is said of it: "Northfold" of "Northfold: a portrait"
};

/// The title of an article, worked out once.
const Title& title_of(const CheckInput& input);

/// Are these words of the title, from its beginning?
bool is_title(const CheckInput& input, IndexRange words);

}  // namespace stet
