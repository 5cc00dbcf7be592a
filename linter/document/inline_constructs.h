// Constructs of dialects within a line. Each function looks at the start of `rest`, which ends with its paragraph or line.
#pragma once

#include <cstddef>
#include <string_view>

namespace stet {

/// Length of Pandoc's attributes `{#id .class key="value"}`, also `{ #id }`, `{=html}`, `{-}` and MDX's `{/*id*/}`; or 0.
std::size_t attributes_length(std::string_view rest);

/// The id in attributes, without its sign; or empty.
std::string_view id_in(std::string_view attributes);

/// Length of MyST's `{role}` before a backtick, or 0.
std::size_t role_length(std::string_view rest);

/// Length of Obsidian's `%%comment%%`, or 0. One that stands alone on its line may reach over blank lines.
std::size_t comment_length(std::string_view rest, bool begins_line);

/// `[[page#heading|alias]]`, or `![[embedded]]`.
struct WikiLink {
  std::size_t length = 0;  ///< 0 when there is none
  std::string_view target;
  std::string_view text;  ///< what is shown; empty for what is embedded
};
WikiLink wiki_link(std::string_view rest);

/// Length of Obsidian's ` ^block` at the end of a line, or 0; `rest` begins with the caret.
std::size_t block_mark_length(std::string_view rest);

}  // namespace stet
