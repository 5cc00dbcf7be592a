// A text in which the constructs of dialects.h are written in Markdown's own terms, so that one parser reads all of them: a box becomes a
// block quote, an indented body loses its indentation, a definition list becomes a list.
//
// What is inserted stands for no bytes of the source; what is left out is not read. The map says where each byte comes from, so that spans
// stay exact.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "document/dialects.h"
#include "document/offset_map.h"
#include "text/span.h"

namespace stet {

struct Unwrapped {
  /// A block quote of the derived text that is more than the parser takes it for.
  struct Box {
    std::uint32_t begin = 0;  ///< offset in the text that its first quote mark maps to
    Becomes becomes = Becomes::callout;
    Span source;  ///< with its markers; empty when the text has the quote marks itself
  };
  std::string bytes;
  OffsetMap to_source;                ///< offsets of `bytes` to those of the text
  std::vector<Box> boxes;             ///< in the order of their quote marks
  std::vector<std::uint32_t> titles;  ///< offsets in the text where titles of boxes begin, ascending: headings in the derived text
  std::vector<std::uint32_t> terms;   ///< the same of defined terms: first paragraphs of list items there
  std::vector<Span> directives;       ///< lines of markers and options
  std::vector<std::pair<std::string, Span>> labels;  ///< of options
  std::vector<Span> code;                            ///< what is shown as written
  std::vector<Span> hidden;                          ///< what is not shown
};

/// Finds and unwraps all constructs. O(bytes).
Unwrapped unwrap_constructs(std::string text);

}  // namespace stet
