#include "lsp/transport.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stet::transport_test {
namespace {

/// Hands out the bytes, a few at a time.
ReadBytes from(std::string bytes, std::size_t at_once) {
  return [bytes = std::move(bytes), at_once, at = std::size_t{0}](char* into, std::size_t most) mutable {
    const std::size_t count = std::min({most, at_once, bytes.size() - at});
    std::copy_n(bytes.data() + at, count, into);
    at += count;
    return count;
  };
}

TEST(Transport, ReadsMessagesHoweverTheyAreCut) {
  for (const std::size_t at_once : {1U, 7U, 4096U}) {
    MessageReader reader(from(frame("{}") + frame(std::string(70'000, 'x')) + frame(""), at_once));
    std::string body;
    EXPECT_EQ(reader.next(body), FrameStatus::message);
    EXPECT_EQ(body, "{}");
    EXPECT_EQ(reader.next(body), FrameStatus::message);
    EXPECT_EQ(body.size(), 70'000U);
    EXPECT_EQ(reader.next(body), FrameStatus::message);
    EXPECT_EQ(body, "");
    EXPECT_EQ(reader.next(body), FrameStatus::ended);
  }
}

TEST(Transport, ReadsOtherHeadersAndAnyCase) {
  MessageReader reader(from("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:  2\r\n\r\n{}", 4096));
  std::string body;
  EXPECT_EQ(reader.next(body), FrameStatus::message);
  EXPECT_EQ(body, "{}");
}

TEST(Transport, SkipsWhatIsTooLarge) {
  MessageReader reader(from(frame(std::string(200'000, 'x')) + frame("{}"), 4096), {.body_bytes = 100'000});
  std::string body;
  EXPECT_EQ(reader.next(body), FrameStatus::too_large);
  EXPECT_EQ(body, "");
  EXPECT_EQ(reader.next(body), FrameStatus::message);
  EXPECT_EQ(body, "{}");
}

class BrokenHeader : public testing::TestWithParam<std::string> {};

TEST_P(BrokenHeader, EndsTheReading) {
  MessageReader reader(from(GetParam(), 4096));
  std::string body;
  EXPECT_EQ(reader.next(body), FrameStatus::broken);
}

INSTANTIATE_TEST_SUITE_P(Transport, BrokenHeader,
                         testing::Values("Content-Type: x\r\n\r\n{}", "Content-Length: -2\r\n\r\n{}", "Content-Length: 2x\r\n\r\n{}",
                                         "Content-Length: 99999999999999999999\r\n\r\n{}", "Content-Length: \r\n\r\n", "garbage",
                                         std::string(5000, 'h')));

TEST(Transport, EndsInTheMiddleOfABody) {
  MessageReader reader(from("Content-Length: 10\r\n\r\n{}", 4096));
  std::string body;
  EXPECT_EQ(reader.next(body), FrameStatus::ended);
}

}  // namespace
}  // namespace stet::transport_test
