// Helpers of the document tests.
#pragma once

#include <string>

#include "document/article.h"

namespace stet {

struct Read {
  Source source;
  Article article;
};

inline Read read(std::string markdown, const std::string& path = "test.md") {
  Source source = *make_source(path, std::move(markdown));
  Article article = parse_article(source);
  return {std::move(source), std::move(article)};
}

/// Kinds of all blocks, indented by depth, in one line: "list(list_item(paragraph))".
inline std::string shape(const Article& article) {
  std::string text;
  std::vector<std::uint32_t> open;
  for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
    bool closed = false;
    while (!open.empty() && article.blocks[open.back()].end <= b) {
      const bool had_children = article.blocks[open.back()].end > open.back() + 1;
      if (had_children) text += ")";
      open.pop_back();
      closed = true;
    }
    if (!open.empty() && open.back() + 1 == b) {
      text += "(";
    } else if (b > 0 || closed) {
      text += " ";
    }
    text += name(article.blocks[b].kind);
    open.push_back(b);
  }
  while (!open.empty()) {
    if (article.blocks[open.back()].end > open.back() + 1) text += ")";
    open.pop_back();
  }
  return text;
}

/// Plain text of all runs, joined by " | ".
inline std::string plain(const Article& article) {
  std::string text;
  for (const TextRun& run : article.texts) text += (text.empty() ? "" : " | ") + std::string(article.text(run.plain));
  return text;
}

}  // namespace stet
