// How likely two values are of one thing, by what speaks for and against it: gradient-boosted decision trees (Friedman, "Greedy function
// approximation", 2001) with a logistic loss.
//
// The trees stand in value_pairs.trees, which tests/slips/train writes from articles whose slips are known and from others that have none;
// the build makes a table of them. They hold thresholds and no words: what a pair is judged by can be printed (`stet dump pairs`).
#pragma once

#include <cstdint>
#include <span>

#include "comparing/value_evidence.h"

namespace stet {

/// A node of a tree; a leaf where `piece` is no Evidence.
struct TreeNode {
  float threshold = 0;      ///< of a leaf: what it adds to the log-odds
  std::uint16_t above = 0;  ///< the node where the evidence is beyond the threshold; the one where it is not stands right behind
  std::uint8_t piece = leaf;

  static constexpr std::uint8_t leaf = 0xFF;
};

/// The nodes of all trees, each in preorder, and where each tree begins. In the table that the build makes.
extern const std::span<const TreeNode> value_tree_nodes;
extern const std::span<const std::uint16_t> value_tree_roots;
extern const float value_tree_base;  ///< log-odds before any tree

/// Between 0 and 1. O(trees).
float likelihood_of_one_thing(const EvidenceValues& evidence);

}  // namespace stet
