// The examples of the CommonMark specification, as npm's package commonmark-spec has them.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "folders.h"

namespace stet {

/// The Markdown of every example in the spec's text; empty when npm's package is not there.
inline std::vector<std::string> spec_examples() {
  std::ifstream file(std::filesystem::path(node_modules_folder()) / "commonmark-spec" / "spec.txt");
  const std::string fence(32, '`');
  std::vector<std::string> examples;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == fence + " example") {
      examples.emplace_back();
      inside = true;
    } else if (line == ".") {
      inside = false;
    } else if (inside) {
      for (std::size_t tab = line.find("→"); tab != std::string::npos; tab = line.find("→"))
        line.replace(tab, std::string("→").size(), "\t");
      examples.back() += line + "\n";
    }
  }
  return examples;
}

}  // namespace stet
