// Run by the build: turns decision trees as text into a table.
//   make_trees values|repeats INPUT.trees OUTPUT.cpp
//
// A line each: `base LOG-ODDS`; then, per tree, `tree` and its nodes in preorder, `split EVIDENCE THRESHOLD` (what is not above it first)
// or `leaf LOG-ODDS`. Lines that begin with # are comments.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "comparing/decision_trees.h"
#include "comparing/repeat_evidence.h"
#include "comparing/value_evidence.h"

namespace {

class TreeReader {
 public:
  TreeReader(std::istream& input, std::span<const std::string_view> names) : input_(input), names_(names) {}

  void read() {
    while (next()) {
      std::string word;
      line_ >> word;
      if (word == "base") {
        line_ >> base;
      } else if (word == "tree") {
        roots.push_back(static_cast<std::uint16_t>(nodes.size()));
        read_node();
      } else {
        fail("neither `base` nor `tree`");
      }
    }
    if (nodes.empty()) fail("there is no tree");
  }

  float base = 0;
  std::vector<stet::TreeNode> nodes;
  std::vector<std::uint16_t> roots;

 private:
  std::istream& input_;
  std::span<const std::string_view> names_;
  std::istringstream line_;
  int number_ = 0;

  [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error(fmt::format("line {}: {}", number_, what)); }

  bool next() {
    for (std::string text; std::getline(input_, text);) {
      ++number_;
      if (text.empty() || text.front() == '#') continue;
      line_ = std::istringstream(text);
      return true;
    }
    return false;
  }

  void read_node() {
    if (!next()) fail("a tree ends too early");
    if (nodes.size() > 60000) fail("more nodes than a number of 16 bits can tell");
    std::string word;
    std::string piece;
    stet::TreeNode node;
    line_ >> word;
    if (word == "split") {
      line_ >> piece;
      const auto found = std::find(names_.begin(), names_.end(), piece);
      if (found == names_.end()) fail("`" + piece + "` is no evidence");
      node.piece = static_cast<std::uint8_t>(found - names_.begin());
    } else if (word != "leaf") {
      fail("neither `split` nor `leaf`");
    }
    if (!(line_ >> node.threshold)) fail("no number");
    const std::size_t at = nodes.size();
    nodes.push_back(node);
    if (word == "leaf") return;
    read_node();
    nodes[at].above = static_cast<std::uint16_t>(nodes.size());
    read_node();
  }
};

void write(std::ostream& output, const TreeReader& trees, std::string_view name) {
  output << "// Made by make_trees; do not edit.\n#include \"comparing/decision_trees.h\"\n\nnamespace stet {\nnamespace {\n\n"
            "// NOLINTBEGIN(*-avoid-c-arrays): their sizes are left to the compiler\n";
  output << fmt::format("constexpr TreeNode {}_nodes[] = {{\n", name);
  for (const stet::TreeNode& node : trees.nodes)
    output << fmt::format("{{static_cast<float>({:.9g}), {}, {}}},\n", static_cast<double>(node.threshold), node.above, node.piece);
  output << fmt::format("}};\nconstexpr std::uint16_t {}_roots[] = {{\n", name);
  for (const std::uint16_t root : trees.roots) output << root << ",\n";
  output << fmt::format(
      "}};\n// NOLINTEND(*-avoid-c-arrays)\n\n}}  // namespace\n\n"
      "constinit const DecisionTrees {0}_trees{{{0}_nodes, {0}_roots, static_cast<float>({1:.9g})}};\n\n}}  // namespace stet\n",
      name, static_cast<double>(trees.base));
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 4) return 2;
  const bool of_values = std::string_view(arguments[1]) == "values";
  std::ifstream input(arguments[2]);
  TreeReader trees(input, of_values ? std::span<const std::string_view>(stet::evidence_names) : stet::repeat_evidence_names);
  trees.read();
  std::ofstream output(arguments[3]);
  write(output, trees, of_values ? "value" : "repeat");
  return output.good() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << arguments[count > 2 ? 2 : 0] << ": " << error.what() << '\n';
  return 1;
}
