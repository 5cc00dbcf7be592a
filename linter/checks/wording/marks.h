// Marks: the words by which the two ends of a finding come apart, and those that both say.
//
// Order of calls:  Marks marks(input);  marks.add(words, MarkKind::flips);  …  finding.marks = marks.take();
#pragma once

#include <vector>

#include "comparing/passages.h"

namespace stet {

/// Collects the marks of one end.
class Marks {
 public:
  explicit Marks(const CheckInput& input) : input_(input) {}

  /// Marks some words; none when the range is empty. What flips does not align: where the two meet, the flip stays.
  void add(IndexRange words, MarkKind kind);
  /// The marks in order of place: neighbouring words of one kind are one mark. At most `most_marks`, those that flip before the others.
  std::vector<Mark> take();

 private:
  const CheckInput& input_;
  std::vector<std::pair<IndexRange, MarkKind>> words_;
};

/// Marks of one end: so many show a reader enough.
inline constexpr std::size_t most_marks = 64;

/// The marks of one end of which only `words` are to be seen.
std::vector<Mark> marks_of(const CheckInput& input, IndexRange words, MarkKind kind);

/// Both ends of a repetition: the content words that align.
struct PairMarks {
  std::vector<Mark> later;
  std::vector<Mark> earlier;
};
PairMarks marks_of(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier,
                   const Alignment& alignment);

}  // namespace stet
