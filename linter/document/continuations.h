// A leaf block's bytes without what belongs to the blocks around it (`> `, indentation) at the start of its lines.
#pragma once

#include <string>

#include "document/blocks.h"
#include "document/offset_map.h"

namespace stet {

/// Appends the bytes of `span` without the continuations that `node` has as children, and to `map` where they come from in the source.
void append_without_continuations(const ParsedText& parsed, std::uint32_t node, Span span, std::string& bytes, OffsetMap& map);

}  // namespace stet
