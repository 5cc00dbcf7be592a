#include "comparing/existence.h"

#include <gtest/gtest.h>

#include "claims/read.h"
#include "matching/quoting.h"

namespace stet::existence_test {
namespace {

using Lines = std::vector<std::string>;

struct ReadExistence {
  std::unique_ptr<Found> found;
  std::vector<Existence> all;
};

ReadExistence read_in(const std::string& markdown) {
  ReadExistence result;
  result.found = find_phrases(phrases({"(has|there is)"}), "# The hut\n\n" + markdown + "\n", phrases({"(has no|there is no)"}));
  const CheckInput input = input_of(*result.found);
  ExistencePhrases wanted{.has = result.found->pattern, .lacks = result.found->pattern + 1};
  wanted.present = wanted.absent = wanted.asks = result.found->pattern + 1;
  result.all = read_existence(input, wanted);
  return result;
}

/// "stove", "no shower" each, of what the article says to be there or not, but for what is only spoken of.
Lines told_in(const std::string& markdown) {
  const ReadExistence read = read_in(markdown);
  Lines lines;
  for (const Existence& one : read.all) {
    if (!one.used) lines.push_back((one.denied ? "no " : "") + read.found->text(one.words));
  }
  return lines;
}

TEST(ExistenceReader, ReadsEachOfASeriesWhereSomethingIsDenied) {
  EXPECT_EQ(told_in("The hut has a stove and a bench. There is no shower."), (Lines{"stove", "bench", "no shower"}));
  EXPECT_EQ(told_in("The hut has a stove and a bench."), Lines{}) << "nothing is at odds with it";
}
TEST(ExistenceReader, ReadsLines) { EXPECT_EQ(told_in("- No shower\n- **Stove:** yes"), (Lines{"no shower", "Stove"})); }
TEST(ExistenceReader, ReadsWhatIsComeUpon) {
  EXPECT_EQ(told_in("There is no ladder. You go down an iron ladder."), (Lines{"no ladder", "iron ladder"}));
  EXPECT_EQ(told_in("There is no ladder. He sold a ladder."), Lines{"no ladder"}) << "at another time";
  EXPECT_EQ(told_in("There is no ladder. She owns a ladder in Oslo."), Lines{"no ladder"}) << "at another place";
}
TEST(ExistenceReader, ReadsNoConditions) { EXPECT_EQ(told_in("If there is no shower, swim."), Lines{}); }

/// Do the first and the last thing deny each other?
bool deny(const std::string& markdown) {
  ReadExistence read = read_in(markdown);
  std::erase_if(read.all, [](const Existence& one) { return one.used; });
  return read.all.size() == 2 && deny_each_other(read.all.front(), read.all.back());
}

TEST(Existences, DenyEachOtherOfOneNoun) {
  EXPECT_TRUE(deny("The hut has a shower. There is no shower."));
  EXPECT_TRUE(deny("The hut has a hot shower. There is no shower."));
  EXPECT_FALSE(deny("The hut has a shower. There is no hot shower."));
  EXPECT_FALSE(deny("The hut has a stove. There is no shower."));
  EXPECT_TRUE(deny("There is no ladder on this route. You go down an iron ladder."));
  EXPECT_FALSE(deny("There is no rope ladder. You go down an iron ladder."));
}

}  // namespace
}  // namespace stet::existence_test
