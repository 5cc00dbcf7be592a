// Values packed into bytes one after the other: what the build prepares and what a cache keeps.
//
// Order of calls:  PackedWriter w; w.number(7); w.text("abc");   then, in the same order,   PackedReader r(bytes); r.number(); r.text();
// A reader never reads outside its bytes: past the end, or at a value that cannot be, it is spoiled and yields zeros and empty texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stet {

class PackedWriter {
 public:
  /// Seven bits a byte, lowest first (LEB128).
  void number(std::uint64_t value);
  /// Eight bytes, lowest first: for hashes.
  void fixed(std::uint64_t value);
  void text(std::string_view value);
  std::string take() { return std::move(bytes_); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number();
  /// A number of at most `most`; a larger one spoils.
  std::uint32_t number_to(std::uint32_t most);
  std::uint64_t fixed();
  /// A view into the bytes.
  std::string_view text();
  /// How many values follow; each takes at least one byte, so that no more can be claimed than there are bytes left.
  std::size_t count();

  bool spoiled() const { return spoiled_; }
  /// All read, and nothing wrong.
  bool done() const { return !spoiled_ && at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool spoiled_ = false;

  std::uint64_t spoil();
};

}  // namespace stet
