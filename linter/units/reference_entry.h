// What a reference to a source looks like: “Quill, A. (1931). Mosses. Annals 4(2): 11–19. https://…”.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/article.h"

namespace stet {

class Grammar;

/// The signs of one text that it is an entry of a list of sources.
struct EntrySigns {
  std::uint32_t weight = 0;  ///< author at its head, identifier, and date in parentheses: 2; year, title, link, pages, number: 1
  bool strong = false;       ///< one of the former
  bool only_links = false;   ///< nothing else stands there
  bool leads_out = false;    ///< a link leads to another site
  bool tells = false;        ///< it says what somebody found: “Quill (1931) found that …”
};

/// http or https, or without a scheme but with a host; not a fragment, not a path of the site, not mail.
bool leads_out(std::string_view target);

EntrySigns signs_of_entry(const Article& article, std::uint32_t text);

/// Does a heading say that sources are listed below it: “References”, “Sources and further reading”? “Sources of iron” does not. It
/// supports what the entries say, and decides nothing alone.
bool is_source_heading(std::string_view heading, const Grammar& grammar);

}  // namespace stet
