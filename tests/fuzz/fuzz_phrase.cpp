// Any bytes as a phrase.
#include <cstdint>
#include <string_view>

#include "rules/phrase.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto phrase = stet::parse_phrase({reinterpret_cast<const char*>(data), size});
  if (phrase) stet::pointless(*phrase);
  return 0;
}
