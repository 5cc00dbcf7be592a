#include "comparing/decision_trees.h"

#include <gtest/gtest.h>

#include <array>

#include "comparing/repeat_evidence.h"
#include "comparing/value_evidence.h"

namespace stet::decision_trees_test {
namespace {

// Log-odds 0; up by 2 where the first piece is above 0.5, and by 1 more where the second is above 3.
constexpr std::array<TreeNode, 5> nodes = {{{.threshold = 0.5F, .above = 2, .piece = 0},
                                            {.threshold = 0},
                                            {.threshold = 3, .above = 4, .piece = 1},
                                            {.threshold = 2},
                                            {.threshold = 3}}};
constexpr std::array<std::uint16_t, 1> roots = {0};
constexpr DecisionTrees trees{nodes, roots, 0};

float of(float first, float second) { return likelihood(trees, std::array{first, second}); }

TEST(DecisionTrees, AddUpWhatTheLeavesSay) {
  EXPECT_FLOAT_EQ(of(0, 9), 0.5F);
  EXPECT_NEAR(of(1, 0), 0.881F, 0.001F);
  EXPECT_NEAR(of(1, 4), 0.953F, 0.001F);
}
TEST(DecisionTrees, GoOnBesideAThresholdThatIsMet) {
  EXPECT_FLOAT_EQ(of(0.5F, 9), 0.5F);
  EXPECT_NEAR(of(1, 3), 0.881F, 0.001F);
}
TEST(DecisionTrees, BeginWhereTheySay) {
  EXPECT_NEAR(likelihood({nodes, roots, 1}, std::array{0.0F, 0.0F}), 0.731F, 0.001F);
  EXPECT_FLOAT_EQ(likelihood({}, {}), 0.5F);
}
/// Every split looks at evidence that there is, and goes on behind itself.
void expect_whole(const DecisionTrees& of_program, std::size_t pieces) {
  ASSERT_FALSE(of_program.roots.empty());
  for (std::size_t node = 0; node < of_program.nodes.size(); ++node) {
    const TreeNode& one = of_program.nodes[node];
    if (one.piece == TreeNode::leaf) continue;
    ASSERT_LT(one.piece, pieces);
    ASSERT_GT(one.above, node + 1) << "what is not above the threshold stands right behind";
    ASSERT_LT(one.above, of_program.nodes.size());
  }
}

TEST(DecisionTrees, OfTheProgramAreWhole) {
  expect_whole(value_trees, evidence_names.size());
  expect_whole(repeat_trees, repeat_evidence_names.size());
}

}  // namespace
}  // namespace stet::decision_trees_test
