// Where the constructs of dialects.h stand in a text that hold blocks of their own.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/dialects.h"
#include "text/span.h"

namespace stet {

/// One construct. Lines are numbered from 0; the marker line and, if there is one, the closing line are its first and last.
struct Construct {
  Syntax syntax = Syntax::colons;
  Becomes becomes = Becomes::prose;
  std::uint32_t first = 0;
  std::uint32_t body = 0;  ///< first line behind the marker and its options
  std::uint32_t last = 0;
  bool has_closer = false;   ///< the last line closes it
  std::uint32_t column = 0;  ///< of the marker
  std::uint32_t indent = 0;  ///< columns that each line of the body is indented by, beyond `column`
  Span marker;               ///< bytes of the marker; of an alert only `[!name]` and its sign
  Span title;                ///< bytes of a title that is shown, or empty
};

/// A stretch that is shown as written or not at all, from its opening to its closing tag.
struct Opaque {
  Span span;
  Becomes becomes = Becomes::code;  ///< code or hidden
};

/// A term and what defines it, as PHP Markdown Extra and Pandoc write it: `: definition` on a line behind the term's.
struct DefinitionLine {
  std::uint32_t term = 0;  ///< first line of the term; the same for all definitions of one
  std::uint32_t line = 0;
};

struct Constructs {
  std::vector<Span> lines;                  ///< of the text, without their ends; empty when there are no constructs
  std::vector<Construct> blocks;            ///< ascending by first line, properly nested
  std::vector<Opaque> opaque;               ///< ascending, apart
  std::vector<DefinitionLine> definitions;  ///< ascending

  bool empty() const { return blocks.empty() && opaque.empty() && definitions.empty(); }
};

/// What is not closed is none; 32 open ones at a time are known. O(bytes).
Constructs find_constructs(std::string_view text);

/// Columns of blank space at the start of a line; a tab reaches to the next multiple of four.
std::uint32_t indentation(std::string_view line);

}  // namespace stet
