#include "findings/line_diff.h"

#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace stet {
namespace {

struct Line {
  Span bytes;
  std::uint64_t hash = 0;
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t stop = std::min(text.find('\n', begin), text.size());
    const std::size_t end = std::min(stop + 1, text.size());
    const std::string_view line = text.substr(begin, stop - begin);
    const std::size_t last = line.find_last_not_of(" \t\r");
    const std::string_view trimmed = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
    lines.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, XXH3_64bits(trimmed.data(), trimmed.size())});
    begin = end;
  }
  return lines;
}

struct Pair {
  std::uint32_t before = 0;
  std::uint32_t now = 0;
};

/// Lines that occur once in each version, in the order of the new one.
std::vector<Pair> unique_pairs(const std::vector<Line>& before, const std::vector<Line>& now) {
  struct Seen {
    std::uint32_t before = 0, times_before = 0, times_now = 0;
  };
  std::unordered_map<std::uint64_t, Seen> seen;
  for (std::uint32_t i = 0; i < before.size(); ++i) {
    Seen& line = seen[before[i].hash];
    line.before = i;
    ++line.times_before;
  }
  for (const Line& line : now) ++seen[line.hash].times_now;
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < now.size(); ++i) {
    const Seen& line = seen[now[i].hash];
    if (line.times_before == 1 && line.times_now == 1) pairs.push_back({line.before, i});
  }
  return pairs;
}

/// The longest subsequence that ascends in both versions, by patience sorting.
std::vector<Pair> longest_ascending(const std::vector<Pair>& pairs) {
  std::vector<std::uint32_t> tops;  // of each pile, the index of its last pair
  std::vector<std::uint32_t> below(pairs.size(), 0);
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    const auto pile =
        std::partition_point(tops.begin(), tops.end(), [&](std::uint32_t top) { return pairs[top].before < pairs[i].before; });
    if (pile != tops.begin()) below[i] = *(pile - 1);
    if (pile == tops.end()) {
      tops.push_back(i);
    } else {
      *pile = i;
    }
  }
  std::vector<Pair> run(tops.size());
  for (std::uint32_t i = 0, at = tops.empty() ? 0 : tops.back(); i < tops.size(); ++i, at = below[at]) run[tops.size() - 1 - i] = pairs[at];
  return run;
}

/// Byte span of lines [first, last); at the border where there are none.
Span bytes_of(const std::vector<Line>& lines, std::uint32_t first, std::uint32_t last) {
  if (first < last) return {lines[first].bytes.begin, lines[last - 1].bytes.end};
  const std::uint32_t at = first < lines.size() ? lines[first].bytes.begin : lines.empty() ? 0 : lines.back().bytes.end;
  return {at, at};
}

}  // namespace

std::vector<Edit> line_edits(std::string_view before_text, std::string_view now_text) {
  const std::vector<Line> before = lines_of(before_text);
  const std::vector<Line> now = lines_of(now_text);
  std::vector<Pair> anchors = longest_ascending(unique_pairs(before, now));
  anchors.push_back({static_cast<std::uint32_t>(before.size()), static_cast<std::uint32_t>(now.size())});
  std::vector<Edit> edits;
  Pair from;
  for (const Pair& anchor : anchors) {
    Pair to = anchor;
    while (from.before < to.before && from.now < to.now && before[from.before].hash == now[from.now].hash) ++from.before, ++from.now;
    while (from.before < to.before && from.now < to.now && before[to.before - 1].hash == now[to.now - 1].hash) --to.before, --to.now;
    if (from.before < to.before || from.now < to.now) {
      edits.push_back({bytes_of(before, from.before, to.before), bytes_of(now, from.now, to.now)});
    }
    from = {anchor.before + 1, anchor.now + 1};
  }
  return edits;
}

double similarity(std::string_view a, std::string_view b) {
  std::unordered_map<std::uint64_t, std::uint32_t> lines;
  for (const Line& line : lines_of(a)) ++lines[line.hash];
  std::size_t common = 0;
  for (const Line& line : lines_of(b)) {
    const auto other = lines.find(line.hash);
    if (other == lines.end() || other->second == 0) continue;
    --other->second;
    common += line.bytes.size();
  }
  const std::size_t larger = std::max(a.size(), b.size());
  return larger == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(larger);
}

}  // namespace stet
