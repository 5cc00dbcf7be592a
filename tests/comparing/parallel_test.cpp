#include "comparing/parallel.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::parallel_test {
namespace {

/// How the sentences that begin with two words stand to each other.
Parallel of(const std::string& markdown, std::string_view first, std::string_view second) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const std::uint32_t a = sentence_with(input, first);
  const std::uint32_t b = sentence_with(input, second);
  const Parallel one = parallel_of(input, a, b);
  EXPECT_EQ(one, parallel_of(input, b, a));
  return one;
}

TEST(Parallel, ItemsOfOneList) {
  const std::string list = "The kiln is hot.\n\n- Glaze melts at noon.\n- Clay cracks.\n\n  It cracks at night.\n";
  EXPECT_EQ(of(list, "Glaze", "Clay"), Parallel::items);
  EXPECT_EQ(of(list, "Glaze", "It cracks"), Parallel::items);
  EXPECT_EQ(of(list, "The kiln", "Glaze"), Parallel::none);
  EXPECT_EQ(of(list, "Clay", "It cracks"), Parallel::none);
}
TEST(Parallel, RowsOfOneTableButNotCellsOfOneRow) {
  const std::string table = "| kiln | use |\n|---|---|\n| small | bowls are fired |\n| large | vases are fired |\n";
  EXPECT_EQ(of(table, "bowls", "vases"), Parallel::rows);
  EXPECT_EQ(of(table, "small", "bowls"), Parallel::none);
}
TEST(Parallel, SectionsThatBeginWithWhatTheirThingDoes) {
  const auto sections = [](const std::string& one, const std::string& two) {
    return "# Yard\n\nIt is wide.\n\n## Small one\n\n" + one + "\n\n## Old pump\n\n" + two + "\n";
  };
  EXPECT_EQ(of(sections("Returns the small bucket.", "Returns a pump."), "Returns the", "Returns a"), Parallel::sections);
  EXPECT_EQ(of(sections("Geraniums are red.", "Geraniums can be blue."), "Geraniums are", "Geraniums can"), Parallel::none)
      << "a plural is no verb";
}

