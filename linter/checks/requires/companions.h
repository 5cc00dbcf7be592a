// What serves the claims of a rule of the kind `requires`: matches of `needs`, and sources.
#pragma once

#include <cstdint>
#include <vector>

#include "checks/requires/source_policy.h"
#include "matching/check_input.h"

namespace stet {

/// `needs` and what belongs to it, compiled.
struct CompanionPatterns {
  PatternId needs = 0;
  PatternId needs_unless = 0;
  bool needs_citation = false;
  SourcePolicy sources;
};

/// What serves a claim: a match of `needs`, or a citation.
struct Companion {
  std::uint32_t sentence = 0;
  const Match* match = nullptr;  ///< nothing when it has no captures that a claim must agree with
};

using Companions = std::vector<Companion>::const_iterator;

/// Companions that are not negated, ascending by sentence; of those without captures one for each sentence.
std::vector<Companion> companions_of(const CompanionPatterns& patterns, const CheckInput& input);

/// The first one in this sentence or behind it.
Companions first_from(const std::vector<Companion>& companions, std::uint32_t sentence);

/// Whom the companions of some part of an article speak of.
struct Answered {
  bool anybody = false;                 ///< one speaks of nobody by name
  std::vector<std::uint32_t> subjects;  ///< ascending, each once

  bool empty() const { return !anybody && subjects.empty(); }
  void add(const std::vector<std::uint32_t>& more);
};

/// Does a match of the pattern stand in the next sentence of the same block?
bool is_followed(const CheckInput& input, PatternId pattern, const Match& match);

/// Does one of the matches, which ascend, share a word with these?
bool overlaps_any(const std::vector<Match>& matches, IndexRange words);

}  // namespace stet
