// Helpers: pairs of sentences that are compared, aligned as the rules see them.
#pragma once

#include "comparing/near_pairs.h"
#include "comparing/read.h"

namespace stet {

/// The last two sentences of an article side by side, whether or not they are worth comparing.
struct Pair {
  std::unique_ptr<ReadArticle> reading;
  CheckInput input;
  Passages passages;
  PairView view;

  explicit Pair(const std::string& markdown) : reading(read(markdown)), input(input_of(*reading)), passages(passages_of(*reading)) {
    const auto later = static_cast<std::uint32_t>(passages.passages.size() - 1);
    view = view_of(input, passages, later, later - 1, align(passages, later, later - 1), {});
  }
  std::string text(IndexRange words) const {
    if (words.empty()) return "";
    return reading->article.plain.substr(input.units.words[words.begin].plain.begin,
                                         input.units.words[words.end - 1].plain.end - input.units.words[words.begin].plain.begin);
  }
};

/// Two sentences in two paragraphs.
inline Pair pair_of(const std::string& earlier, const std::string& later) { return Pair(earlier + "\n\n" + later + "\n"); }

}  // namespace stet
