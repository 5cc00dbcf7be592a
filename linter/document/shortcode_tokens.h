// The tags of Hugo, Jekyll, Liquid and Markdoc in a text: {{< name >}}, {{% name %}}, {% name %}.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

struct ShortcodeToken {
  Span span;
  std::string_view name;       ///< empty in `{{</* … */>}}`, which shows a tag
  std::string_view arguments;  ///< what stands behind the name
  bool closes = false;         ///< `/name` or `endname`
  bool alone = false;          ///< `name /`: closes itself
};

/// All tags that are closed within 4,000 bytes, ascending. O(bytes).
class ShortcodeTokens {
 public:
  explicit ShortcodeTokens(std::string_view text);

  const std::vector<ShortcodeToken>& all() const { return tokens_; }
  /// The first tag at or behind `offset` that closes `name`, or nullptr.
  const ShortcodeToken* closer(std::string_view name, std::uint32_t offset) const;

 private:
  std::vector<ShortcodeToken> tokens_;
  std::map<std::string_view, std::vector<std::uint32_t>> closers_;  // indices of tokens
};

}  // namespace stet
