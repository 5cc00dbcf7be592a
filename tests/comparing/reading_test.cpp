#include "comparing/reading.h"

#include <gtest/gtest.h>

#include "comparing/read.h"

namespace stet::reading_test {
namespace {

Reading reading_in(const std::string& markdown) {
  const auto article = read(markdown);
  return reading_of(input_of(*article));
}
bool plain_in(const std::string& markdown) {
  const auto article = read(markdown);
  return is_plain_prose(input_of(*article));
}

const std::string prose = "The ferry leaves at dawn and carries the mail, and nobody on the island is in a hurry.\n\n";
const std::string options = "Set `heat` and `cool`, or `rest` and `fire`.\n\n";

TEST(ReadingOf, SentencesAreReadThrough) {
  EXPECT_EQ(reading_in(prose), Reading::through);
  EXPECT_TRUE(plain_in(prose));
}
TEST(ReadingOf, NamesInCodeMakeAReference) {
  EXPECT_EQ(reading_in(options), Reading::looked_up);
  EXPECT_FALSE(plain_in(options));
  EXPECT_EQ(reading_in("Set `heat` and `cool`, or `rest`.\n"), Reading::through) << "three marks are too few";
}
TEST(ReadingOf, ManyWordsMakeAFewMarksLight) {
  std::string many;
  for (int i = 0; i < 60; ++i) many += prose;
  EXPECT_EQ(reading_in(options + many), Reading::through);
}
TEST(ReadingOf, LinksBesideThePageWeighTwo) {
  EXPECT_EQ(reading_in("See [one](one.md) and [two](../two.md#all).\n"), Reading::looked_up);
  EXPECT_EQ(reading_in("See [one](#one), [two](https://example.org/two) and [three](/three).\n"), Reading::through);
  EXPECT_EQ(reading_in("See [[One]] and [[Two]].\n"), Reading::looked_up);
}
TEST(ReadingOf, WhatCameOutOnADayIsReadThrough) {
  EXPECT_EQ(reading_in("---\ndate: 2031-03-01\n---\n\n" + options), Reading::through);
  EXPECT_EQ(reading_in("---\npubDate: March 2031\n---\n\n" + options), Reading::through);
  EXPECT_EQ(reading_in("---\ndate: soon\n---\n\n" + options), Reading::looked_up);
  EXPECT_EQ(reading_in("---\nupdated: 2031-03-01\n---\n\n" + options), Reading::looked_up);
}
TEST(ReadingOf, LongCodeIsNoName) {
  EXPECT_EQ(reading_in("`a b c d` and `a b c d`, `a b c d` or `a b c d`.\n"), Reading::through);
  EXPECT_EQ(reading_in("`a b c` and `a b c`, `a b c` or `a b c`.\n"), Reading::looked_up);
}

}  // namespace
}  // namespace stet::reading_test
