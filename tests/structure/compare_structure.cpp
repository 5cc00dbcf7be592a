// Compares the blocks that stet makes of Markdown files with those that cmark-gfm makes of them, and says what differs, by kind.
//   compare_structure [--list KIND] FILE|FOLDER…
// Exit code 1: a kind of difference has no explanation in structure.cpp.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "structure/structure.h"

namespace {

namespace fs = std::filesystem;

bool is_markdown(const fs::path& path) { return path.extension() == ".md" || path.extension() == ".markdown"; }

std::vector<fs::path> files_in(const std::string& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && is_markdown(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

struct Count {
  std::size_t blocks = 0;
  std::size_t files = 0;
  std::vector<std::string> examples;
};

}  // namespace

int main(int count, char** arguments) try {
  std::vector<std::string> paths(arguments + 1, arguments + count);
  std::size_t most_examples = 3;
  std::string listed;
  if (paths.size() > 1 && paths[0] == "--list") {
    listed = paths[1];
    most_examples = 1000;
    paths.erase(paths.begin(), paths.begin() + 2);
  }
  std::map<std::string, Count> counts;
  std::size_t blocks = 0;
  std::size_t files = 0;
  for (const std::string& path : paths) {
    for (const fs::path& file : files_in(path)) {
      const auto source = stet::read_source(file.string());
      if (!source) continue;
      const stet::structure::Structures structures = stet::structure::structures_of(*source);
      blocks += structures.github.size();
      ++files;
      std::string last;
      for (const stet::structure::Difference& difference : stet::structure::differences(structures)) {
        Count& kind = counts[difference.kind];
        ++kind.blocks;
        const std::string place = fmt::format("{}:{} {}", file.string(), difference.line, difference.more);
        if (kind.examples.size() < most_examples) kind.examples.push_back(place);
        kind.files += kind.examples.empty() || last != difference.kind ? 1 : 0;
        last = difference.kind;
      }
    }
  }
  std::cout << fmt::format("{} files, {} blocks\n", files, blocks);
  bool unexplained = false;
  for (const auto& [kind, seen] : counts) {
    if (!listed.empty() && kind != listed) continue;
    const std::string_view why = stet::structure::explain(kind);
    unexplained = unexplained || why.empty();
    std::cout << fmt::format("{:6} {}{}\n", seen.blocks, kind, why.empty() ? "" : fmt::format(": {}", why));
    for (const std::string& example : seen.examples) std::cout << "         " << example << '\n';
  }
  return unexplained ? 1 : 0;
} catch (const std::exception& error) {
  std::cerr << "compare_structure: " << error.what() << '\n';
  return 2;
}
