// A mutator that knows lines and markup: it repeats, moves, nests and wraps what is there, which blind bytes seldom do.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using Random = std::minstd_rand;
using Lines = std::vector<std::string>;

constexpr std::array<std::string_view, 14> line_starts = {
    "> ", "- ", "1. ", "# ", "    ", "```\n", "[^a]: ", "[a]: ", "| a ", "---\n", ":::note", "\n", "<!-- ", "{{< a >}}"};
constexpr std::array<std::array<std::string_view, 2>, 10> wrappers = {{{"*", "*"},
                                                                       {"**", "**"},
                                                                       {"`", "`"},
                                                                       {"[", "](#a)"},
                                                                       {"![", "](b)"},
                                                                       {"<b>", "</b>"},
                                                                       {"<!-- ", " -->"},
                                                                       {"\xE2\x80\x9C", "\xE2\x80\x9D"},
                                                                       {"(", ")"},
                                                                       {"{", "}"}}};

std::size_t below(Random& random, std::size_t end) { return std::uniform_int_distribution<std::size_t>(0, end - 1)(random); }

Lines lines_of(std::string_view text) {
  Lines lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

void start_line(Lines& lines, Random& random) {
  std::string& line = lines[below(random, lines.size())];
  line.insert(0, line_starts[below(random, line_starts.size())]);
}

void repeat_lines(Lines& lines, Random& random) {
  const std::size_t first = below(random, lines.size());
  const std::size_t count = std::min<std::size_t>(1 + below(random, 4), lines.size() - first);
  const Lines copy(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(first + count));
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(below(random, lines.size() + 1)), copy.begin(), copy.end());
}

void swap_lines(Lines& lines, Random& random) { std::swap(lines[below(random, lines.size())], lines[below(random, lines.size())]); }

void wrap_part(Lines& lines, Random& random) {
  std::string& line = lines[below(random, lines.size())];
  const auto& [open, close] = wrappers[below(random, wrappers.size())];
  const std::size_t begin = below(random, line.size() + 1);
  line.insert(begin + below(random, line.size() - begin + 1), close);
  line.insert(begin, open);
}

void nest_all(Lines& lines, Random& random) {
  const std::string_view start = line_starts[below(random, 3)];
  for (std::string& line : lines) line.insert(0, start);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  Random random(seed);
  if (size < 2 || below(random, 3) == 0) return LLVMFuzzerMutate(data, size, max_size);
  Lines lines = lines_of({reinterpret_cast<const char*>(data) + 1, size - 1});
  constexpr std::array<void (*)(Lines&, Random&), 5> mutations = {start_line, repeat_lines, swap_lines, wrap_part, nest_all};
  mutations[below(random, mutations.size())](lines, random);
  std::string text(1, static_cast<char>(data[0]));
  for (const std::string& line : lines) text += line + "\n";
  text.pop_back();
  const std::size_t kept = std::min(text.size(), max_size);
  std::memcpy(data, text.data(), kept);
  return kept;
}
