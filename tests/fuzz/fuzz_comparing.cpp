// Any bytes as an article, through the rules that compare its passages.
#include "doors.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto engine = stet::fuzz::engine_of({"repetition/"});
  auto source = stet::fuzz::source_of(data, size);
  if (source) stet::fuzz::expect_in_bounds(stet::check_source(*engine, std::move(*source)));
  return 0;
}
