// What a sentence must hold for an expression to match in it: most sentences are so turned away before an expression is even compiled.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// A sentence in small letters of ASCII, and which pairs of bytes stand in it: most texts are ruled out by one that does not.
class FoldedSentence {
 public:
  explicit FoldedSentence(std::string_view sentence);
  bool holds(std::string_view text) const;
  /// Does it hold one of the two letters beyond ASCII that RE2 takes for `k` and `s`? Then its small letters tell nothing.
  bool is_in_doubt() const { return is_in_doubt_; }

 private:
  std::string folded_;
  std::bitset<4096> pairs_;
  bool is_in_doubt_ = false;
};

/// Texts in small letters. A sentence must hold one of each group.
struct NeededTexts {
  std::vector<std::vector<std::string>> groups;  ///< those of fewest texts first

  /// May an expression match in this sentence?
  bool are_in(const FoldedSentence& sentence) const;
};

/// Those of an expression as RE2 reads it, in whatever case. What is not understood needs nothing.
NeededTexts needed_texts(std::string_view expression);
}  // namespace stet
