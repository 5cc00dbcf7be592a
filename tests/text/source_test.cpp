#include "text/source.h"

#include <gtest/gtest.h>

#include "text/unicode.h"

namespace stet::source_test {
namespace {

std::string error_of(std::string bytes, const Limits& limits = {}) {
  const auto source = make_source("a.md", std::move(bytes), limits);
  return source ? "" : render(source.error());
}

TEST(Source, AByteOrderMarkCountsInNoColumn) {
  const Source source = *make_source("a.md", "\xEF\xBB\xBFTin\nLead\n");
  EXPECT_EQ(source.position(3), (Position{1, 1}));
  EXPECT_EQ(source.position(5), (Position{1, 3}));
  EXPECT_EQ(source.position(0), (Position{1, 1}));
  EXPECT_EQ(source.position_utf16(5), (Position{1, 3}));
  EXPECT_EQ(source.position(7), (Position{2, 1}));
}
TEST(Source, CountsColumnsInCodePoints) { EXPECT_EQ(make_source("a", "é🍵x\n")->position(6), (Position{1, 3})); }
TEST(Source, CountsColumnsInUtf16) { EXPECT_EQ(make_source("a", "é🍵x\n")->position_utf16(6), (Position{1, 4})); }
TEST(Source, EndsLinesAtAnyLineEnd) {
  const Source source = *make_source("a", "one\ntwo\r\nthree\rfour");
  EXPECT_EQ(source.lines.count(), 4U);
  EXPECT_EQ(source.view(source.lines.line(2)), "two");
  EXPECT_EQ(source.lines.line_at(9), 3U);
}
TEST(Source, AnEmptyFileHasOneEmptyLine) { EXPECT_EQ(make_source("a", "")->lines.count(), 1U); }
TEST(Source, RefusesInvalidUtf8AtItsPlace) {
  EXPECT_EQ(error_of("ok\nab\xFF"), "a.md:2:3: not read: a byte that is not UTF-8 stands here\n  save the file as UTF-8\n");
}
TEST(Source, RefusesNul) {
  EXPECT_EQ(error_of(std::string("a\0b", 3)), "a.md:1:2: not read: a NUL byte stands here: is this a text file?\n  remove it\n");
}
TEST(Source, RefusesUtf16) {
  EXPECT_EQ(error_of("\xFF\xFE"
                     "a"),
            "a.md: not read: this is UTF-16\n  save it as UTF-8\n");
}
TEST(Source, RefusesLargeFiles) {
  EXPECT_EQ(error_of("12345", {.file_bytes = 4}), "a.md: not read: larger than 4 bytes\n  split the file\n");
}
TEST(ReadSource, SaysWhatIsNoFile) {
  EXPECT_EQ(read_source("/does/not/exist").error().what, "No such file or directory");
  EXPECT_EQ(read_source("/tmp").error().what, "this is a folder");
  EXPECT_EQ(read_source("/dev/null").error().what, "this is not a regular file");
}

TEST(Fold, MakesTypographyPlain) { EXPECT_EQ(fold("“It’s” — Ÿ ﬁne"), "\"it's\" - ÿ fine"); }
TEST(Fold, DropsInvisibleCharacters) { EXPECT_EQ(fold("a\u200Bb\u00ADc"), "abc"); }
TEST(Visible, HidesControlCharacters) { EXPECT_EQ(visible("a\x1b[2J\u202Eb\tc"), "a\uFFFD[2J\uFFFDb c"); }
TEST(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_EQ(find_invalid_utf8("a\xC3\xA9"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("a\xC3"), 1U);
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0U);
}
TEST(Utf8, EncodesEveryLength) {
  std::string text;
  for (const char32_t c : {U'a', U'é', U'€', U'🍵', char32_t{0xD800}}) append_code_point(text, c);
  EXPECT_EQ(text, "aé€🍵\uFFFD");
}

}  // namespace
}  // namespace stet::source_test
