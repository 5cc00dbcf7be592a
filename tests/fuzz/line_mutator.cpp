// A mutator for formats in which a line or its indentation means something: YAML, diffs, baselines, ignore files.
#include <algorithm>
#include <array>

#include "lines.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using namespace stet::fuzz;

void indent(Lines& lines, Random& random) {
  const std::size_t first = below(random, lines.size());
  const std::size_t end = std::min(lines.size(), first + 1 + below(random, 4));
  for (std::size_t i = first; i < end; ++i) lines[i].insert(0, "  ");
}

void outdent(Lines& lines, Random& random) {
  std::string& line = lines[below(random, lines.size())];
  line.erase(0, std::min<std::size_t>(line.find_first_not_of(' '), 2));
}

constexpr std::array<void (*)(Lines&, Random&), 6> mutations = {repeat_lines, swap_lines, drop_lines, graft_part, indent, outdent};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  Random random(seed);
  if (size < 2 || below(random, 2) == 0) return LLVMFuzzerMutate(data, size, max_size);
  Lines lines = lines_of({reinterpret_cast<const char*>(data), size});
  mutations[below(random, mutations.size())](lines, random);
  return store(joined(lines), data, max_size);
}
