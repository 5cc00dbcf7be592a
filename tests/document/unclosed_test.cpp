#include "document/unclosed.h"

#include <gtest/gtest.h>

#include "document/read.h"

namespace stet::unclosed_test {
namespace {

const std::string prose =
    "\n\nThe lid of the kettle is made from a single piece of beech.\n\nIt fits any of the five sizes that the shop has in stock.\n";

TEST(Unclosed, BlocksThatSwallowTheRestAreSaid) {
  for (const char* opening : {"<!-- old", "<script>", "<STYLE>", "<pre>", "<textarea>", "<?php", "```", "~~~ sh", "````js"}) {
    const Article article = read("# Lids\n\n" + std::string(opening) + prose).article;
    ASSERT_EQ(article.problems.size(), 1U) << opening;
    EXPECT_EQ(article.problems[0].kind, ProblemKind::unread);
    EXPECT_EQ(article.problems[0].line, 3U);
    EXPECT_EQ(article.problems[0].what.find("nothing closes “" + std::string(opening).substr(0, 2)), 0U) << article.problems[0].what;
  }
}
TEST(Unclosed, ClosedOnesAreNot) {
  for (const char* text : {"<!-- old{} -->", "<script>{}</script>", "<STYLE>{}</style>", "<pre>{}</pre>", "```{}```", "~~~ sh{}~~~~  "}) {
    std::string whole = text;
    whole.replace(whole.find("{}"), 2, prose);
    EXPECT_TRUE(read("# Lids\n\n" + whole + "\n").article.problems.empty()) << whole;
  }
}
TEST(Unclosed, CodeAtTheEndOfAPageIsCode) {
  EXPECT_TRUE(read("# Lids\n\n```sh\nmake lids\n\nmake kettles  # all of them, as the shop has them in stock.\n").article.problems.empty());
  EXPECT_TRUE(read("# Lids\n\n<!-- The lid of the kettle is made from a single piece of beech. -->\n").article.problems.empty());
}
TEST(Unclosed, WhatIsClosedWithItsListItemSwallowsNothing) {
  EXPECT_TRUE(read("- a\n\n  ```sh\n  make\n" + prose).article.problems.empty());
}

}  // namespace
}  // namespace stet::unclosed_test
