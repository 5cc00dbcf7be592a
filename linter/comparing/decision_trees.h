// How likely something is, by what speaks for and against it: gradient-boosted decision trees (Friedman, "Greedy function approximation",
// 2001) with a logistic loss.
//
// The trees stand in value_pairs.trees and repeat_pairs.trees, which scripts in tests/ write from articles of which the answers are known;
// the build makes tables of them. They hold thresholds and no words: what a pair is judged by can be printed (`stet dump pairs`,
// `stet dump repeats`).
#pragma once

#include <cstdint>
#include <span>

namespace stet {

/// A node of a tree; a leaf where `piece` says so.
struct TreeNode {
  float threshold = 0;      ///< of a leaf: what it adds to the log-odds
  std::uint16_t above = 0;  ///< the node where the evidence is beyond the threshold; the one where it is not stands right behind
  std::uint8_t piece = leaf;

  static constexpr std::uint8_t leaf = 0xFF;
};

struct DecisionTrees {
  std::span<const TreeNode> nodes;  ///< of all trees, each in preorder
  std::span<const std::uint16_t> roots;
  float base = 0;  ///< log-odds before any tree
};

extern const DecisionTrees value_trees;   ///< over Evidence: are two values of one thing?
extern const DecisionTrees repeat_trees;  ///< over RepeatEvidence: does one sentence say again what the other says?

/// Between 0 and 1; `evidence` has a number for each piece. O(trees).
float likelihood(const DecisionTrees& trees, std::span<const float> evidence);

}  // namespace stet
