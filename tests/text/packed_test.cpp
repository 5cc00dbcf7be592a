#include "text/packed.h"

#include <gtest/gtest.h>

namespace stet::packed_test {
namespace {

TEST(Packed, ValuesComeBackInTheirOrder) {
  PackedWriter writer;
  for (const std::uint64_t value : {0ULL, 127ULL, 128ULL, 300ULL, ~0ULL}) writer.number(value);
  writer.fixed(0x0123456789ABCDEFULL);
  writer.text("words");
  PackedReader reader(writer.bytes());
  for (const std::uint64_t value : {0ULL, 127ULL, 128ULL, 300ULL, ~0ULL}) EXPECT_EQ(reader.number(), value);
  EXPECT_EQ(reader.fixed(), 0x0123456789ABCDEFULL);
  EXPECT_EQ(reader.text(), "words");
  EXPECT_TRUE(reader.done());
}

TEST(Packed, EveryShorterTextSpoils) {
  PackedWriter writer;
  writer.number(300);
  writer.fixed(7);
  writer.text("words");
  for (std::size_t size = 0; size < writer.bytes().size(); ++size) {
    PackedReader reader(std::string_view(writer.bytes()).substr(0, size));
    reader.number();
    reader.fixed();
    reader.text();
    EXPECT_TRUE(reader.spoiled()) << size;
    EXPECT_FALSE(reader.done()) << size;
  }
}

TEST(Packed, WhatCannotBeSpoils) {
  PackedReader endless("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
  EXPECT_EQ(endless.number(), 0U);
  EXPECT_TRUE(endless.spoiled());
  PackedReader claims_too_much("\x7Fxx");
  EXPECT_EQ(claims_too_much.text(), "");
  EXPECT_TRUE(claims_too_much.spoiled());
  PackedReader too_large("\x09");
  EXPECT_EQ(too_large.number_to(8), 0U);
  EXPECT_TRUE(too_large.spoiled());
}

}  // namespace
}  // namespace stet::packed_test
