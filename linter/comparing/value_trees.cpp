#include "comparing/value_trees.h"

#include <cmath>

namespace stet {

float likelihood_of_one_thing(const EvidenceValues& evidence) {
  float sum = value_tree_base;
  for (const std::uint16_t root : value_tree_roots) {
    std::uint32_t node = root;
    while (value_tree_nodes[node].piece != TreeNode::leaf) {
      const TreeNode& split = value_tree_nodes[node];
      node = evidence[split.piece] <= split.threshold ? node + 1 : split.above;
    }
    sum += value_tree_nodes[node].threshold;
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace stet
