#include "lsp/places.h"

#include <gtest/gtest.h>

namespace stet::places_test {
namespace {

/// é is 2 bytes and 1 unit, 𝕏 is 4 bytes, 2 UTF-16 units and 1 code point.
const std::string text =
    "a\xC3\xA9"
    "b\r\n\xF0\x9D\x95\x8F"
    "c\rlast\n";

TEST(Places, CountInTheAgreedUnit) {
  EXPECT_EQ(offset_at(text, {0, 3}, PositionEncoding::utf8), 3U);
  EXPECT_EQ(offset_at(text, {0, 3}, PositionEncoding::utf16), 4U);
  EXPECT_EQ(offset_at(text, {1, 2}, PositionEncoding::utf16), 10U);
  EXPECT_EQ(offset_at(text, {1, 1}, PositionEncoding::utf32), 10U);
}

TEST(Places, InsideACharacterAreItsStart) {
  EXPECT_EQ(offset_at(text, {0, 2}, PositionEncoding::utf8), 1U);
  EXPECT_EQ(offset_at(text, {1, 1}, PositionEncoding::utf16), 6U);
}

TEST(Places, BehindALineAreItsEnd) {
  EXPECT_EQ(offset_at(text, {0, 1000}, PositionEncoding::utf16), 4U);
  EXPECT_EQ(offset_at(text, {0, 0xFFFFFFFF}, PositionEncoding::utf8), 4U);
  EXPECT_EQ(offset_at(text, {3, 0}, PositionEncoding::utf16), text.size());
  EXPECT_EQ(offset_at(text, {4000, 7}, PositionEncoding::utf16), text.size());
}

TEST(Places, GoThereAndBack) {
  const auto source = make_source("a.md", text);
  for (const PositionEncoding encoding : {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
    for (const std::uint32_t offset : {0U, 1U, 3U, 4U, 6U, 10U, 11U, 12U, 16U, 17U}) {
      EXPECT_EQ(offset_at(text, position_at(*source, offset, encoding), encoding), offset) << offset << " " << name(encoding);
    }
  }
}

TEST(Places, OfAnEmptyTextAreItsStart) {
  EXPECT_EQ(position_at(*make_source("a.md", ""), 0, PositionEncoding::utf16), (EditorPosition{0, 0}));
  EXPECT_EQ(offset_at("", {5, 5}, PositionEncoding::utf16), 0U);
}

TEST(Places, MustBeWholeNumbers) {
  EXPECT_THROW(read_position({{"line", -1}, {"character", 0}}), Json::exception);
  EXPECT_THROW(read_position({{"line", 1.5}, {"character", 0}}), Json::exception);
  EXPECT_THROW(read_position({{"line", 1}}), Json::exception);
  EXPECT_EQ(read_position(Json::parse(R"({"line": 99999999999, "character": 0})")).line, 0xFFFFFFFF);
}

TEST(Uris, NameFiles) {
  EXPECT_EQ(path_of_uri("file:///a/b%20c%C3%A9.md"), "/a/b c\xC3\xA9.md");
  EXPECT_EQ(path_of_uri("file://localhost/a.md#L3"), "/a.md");
  EXPECT_EQ(path_of_uri("untitled:Untitled-1"), std::nullopt);
  EXPECT_EQ(path_of_uri("file://host"), std::nullopt);
  EXPECT_EQ(path_of_uri("file:///a%00b"), std::nullopt);
  EXPECT_EQ(path_of_uri("file:///100%.md"), "/100%.md");
  EXPECT_EQ(uri_of_path("/a/b c\xC3\xA9.md"), "file:///a/b%20c%C3%A9.md");
}

}  // namespace
}  // namespace stet::places_test
