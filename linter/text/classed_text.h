// A text as one byte a character, for regular expressions that ask for letters: letters beyond ASCII become bytes that say whether they are
// capital, a few signs that expressions name become a byte each, all others one that stands for any other.
//
// Of UTF-8, RE2 writes each `\p{L}` out as hundreds of ranges of bytes: four such expressions took longer to compile than fifty articles
// to check. Over classes, an expression is no larger than one of ASCII, and finds the same.
//
// Order of calls:  const RE2 word(classed_expression(R"([\p{L}’]+)"), classed_options());  ClassedText(text).each_match(word, use);
#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace stet {

class ClassedText {
 public:
  /// `text` is valid UTF-8, and must outlive it.
  explicit ClassedText(std::string_view text);

  std::string_view characters() const { return is_ascii_ ? text_ : std::string_view(classes_); }

  /// Calls `use` with the bytes of the text that each match takes; matches do not overlap. Linear in the text.
  template <typename Use>
  void each_match(const re2::RE2& expression, const Use& use) const {
    Walk walk;
    std::string_view rest = characters();
    re2::StringPiece found;
    while (expression.Match({rest.data(), rest.size()}, 0, rest.size(), re2::RE2::UNANCHORED, &found, 1) && !found.empty()) {
      const auto begin = static_cast<std::size_t>(found.data() - characters().data());
      const std::uint32_t first = byte_of(begin, walk);
      use(Span{first, byte_of(begin + found.size(), walk)});
      rest = characters().substr(begin + found.size());
    }
  }
  bool is_match(const re2::RE2& expression) const;

 private:
  /// A character and its first byte: matches ascend, so that the text is walked once.
  struct Walk {
    std::size_t character = 0;
    std::size_t byte = 0;
  };

  std::string_view text_;
  bool is_ascii_ = false;
  std::string classes_;  // when it is not

  std::uint32_t byte_of(std::size_t character, Walk& walk) const;
};

/// An expression as it is looked for in ClassedText::characters(), from one as it would be of UTF-8. Between brackets it may name `\p{L}`,
/// `\p{Lu}`, `\p{Ll}`, the signs `‘’“”–⁻`, and all superscript digits as `⁰`; no other character beyond ASCII.
std::string classed_expression(std::string_view expression);
/// Each character is a byte.
re2::RE2::Options classed_options();

}  // namespace stet
