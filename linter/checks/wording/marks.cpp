#include "checks/wording/marks.h"

#include <algorithm>

#include "checks/wording/message.h"

namespace stet {

void Marks::add(IndexRange words, MarkKind kind) {
  if (!words.empty()) words_.emplace_back(words, kind);
}

std::vector<Mark> Marks::take() {
  const auto flips_first = [](const auto& a, const auto& b) {
    return std::pair(a.second, a.first.begin) < std::pair(b.second, b.first.begin);
  };
  std::stable_sort(words_.begin(), words_.end(), flips_first);
  std::vector<std::pair<IndexRange, MarkKind>> kept;  // those that flip, then those that align, each ascending
  const auto first_aligned = std::find_if(words_.begin(), words_.end(), [](const auto& mark) { return mark.second == MarkKind::aligns; });
  const auto flips = std::distance(words_.begin(), first_aligned);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const IndexRange words = words_[i].first;
    const MarkKind kind = words_[i].second;
    const bool in_flip = kind == MarkKind::aligns &&
                         std::any_of(words_.begin(), words_.begin() + flips, [&](const auto& flip) { return flip.first.overlaps(words); });
    if (in_flip) continue;
    if (!kept.empty() && kept.back().second == kind && words.begin <= kept.back().first.end) {
      kept.back().first.end = std::max(kept.back().first.end, words.end);
    } else if (kept.size() < most_marks) {
      kept.push_back(words_[i]);
    }
  }
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Mark> marks;
  marks.reserve(kept.size());
  for (const auto& [words, kind] : kept) marks.push_back({source_of(input_, words), kind});
  words_.clear();
  return marks;
}

std::vector<Mark> marks_of(const CheckInput& input, IndexRange words, MarkKind kind) {
  Marks marks(input);
  marks.add(words, kind);
  return marks.take();
}

PairMarks marks_of(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier,
                   const Alignment& alignment) {
  Marks here(input);
  Marks there(input);
  for (const auto& [a, b] : alignment) {
    const std::uint32_t word = passages.words[passages.passages[later].stems.begin + a];
    const std::uint32_t other = passages.words[passages.passages[earlier].stems.begin + b];
    here.add({word, word + 1}, MarkKind::aligns);
    there.add({other, other + 1}, MarkKind::aligns);
  }
  return {here.take(), there.take()};
}

}  // namespace stet
