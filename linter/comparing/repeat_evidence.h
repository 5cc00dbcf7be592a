// Two sentences side by side, and what speaks for and against the later one's saying again what the earlier one says: what they share, in
// which order and in how many words, and where the two stand.
//
// For what no rule of thumb tells (checks/repeats/pairs). Each piece of evidence is a number; how much it counts is not said here but
// learned from articles that editors have read (comparing/decision_trees). A piece is a line in both tables below and one in
// repeat_evidence.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "comparing/passages.h"

namespace stet {

enum class RepeatEvidence : std::uint8_t {
  unordered,
  unordered_share,
  unordered_shared,
  overlap,
  contained,
  cohesion,
  shared,
  run_words,
  run_content,
  run_share,
  restated_overlap,
  restated_share,
  restated_weight,
  restated_own,
  shorter_words,
  longer_words,
  lighter,
  heavier,
  distance,
  parallel,
  one_label,
  fragment_later,
  fragment_earlier,
  place_later,
  place_earlier,
  apart,
  numbers_later,
  numbers_earlier,
  count
};

inline constexpr auto repeat_evidence_names = std::to_array<std::string_view>({
    "unordered",      "unordered-share",  "unordered-shared", "overlap",          "contained",      "cohesion",        "shared",
    "run-words",      "run-content",      "run-share",        "restated-overlap", "restated-share", "restated-weight", "restated-own",
    "shorter-words",  "longer-words",     "lighter",          "heavier",          "distance",       "parallel",        "one-label",
    "fragment-later", "fragment-earlier", "place-later",      "place-earlier",    "apart",          "numbers-later",   "numbers-earlier",
});
static_assert(repeat_evidence_names.size() == static_cast<std::size_t>(RepeatEvidence::count));

using RepeatEvidenceValues = std::array<float, repeat_evidence_names.size()>;

/// Of two passages that are sentences, by their numbers.
RepeatEvidenceValues repeat_evidence(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier);

/// Is it an article whose sentences are judged so: prose that is read through, and not so long that some agree by chance?
bool is_judged_by_trees(const CheckInput& input, const Passages& passages);

/// A cheap look before the evidence is gathered: of what shares less nothing was ever told; what stands in one list, table or pattern of
/// sections, in a block quote, in one field of a form, or only links or introduces, is alike by its form; and where labels share nothing,
/// one of two asks, or the likeness is meant (guards/repetition), the difference is the point.
bool may_say_again(const CheckInput& input, const Passages& passages, std::uint32_t later, std::uint32_t earlier, const Likeness& likeness);

struct RepeatCandidate {
  std::uint32_t later = 0;  ///< passage
  std::uint32_t earlier = 0;
  RepeatEvidenceValues evidence = {};
};

/// The candidates among the sentences of an article that is so judged, each with its evidence; none of others.
std::vector<RepeatCandidate> repeat_candidates(const CheckInput& input, const Passages& passages);

}  // namespace stet
