// Who decides on colours.
#include "cli/style.h"

#include <gtest/gtest.h>

namespace stet::style_test {
namespace {

const StyleFacts terminal{.asked = "auto", .is_terminal = true, .term = "xterm"};
const StyleFacts pipe{.asked = "auto", .is_terminal = false, .term = "xterm"};

StyleFacts with(StyleFacts facts, std::string_view StyleFacts::*variable, std::string_view value) {
  facts.*variable = value;
  return facts;
}

TEST(Color, IsForTerminals) {
  EXPECT_TRUE(wants_color(terminal));
  EXPECT_FALSE(wants_color(pipe));
}
TEST(Color, IsNotForATerminalThatCannotShowIt) { EXPECT_FALSE(wants_color(with(terminal, &StyleFacts::term, "dumb"))); }
TEST(Color, IsOffByNoColor) { EXPECT_FALSE(wants_color(with(terminal, &StyleFacts::no_color, "1"))); }
TEST(Color, IsForcedIntoAPipe) {
  EXPECT_TRUE(wants_color(with(pipe, &StyleFacts::force_color, "1")));
  EXPECT_TRUE(wants_color(with(pipe, &StyleFacts::force_color, "true")));
  EXPECT_TRUE(wants_color(with(pipe, &StyleFacts::clicolor_force, "1")));
}
TEST(Color, IsOffByForceColorOfNought) {
  EXPECT_FALSE(wants_color(with(terminal, &StyleFacts::force_color, "0")));
  EXPECT_FALSE(wants_color(with(terminal, &StyleFacts::force_color, "false")));
  EXPECT_FALSE(wants_color(with(terminal, &StyleFacts::clicolor, "0")));
  EXPECT_FALSE(wants_color(with(pipe, &StyleFacts::clicolor_force, "0")));
}
TEST(Color, IsOffWhenNoColorAndForceColorDisagree) {
  EXPECT_FALSE(wants_color(with(with(terminal, &StyleFacts::force_color, "1"), &StyleFacts::no_color, "1")));
}
TEST(Color, IsWhatTheCommandLineSays) {
  EXPECT_TRUE(wants_color(with(with(pipe, &StyleFacts::no_color, "1"), &StyleFacts::asked, "always")));
  EXPECT_FALSE(wants_color(with(with(terminal, &StyleFacts::force_color, "1"), &StyleFacts::asked, "never")));
}

}  // namespace
}  // namespace stet::style_test
