// Memory of tree-sitter: counted, so that a parse can be ended that takes too much; and small pieces, of which a parse asks for thousands
// and gives them back, are kept for the next.
//
// Order of calls:  serve_parsers();  then parsers may be made.  parser_memory() is of the calling thread: a parser and its trees stay with
// one thread.
#pragma once

#include <cstdint>

namespace stet {

struct ParserMemory {
  std::uint64_t asked_for = 0;  ///< bytes, given back or not
  std::uint64_t held = 0;       ///< bytes, not given back
};

/// Has tree-sitter ask here for its memory. Where there is none the process says so and ends, for tree-sitter cannot be told.
void serve_parsers();

ParserMemory& parser_memory();

}  // namespace stet
