// What a terminal shows of an article: the lines that a finding speaks of, with marks below the words.
//
// A line that fits is shown whole. Of a longer one, such as a paragraph that is one line, the sentences that the finding touches are shown,
// broken between words into rows; what is left out before and behind is an ellipsis.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"
#include "text/span.h"

namespace stet {

inline constexpr std::size_t most_excerpt_rows = 4;

struct ExcerptRow {
  std::uint32_t line = 0;  ///< its number; 0: the row goes on with the line above
  std::string text;
  std::string marks;  ///< blanks, then marks below the words; empty: none of them is in this row
};

struct ExcerptStyle {
  std::size_t columns = 100;  ///< of a row
  char mark = '^';
};

/// The rows of `marked`, at least one. `sentences` as FileFindings has them. The cost is bounded by the width, not by the line.
std::vector<ExcerptRow> excerpt_of(const Source& source, const std::vector<Span>& sentences, Span marked, const ExcerptStyle& style);

/// Words in lines of so many columns, with `indent` before each; every line ends with a line feed.
std::string wrapped(std::string_view text, std::size_t columns, std::string_view indent);

}  // namespace stet
