// What of an HTML fragment the HTML parser gets to see, and in which form.
//
// Fragments of Markdown files are unbalanced, hostile, or no HTML at all, and state must not leak from one into the next: a quote that is
// not closed would swallow the article. So each fragment is copied, byte for byte as long as it was, with
//   - what is no markup (`<` before a digit, `&`) made plain text: characters are read from the original,
//   - what is never shown (comments, declarations, scripts, styles, text areas, …) blank,
//   - tags of phrasing content (`<em>`, `<a>`, `<br>`) blank: they make no blocks, and a parser's way of mending them (formatting elements
//     are opened anew in each paragraph) takes time and memory that grow with the square of their number,
//   - tags that would nest deeper than `most_open_elements`, or hold more attributes than `most_attributes`, cut to what is harmless.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

/// Elements that may be open at once: real articles have 20, and a parser looks through all of them at each tag.
inline constexpr std::uint32_t most_open_elements = 200;
/// Attributes of one tag: a parser compares each with all before it.
inline constexpr std::uint32_t most_attributes = 100;

class HtmlGuard {
 public:
  /// Appends a fragment's guarded copy to `bytes`, and its markup (tags, comments, what is never shown) to `markup`. O(fragment).
  void append(std::string_view fragment);

  const std::string& bytes() const { return bytes_; }
  /// Ascending, disjoint, in offsets of bytes(): what is not text.
  const std::vector<Span>& markup() const { return markup_; }

 private:
  std::string bytes_;
  std::vector<Span> markup_;
  std::map<std::string, std::uint32_t, std::less<>> open_;  // elements by name, those that others close by themselves left out
  std::uint32_t depth_ = 0;                                 // of all in open_
  std::uint32_t endless_ = 0;                               // tags of this fragment that do not end: each is looked for to its end

  /// Of this fragment: is an end left that was looked for?
  struct Ends {
    bool data = true;         // `]]>`
    bool instruction = true;  // `?>`
  };
  Ends ends_;

  static std::size_t end_of(std::string_view text, std::string_view sign, bool& is_left);
  std::size_t behind_declaration(std::string_view text);
  std::size_t read_markup(std::string_view fragment, std::size_t at, std::size_t offset);
  std::size_t read_tag(std::string_view fragment, std::size_t at, std::size_t offset);
  bool enters(const std::string& name, bool closing);
  void blank(std::size_t begin, std::size_t end);
};

/// The name of the tag that `text` begins with (`<` or `</`), in small letters; empty when it begins with none.
std::string html_tag_name(std::string_view text);

/// Behind the tag that `text` begins with, quotes in mind; 0 when it does not end.
std::size_t html_tag_size(std::string_view text);

/// Is what stands between the tags of this element never read, or not as text of the page: scripts, styles, text areas, …?
bool is_raw_html(std::string_view name);

/// Does the element make no block of its own by default: `<em>`, `<a>`, `<span>`, …?
bool is_phrasing_html(std::string_view name);

}  // namespace stet
