// Which kinds of a thing an article names: a ferry and a canoe are boats.
#pragma once

#include <cstddef>
#include <string>

#include "claims/claim.h"

namespace stet {

constexpr std::size_t shortest_kind = 4;  ///< letters; what is shorter stands for too much

/// Does the article name a kind of something, by a word of its text, that is neither of two lemma keys? All words are read once an article.
bool names_another_kind(const CheckInput& input, const std::string& kind, const std::string& noun);

}  // namespace stet
