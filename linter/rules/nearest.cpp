#include "rules/nearest.h"

#include <algorithm>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t longest_slip = 64;  // bytes of a word that is compared with others

/// By how many letters added, left out, replaced or exchanged with their neighbour two words differ.
std::size_t edit_distance(std::string_view word, std::string_view other) {
  std::vector<std::size_t> before_last(other.size() + 1);
  std::vector<std::size_t> last(other.size() + 1);
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= word.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (word[i - 1] == other[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool crossed = i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1];
      if (crossed) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string best;
  if (word.size() > longest_slip) return best;
  const std::string folded = fold(word);
  const auto begun = [&](std::string_view candidate) { return word.size() > 1 && candidate.starts_with(folded); };
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(folded, candidate);
    // Of two that are as near, the one that is only not written to its end: `off` for `of`.
    if (distance < best_distance || (distance == best_distance && begun(candidate) && !best.empty() && !begun(best))) {
      best_distance = distance;
      best = candidate;
    }
  }
  if (!best.empty() || std::count_if(candidates.begin(), candidates.end(), begun) != 1) return best;
  return std::string(*std::find_if(candidates.begin(), candidates.end(), begun));
}

std::string nearest_rule(std::string_view name, const std::vector<std::string_view>& ids) {
  std::vector<std::string_view> names = ids;
  for (const std::string_view id : ids) {
    const std::size_t slash = id.find('/');
    if (slash == std::string_view::npos) continue;
    if (id.substr(id.rfind('/') + 1) == name) return std::string(id);
    const std::string_view pack = id.substr(0, slash);
    if (std::find(names.begin(), names.end(), pack) == names.end()) names.push_back(pack);
  }
  if (std::string near = nearest(name, names); !near.empty() || name.find('/') != std::string_view::npos) return near;
  // A rule's own name with a slip in it, without its pack.
  std::vector<std::string_view> own_names;
  for (const std::string_view id : ids) own_names.push_back(id.substr(id.rfind('/') + 1));
  const std::string near = nearest(name, own_names);
  const auto meant = std::find(own_names.begin(), own_names.end(), near);
  return near.empty() ? near : std::string(ids[static_cast<std::size_t>(meant - own_names.begin())]);
}

}  // namespace stet
