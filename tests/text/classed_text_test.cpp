#include "text/classed_text.h"

#include <gtest/gtest.h>

#include <vector>

#include "text/expression_text.h"

namespace stet::classed_text_test {
namespace {

/// What an expression finds, of classes and of UTF-8.
std::vector<std::string> of_classes(const std::string& expression, std::string_view text) {
  std::vector<std::string> found;
  const re2::RE2 compiled(classed_expression(expression), classed_options());
  EXPECT_TRUE(compiled.ok()) << compiled.error();
  ClassedText(text).each_match(compiled, [&](Span span) { found.emplace_back(text.substr(span.begin, span.size())); });
  return found;
}
std::vector<std::string> of_utf8(const std::string& expression, std::string_view text) {
  std::vector<std::string> found;
  re2::StringPiece rest = expression_text(text);
  re2::StringPiece match;
  const re2::RE2 compiled(expression);
  while (compiled.Match(rest, 0, rest.size(), re2::RE2::UNANCHORED, &match, 1) && !match.empty()) {
    found.emplace_back(match.data(), match.size());
    rest.remove_prefix(static_cast<std::size_t>(match.data() - rest.data()) + match.size());
  }
  return found;
}

constexpr std::string_view mixed = "Ølander’s “Ǆ ʰ ß” – été 中文 А–я 𝔄 🙂 x² y⁻¹⁰ O'Neill ‘q’ e\u0301";

TEST(ClassedText, IsMatchedAsItsLettersAre) {
  for (const std::string expression : {R"([\p{L}]+)", R"([\p{Lu}][\p{L}'’\-]*)", R"([\p{Ll}]{2,})", R"([^\p{L}]+)", R"(.{3})", R"(\b\w+)",
                                       R"([“‘][\p{L}]?)", R"([”’–\-])"})
    EXPECT_EQ(of_classes(expression, mixed), of_utf8(expression, mixed)) << expression;
}
TEST(ClassedText, KnowsSuperscriptDigits) { EXPECT_EQ(of_classes("[⁰⁻]+", mixed), (std::vector<std::string>{"²", "⁻¹⁰"})); }
TEST(ClassedText, OfAsciiIsTheText) {
  EXPECT_EQ(ClassedText("a plain text").characters(), "a plain text");
  EXPECT_EQ(of_classes(R"([\p{Lu}][\p{L}]+)", "the Tarn, the Isle"), (std::vector<std::string>{"Tarn", "Isle"}));
}
TEST(ClassedText, IsMatchedAsAWhole) {
  const re2::RE2 word(classed_expression(R"([\p{L}]+)"), classed_options());
  EXPECT_TRUE(ClassedText("été").is_match(word));
  EXPECT_FALSE(ClassedText("été!").is_match(word));
}

}  // namespace
}  // namespace stet::classed_text_test
