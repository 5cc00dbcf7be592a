#include "comparing/clashes.h"

#include <gtest/gtest.h>

#include <set>

#include "comparing/read.h"

namespace stet::clashes_test {
namespace {

/// How many pairs of statements of an article clash.
std::size_t clashes_in(const std::string& markdown, const SayingTier& tier = {}) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const Statements& all = statements_of(input);
  ClashFinder finder(input, all);
  std::set<std::pair<std::uint32_t, std::uint32_t>> found;
  for (const auto& pair : candidate_pairs(all)) {
    if (finder.find(pair.first, pair.second, tier)) found.insert(pair);
  }
  return found.size();
}
/// Of two sentences under two headings.
std::size_t clashes_of(const std::string& one, const std::string& two) {
  return clashes_in("## More\n\n" + one + "\n\n## Again\n\n" + two + "\n");
}

const std::string harbour = "The Tarsin harbour shelters 40 herring boats in winter.";

TEST(Clashes, AreTwoValuesOfTheSame) {
  EXPECT_EQ(clashes_of(harbour, "The Tarsin harbour shelters 60 herring boats in winter."), 1U);
  EXPECT_EQ(clashes_of(harbour, harbour), 0U);
  EXPECT_EQ(clashes_of(harbour, "The Tarsin harbour shelters 60 otters in its reeds."), 0U);
}
TEST(Clashes, AreOfOneSubject) { EXPECT_EQ(clashes_of(harbour, "The Selby harbour shelters 60 herring boats in winter."), 0U); }
TEST(Clashes, AreNoneOfWhatIsDenied) {
  EXPECT_EQ(clashes_of(harbour, "The Tarsin harbour never shelters 60 herring boats in winter."), 0U);
}
TEST(Clashes, AreNoneOfWhatIsNotTheOneSpokenOf) {
  EXPECT_EQ(clashes_of(harbour, "Another Tarsin harbour shelters 60 herring boats in winter."), 0U);
}
TEST(Clashes, AreNoneSideBySide) {
  EXPECT_EQ(clashes_in("- The Tarsin harbour shelters 40 herring boats.\n- The Tarsin harbour shelters 60 herring boats.\n"), 0U);
  EXPECT_EQ(clashes_in(harbour + " The Tarsin harbour shelters 60 herring boats in winter.\n"), 0U) << "one sentence after the other";
}
TEST(Clashes, NeedAsMuchInCommonAsTheTierAsks) {
  const std::string two = "## More\n\n" + harbour + "\n\n## Again\n\nThe Tarsin harbour shelters 60 herring boats in winter.\n";
  EXPECT_EQ(clashes_in(two, {.weight = 9}), 1U);
  EXPECT_EQ(clashes_in(two, {.weight = 900}), 0U);
}
TEST(Clashes, OfDatesHaveOneVerb) {
  EXPECT_EQ(clashes_of("The Tarsin harbour was dredged in 1871.", "The Tarsin harbour was dredged in 1902."), 1U);
  EXPECT_EQ(clashes_of("The Tarsin harbour was dredged in 1871.", "The Tarsin harbour was sold in 1902."), 0U);
}
TEST(Clashes, OfSizesNeedNothingButIs) {
  EXPECT_EQ(clashes_of("The wingspan of the Tarsin moth is 17 mm.", "The wingspan of the Tarsin moth is 30 mm."), 1U);
}
TEST(Clashes, OfRanksAreOfOneSuperlative) {
  EXPECT_EQ(clashes_of("The Tarsin harbour is the second largest of the herring coast.",
                       "The Tarsin harbour is the third largest of the herring coast."),
            1U);
  EXPECT_EQ(clashes_of("The Tarsin harbour is the second largest of the herring coast.",
                       "The Tarsin harbour is the third oldest of the herring coast."),
            0U);
}
TEST(Clashes, OfCountsAreOfOneNoun) {
  EXPECT_EQ(clashes_of("The Tarsin harbour shelters 40 herring boats.", "The Tarsin harbour shelters 60 herring gulls."), 0U);
}
TEST(Clashes, AreNoneWhereAnotherValueDiffersToo) {
  EXPECT_EQ(clashes_of("The Tarsin harbour shelters 40 herring boats for 90 euros.",
                       "The Tarsin harbour shelters 60 herring boats for 70 euros."),
            0U);
}
TEST(Clashes, AreNoneWithCode) {
  EXPECT_EQ(
      clashes_of("The Tarsin `harbour` shelters 40 herring boats in winter.", "The Tarsin `harbour` shelters 60 herring boats in winter."),
      0U);
}
TEST(Clashes, AreNoneWithANameOfTheirOwn) {
  EXPECT_EQ(clashes_of("The Tarsin harbour shelters 40 herring boats of Selby.", "The Tarsin harbour shelters 60 herring boats of Harlow."),
            0U);
}
TEST(Clashes, AreSeenThroughAnotherOrder) {
  EXPECT_EQ(clashes_of("The Tarsin infirmary treats 40 leprosy patients.", "40 leprosy patients are treated at the Tarsin infirmary."), 0U);
  EXPECT_EQ(clashes_of("The Tarsin infirmary treats 40 leprosy patients.", "70 leprosy patients are treated at the Tarsin infirmary."), 1U);
}

TEST(CandidatePairs, AreThoseThatShareWordsAndGiveValues) {
  const auto pairs_in = [](const std::string& markdown) {
    const auto reading = read(markdown);
    return candidate_pairs(statements_of(input_of(*reading))).size();
  };
  EXPECT_EQ(pairs_in("Herring boats anchor in 40 bays. Herring boats anchor in 60 bays.\n"), 1U);
  EXPECT_EQ(pairs_in("Herring boats anchor in bays. Herring boats anchor in bays.\n"), 0U);
  EXPECT_EQ(pairs_in("Herring boats anchor in 40 bays. Farmers plough 60 acres.\n"), 0U);
}

}  // namespace
}  // namespace stet::clashes_test
