// Any bytes as a site's index. The checksums are made right first, as a stranger would.
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include "site/damage.h"

namespace {

/// Bytes of their own, so that the address sanitizer sees a read past their end.
stet::SharedBytes copy_of(const std::string& bytes) {
  std::shared_ptr<std::uint64_t[]> words(new std::uint64_t[(bytes.size() + 7) / 8]());  // NOLINT(*-avoid-c-arrays): there is no other
  std::memcpy(words.get(), bytes.data(), bytes.size());
  const auto* first = reinterpret_cast<const std::byte*>(words.get());
  return {words, {first, bytes.size()}};
}

/// The header of an index of this program's own, which carries the hash of the version.
std::string header() {
  static const std::string bytes = stet::text_of(stet::image_of({{"a.md", stet::ferry}}).bytes).substr(0, sizeof(stet::IndexHeader));
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(data, data + size);
  if (bytes.size() >= sizeof(stet::IndexHeader)) {
    bytes.replace(0, offsetof(stet::IndexHeader, articles), header(), 0, offsetof(stet::IndexHeader, articles));
  }
  auto index = stet::SiteIndex::open(copy_of(stet::resealed(bytes)));
  if (!index) return 0;
  stet::use(*index);
  stet::ask(std::move(*index));
  return 0;
}
