#include "checks/repeats/faults.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "comparing/reading.h"

namespace stet {
namespace {

// Set on eight documentation sites (2026-11-29).
// Set on gold and eight documentation sites (2026-11-29).
constexpr std::size_t least_items = 3;  ///< in common, of a copied list
constexpr float copied_item = 0.8F;     ///< of both items, by weight
constexpr std::size_t most_lists = 5;   ///< faults between lists, beyond which lists that have something in common are the form

/// Lets each pair point at the first passage of its kind: what repeats a copy repeats what that is a copy of.
void point_at_the_first(std::vector<Pair>& pairs) {
  std::map<std::uint32_t, std::uint32_t> first;  // by later passage
  for (Pair& pair : pairs) {
    const auto known = first.find(pair.earlier);
    const bool copies = pair.grade == Grade::exact;
    if (known != first.end() && copies) pair.earlier = known->second;
    if (copies) first.emplace(pair.later, pair.earlier);
  }
}

class Grouping {
 public:
  Grouping(const CheckInput& input, const Passages& passages) : input_(input), passages_(passages) {}

  /// Moves the pairs of copied lists out of `pairs`.
  std::vector<Run> take_lists(std::vector<Pair>& pairs) const {
    std::map<Places, std::vector<Pair>> by_lists;
    for (const Pair& pair : pairs) {
      const Places lists(list_around(pair.later), list_around(pair.earlier));
      const bool two_lists = lists.first != no_index && lists.second != no_index && lists.first != lists.second;
      if (two_lists && pair.likeness.overlap >= copied_item) by_lists[lists].push_back(pair);
    }
    std::vector<Run> runs;
    std::set<std::uint32_t> taken;
    for (auto& [lists, copied] : by_lists) {
      std::set<std::uint32_t> items;
      for (const Pair& pair : copied) items.insert(text_of(pair.later));
      if (items.size() < least_items) continue;
      for (const Pair& pair : copied) taken.insert(pair.later);
      runs.push_back({std::move(copied), true});
    }
    std::erase_if(pairs, [&](const Pair& pair) { return taken.contains(pair.later); });
    return runs;
  }

  /// Puts together the sentences of one block that repeat those of one other.
  void add_runs(const std::vector<Pair>& pairs, std::vector<Run>& runs) const {
    std::map<Places, std::size_t> by_texts;  // a run, by the texts of its ends
    for (const Pair& pair : pairs) {
      const Places texts(text_of(pair.later), text_of(pair.earlier));
      const auto [run, is_new] = by_texts.emplace(texts, runs.size());
      if (is_new || texts.first == texts.second) {
        runs.push_back({{pair}});
      } else {
        runs[run->second].pairs.push_back(pair);
      }
    }
  }

  bool is_between_lists(const Run& run) const {
    const std::uint32_t later = list_around(run.pairs.front().later);
    const std::uint32_t earlier = list_around(run.pairs.front().earlier);
    return later != no_index && earlier != no_index && later != earlier;
  }

 private:
  using Places = std::pair<std::uint32_t, std::uint32_t>;
  const CheckInput& input_;
  const Passages& passages_;

  std::uint32_t sentence_of(std::uint32_t passage) const { return passages_.passages[passage].first_sentence; }
  std::uint32_t text_of(std::uint32_t passage) const { return input_.units.sentences[sentence_of(passage)].text; }

  /// The list that a passage is an item of, or no_index.
  std::uint32_t list_around(std::uint32_t passage) const {
    const Block& entry = input_.article.blocks[entry_of(input_, sentence_of(passage))];
    return entry.kind == BlockKind::list_item ? entry.parent : no_index;
  }
};

/// What only says it in other words is told by itself.
bool joins_others(const Run& run) {
  return std::all_of(run.pairs.begin(), run.pairs.end(), [](const Pair& pair) { return pair.grade >= Grade::near; });
}

/// Runs that repeat the same passages are one fault.
std::vector<Fault> joined(std::vector<Run> runs) {
  std::vector<Fault> faults;
  std::map<std::vector<std::uint32_t>, std::size_t> by_earlier;  // a fault, by what it repeats
  for (Run& run : runs) {
    std::vector<std::uint32_t> earlier;
    for (const Pair& pair : run.pairs) earlier.push_back(pair.earlier);
    const auto known = joins_others(run) ? by_earlier.emplace(std::move(earlier), faults.size()) : std::pair(by_earlier.end(), true);
    if (known.second) {
      faults.push_back({std::move(run)});
    } else {
      faults[known.first->second].push_back(std::move(run));
    }
  }
  return faults;
}

}  // namespace

std::vector<Fault> faults_of(const CheckInput& input, const Passages& passages, std::vector<Pair> pairs) {
  point_at_the_first(pairs);
  const Grouping grouping(input, passages);
  std::vector<Run> runs = grouping.take_lists(pairs);
  grouping.add_runs(pairs, runs);
  std::vector<Fault> faults = joined(std::move(runs));
  const auto between_lists = [&](const Fault& fault) { return grouping.is_between_lists(fault.front()); };
  const auto lists = static_cast<std::size_t>(std::count_if(faults.begin(), faults.end(), between_lists));
  if (lists > most_lists && reading_of(input) == Reading::looked_up) std::erase_if(faults, between_lists);
  return faults;
}

}  // namespace stet
