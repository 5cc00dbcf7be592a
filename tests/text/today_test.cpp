#include "text/today.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace stet::today_test {
namespace {

class Today : public testing::Test {
 protected:
  void TearDown() override { ::unsetenv("SOURCE_DATE_EPOCH"); }
  static std::int64_t of_run(const char* seconds) {
    ::setenv("SOURCE_DATE_EPOCH", seconds, 1);
    return today(DayOf::run);
  }
};

TEST_F(Today, IsSetForARunThatIsRepeated) {
  EXPECT_EQ(of_run("0"), 0);
  EXPECT_EQ(of_run("86399"), 0);
  EXPECT_EQ(of_run("86400"), 1);
  EXPECT_EQ(of_run("-1"), -1);
}
TEST_F(Today, IsThatOfTheMachineOtherwise) {
  EXPECT_GT(of_run("soon"), 20'000);
  EXPECT_EQ(of_run("0"), 0);
  EXPECT_GT(today(DayOf::machine), 20'000);
}

}  // namespace
}  // namespace stet::today_test
