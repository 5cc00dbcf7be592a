#include "pipeline/prose.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "folders.h"
#include "units/units.h"

namespace stet::prose_test {
namespace {

struct Read {
  Source source;
  Prose prose;
};

Read read(std::string bytes) {
  Read result{*make_source("a.md", std::move(bytes)), {}};
  const Article article = parse_article(result.source);
  Vocabulary vocabulary;
  result.prose = prose_of(article, read_units(article, vocabulary), result.source);
  return result;
}

/// The runs of all blocks as "text/styles", those of one block between bars.
std::string runs_of(const Prose& prose) {
  std::string text;
  for (const ProseBlock& block : prose.blocks) {
    if (block.runs.empty()) continue;
    text += '|';
    for (std::uint32_t run = block.runs.begin; run < block.runs.end; ++run) {
      text += std::string(prose.view(prose.runs[run]));
      if (prose.runs[run].styles != 0) text += '/' + std::to_string(prose.runs[run].styles);
    }
  }
  return text;
}

TEST(Prose, HasTheTextWithoutItsMarkup) {
  EXPECT_EQ(runs_of(read("# A *kettle*\n\nIt **boils\nwell** and `sings`.\n").prose), "|A kettle/1|It boils/2 /2well/2 and sings/8.");
}
TEST(Prose, KeepsImagesAndReferencesInTheirPlace) {
  EXPECT_EQ(runs_of(read("See ![a pot](p.png) here[^n].\n\n[^n]: A note.\n").prose).substr(0, 30), "|See a pot/32 heren/64.|A note");
}
TEST(Prose, MakesABlockOfEachCell) {
  const Prose prose = read("| a | b |\n|---|---|\n| c | d |\n").prose;
  EXPECT_EQ(runs_of(prose), "|a|b|c|d");
  EXPECT_EQ(prose.blocks[0].kind, ProseKind::table);
  EXPECT_EQ(prose.blocks[1].kind, ProseKind::row);
  EXPECT_EQ(prose.blocks[1].level, 1);
  EXPECT_EQ(prose.blocks[1].end, 4U);
  EXPECT_EQ(prose.blocks[0].end, 7U);
}
TEST(Prose, CountsTheWordsOfEachBlock) {
  const Prose prose = read("# Two words\n\nAnd three more.\n").prose;
  EXPECT_EQ(prose.blocks[0].words, 2U);
  EXPECT_EQ(prose.words(), 5U);
}
TEST(Prose, ShowsOnlyTheBeginningOfCode) {
  const Prose prose = read("```\n" + std::string(100'000, 'x') + "\n```\n").prose;
  EXPECT_LT(prose.text.size(), 5'000U);
}

/// What every prose must be, of whatever article.
void expect_sound(const Read& read) {
  const Prose& prose = read.prose;
  for (const ProseRun& run : prose.runs) {
    EXPECT_LE(run.source.end, read.source.size());
    if ((run.styles & (prose_image | prose_reference)) == 0 && run.text.size() == run.source.size() && run.text.size() > 1) {
      EXPECT_EQ(prose.view(run), read.source.view(run.source));
    }
  }
  for (std::uint32_t b = 0; b < prose.blocks.size(); ++b) {
    EXPECT_GT(prose.blocks[b].end, b);
    EXPECT_LE(prose.blocks[b].end, prose.blocks.size());
  }
}

TEST(Prose, IsSoundForEveryFixture) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_folder() + "/fixtures/articles")) {
    auto source = read_source(entry.path().string());
    if (!source) continue;
    SCOPED_TRACE(entry.path().string());
    expect_sound(read(source->bytes));
    ++count;
  }
  EXPECT_GT(count, 3U);
}

}  // namespace
}  // namespace stet::prose_test
