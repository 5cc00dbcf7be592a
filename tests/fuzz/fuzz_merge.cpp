// Two parts of a site's index with some of their numbers changed, by a stranger who makes the checksums right again: they are refused, or
// merged into a whole index.
//
// The bytes are changes, eight each: a place, whose highest bit chooses the part, and the number that comes to stand there. A last piece
// of less cuts the second part.
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include "site/damage.h"
#include "site/sample_site.h"

namespace {

constexpr std::size_t size_of_change = 8;
constexpr std::uint32_t of_second = 0x80000000;

/// Bytes of their own, so that the address sanitizer sees a read past their end.
stet::SharedBytes copy_of(const std::string& bytes) {
  std::shared_ptr<std::uint64_t[]> words(new std::uint64_t[(bytes.size() + 7) / 8]());  // NOLINT(*-avoid-c-arrays): there is no other
  std::memcpy(words.get(), bytes.data(), bytes.size());
  return {words, {reinterpret_cast<const std::byte*>(words.get()), bytes.size()}};
}

void change(std::string& bytes, std::uint32_t place, std::uint32_t number) {
  std::memcpy(bytes.data() + place % (bytes.size() / sizeof number) * sizeof number, &number, sizeof number);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array<std::string, 2> whole = {stet::part(1), stet::part(2)};
  std::array<std::string, 2> parts = whole;
  for (; size >= size_of_change; data += size_of_change, size -= size_of_change) {
    std::uint32_t place = 0;
    std::uint32_t number = 0;
    std::memcpy(&place, data, sizeof place);
    std::memcpy(&number, data + sizeof place, sizeof number);
    change(parts[place >= of_second ? 1 : 0], place & ~of_second, number);
  }
  if (size > 0) parts[1].erase(parts[1].size() - std::min<std::size_t>(parts[1].size(), 8 * std::size_t{data[0]}));
  stet::merge({copy_of(stet::resealed(parts[0])), copy_of(stet::resealed(parts[1]))});
  return 0;
}
