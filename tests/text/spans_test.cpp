#include "text/spans.h"

#include <gtest/gtest.h>

namespace stet::spans_test {
namespace {

TEST(Spans, OneThatBeginsEarlyAndReachesFarOverlaps) {
  Spans spans;
  spans.add({20, 25});
  spans.add({0, 100});
  spans.add({10, 12});
  spans.sort();
  EXPECT_TRUE(spans.overlap({30, 31}));
  EXPECT_TRUE(spans.overlap({99, 200}));
  EXPECT_FALSE(spans.overlap({100, 200})) << "touching is not overlapping";
}
TEST(Spans, NoneOverlapsBetweenThem) {
  Spans spans;
  spans.sort();
  EXPECT_FALSE(spans.overlap({0, 5}));
  spans = {};
  spans.add({10, 12});
  spans.sort();
  EXPECT_FALSE(spans.overlap({0, 10}));
  EXPECT_TRUE(spans.overlap({11, 12}));
}

}  // namespace
}  // namespace stet::spans_test
