// Value copies: two sentences that say nearly the same in the same order, but give another value in one place. Unlike clashes, they need no
// subject that is understood; what aligns stands for it.
//
// Order of calls:  ValueCopies copies(input, statements, near_pairs_of(...).passages);  for each pair  copies.find(pair).
#pragma once

#include "comparing/clashes.h"
#include "comparing/pair_fit.h"

namespace stet {

struct ValueCopy {
  Clash clash;         ///< the values, and the statements that give them; `common` is what aligns of the sentences
  bool exact = false;  ///< nothing else is said in either sentence
};

class ValueCopies {
 public:
  /// All must outlive it.
  ValueCopies(const CheckInput& input, const Statements& all, const Passages& passages);

  std::optional<ValueCopy> find(const PairView& pair) const;

 private:
  /// A value of a sentence, and the statement that gives it.
  struct Given {
    std::uint32_t value = 0;
    std::uint32_t statement = 0;
    std::uint32_t gap = 0;
  };

  const CheckInput& input_;
  const Statements& all_;
  const Passages& passages_;
  Opposites no_opposites_;
  OppositeWords opposites_;
  std::vector<std::uint32_t> statements_;  // by sentence: its first statement

  std::vector<Given> given(const Side& side) const;
  bool extends_name(const Side& side) const;
  bool corresponds(const Given& later, const Given& earlier, bool exact) const;
  std::optional<ValueCopy> judge(const PairView& pair, const Given& later, const Given& earlier) const;
};

}  // namespace stet
