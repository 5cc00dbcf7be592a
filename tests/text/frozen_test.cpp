#include "text/frozen.h"

#include <gtest/gtest.h>

namespace stet::frozen_test {
namespace {

struct Pair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  bool operator==(const Pair&) const = default;
};

TEST(Frozen, ArraysComeBackInTheirOrder) {
  const std::vector<Pair> pairs = {{1, 2}, {3, 4}, {5, 6}};
  const std::vector<std::uint8_t> odd = {7, 8, 9};
  FrozenWriter writer;
  writer.array(odd);
  writer.array(pairs);
  writer.array(std::vector<Pair>());
  writer.text("words");
  writer.number(~std::uint64_t{0});
  const FrozenBytes bytes = writer.take();
  FrozenReader reader(as_text(bytes));
  const auto odd_again = reader.array<std::uint8_t>();
  EXPECT_TRUE(std::equal(odd_again.begin(), odd_again.end(), odd.begin(), odd.end()));
  const auto pairs_again = reader.array<Pair>();
  EXPECT_TRUE(std::equal(pairs_again.begin(), pairs_again.end(), pairs.begin(), pairs.end()));
  EXPECT_TRUE(reader.array<Pair>().empty());
  EXPECT_EQ(reader.text(), "words");
  EXPECT_EQ(reader.number(), ~std::uint64_t{0});
}

TEST(Frozen, ArraysLieWhereTheirValuesMay) {
  FrozenWriter writer;
  writer.text("x");
  writer.array(std::vector<std::uint64_t>{1});
  const FrozenBytes bytes = writer.take();
  FrozenReader reader(as_text(bytes));
  reader.text();
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(reader.array<std::uint64_t>().data()) % alignof(std::uint64_t), 0U);
}

}  // namespace
}  // namespace stet::frozen_test
