// Where code spans end: the next run of backticks that is as long as the one that opened them, or longer.
//
// Texts may hold runs of ever fewer backticks, of which none is closed. So what a search would look through to find none is known before:
// of each run that is longer than all behind it, and there are no more of these than the square root of the text's length.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace stet {

class BacktickRuns {
 public:
  /// O(text).
  explicit BacktickRuns(std::string_view text) : text_(text) {
    for (std::size_t end = text.rfind('`'); end != std::string_view::npos; end = text.substr(0, end).rfind('`')) {
      const std::size_t before = text.substr(0, end).find_last_not_of('`');
      const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
      const std::size_t length = end + 1 - begin;
      if (longest_.empty() || length > longest_.back().length) longest_.push_back({begin, length});
      end = begin;
    }
  }

  /// Where the next run of at least so many begins; `from` must not be within a run. Past what it finds, nobody has to look again.
  std::size_t find(std::size_t length, std::size_t from) const {
    const auto last = std::partition_point(longest_.begin(), longest_.end(), [&](const Run& run) { return run.length < length; });
    if (last == longest_.end() || last->begin < from) return std::string_view::npos;
    return text_.find(text_.substr(last->begin, length), from);
  }

 private:
  struct Run {
    std::size_t begin = 0;
    std::size_t length = 0;
  };

  std::string_view text_;
  std::vector<Run> longest_;  // from the last one back, each longer than those behind it
};

}  // namespace stet
