// Memory of the parsers: counted, so that a parse can be ended that takes too much; and small pieces, of which a parse asks for thousands
// and gives them back, are kept for the next.
//
// Order of calls: the four functions are given to the parsers before the first is made. parser_memory() is of the calling thread: a parser
// and its trees stay with one thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stet {

struct ParserMemory {
  std::uint64_t asked_for = 0;  ///< bytes, given back or not
  std::uint64_t held = 0;       ///< bytes, not given back
};

ParserMemory& parser_memory();

/// As those of C. Where there is no memory the process says so and ends, for a parser cannot be told.
void* allocate_for_parser(std::size_t size);
void* allocate_zeroed_for_parser(std::size_t count, std::size_t size);
void* reallocate_for_parser(void* old, std::size_t size);
void release_of_parser(void* piece);

}  // namespace stet
