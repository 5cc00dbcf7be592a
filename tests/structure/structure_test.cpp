// The blocks of our own articles and of CommonMark's examples, compared with those of cmark-gfm.
#include "structure/structure.h"

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "document/article.h"
#include "folders.h"
#include "spec_examples.h"

namespace stet::structure {
namespace {

std::string shown(const std::vector<Difference>& differences) {
  std::string text;
  for (const Difference& difference : differences) {
    text += std::to_string(difference.line) + ": " + difference.kind + " " + difference.more + "\n";
  }
  return text;
}

std::string differences_of(const std::string& markdown) { return shown(differences(structures_of(*make_source("test.md", markdown)))); }

TEST(Structure, OfOurArticlesIsGitHubs) {
  for (const char* const folder : {"fixtures", "docs", "examples"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(source_folder()) / folder)) {
      if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
      const auto source = read_source(entry.path().string());
      ASSERT_TRUE(source) << entry.path();
      EXPECT_EQ(shown(differences(structures_of(*source))), "") << entry.path();
    }
  }
}

TEST(Structure, OfWhatPeopleWriteIsGitHubs) {
  for (const char* const text : {
           "```sh\na\n```  \n\nb\n",                              // blanks behind a fence
           "```\n# ```\na\n```\n\nb\n",                           // a fence in a line of code
           "| a | b |\n|---|---|\n|   |    |\n| c | d |\n\ne\n",  // a row of blank cells
           "a|b\n-|-\nc|d\n\ne\n",                                // no outer pipes
           "`a`|b\n-|-\n`c`|d\n\ne\n",                            // markup first
           "one\ntwo:\n| a | b |\n|---|---|\n| c | d |\n\ne\n",   // a table directly under its text
           "<!DOCTYPE html>\n\n# a\n",
           "- a\n\n  <details>\n  <summary>b</summary>\n\n  c\n\n  </details>\n\nd\n",
           "* <b>\n\n      c\n",
           "a\n<div>\nb\n</div>\n\nc\n",
           "* a\n\n  <em>\n\n\nb\n",  // two blank lines behind HTML in a list item
           "* <em>\r\n\r\n\r\n\r\n* b\r\n",
           "1. <div>\n   a\n\n \n   b\n",
           "> <div>\n>\n>\n> b\n",  // HTML in a block quotation
           "> <div>\n>\n\n> b\n",
           "> a\n> <div>\n> b\n> </div>\n>\n> c\n",
           "> <b>a</b> b\n>\n> c\n",
           "> a\n> <span>\n>\n> b\n",
           "> * <div>\n>   aa\n>\n>   b\n>\n> c\n",
           "> <https://example.org>\n>\n> b\n",
           "- <a@example.org>\n  - b\n\n- c\n",
           "> <pre>\n>\n> b\n> </pre>\n>\n> c\n",
           "> > <div>\n> >\n> > b\n",
           "a[^1]\n[^1]: b\n\nc\n",
           "a[^1]\n\n[^1]:\n    b\n\nc\n",
           "a[^1]\n\n[^1]: b\n\n    ```\n    c\n    ```\n\nd\n",
           "# a",
           "```\na\n```",
       }) {
    EXPECT_EQ(differences_of(text), "") << text;
  }
}

/// Letters and digits that an article says, each run of them one word.
std::string words_of(const std::string& text) {
  const Article article = parse_article(*make_source("test.md", text), Dialect::commonmark);
  std::string words;
  for (const char c : article.plain) {
    const bool is_sign = static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0;
    if (!is_sign) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return words;
}

TEST(Structure, TheWordsOfAPageAreThoseOfItsMarkdown) {
  std::size_t files = 0;
  for (const char* const folder : {"docs", "fixtures/contradictions", "fixtures/guide", "fixtures/trades"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(source_folder()) / folder)) {
      // GitHub knows no directives, tabs and definition lists.
      const bool is_ours_alone = entry.path().filename() == "dialects.md";
      if (!entry.is_regular_file() || entry.path().extension() != ".md" || is_ours_alone) continue;
      const auto source = read_source(entry.path().string());
      ASSERT_TRUE(source) << entry.path();
      const bool is_plain = source->bytes.find("[^") == std::string::npos && source->bytes.find("{") == std::string::npos;
      if (!is_plain || source->bytes.starts_with("---")) continue;
      std::string html = html_of_github(source->bytes);
      // A blank line, as in code, would end the block of HTML.
      for (std::size_t at = html.find("\n\n"); at != std::string::npos; at = html.find("\n\n", at)) html.erase(at, 1);
      EXPECT_EQ(words_of(source->bytes), words_of(html)) << entry.path();
      ++files;
    }
  }
  EXPECT_GT(files, 5U);
}

TEST(Structure, OfCommonMarksExamplesIsGitHubs) {
  const std::vector<std::string> examples = spec_examples();
  if (examples.empty()) GTEST_SKIP() << "npm's commonmark-spec is not there";
  EXPECT_GT(examples.size(), 600U);
  for (const std::string& example : examples) {
    // A label of blanks, of which no reader sees anything.
    if (example == "[\n ]\n\n[\n ]: /uri\n") continue;
    // A kind of block since CommonMark 0.30, which older cmark-gfm does not know.
    if (example.starts_with("<textarea>")) continue;
    EXPECT_EQ(differences_of(example), "") << example;
  }
}

}  // namespace
}  // namespace stet::structure
