// Any bytes as a unified diff, taken back from an article.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "findings/unified_diff.h"

namespace {

constexpr std::string_view article = "one\nzwei\ndrei\nthree\nfour\nfive\r\nsix\n\nseven";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto changes = stet::parse_diff(text);
  if (!changes) {
    stet::render(changes.error());
    return 0;
  }
  for (const stet::FileChange& change : *changes) {
    const auto before = stet::take_back(change, article);
    // Lines come from the article or from the diff, each once.
    if (before && before->size() > article.size() + size + change.hunks.size()) std::abort();
  }
  return 0;
}
