// Every example of the CommonMark spec, as a suite of odd inputs: whatever is made of it, its spans must be sane.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "document/read.h"
#include "spec_examples.h"
#include "text/unicode.h"

namespace stet::spans_test {
namespace {

bool on_border(std::string_view text, std::uint32_t offset) {
  return offset <= text.size() && (offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

void expect_sane(const Source& source, Span span) {
  EXPECT_LE(span.begin, span.end);
  EXPECT_TRUE(on_border(source.bytes, span.begin) && on_border(source.bytes, span.end)) << span.begin << "-" << span.end;
}

void expect_sane_blocks(const Read& result) {
  const std::vector<Block>& blocks = result.article.blocks;
  std::map<std::uint32_t, std::uint32_t> last_end;  // by parent
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    expect_sane(result.source, blocks[b].source);
    EXPECT_GT(blocks[b].end, b);
    EXPECT_LT(blocks[b].section, result.article.sections.size());
    if (blocks[b].parent != no_index) {
      EXPECT_TRUE(blocks[blocks[b].parent].source.contains(blocks[b].source)) << "a block leaves its parent";
      EXPECT_LE(blocks[b].end, blocks[blocks[b].parent].end);
    }
    EXPECT_GE(blocks[b].source.begin, last_end[blocks[b].parent]) << "siblings overlap";
    last_end[blocks[b].parent] = blocks[b].source.end;
  }
}

void expect_sane_texts(const Read& result) {
  const Article& article = result.article;
  std::uint32_t end = 0;
  for (const TextRun& run : article.texts) {
    EXPECT_GE(run.plain.begin, end);
    end = run.plain.end;
    EXPECT_EQ(find_invalid_utf8(article.text(run.plain)), std::string_view::npos);
    if (!run.plain.empty()) expect_sane(result.source, article.to_source(run.plain));
    for (std::uint32_t i = run.inlines.begin; i < run.inlines.end; ++i) {
      expect_sane(result.source, article.inlines[i].source);
      EXPECT_TRUE(run.plain.contains(article.inlines[i].plain));
    }
  }
}

/// Each plain byte of an exact piece is the source byte that it leads to.
void expect_exact_pieces(const Read& result) {
  for (const PlainPiece& piece : result.article.pieces) {
    if (!piece.exact) continue;
    EXPECT_EQ(result.article.text({piece.plain, piece.plain + piece.source_size}),
              result.source.view({piece.source, piece.source + piece.source_size}));
  }
}

void expect_sane_article(const std::string& markdown, const std::string& path) {
  const Read result = read(markdown, path);
  expect_sane_blocks(result);
  expect_sane_texts(result);
  expect_exact_pieces(result);
}

TEST(CommonMarkSpec, EveryExampleHasSaneSpans) {
  const std::vector<std::string> examples = spec_examples();
  if (examples.empty()) GTEST_SKIP() << "npm's commonmark-spec is not there";
  EXPECT_GT(examples.size(), 600U);
  for (const std::string& example : examples) {
    SCOPED_TRACE(example);
    expect_sane_article(example, "example.md");
    expect_sane_article(example, "example.mdx");
  }
}

TEST(Spans, AreSaneWhereHtmlBreaksOff) {
  for (const char* markdown :
       {"\r<div>i<!", "<div>i<!", "<div>i <!", "<div>\n\ni<!\n", "<div>i<!--", "<p>i<?", "<p>i<![CDATA[", "<div>i</"}) {
    SCOPED_TRACE(markdown);
    expect_sane_article(markdown, "example.md");
    expect_sane_article(markdown, "example.mdx");
  }
}

TEST(CommonMarkSpec, EveryExampleIsSaneInsideAQuoteAndAList) {
  const std::vector<std::string> examples = spec_examples();
  if (examples.empty()) GTEST_SKIP() << "npm's commonmark-spec is not there";
  for (const std::string& example : examples) {
    std::string inside = "> - ";
    for (const char c : example) {
      inside += c;
      if (c == '\n') inside += ">   ";
    }
    SCOPED_TRACE(inside);
    expect_sane_article(inside, "example.md");
  }
}

}  // namespace
}  // namespace stet::spans_test
