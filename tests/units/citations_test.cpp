
#include <gtest/gtest.h>

#include "units/read.h"
#include "units/reference_entry.h"

namespace stet::citations_test {
namespace {

struct Cited {
  const char* name;
  const char* markdown;
  bool cites;
};

class Citations : public testing::TestWithParam<Cited> {};

TEST_P(Citations, AreMadeOutByStructure) { EXPECT_EQ(!read_all(GetParam().markdown).units.citations.empty(), GetParam().cites); }

INSTANTIATE_TEST_SUITE_P(
    Forms, Citations,
    testing::Values(
        Cited{"link_out", "See [it](https://a.example).\n", true}, Cited{"link_inside", "See [it](/other/page) and [here](#top).\n", false},
        Cited{"mail", "Ask [us](mailto:a@b.example).\n", false}, Cited{"bare_url", "See https://a.example/x.\n", true},
        Cited{"footnote", "So it is.[^a]\n\n[^a]: A book.\n", true}, Cited{"footnote_undefined", "So it is.[^a]\n", false},
        Cited{"numbered", "So it is [1].\n\n## References\n\n1. A book.\n", true}, Cited{"numbered_without_list", "So it is [1].\n", true},
        Cited{"parenthesized", "So it is (1, 2).\n\n## References\n\n1. A book.\n", true},
        Cited{"parenthesized_beyond_list", "So it is (7).\n\n## References\n\n1. A book.\n", false},
        Cited{"parenthesized_without_list", "So it is (1).\n", false},
        Cited{"parenthesized_from_one_on", "So it is (1).\n\nThus (2).\n", true},
        Cited{"parenthesized_twice", "So it is (4).\n\nThus (9).\n", false},
        Cited{"parenthesized_beyond_a_list_of_others", "So it is (7).\n\nThus (8).\n\nSo (9).\n\n## References\n\n1. A book.\n", true},
        Cited{"counting_on", "So it is (1, 2). It was so (3). It will be, they say (4,5).\n", true},
        Cited{"ages", "It was Ada (34), then Ben of the mill (29) and at last his aunt (61).\n", false},
        Cited{"scores", "They won (3). They lost (1). They won again (7).\n", false}, Cited{"superscript", "So it is.¹ And so on.\n", true},
        Cited{"unit_squared", "It is 5 m² wide.\n", false}, Cited{"doi", "So it is, doi:10.1234/abc.5.\n", true},
        Cited{"pmid", "So it is (PMID: 12345678).\n", true}, Cited{"key", "So it is [@hall2014].\n", true},
        Cited{"key_in_braces", "So it is [@{Hall_2014}].\n", true}, Cited{"key_in_prose", "As @hall2014 saw, it is so.\n", true},
        Cited{"key_with_page", "As @hall [p. 33] saw, it is so.\n", true}, Cited{"account", "As @hall said, it is so.\n", false},
        Cited{"mail_with_year", "Ask us@hall2014.example for it.\n", false}, Cited{"inline_note", "It is so^[Hall says so.].\n", true},
        Cited{"myst_role", "So it is {cite:p}`hall`.\n", true}, Cited{"code_in_braces", "So it is {file}`hall`.\n", false},
        Cited{"latex", "So it is \\cite{hall}.\n", true}, Cited{"latex_with_page", "So it is \\parencite[33]{hall}.\n", true},
        Cited{"quoted_journal", "A 2015 study in \"Tarn Medical Journal\" saw it.\n", true},
        Cited{"named_letters", "In 2015 it stood in the Tarn Walking Letters.\n", true},
        Cited{"journal_kept", "In 2015 she kept a journal.\n", false}, Cited{"author_year", "So it is (Hall, 2014).\n", true},
        Cited{"authors_year", "So it is (Hall & Lund, 2014; Berg et al., 2011).\n", true},
        Cited{"narrative", "Hall et al. (2014) saw it.\n", true}, Cited{"journal_year", "It was published in Nature in 2019.\n", true},
        Cited{"author_year_in_square_brackets", "So it is [Hall et al., 2014].\n", true},
        Cited{"year_in_square_brackets", "So it is [in 2014].\n", false},
        Cited{"numbered_link_to_an_entry", "So it is[[3]](#ref3).\n", true}, Cited{"link_to_a_chapter", "See [3 walls](#walls).\n", false},
        Cited{"plain_year", "It began (see 2014 report) then.\n", false}, Cited{"todo", "It is so [TODO].\n", false},
        Cited{"task", "- [x] done in 2014\n", false}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(CitationPlace, BehindAFullStopIsTheSentenceBefore) {
  const ReadUnits result = read_all("One is so.[^a] Two is not.\n\n[^a]: A book.\n");
  ASSERT_EQ(result.units.citations.size(), 1U);
  EXPECT_EQ(result.units.citations[0].sentence, 0U);
}
TEST(CitationPlace, BelowItsParagraph) {
  const ReadUnits result = read_all("One is so. Two is so.\n\n*Source: [Hall 2014](https://a.example)*\n\nThree is so.\n");
  std::vector<std::uint32_t> sentences;
  for (const Citation& citation : result.units.citations) sentences.push_back(citation.sentence);
  EXPECT_EQ(sentences, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(SourceHeading, SaysNothingElse) {
  for (const std::string_view heading :
       {"References", "Sources and further reading", "Scientific references:", "5. Works cited", "Sources & links"})
    EXPECT_TRUE(is_source_heading(heading, builtin_grammar())) << heading;
  for (const std::string_view heading : {"Sources of iron", "Natural sources", "API reference", "Citation needed", "", "Reading"})
    EXPECT_FALSE(is_source_heading(heading, builtin_grammar())) << heading;
}

TEST(CitationPlace, AtASentencesStartIsThatSentence) {
  const ReadUnits result = read_all("One is so. [Two](https://a.example) is not.\n");
  ASSERT_EQ(result.units.citations.size(), 1U);
  EXPECT_EQ(result.units.citations[0].sentence, 1U);
}

}  // namespace
}  // namespace stet::citations_test