/// Sections with two of three labels in common, of which the first of each says something.
std::string form(const std::string& things, const std::string& first = "**Wood**", const std::string& second = "**Care**") {
  std::string text = "# Wood\n\nAll wood moves.\n\n";
  for (const char thing : things)
    text += std::string("## ") + thing + "\n\n" + first + ": " + thing + " is good for spoons.\n\n" + second + ": Oil it.\n\n";
  return text;
}
bool are_by_form(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  return are_parallel_by_form(input, sentence_with(input, "A is good"), sentence_with(input, "B is good"));
}
TEST(Parallel, SectionsThatFillOneFormOfLabels) {
  EXPECT_TRUE(are_by_form(form("ABC")));
  EXPECT_FALSE(are_by_form(form("AB"))) << "two labels, twice";
  EXPECT_TRUE(are_by_form(form("ABC", "**Wood**", "**Care**:\n\nFirst"))) << "a line that heads what follows";
  EXPECT_FALSE(are_by_form(form("ABC", "- **Wood**", "- **Care**"))) << "a list that was pasted";
}
TEST(Parallel, DefinitionsUnderTheirTerms) {
  EXPECT_EQ(of("hot\n\n: Fires the kiln.\n\ncold\n\n: Rests the kiln.\n", "Fires", "Rests"), Parallel::definitions);
}
TEST(Parallel, ParagraphsWithLabels) {
  EXPECT_EQ(of("**Glaze:** It melts.\n\n**Clay:** It cracks.\n", "It melts", "It cracks"), Parallel::labelled);
  EXPECT_EQ(of("# March\n\n**When:** Two weeks.\n\n# May\n\n**When:** Four weeks.\n", "Two", "Four"), Parallel::labelled);
  EXPECT_EQ(of("# March\n\n**When:** Two weeks.\n\n# May\n\n**Who:** Four potters.\n", "Two", "Four"), Parallel::none);
  EXPECT_EQ(of("- `glow`: It melts.\n\nText.\n\n- `cool`: It cracks.\n", "It melts", "It cracks"), Parallel::labelled);
  EXPECT_EQ(of("**Bowls** (or cups) melt.\n\n**Vases** crack.\n", "melt", "crack"), Parallel::labelled);
  EXPECT_EQ(of("# One\n\n[How bowls melt](a) in May\n\n# Two\n\n[How vases crack](b) in June\n", "bowls", "vases"), Parallel::labelled);
  EXPECT_EQ(of("The **glaze** melts.\n\nThe **clay** cracks.\n", "glaze", "clay"), Parallel::none);
}
TEST(Parallel, FillingsOfOneForm) {
  EXPECT_EQ(of("**Bowl**\n\nHeat: Two hours.\n\nUse: Soup.\n\n**Vase**\n\nHeat: Four hours.\n\nUse: Roses.\n", "Two", "Four"),
            Parallel::labelled);
  EXPECT_EQ(of("Heat: Two hours.\n\nText.\n\nHeat: Four hours.\n", "Two", "Four"), Parallel::none);
  EXPECT_EQ(of("**Bowl**\n\nUse: Soup.\n\nHeat: Two hours.\n\n**Vase**\n\nUse: Roses.\n\nHeat: Four hours.\n\nDry.\n", "Two", "Four"),
            Parallel::labelled)
      << "the label before is the same";
}
TEST(Parallel, FieldsOfAFormThatIsFilledInThreeTimes) {
  const auto fields = [](std::size_t times) {
    const std::string kiln = "Heat: Two hours in the oven.\n\nUse: Soup.\n\nText.\n\n";
    std::string forms;
    for (std::size_t i = 0; i < times; ++i) forms += kiln;
    const auto reading = read(forms);
    return are_fields_of_a_form(input_of(*reading), 0, 3);
  };
  EXPECT_TRUE(fields(3));
  EXPECT_FALSE(fields(2));
}
TEST(Parallel, SectionsWhoseHeadingsFillOneForm) {
  const auto sections = [](const std::string& one, const std::string& two) {
    return of("# Kilns\n\nText.\n\n## " + one + "\n\nThe lid melts.\n\n## " + two + "\n\nThe door cracks.\n", "lid", "door");
  };
  EXPECT_EQ(sections("Week 2 goals", "Week 3 goals"), Parallel::sections);
  EXPECT_EQ(sections("1.4.2", "1.4.3"), Parallel::sections);
  EXPECT_EQ(sections("Firing bowls in winter", "Firing vases in winter"), Parallel::sections);
  EXPECT_EQ(sections("firing error", "non-firing error"), Parallel::sections);
  EXPECT_EQ(sections("beforeFire", "afterFire"), Parallel::sections);
  EXPECT_EQ(sections("`fire()`", "`cool()`"), Parallel::sections);
  EXPECT_EQ(sections("Is it hot?", "Does it crack?"), Parallel::sections);
  EXPECT_EQ(sections("If the fire is low", "If the pots crack early"), Parallel::sections);
  EXPECT_EQ(sections("14 March 2031: the new kiln", "2031-04-02 (by telephone)"), Parallel::sections) << "minutes, a diary";
  EXPECT_EQ(sections("14 March 2031: the new kiln", "After 2 April 2031"), Parallel::none);
  EXPECT_EQ(sections("Background", "Prices"), Parallel::none);
  EXPECT_EQ(sections("Kiln benefits", "Kiln risks"), Parallel::none) << "what both begin with is what the article is about";
}
TEST(Parallel, SectionsWithTheSameSubheadings) {
  EXPECT_EQ(of("# Small\n\n## Size\n\nThe lid melts.\n\n## Use\n\nText.\n\n# Large\n\n## Size\n\nThe door cracks.\n\n## Use\n\nText.\n",
               "lid", "door"),
            Parallel::sections);
}
TEST(Parallel, SectionsThatOpenWithTheSameVerb) {
  EXPECT_EQ(of("## hot\n\nFires the kiln.\n\nThe lid melts.\n\n## cold\n\nFires nothing.\n\nThe door cracks.\n", "lid", "door"),
            Parallel::sections);
}
TEST(Parallel, SentencesThatNameTheirOwnHeading) {
  const std::string article = "## Glaze\n\nThe price includes glaze.\n\nIt is high.\n\n## Clay\n\nThe price includes clay.\n\nIt is low.\n";
  EXPECT_EQ(of(article, "includes glaze", "includes clay"), Parallel::sections);
  EXPECT_EQ(of(article, "It is high", "It is low"), Parallel::none);
}
TEST(Parallel, BranchesThatOpenWithTheirConditions) {
  EXPECT_EQ(of("If it rains, we fire indoors. Every lid melts.\n\nIf it is dry, we fire outside. Every hatch cracks.\n", "lid", "hatch"),
            Parallel::branches);
  EXPECT_EQ(of("If it rains, we fire indoors.\n\nThe kiln stands outdoors.\n", "If it rains", "The kiln"), Parallel::none);
}
TEST(Parallel, ASectionAndOneBelowItAreNot) {
  EXPECT_EQ(of("# Firing bowls\n\nThe lid melts.\n\n## Firing vases\n\nThe door cracks.\n", "lid", "door"), Parallel::none);
}
TEST(Parallel, AnAnswerCostsNoMoreThanDepthAndHeadings) {
  std::string deep;
  for (int level = 0; level < 150; ++level) deep += "> ";
  EXPECT_EQ(of(deep + "The lid melts.\n\nThe door cracks.\n", "lid", "door"), Parallel::none);
}

bool by_topic(const std::string& first, const std::string& second) {
  const auto reading = read("# All about gannets\n\n## " + first + "\n\nThey are of kelp.\n\n## " + second + "\n\nThey are grey.\n");
  const CheckInput input = input_of(*reading);
  return are_parallel_by_topic(input, 2, 4);
}

TEST(Parallel, ByTheTopicAloneWhereHeadingsNameOnlyThat) {
  EXPECT_TRUE(by_topic("Nests of gannets", "Chicks of gannets"));
  EXPECT_TRUE(by_topic("What do gannets eat?", "Where do gannets breed?"));
  EXPECT_TRUE(by_topic("Feeding gannets", "Names of gannets"));
  EXPECT_FALSE(by_topic("Northern gannets", "Southern gannets"));
  EXPECT_FALSE(by_topic("What do young birds eat?", "What do old birds eat?"));
  EXPECT_FALSE(by_topic("Gannets in 1990", "Gannets in 1991"));
  EXPECT_FALSE(by_topic("Nests", "Chicks"));
}

}  // namespace
}  // namespace stet::parallel_test
