#include "text/limits.h"

#include <gtest/gtest.h>

#include <string>

namespace stet::limits_test {
namespace {

/// The value of a limit after a setting, or what is wrong with the setting.
std::string after(std::string_view setting, std::uint64_t Limits::*value) {
  Limits limits;
  const auto set = set_limit(limits, setting);
  return set ? std::to_string(limits.*value) : set.error().what;
}

TEST(Limits, AreSetByName) { EXPECT_EQ(after("findings=7", &Limits::findings), "7"); }
TEST(Limits, TakeUnitsOfPowersOf1024) {
  EXPECT_EQ(after("file-size=4K", &Limits::file_bytes), "4096");
  EXPECT_EQ(after("file-size=4M", &Limits::file_bytes), "4194304");
  EXPECT_EQ(after("index-size=2G", &Limits::index_bytes), "2147483648");
}
TEST(Limits, AreNeverNothing) { EXPECT_EQ(after("findings=0", &Limits::findings), "--limit: `findings=0` is no number for findings"); }
TEST(Limits, StayBelowWhatTheProgramCanHold) {
  EXPECT_EQ(after("file-size=2G", &Limits::file_bytes), "--limit: `file-size=2G` is no number for file-size");
  EXPECT_EQ(after("file-size=99999999999G", &Limits::file_bytes), "--limit: `file-size=99999999999G` is no number for file-size");
}
TEST(Limits, TakeNothingButNumbers) {
  for (const char* setting : {"file-size", "file-size=", "file-size=-1", "file-size=1T", "file-size=1MM", "file-size=1 M", "file-size=M"}) {
    EXPECT_TRUE(after(setting, &Limits::file_bytes).ends_with("is no number for file-size")) << setting;
  }
}
TEST(Limits, OfAnotherNameAreListed) {
  Limits limits;
  const auto set = set_limit(limits, "size=1");
  ASSERT_FALSE(set);
  EXPECT_EQ(render(set.error()),
            "stet: error: --limit: there is no limit `size`\n  one of: file-size, findings-per-file, findings, rule-size, "
            "expressions, include-depth, index-size, configurations\n");
}
TEST(Limits, AreSmallEnoughByDefaultToBeSet) {
  for (const LimitField& field : limit_fields()) EXPECT_LE(Limits{}.*(field.value), field.largest) << field.name;
}

}  // namespace
}  // namespace stet::limits_test
