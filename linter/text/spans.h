// Many spans, of which is asked whether any overlaps with a given one.
//
// Order of calls:  spans.add(span) …;  spans.sort();  spans.overlap(asked) …
#pragma once

#include <algorithm>
#include <vector>

#include "text/span.h"

namespace stet {

/// Asking costs O(log spans).
class Spans {
 public:
  void add(Span span) { spans_.push_back(span); }
  /// Call it after the last `add` and before the first `overlap`.
  void sort() {
    std::sort(spans_.begin(), spans_.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::uint32_t farthest = 0;
    for (const Span span : spans_) farthest_ends_.push_back(farthest = std::max(farthest, span.end));
  }
  bool overlap(Span asked) const {
    const auto behind =
        std::lower_bound(spans_.begin(), spans_.end(), asked.end, [](Span span, std::uint32_t end) { return span.begin < end; });
    return behind != spans_.begin() && farthest_ends_[static_cast<std::size_t>(behind - spans_.begin()) - 1] > asked.begin;
  }

 private:
  std::vector<Span> spans_;                   // by begin
  std::vector<std::uint32_t> farthest_ends_;  // of the spans so far
};

}  // namespace stet
