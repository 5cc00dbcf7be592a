#include "comparing/decision_trees.h"

#include <cmath>

namespace stet {

float likelihood(const DecisionTrees& trees, std::span<const float> evidence) {
  float sum = trees.base;
  for (const std::uint16_t root : trees.roots) {
    std::uint32_t node = root;
    while (trees.nodes[node].piece != TreeNode::leaf) {
      const TreeNode& split = trees.nodes[node];
      node = evidence[split.piece] <= split.threshold ? node + 1 : split.above;
    }
    sum += trees.nodes[node].threshold;
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace stet
