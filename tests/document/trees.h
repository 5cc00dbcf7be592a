// Trees as text, to be held against each other.
#pragma once

#include <string>
#include <string_view>

#include "document/syntax_tree.h"

namespace stet {

inline std::string shown(const SyntaxTree& tree) {
  std::string text;
  for (const SyntaxNode& node : tree) {
    text += std::to_string(static_cast<int>(node.kind)) + " " + std::to_string(node.span.begin) + "-" + std::to_string(node.span.end) +
            " to " + std::to_string(node.end) + "\n";
  }
  return text;
}

inline std::string tree_of(MarkdownGrammar grammar, std::string_view text, TreeReading reading) {
  SyntaxTree tree;
  return parse_syntax(grammar, text, {}, tree, reading) ? shown(tree) : "not read";
}

}  // namespace stet
