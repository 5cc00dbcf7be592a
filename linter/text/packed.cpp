#include "text/packed.h"

namespace stet {

void PackedWriter::number(std::uint64_t value) {
  for (; value >= 0x80U; value >>= 7U) bytes_ += static_cast<char>(0x80U | (value & 0x7FU));
  bytes_ += static_cast<char>(value);
}

void PackedWriter::fixed(std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>((value >> shift) & 0xFFU);
}

void PackedWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::uint64_t PackedReader::spoil() {
  spoiled_ = true;
  at_ = bytes_.size();
  return 0;
}

std::uint64_t PackedReader::number() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (at_ == bytes_.size()) return spoil();
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  return spoil();
}

std::uint32_t PackedReader::number_to(std::uint32_t most) {
  const std::uint64_t value = number();
  return static_cast<std::uint32_t>(value <= most ? value : spoil());
}

std::uint64_t PackedReader::fixed() {
  if (bytes_.size() - at_ < 8) return spoil();
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 8) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[at_++])) << shift;
  return value;
}

std::string_view PackedReader::text() {
  const std::size_t size = count();
  const std::string_view value = bytes_.substr(at_, size);
  at_ += size;
  return value;
}

std::size_t PackedReader::count() {
  const std::uint64_t value = number();
  return static_cast<std::size_t>(value <= bytes_.size() - at_ ? value : spoil());
}

}  // namespace stet
