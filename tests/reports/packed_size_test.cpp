#include "reports/packed_size.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <random>
#include <string>
#include <vector>

namespace stet::packed_size_test {
namespace {

/// What zlib makes of the text in one go.
std::size_t packed_at_once(const std::string& text) {
  uLongf size = compressBound(text.size());
  std::vector<Bytef> out(size);
  compress(out.data(), &size, reinterpret_cast<const Bytef*>(text.data()), text.size());
  return size;
}

TEST(PackedSize, IsAtLeastWhatGzipMakesOfItAndLittleMore) {
  std::mt19937 random(1);
  for (const unsigned letters : {1U, 4U, 26U, 200U}) {
    std::string text;
    PackedSize packed;
    for (int part = 0; part < 300; ++part) {
      std::string some;
      for (int i = 0; i < 5'000; ++i) some += static_cast<char>('0' + random() % letters);
      packed.add(some);
      text += some;
      if (part % 50 != 0) continue;
      EXPECT_GE(packed.bytes(), packed_at_once(text)) << letters;
      EXPECT_LE(packed.bytes(), packed_at_once(text) + PackedSize::held + 100) << letters;
    }
  }
}

}  // namespace
}  // namespace stet::packed_size_test
