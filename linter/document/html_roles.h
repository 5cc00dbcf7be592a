// What the elements of HTML are to an article.
#pragma once

#include <cstdint>
#include <string_view>

namespace stet {

enum class HtmlRole : std::uint8_t {
  phrasing,  // part of the text around it, as `<picture>` and elements that a browser does not know
  block,     // begins and ends a paragraph
  text,      // the same, and its tags belong to the paragraph
  heading,
  list,
  item,
  terms,  // `<dl>`
  term,
  description,
  table,
  row,
  cell,
  quote,
  rule,
  code,
  unseen,  // not shown, or not as text
};

/// Of an element by its name, in small letters; one that is not listed is phrasing.
HtmlRole html_role(std::string_view name);

}  // namespace stet
