// What the system knows an open file or folder by.
#pragma once

#include <cstddef>
#include <span>

namespace stet {

/// An open file or folder, closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// Writes all of it, however often the system must be asked. When it fails, errno says why, and a part may be written.
bool write_all(int file, std::span<const std::byte> bytes);

}  // namespace stet
