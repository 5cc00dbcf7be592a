#include "lines.h"

#include <algorithm>
#include <cstring>

namespace stet::fuzz {

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

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  if (!text.empty()) text.pop_back();
  return text;
}

void repeat_lines(Lines& lines, Random& random) {
  const std::size_t first = below(random, lines.size());
  const std::size_t count = std::min<std::size_t>(1 + below(random, 4), lines.size() - first);
  const Lines copy(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(first + count));
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(below(random, lines.size() + 1)), copy.begin(), copy.end());
}

void swap_lines(Lines& lines, Random& random) { std::swap(lines[below(random, lines.size())], lines[below(random, lines.size())]); }

void drop_lines(Lines& lines, Random& random) {
  const std::size_t first = below(random, lines.size());
  const std::size_t count = std::min<std::size_t>(1 + below(random, 4), lines.size() - first);
  if (count == lines.size()) return;
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.begin() + static_cast<std::ptrdiff_t>(first + count));
}

void graft_part(Lines& lines, Random& random) {
  const std::string& from = lines[below(random, lines.size())];
  const std::size_t begin = below(random, from.size() + 1);
  const std::string part = from.substr(begin, below(random, from.size() - begin + 1));
  std::string& to = lines[below(random, lines.size())];
  to.insert(below(random, to.size() + 1), part);
}

std::size_t store(std::string_view text, std::uint8_t* data, std::size_t max_size) {
  const std::size_t kept = std::min(text.size(), max_size);
  std::memcpy(data, text.data(), kept);
  return kept;
}

}  // namespace stet::fuzz
