// From a leaf block's bytes to its readable text, inline spans and their targets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/article.h"
#include "document/offset_map.h"
#include "document/run_writer.h"
#include "document/syntax_tree.h"

namespace stet {

/// Targets of link reference definitions, by normalized label (CommonMark 0.31, 4.7).
struct Definitions {
  struct Definition {
    std::string target;
    std::uint32_t block = no_index;
  };
  std::unordered_map<std::string, Definition> links;
  std::unordered_map<std::string, std::uint32_t> footnotes;  ///< label to index into Article::footnotes
};

std::string normalize_label(std::string_view label);

/// A destination as written, with `<…>`, backslash escapes and entities resolved.
std::string resolve_destination(std::string_view written);

/// What the named or numeric character reference stands for, or the text itself when it is none.
std::string resolve_entity(std::string_view reference);

/// Appends one TextRun of `block` to the article, with its plain text, pieces, inlines and links; footnotes that are not
/// defined are added to `definitions`. `tree` is scratch memory.
/// When the leaf holds more than `limits.inline_marks` delimiters, its markup is kept as text and a Problem is added.
void append_text_run(Article& article, const Source& source, Definitions& definitions, std::uint32_t block, const LeafText& leaf,
                     const ParseLimits& limits, SyntaxTree& tree);

}  // namespace stet
