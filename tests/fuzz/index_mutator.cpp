// A mutator for formats of numbers in fixed places: it overwrites one with a value near a border, or with another one of the same file, and
// seldom changes the size, by which most changes of other kinds are refused at once.
#include <array>
#include <cstring>

#include "lines.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using namespace stet::fuzz;

constexpr std::array<std::uint64_t, 10> borders = {0,          1,          2,          0x7F,        0xFF,
                                                   0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0x100000000, 0xFFFFFFFFFFFFFFFF};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  Random random(seed);
  if (size < 16 || below(random, 8) == 0) return LLVMFuzzerMutate(data, size, max_size);
  const std::size_t width = below(random, 2) == 0 ? 4 : 8;
  const std::size_t places = size / width;
  std::uint8_t* const place = data + width * below(random, places);
  std::uint64_t value = 0;
  std::memcpy(&value, place, width);
  switch (below(random, 3)) {
    case 0:
      value = borders[below(random, borders.size())];
      break;
    case 1:
      std::memcpy(&value, data + width * below(random, places), width);
      break;
    default:
      value += below(random, 5) - 2;
  }
  std::memcpy(place, &value, width);
  return size;
}
