// The title of an article as its text has it: what its first heading says. One answer for all who ask what the title names.
//
// Owners reads beside it what the front matter calls the article, which is a text of its own.
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

/// Stems of the content words among some words, in order.
std::vector<StemId> content_stems(const CheckInput& input, IndexRange words);

}  // namespace stet
