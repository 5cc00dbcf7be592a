// Plain inline markup that needs no parser: its tree must be that of the parser.
#include "document/flat_inlines.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "document/trees.h"

namespace stet::flat_inlines_test {
namespace {

bool is_flat(std::string_view text) {
  SyntaxTree tree;
  return read_flat_inlines(text, tree);
}

void expect_flat(std::string_view text) {
  SyntaxTree tree;
  EXPECT_TRUE(read_flat_inlines(text, tree)) << text;
  EXPECT_EQ(shown(tree), tree_of(MarkdownGrammar::inline_, text, TreeReading::exact)) << text;
}

TEST(FlatInlines, AreEmphasisAndCode) {
  expect_flat("The **bell tower** is *never* locked; see `bell_key` or _the keeper_.");
  expect_flat("**Keys:** at the gate");
  expect_flat("**the _old_ bell**");
}

TEST(FlatInlines, AreLinksAndALoneImage) {
  expect_flat("Ask [the keeper](https://keeper.example/a_b?c=d#e), **[the bell](bells.md)** or [the `key` of it](x).");
  expect_flat("![the gate](gate.png)");
  expect_flat("see the notes [^1] and [as agreed]");
}

TEST(FlatInlines, AreTagsWithoutAttributes) { expect_flat("one<br>two<br /> H<sub>2</sub>O, and 3 < 4 & 5"); }

TEST(FlatInlines, AreNotReadInTwoWays) {
  for (const char* const text :
       {"a*b*c",   "*a **b* c**", "`a",      "*a",      "a*",  "[a",  "a]",     "[a][b]",   "[a](b c)", "![a](b) and more", "***a***",
        "\\*a\\*", "&amp;",       "<a b=c>", "<b@c.d>", "$a$", "~a~", "a  \nb", "\t\n<br>", "“*a*”",    "_a_ and _b_",      "[*a*](b)"})
    EXPECT_FALSE(is_flat(text)) << text;
}

/// Pieces of markup in any order.
std::string made_up(std::mt19937& random) {
  static constexpr auto pieces = std::to_array<std::string_view>({"word",
                                                                  "word ",
                                                                  "two words ",
                                                                  "a",
                                                                  "1",
                                                                  " ",
                                                                  "\n",
                                                                  "*",
                                                                  "*",
                                                                  "**",
                                                                  "**",
                                                                  "_",
                                                                  "__",
                                                                  "`",
                                                                  "`",
                                                                  "[text](url)",
                                                                  "[text words](http://a.b/c_d?e=f#g)",
                                                                  "![alt](i.png)",
                                                                  "[",
                                                                  "](",
                                                                  "]",
                                                                  ")",
                                                                  "(",
                                                                  "!",
                                                                  "& ",
                                                                  "$",
                                                                  "< ",
                                                                  ".",
                                                                  ", ",
                                                                  ": ",
                                                                  "?",
                                                                  "-",
                                                                  "\"",
                                                                  "'",
                                                                  "|",
                                                                  "{",
                                                                  "}",
                                                                  "^",
                                                                  "#",
                                                                  "=",
                                                                  "+",
                                                                  "@",
                                                                  "%",
                                                                  "/",
                                                                  "\xC3\xA9",
                                                                  "\xE2\x80\x9C",
                                                                  "\xE2\x80\x9D",
                                                                  "\xE2\x80\x99",
                                                                  " \xE2\x80\x94 ",
                                                                  "www.a.b",
                                                                  "http://x.y/z_w",
                                                                  "some_name",
                                                                  "**Bold:** ",
                                                                  "*it* ",
                                                                  "`code` ",
                                                                  "_em_ ",
                                                                  "(*x*)",
                                                                  "**[t](u)**",
                                                                  "**`c`**",
                                                                  " \n",
                                                                  "[the `c` x](y)",
                                                                  "[x y]",
                                                                  "[^1]",
                                                                  "[ ]",
                                                                  "[x]()",
                                                                  "<br>",
                                                                  "<br/>",
                                                                  "<br />",
                                                                  "</sub>",
                                                                  "<b>"});
  std::string text;
  for (std::size_t left = 1 + random() % 9; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

TEST(FlatInlines, HaveTheParsersTree) {
  std::mt19937 random(20261130);
  std::size_t flat = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = made_up(random);
    if (!is_flat(text)) continue;
    expect_flat(text);
    ++flat;
  }
  EXPECT_GT(flat, 4'000U);
}

}  // namespace
}  // namespace stet::flat_inlines_test
