#include "claims/entries.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::entries_test {
namespace {

/// Are two sentences about one entry? Neither may be about none.
bool about_one(const std::string& markdown, std::string_view a, std::string_view b) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Entries& entries = entries_of(input);
  const std::uint32_t one = entries.of(sentence_with(input, a));
  return one != no_index && one == entries.of(sentence_with(input, b));
}

const std::string mills = "# Mills\n\n| Mill | Open |\n|---|---|\n| Corn mill | daily |\n| Fulling mill | never |\n\n";

TEST(Entries, ARowIsAboutWhatItsHeadNames) { EXPECT_TRUE(about_one(mills + "We saw the corn mill turn.\n", "daily", "turn")); }
TEST(Entries, AnotherRowIsAboutAnother) {
  EXPECT_FALSE(about_one(mills + "We saw the corn mill turn.\n", "never", "turn"));
  EXPECT_FALSE(about_one(mills + "We saw the corn mill turn.\n\nWe saw the fulling mill stop.\n", "turn", "stop"));
}
TEST(Entries, ALabelNamesOneToo) {
  EXPECT_TRUE(about_one("# Mills\n\n**Corn mill:** It grinds daily.\n\nWe saw the corn mill turn.\n", "daily", "turn"));
}
TEST(Entries, WhatNoSentenceNamesIsNone) { EXPECT_FALSE(about_one(mills + "We saw a wheel turn.\n", "daily", "daily")); }
TEST(Entries, ASentenceThatNamesTwoIsAboutNone) {
  EXPECT_FALSE(about_one(mills + "The corn mill and the fulling mill turn.\n", "turn", "turn"));
}

}  // namespace
}  // namespace stet::entries_test
