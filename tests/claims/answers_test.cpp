#include "claims/answers.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet {
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

}  // namespace
}  // namespace stet
