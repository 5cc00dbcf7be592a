#include "reports/packed_size.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace stet {

/// What zlib gives out is counted and let go.
struct PackedSize::Stream {
  z_stream z{};
  std::size_t given_out = 0;
  std::array<unsigned char, 1U << 16U> out{};
};

PackedSize::PackedSize() : stream_(std::make_unique<Stream>()) {
  // 15 and 16: the largest window, and gzip's own header.
  deflateInit2(&stream_->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

PackedSize::~PackedSize() { deflateEnd(&stream_->z); }

void PackedSize::add(std::string_view text) {
  z_stream& z = stream_->z;
  while (!text.empty()) {
    const std::size_t part = std::min<std::size_t>(text.size(), std::numeric_limits<uInt>::max());
    std::string bytes(text.substr(0, part));             // zlib's own declaration takes no constant bytes
    z.next_in = reinterpret_cast<Bytef*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast): unsigned char
    z.avail_in = static_cast<uInt>(part);
    do {
      z.next_out = stream_->out.data();
      z.avail_out = static_cast<uInt>(stream_->out.size());
      if (deflate(&z, Z_NO_FLUSH) == Z_STREAM_ERROR) return;
      stream_->given_out += stream_->out.size() - z.avail_out;
    } while (z.avail_out == 0);
    text.remove_prefix(part);
  }
}

std::size_t PackedSize::bytes() const { return stream_->given_out + held; }

}  // namespace stet
