// The block structure of a Markdown text as two parsers see it: stet's, and cmark-gfm, which is GitHub's own.
//
// Order of calls:  differences(blocks_of_stet(text), blocks_of_github(text)) -> Differences, classes of which explain() knows the reason.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/source.h"

namespace stet::structure {

/// A block by its kind and its lines (1-based, without blank lines at its end).
struct Outline {
  std::string kind;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  auto operator<=>(const Outline&) const = default;
};

/// Both read the text that stet's parser is given: without front matter, and with generators' constructs, which neither grammar knows,
/// written in Markdown's terms (unwrap.h) or masked (masking.h). Lines are those of the source.
struct Structures {
  std::vector<Outline> stet;
  std::vector<Outline> github;
};
Structures structures_of(const Source& source);

/// The page that GitHub makes of a Markdown text.
std::string html_of_github(const std::string& markdown);

/// One block that the two see differently.
struct Difference {
  std::string kind;  ///< "paragraph is code", "list ends elsewhere", "heading only in stet"
  std::uint32_t line = 0;
  std::string more = {};
};

/// Sorted by line. Blocks inside of a block that differs count as well.
std::vector<Difference> differences(const Structures& structures);

/// Why a kind of difference may be, or empty: it is a fault.
std::string_view explain(std::string_view kind);

}  // namespace stet::structure
