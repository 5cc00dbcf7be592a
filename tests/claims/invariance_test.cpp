// What must not change what is read of the rest of an article.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "claims/claim.h"
#include "claims/read.h"
#include "claims/statements.h"
#include "matching/quoting.h"

namespace stet::invariance_test {
namespace {

/// What each claim says of which thing, in order.
std::vector<std::string> told_in(const std::string& markdown) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  std::vector<std::string> result;
  for (const Claim& claim : claims_of(input).claims) {
    const std::string owner = claim.owner.topic ? "the article's thing" : words_as_written(input, claim.owner.words);
    result.push_back(fmt::format("{} {}: {}{}", name(claim.place), words_as_written(input, claim.value.words), owner,
                                 claim.asserted ? "" : " (not asserted)"));
  }
  return result;
}

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> texts = {
      "The Harlow kiln weighs 40 kg.",       "Its door is 60 cm wide.",
      "The Selby works opened in 1931.",     "The chimney costs $900, and the grate costs $80.",
      "In summer the yard closes at 9 p.m.", "Maud Tarrant founded the Dunmore pottery on 3 May 1908.",
      "The pottery has 14 wheels.",          "Firing takes two hours, but cooling takes nine hours."};
  return texts;
}

std::string article_of(const std::vector<std::string>& paragraphs) {
  std::string text = "# The Harlow kiln\n\n";
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
  return text;
}

TEST(invariance, a_paragraph_without_values_changes_no_claim_of_the_others) {
  const std::vector<std::string> before = told_in(article_of(sentences()));
  EXPECT_GE(before.size(), sentences().size());
  for (std::size_t at = 0; at <= sentences().size(); ++at) {
    std::vector<std::string> paragraphs = sentences();
    paragraphs.insert(paragraphs.begin() + static_cast<std::ptrdiff_t>(at), "Nobody knows why gulls prefer wet sand.");
    EXPECT_EQ(told_in(article_of(paragraphs)), before) << at;
  }
}

TEST(invariance, markup_and_line_breaks_change_nothing) {
  const std::vector<std::string> before = told_in(article_of(sentences()));
  std::vector<std::string> paragraphs = sentences();
  for (std::string& paragraph : paragraphs) {
    const std::size_t blank = paragraph.find(' ', paragraph.size() / 2);
    if (blank != std::string::npos) paragraph[blank] = '\n';
  }
  EXPECT_EQ(told_in(article_of(paragraphs)), before);
  paragraphs = sentences();
  for (std::string& paragraph : paragraphs) {
    const std::size_t end = paragraph.find(' ', 5);
    paragraph = "**" + paragraph.substr(0, end) + "**" + paragraph.substr(end);
  }
  EXPECT_EQ(told_in(article_of(paragraphs)), before);
}

TEST(invariance, the_order_of_sections_keeps_what_each_says_of_named_things) {
  std::vector<std::string> sections = {"## The Selby works\n\nThe Selby works opened in 1931. The works cost $2,000.\n\n",
                                       "## The Dunmore pottery\n\nThe Dunmore pottery has 14 wheels. It closed in 1975.\n\n",
                                       "## The Aldgrave mill\n\nThe Aldgrave mill is 30 m high. It stands 2 km from the sea.\n\n"};
  const auto told = [&] {
    std::string text = "# Old workshops\n\n";
    for (const std::string& section : sections) text += section;
    std::vector<std::string> claims = told_in(text);
    std::sort(claims.begin(), claims.end());
    return claims;
  };
  const std::vector<std::string> before = told();
  EXPECT_GE(before.size(), 6U);
  std::sort(sections.begin(), sections.end());
  do {
    EXPECT_EQ(told(), before);
  } while (std::next_permutation(sections.begin(), sections.end()));
}

TEST(invariance, a_statement_is_read_alike_wherever_its_paragraph_stands) {
  const auto subjects = [](const std::vector<std::string>& paragraphs) {
    const auto reading = read(article_of(paragraphs));
    const CheckInput input = input_of(*reading);
    const Statements& all = statements_of(input);
    std::vector<std::string> result;
    for (const Statement& statement : all.statements) {
      result.push_back(fmt::format("{}: {}{}", words_as_written(input, all.subjects[statement.subject].words),
                                   words_as_written(input, statement.words), statement.negated ? " (denied)" : ""));
    }
    std::sort(result.begin(), result.end());
    return result;
  };
  std::vector<std::string> paragraphs = sentences();
  paragraphs.emplace_back("The mill never opened before 1950, and nobody has seen it.");
  const std::vector<std::string> before = subjects(paragraphs);
  std::reverse(paragraphs.begin(), paragraphs.end());
  EXPECT_EQ(subjects(paragraphs), before);
}

}  // namespace
}  // namespace stet::invariance_test
