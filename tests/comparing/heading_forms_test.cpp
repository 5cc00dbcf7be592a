#include "comparing/heading_forms.h"

#include <gtest/gtest.h>

#include "claims/headings.h"
#include "comparing/read.h"

namespace stet::heading_forms_test {
namespace {

/// Asks of the first two headings of an article.
template <typename Ask>
bool of_headings(const std::string& one, const std::string& two, const Ask& ask) {
  const auto reading = read("## " + one + "\n\nText.\n\n## " + two + "\n\nText.\n");
  return ask(input_of(*reading), 1U, 2U);
}

bool fill_one_form(const std::string& one, const std::string& two) {
  return of_headings(one, two, [](const CheckInput& input, std::uint32_t a, std::uint32_t b) {
    return headings_fill_one_form(input, words_of_heading(input, a), words_of_heading(input, b));
  });
}

TEST(HeadingForms, NumbersAndOneWordFillOneIn) {
  EXPECT_TRUE(fill_one_form("Week 2 goals", "Week 3 goals"));
  EXPECT_TRUE(fill_one_form("Lids for pots", "Pans for pots"));
  EXPECT_FALSE(fill_one_form("Lids for pots", "How to pour"));
}
TEST(HeadingForms, NameCodeOrAsk) {
  const auto code = [](const CheckInput& input, std::uint32_t a, std::uint32_t) { return names_code(input, a); };
  EXPECT_TRUE(of_headings("`pour()`", "Lids", code));
  EXPECT_FALSE(of_headings("Lids", "`pour()`", code));
  const auto question = [](const CheckInput& input, std::uint32_t a, std::uint32_t) { return asks(input, a); };
  EXPECT_TRUE(of_headings("Why pour?", "Lids", question));
}
TEST(HeadingForms, ShareSubheadings) {
  const auto reading = read("## Pots\n\n### Lids\n\nText.\n\n### Care\n\nText.\n\n## Pans\n\n### Lids\n\nText.\n\n### Care\n\nText.\n");
  const CheckInput input = input_of(*reading);
  EXPECT_TRUE(share_subheadings(input, 1, 4));
  EXPECT_FALSE(share_subheadings(input, 1, 2));
}

}  // namespace
}  // namespace stet::heading_forms_test
