// How large a text becomes when gzip packs it.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace stet {

class PackedSize {
 public:
  PackedSize();
  PackedSize(const PackedSize&) = delete;
  PackedSize& operator=(const PackedSize&) = delete;
  ~PackedSize();

  void add(std::string_view text);
  /// Bytes of what was added, packed at gzip's usual level. At most `held` more than it would be if the text ended here: what the packer
  /// has taken in and not yet given out counts as if it could not be packed at all.
  std::size_t bytes() const;
  static constexpr std::size_t held = 100'000;

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

}  // namespace stet
