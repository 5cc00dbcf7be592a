// Flat inlines: text whose only markup is what most articles are written with (emphasis, code, links and images of the plainest form), each
// closed before another of its sort begins. Its tree is plain from the signs, so the parser need not read it.
//
// The tree is that of the inline grammar, as tests hold against each other. What stands in a form that is not one of these, or could be
// read in two ways, is left to the parser as a whole.
#pragma once

#include <string_view>

#include "document/syntax_tree.h"

namespace stet {

/// Fills `tree` with the nodes of a text of flat inlines; false when the parser has to read it. O(bytes).
bool read_flat_inlines(std::string_view text, SyntaxTree& tree);

}  // namespace stet
