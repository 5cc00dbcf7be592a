// Front matter: metadata between `---` (YAML) or `+++` (TOML) lines, or in braces (JSON), at the very start of a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace stet {

struct FrontMatter {
  Span whole;          ///< with both delimiter lines
  Span content;        ///< between them, or between the braces
  std::string format;  ///< "yaml", "toml" or "json"
  std::string title;   ///< the value of a top-level `title`, without quotes; or empty
};

/// Looks at the start of the text, behind a byte order mark. An unclosed opening line is no front matter.
std::optional<FrontMatter> find_front_matter(std::string_view bytes);

}  // namespace stet
