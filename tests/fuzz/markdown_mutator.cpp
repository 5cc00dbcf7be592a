// A mutator that knows lines and markup: it repeats, moves, nests and wraps what is there, which blind bytes seldom do. The first byte of
// an input is the door's choice between readings and stays.
#include <array>

#include "lines.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

using namespace stet::fuzz;

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
/// What the checks look for: openings of sentences that make claims, promises and opposites out of the rest of the line.
constexpr auto claims = std::to_array<std::string_view>({"Research suggests that ",
                                                         "It is not true that ",
                                                         "Five reasons: ",
                                                         "never ",
                                                         "In 2019, ",
                                                         "10 mg of ",
                                                         " is safe. ",
                                                         " cures headaches. ",
                                                         " does not ",
                                                         "The hall takes cash. ",
                                                         "The four-hour ",
                                                         " at half past three ",
                                                         " a quarter to ten ",
                                                         " 90 km/h ",
                                                         " every ",
                                                         "Each of the ",
                                                         " costs $25 and goes on sale in May. ",
                                                         "[7] ",
                                                         " 20 % of ",
                                                         "As Table 3 shows, ",
                                                         " was founded in 1901 by Marie Lund. "});

void start_line(Lines& lines, Random& random) {
  std::string& line = lines[below(random, lines.size())];
  line.insert(0, line_starts[below(random, line_starts.size())]);
}

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

void claim_something(Lines& lines, Random& random) {
  std::string& line = lines[below(random, lines.size())];
  line.insert(below(random, line.size() + 1), claims[below(random, claims.size())]);
}

constexpr std::array<void (*)(Lines&, Random&), 8> mutations = {start_line, repeat_lines, swap_lines, drop_lines,
                                                                graft_part, wrap_part,    nest_all,   claim_something};

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  Random random(seed);
  if (size < 2 || below(random, 3) == 0) return LLVMFuzzerMutate(data, size, max_size);
  Lines lines = lines_of({reinterpret_cast<const char*>(data) + 1, size - 1});
  mutations[below(random, mutations.size())](lines, random);
  return store(std::string(1, static_cast<char>(data[0])) + joined(lines), data, max_size);
}
