#include "claims/answers.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::answers_test {
namespace {

/// What the first sentence is answered with, where the lists are not known: nothing.
std::optional<Answer> answer_in(const std::string& markdown) {
  const auto reading = read(markdown);
  return answer_to(input_of(*reading), {}, 0);
}

TEST(Answers, WithoutTheListsNothingIsYesOrNo) {
  EXPECT_FALSE(answer_in("Are boats let? Yes.\n"));
  EXPECT_FALSE(answer_in("Boats are let.\n"));
  EXPECT_FALSE(answer_in("Are boats let?\n"));
}

/// What the label that holds the word "boats" is answered with, with "yes" and "no" for lists.
std::string answer_to_boats(const std::string& markdown) {
  static const std::map<std::string, WordList> lists = {{"answer-yes", word_list("answer-yes", {"yes"})},
                                                        {"answer-no", word_list("answer-no", {"no"})}};
  const auto found = find_phrases(phrases({"boats"}), markdown, phrases({"({answer-yes}|{answer-no})"}), lists);
  const CheckInput input = input_of(*found);
  const AnswerLists known{.yes = found->automaton.list_id("answer-yes"), .no = found->automaton.list_id("answer-no")};
  const Match& match = only_match(*found);
  const auto answer = answer_to_label(input, known, match.sentence, match.words);
  return !answer ? "none" : answer->denied ? "no" : "yes";
}

TEST(Answers, StandBehindALabel) {
  EXPECT_EQ(answer_to_boats("- **Boats let:** no\n"), "no");
  EXPECT_EQ(answer_to_boats("- **Boats let:** yes\n"), "yes");
  EXPECT_EQ(answer_to_boats("- **Boats let:** by the hour\n"), "none");
  EXPECT_EQ(answer_to_boats("- **Let:** no boats\n"), "none") << "behind the colon";
}
TEST(Answers, StandInTheCellBehindTheHeadOfARow) {
  EXPECT_EQ(answer_to_boats("| Facts | |\n|---|---|\n| Boats let | No |\n"), "no");
  EXPECT_EQ(answer_to_boats("| Facts | |\n|---|---|\n| Boats let | No, unless asked |\n"), "none") << "under a condition";
  EXPECT_EQ(answer_to_boats("| Facts | A | B |\n|---|---|---|\n| Boats let | No | Yes |\n"), "none") << "of several things";
}

}  // namespace
}  // namespace stet::answers_test
