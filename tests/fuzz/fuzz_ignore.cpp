// Any bytes as a .gitignore, or as the globs of a configuration.
#include <cstdint>
#include <string_view>

#include "text/walk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const stet::IgnoreRules rules({reinterpret_cast<const char*>(data), size});
  for (const char* path : {"a.md", "docs/a.md", "docs/blog/[a] b.md", "!a", "\xC3\xA9/\xFF.md", "docs"}) {
    rules.verdict(path, false);
    rules.verdict(path, true);
  }
  return 0;
}
