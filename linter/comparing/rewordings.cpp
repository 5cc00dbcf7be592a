#include "comparing/rewordings.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

namespace stet {
namespace {

// Set on passages reworded by hand, lightly and thoroughly, against others on the same subject and against real articles.
// Set on 28 pairs written for it, with none in 350 real articles (2026-11-25).
constexpr std::uint32_t most_holders = 3;    // passages that may have a stem which tells two of them apart from the rest
constexpr std::uint32_t least_telling = 12;  // such stems that both have
constexpr std::uint32_t many_passages = 12;  // among so many it tells much that a stem stands in few; among fewer every word is rare
constexpr float share_among_many = 0.25F;    // telling stems / distinct stems of the shorter
constexpr float share_among_few = 0.45F;
constexpr std::uint32_t least_shared_among_few = 15;
constexpr float least_shared_weight = 0.22F;  // of all that the lighter says

/// A stem of a passage, once, with its weight.
struct Content {
  StemId stem = 0;
  std::uint32_t passage = 0;
  float weight = 0;
};

/// The distinct stems of all passages in prose; names in code spans are what a text speaks of, not what it says.
std::vector<Content> contents_of(const CheckInput& input, const Passages& passages) {
  std::vector<Content> contents;
  contents.reserve(passages.stems.size());
  for (std::uint32_t p = 0; p < passages.passages.size(); ++p) {
    const IndexRange stems = passages.passages[p].stems;
    for (std::uint32_t i = stems.begin; i < stems.end; ++i) {
      const bool code = (input.units.words[passages.words[i]].flags & word_code) != 0;
      if (!code) contents.push_back({passages.stems[i], p, passages.weights[i]});
    }
  }
  const auto place = [](const Content& content) { return std::pair(content.stem, content.passage); };
  std::sort(contents.begin(), contents.end(), [&](const Content& a, const Content& b) { return place(a) < place(b); });
  const auto same = [&](const Content& a, const Content& b) { return place(a) == place(b); };
  contents.erase(std::unique(contents.begin(), contents.end(), same), contents.end());
  return contents;
}

/// Calls `use` with the contents of each stem that two passages have, but hardly any other. They are in order of stem and passage.
template <typename Use>
void each_telling(std::span<const Content> contents, const Use& use) {
  for (std::size_t first = 0, end = 0; first < contents.size(); first = end) {
    while (end < contents.size() && contents[end].stem == contents[first].stem) ++end;
    if (end - first > 1 && end - first <= most_holders) use(contents.subspan(first, end - first));
  }
}

/// Two passages, and how many stems they share that hardly any other passage has.
struct TellingPair {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
  std::uint32_t stems = 0;
  auto operator<=>(const TellingPair&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

/// The pairs that share enough such stems, in order.
std::vector<TellingPair> telling_pairs(std::span<const Content> contents) {
  std::vector<TellingPair> pairs;
  each_telling(contents, [&](std::span<const Content> holders) {
    for (auto later = holders.begin(); later != holders.end(); ++later) {
      for (auto earlier = holders.begin(); earlier != later; ++earlier) pairs.push_back({later->passage, earlier->passage, 1});
    }
  });
  std::sort(pairs.begin(), pairs.end());
  std::vector<TellingPair> telling;
  for (auto first = pairs.begin(); first != pairs.end();) {
    const auto end = std::find_if(first, pairs.end(), [&](const TellingPair& pair) { return pair != *first; });
    const auto stems = static_cast<std::uint32_t>(end - first);
    if (stems >= least_telling) telling.push_back({first->later, first->earlier, stems});
    first = end;
  }
  return telling;
}

/// What the passages of a pair say, to be compared.
class ContentsByPassage {
 public:
  ContentsByPassage(std::vector<Content> contents, std::size_t passages) : contents_(std::move(contents)), begins_(passages + 1, 0) {
    const auto by_passage = [](const Content& a, const Content& b) { return a.passage < b.passage; };
    std::stable_sort(contents_.begin(), contents_.end(), by_passage);  // within each by stem, as they were
    for (const Content& content : contents_) ++begins_[content.passage + 1];
    for (std::size_t p = 1; p < begins_.size(); ++p) begins_[p] += begins_[p - 1];
  }

  std::span<const Content> of(std::uint32_t passage) const {
    return std::span(contents_).subspan(begins_[passage], begins_[passage + 1] - begins_[passage]);
  }

 private:
  std::vector<Content> contents_;
  std::vector<std::size_t> begins_;
};

float weight_of_contents(std::span<const Content> contents) {
  float weight = 0;
  for (const Content& content : contents) weight += content.weight;
  return weight;
}

struct SharedContents {
  std::uint32_t stems = 0;
  float weight = 0;
};

SharedContents shared_by(std::span<const Content> a, std::span<const Content> b) {
  SharedContents shared;
  auto other = b.begin();
  for (const Content& content : a) {
    while (other != b.end() && other->stem < content.stem) ++other;
    if (other == b.end()) break;
    if (other->stem != content.stem) continue;
    ++shared.stems;
    shared.weight += content.weight;
  }
  return shared;
}

}  // namespace

TellingStems::TellingStems(const CheckInput& input, const Passages& passages) : by_passage_(passages.passages.size()) {
  each_telling(contents_of(input, passages), [&](std::span<const Content> holders) {
    for (const Content& holder : holders) by_passage_[holder.passage].push_back(holder.stem);
  });
}

std::uint32_t TellingStems::shared(std::uint32_t a, std::uint32_t b) const {
  std::vector<StemId> both;
  std::set_intersection(by_passage_[a].begin(), by_passage_[a].end(), by_passage_[b].begin(), by_passage_[b].end(),
                        std::back_inserter(both));
  return static_cast<std::uint32_t>(both.size());
}

std::vector<Rewording> rewordings(const CheckInput& input, const Passages& passages, std::uint32_t at_least) {
  std::vector<Content> contents = contents_of(input, passages);
  const std::vector<TellingPair> telling = telling_pairs(contents);
  if (telling.empty()) return {};
  const ContentsByPassage by_passage(std::move(contents), passages.passages.size());
  std::vector<Rewording> result;
  for (const auto& [later, earlier, count] : telling) {
    const std::span<const Content> here = by_passage.of(later);
    const std::span<const Content> there = by_passage.of(earlier);
    const auto words = static_cast<std::uint32_t>(std::min(here.size(), there.size()));
    const float share = passages.passages.size() >= many_passages ? share_among_many : share_among_few;
    if (words < at_least || static_cast<float>(count) < share * static_cast<float>(words)) continue;
    const SharedContents shared = shared_by(here, there);
    if (passages.passages.size() < many_passages && shared.stems < least_shared_among_few) continue;
    if (shared.weight < least_shared_weight * std::min(weight_of_contents(here), weight_of_contents(there))) continue;
    const Rewording found{later, earlier, shared.stems, words};
    if (result.empty() || result.back().later != later) {
      result.push_back(found);
    } else if (found.shared > result.back().shared) {
      result.back() = found;
    }
  }
  return result;
}

Alignment align_unordered(const Passages& passages, std::uint32_t later, std::uint32_t earlier) {
  const IndexRange here = passages.passages[later].stems;
  const IndexRange there = passages.passages[earlier].stems;
  std::multimap<StemId, std::uint32_t> unused;
  for (std::uint32_t i = 0; i < there.size(); ++i) unused.emplace(passages.stems[there.begin + i], i);
  Alignment alignment;
  for (std::uint32_t i = 0; i < here.size(); ++i) {
    const auto other = unused.find(passages.stems[here.begin + i]);
    if (other == unused.end()) continue;
    alignment.emplace_back(i, other->second);
    unused.erase(other);
  }
  return alignment;
}

}  // namespace stet
