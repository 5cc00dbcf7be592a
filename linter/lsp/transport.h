// Frames of the language server protocol (base protocol 3.17): headers, a blank line, so many bytes of JSON.
//
// Order of calls:  MessageReader reader(read);  while (reader.next(body) …) …;  writer(frame(message)).
// The other side may send anything: headers and bodies are bounded, and what is too large is skipped without being kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace stet {

/// Reads at least one byte, at most `most`, and returns how many; 0 at the end. May block.
using ReadBytes = std::function<std::size_t(char* into, std::size_t most)>;
/// Writes all of the bytes; false when nobody reads them any more.
using WriteBytes = std::function<bool(std::string_view bytes)>;

struct FrameLimits {
  std::size_t header_bytes = 4096;                     ///< of all headers of a message
  std::uint64_t body_bytes = std::uint64_t{1} << 27U;  ///< an article of 16 MiB, escaped at its worst
};

enum class FrameStatus : std::uint8_t {
  message,    ///< the body is whole
  too_large,  ///< skipped; the next frame can be read
  broken,     ///< no header that tells the length: where the next frame starts is not known
  ended,      ///< no more bytes
};

class MessageReader {
 public:
  explicit MessageReader(ReadBytes read, FrameLimits limits = {}) : read_(std::move(read)), limits_(limits) {}
  /// The next message's body.
  FrameStatus next(std::string& body);

 private:
  ReadBytes read_;
  FrameLimits limits_;
  std::string buffer_;
  std::size_t used_ = 0;  // bytes of the buffer that are done with

  bool fill();
  FrameStatus read_header(std::string& header);
};

/// The body with its header.
std::string frame(std::string_view body);

}  // namespace stet
