// Which kinds of a thing an article names: a ferry and a canoe are boats.
//
// Asked before "the boat" is taken for the ferry: is there another boat in the text? By WordNet, up to two steps, in any sense of a word
// and wherever it stands: so in doubt there is one, and nothing is taken for another. Words of fewer than four letters are no kinds. The
// words of an article are looked up once; a question then costs the senses of one word.
#pragma once

#include <cstddef>
#include <string>

#include "claims/claim.h"

namespace stet {

constexpr std::size_t shortest_kind = 4;  ///< letters; what is shorter stands for too much

/// Does the article name a kind of something, by a word of its text, that is neither of two lemma keys? All words are read once an article.
bool names_another_kind(const CheckInput& input, const std::string& kind, const std::string& noun);

}  // namespace stet
