#include "claims/fields.h"

#include <gtest/gtest.h>

namespace stet::fields_test {
namespace {

TEST(Fields, KeysAreWordsInSmallLetters) {
  EXPECT_EQ(plain_key("validFrom"), "valid from");
  EXPECT_EQ(plain_key("valid_from"), "valid from");
  EXPECT_EQ(plain_key("Valid-From"), "valid from");
  EXPECT_EQ(plain_key("URL"), "url");
}

}  // namespace
}  // namespace stet::fields_test
