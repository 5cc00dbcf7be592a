#include "text/problem.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t widest = 160;

/// The line with its caret, windowed when it is long.
std::string excerpt(const Problem& problem) {
  std::string line = visible(problem.source_line);
  std::size_t column = problem.caret == 0 ? problem.column : problem.caret;
  column -= column == 0 ? 0U : 1U;
  std::size_t byte = 0;
  for (std::size_t i = 0; i < column && byte < line.size(); ++i) next_code_point(line, byte);
  if (byte > widest / 2) {
    std::size_t start = byte - widest / 2;
    while (start < line.size() && (static_cast<unsigned char>(line[start]) & 0xC0U) == 0x80U) ++start;
    line.erase(0, start);
    byte -= start;
  }
  if (line.size() > widest) {
    std::size_t end = widest;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    line.resize(end);
  }
  column = count_code_points(std::string_view(line).substr(0, byte));
  return fmt::format("  {}\n  {:>{}}\n", line, "^", column + 1);
}

Problem of_whole_file(ProblemKind kind, std::string path, std::string what, std::string mend) {
  return {.kind = kind, .path = std::move(path), .what = std::move(what), .mend = std::move(mend)};
}

}  // namespace

Problem usage_fault(std::string path, std::string what, std::string mend) {
  return of_whole_file(ProblemKind::usage, std::move(path), std::move(what), std::move(mend));
}

Problem unread_fault(std::string path, std::string what, std::string mend) {
  return of_whole_file(ProblemKind::unread, std::move(path), std::move(what), std::move(mend));
}

Problem notice(std::string path, std::string what, std::string mend) {
  return of_whole_file(ProblemKind::notice, std::move(path), std::move(what), std::move(mend));
}

std::string_view described(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::unread:
      return "not read";
    case ProblemKind::left_out:
      return "left out";
    case ProblemKind::notice:
      return "note";
    default:
      return "error";
  }
}

std::string render(const Problem& problem) {
  std::string text = visible(problem.path.empty() ? "stet" : problem.path);
  if (problem.line > 0) text += fmt::format(":{}:{}", problem.line, problem.column);
  text += fmt::format(": {}: {}\n", described(problem.kind), visible(problem.what));
  if (!problem.source_line.empty()) text += excerpt(problem);
  if (!problem.mend.empty()) text += fmt::format("  {}\n", visible(problem.mend));
  return text;
}

}  // namespace stet
