// The parser may read a coarse copy of a text: its tree must be that of the text itself.
#include "document/coarse.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

#include "document/trees.h"
#include "folders.h"

namespace stet::coarse_test {
namespace {

void expect_same_trees(std::string_view text) {
  for (const MarkdownGrammar grammar : {MarkdownGrammar::block, MarkdownGrammar::inline_}) {
    EXPECT_EQ(tree_of(grammar, text, TreeReading::coarse), tree_of(grammar, text, TreeReading::exact))
        << (grammar == MarkdownGrammar::block ? "blocks" : "inlines") << " of:\n"
        << text;
  }
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Coarse, JoinsTheWordsOfALineOfProse) {
  EXPECT_EQ(coarse_blocks("- Some plain words, and more.\nand a *second* line"), "- Sxxxxxxxxxxxxxxxxxxxxxxxxx.\naxxxa *sxxxxd* lxxe");
}

TEST(Coarse, KeepsWhatMayBeABlock) {
  for (const char* const text : {"<div class=\"two words\">", "[label]: target and more\nthat goes on", "12. ", "```some words here"}) {
    EXPECT_EQ(coarse_blocks(text), text);
  }
}

TEST(Coarse, KeepsWhatTouchesInlineMarkup) {
  EXPECT_EQ(coarse_inlines("some words *and more words* here"), "sxxxxxxxxs *axxxxxxxxxxxxs* hxxe");
}

TEST(Coarse, KeepsTargetsTagsAndEntities) {
  for (const char* const text : {"](a b c (d e) f \"g h\")", "<a href = b c>", "&amp;", "<!-- a b c --> d e f"}) {
    EXPECT_EQ(coarse_inlines(text), text);
  }
}

TEST(Coarse, GivesTheTreesOfTagsWithQuotedBrackets) {
  for (const char* const text :
       {"> <a title=\"a lot\n> ---\n> of dashes\"/>\n", "Some <img alt=\"more > than some\" src=\"here and there\"> words.\n",
        "<a title=\"more > than some words\" rel=\"this and that\">\n",
        "One <b title='say \"more > than\" it' lang=\"some words\"> two.\n"}) {
    expect_same_trees(text);
  }
}

TEST(Coarse, GivesTheTreesOfTheSpecificationsExamples) {
  const std::filesystem::path path = std::filesystem::path(node_modules_folder()) / "commonmark-spec" / "spec.txt";
  const std::string spec = bytes_of(path);
  if (spec.empty()) GTEST_SKIP() << path << " is not there";
  const std::string fence(32, '`');
  std::size_t examples = 0;
  for (std::size_t at = spec.find(fence + " example\n"); at != std::string::npos; at = spec.find(fence + " example\n", at + 1)) {
    const std::size_t begin = spec.find('\n', at) + 1;
    std::string text = spec.substr(begin, spec.find("\n.\n", begin) + 1 - begin);
    for (std::size_t arrow = text.find("\u2192"); arrow != std::string::npos; arrow = text.find("\u2192")) text.replace(arrow, 3, "\t");
    expect_same_trees(text);
    ++examples;
  }
  EXPECT_GT(examples, 600U);
}

TEST(Coarse, GivesTheTreesOfOurOwnDocuments) {
  std::size_t files = 0;
  const std::filesystem::path fixtures = std::filesystem::path(source_folder()) / "fixtures";
  for (auto entry = std::filesystem::recursive_directory_iterator(fixtures); entry != std::filesystem::recursive_directory_iterator();
       ++entry) {
    if (entry->path().filename() == ".stet") entry.disable_recursion_pending();  // a cache, of an earlier run
    if (!entry->is_regular_file()) continue;
    expect_same_trees(bytes_of(entry->path()));
    ++files;
  }
  for (const char* const name : {"README.md", "CONTRIBUTING.md", "rules/README.md"})
    expect_same_trees(bytes_of(std::filesystem::path(source_folder()) / name));
  EXPECT_GT(files, 0U);
}

/// Texts of pieces that mean something to one of the grammars, put together at random.
TEST(Coarse, GivesTheTreesOfTextsMadeAtRandom) {
  const std::vector<std::string> pieces = {"some plain words",
                                           "a",
                                           " ",
                                           "  ",
                                           "\n",
                                           "\n\n",
                                           "\r\n",
                                           "\t",
                                           "- ",
                                           "* ",
                                           "1. ",
                                           "2) ",
                                           "> ",
                                           "# ",
                                           "## ",
                                           " #",
                                           "===\n",
                                           "---\n",
                                           "```",
                                           "~~~",
                                           "`",
                                           "``",
                                           "*",
                                           "**",
                                           "_",
                                           "__",
                                           "~",
                                           "~~",
                                           "[",
                                           "]",
                                           "](",
                                           "(",
                                           ")",
                                           "<",
                                           ">",
                                           "<a b c>",
                                           "</b>",
                                           "<!-- x y -->",
                                           "<http://a.b/c d>",
                                           "<div>\n",
                                           "</div>\n",
                                           "<script>",
                                           "</script>",
                                           "<?x y?>",
                                           "![",
                                           "[^1]",
                                           "[^1]: ",
                                           "[ab cd]: ",
                                           "[ab cd]:\n",
                                           "'a title'",
                                           "\"a title\"",
                                           "(t u)",
                                           "\\",
                                           "\\*",
                                           "&amp;",
                                           "&amp more",
                                           "&#35;",
                                           "$",
                                           "$$",
                                           "|",
                                           "| a b | c d |\n|---|---|\n",
                                           "|--|\n",
                                           "    ",
                                           "x y z, and more.",
                                           "caf\u00E9 au lait",
                                           "\u201Cso it is\u201D",
                                           "don't",
                                           "5 mg",
                                           "3.5",
                                           ":",
                                           ";",
                                           "!",
                                           "?",
                                           "[x] ",
                                           "[ ] ",
                                           "{",
                                           "}",
                                           "a_b_c",
                                           "http://a.b/c",
                                           "[[a b|c d]]",
                                           "+++\n",
                                           "%",
                                           "/",
                                           "@",
                                           "=",
                                           "+"};
  std::mt19937 random(7);  // NOLINT(cert-msc32-c,cert-msc51-cpp,bugprone-random-generator-seed): the same texts every time
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const std::size_t size = 1 + random() % 24;
    for (std::size_t i = 0; i < size; ++i) text += pieces[random() % pieces.size()];
    expect_same_trees(text);
    if (testing::Test::HasFailure()) break;
  }
}

}  // namespace
}  // namespace stet::coarse_test
