// Site generators' syntax inside Markdown: shortcodes, Liquid, attribute lists, fenced divs, MDX. It is no prose and must not derail the
// parser, so it is masked in a copy of the same length before the parse.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.h"

namespace stet {

/// The byte that stands for masked bytes inside a line; dropped from plain text.
inline constexpr char masked_byte = '\x1A';

struct Masked {
  std::string bytes;                                 ///< as long as the original
  std::vector<Span> directives;                      ///< lines that hold nothing else: blank in `bytes`
  std::vector<Span> comments;                        ///< MDX comments {/* … */}, delimiters included
  std::vector<std::pair<std::string, Span>> labels;  ///< names that the author gave to headings and blocks
};

/// Masks, outside code: {{< … >}}, {{% … %}}, {{ … }}, {% … %}, {: … }, {#id .class key="value"} at a line's end or behind what it
/// describes, {/*id*/}, MyST's {role} before a code span, Obsidian's %%comments%%, ^block marks and the marks of [[page|alias]], lines of
/// `:::` and those of is_directive_line; with `mdx` also import and export statements, component tags and {expressions}. What is not closed
/// within 4,000 bytes stays as it is. O(bytes).
Masked mask_generator_syntax(std::string_view bytes, bool mdx);

}  // namespace stet
