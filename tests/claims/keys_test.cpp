#include "claims/keys.h"

#include <gtest/gtest.h>

#include <vector>

namespace stet::keys_test {
namespace {

TEST(Keys, AreKeptOnceAndInOrder) {
  std::vector<WordKey> keys;
  EXPECT_TRUE(add_key(keys, 5));
  EXPECT_TRUE(add_key(keys, 3));
  EXPECT_FALSE(add_key(keys, 5));
  EXPECT_EQ(keys, (std::vector<WordKey>{3, 5}));
}

TEST(Keys, IncludeWhatTheyHoldAllOf) {
  const std::vector<WordKey> keys{3, 5, 8};
  EXPECT_TRUE(includes(keys, std::vector<WordKey>{3, 8}));
  EXPECT_TRUE(includes(keys, std::vector<WordKey>{}));
  EXPECT_FALSE(includes(keys, std::vector<WordKey>{3, 9}));
}

}  // namespace
}  // namespace stet::keys_test
