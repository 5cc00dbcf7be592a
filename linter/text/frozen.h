// Arrays laid one behind the other in one piece of memory and read where they lie: what takes long to make is made by the build, put into
// the program, and used without being read.
//
// Order of calls:  FrozenWriter w; w.array(std::span(nodes)); w.text("abc"); FrozenBytes bytes = w.take();   then, in the same order,
// FrozenReader r(as_text(bytes)); std::span<const Node> nodes = r.array<Node>(); r.text();
//
// An array is its length in eight bytes, and its values as this processor keeps them, filled up to a multiple of eight bytes. Nothing is
// checked: a reader is given what this very build has written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace stet {

/// Aligned for every value that an array may hold.
using FrozenBytes = std::vector<std::uint64_t>;

/// Values that may lie in such memory: no pointers behind them, no bytes between their fields that nobody has set.
template <typename Value>
constexpr bool is_frozen_value = std::is_trivially_copyable_v<Value>&& std::has_unique_object_representations_v<Value> &&
                                 alignof(Value) <= alignof(std::uint64_t);

inline std::string_view as_text(std::span<const std::uint64_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size_bytes()};  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

class FrozenWriter {
 public:
  template <typename Value>
  void array(std::span<const Value> values) {
    static_assert(is_frozen_value<Value>);
    bytes_.push_back(values.size());
    const std::size_t at = bytes_.size();
    bytes_.resize(at + (values.size_bytes() + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t));
    if (!values.empty()) std::memcpy(bytes_.data() + at, values.data(), values.size_bytes());
  }
  template <typename Value>
  void array(const std::vector<Value>& values) {
    array(std::span<const Value>(values));
  }
  void text(std::string_view value) { array(std::span<const char>(value)); }
  void number(std::uint64_t value) { bytes_.push_back(value); }
  FrozenBytes take() { return std::exchange(bytes_, {}); }

 private:
  FrozenBytes bytes_;
};

class FrozenReader {
 public:
  /// `bytes` begin at a multiple of eight and outlive all that is read from them.
  explicit FrozenReader(std::string_view bytes) : at_(bytes.data()) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  template <typename Value>
  std::span<const Value> array() {
    static_assert(is_frozen_value<Value>);
    const std::uint64_t size = number();
    const auto* first = reinterpret_cast<const Value*>(at_);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
    at_ += (size * sizeof(Value) + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t) * sizeof(std::uint64_t);
    return {first, size};
  }
  std::string_view text() {
    const std::span<const char> value = array<char>();
    return {value.data(), value.size()};
  }

 private:
  const char* at_;
};

}  // namespace stet
