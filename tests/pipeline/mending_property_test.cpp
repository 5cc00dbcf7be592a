// What must hold of every article that `--fix` has mended, tried on some hundreds that are put together at random.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "findings/fixes.h"
#include "pipeline/check.h"

namespace stet::mending_property_test {
namespace {

using Random = std::minstd_rand;

constexpr std::array<std::string_view, 8> sentences = {
    "The ferry to Tarsin leaves the eastern quay at dawn on every working day.",
    "It carries the mail, the milk and whoever has business on the mainland.",
    "The chapel above the village holds a painted ceiling and nine wooden saints.",
    "Rain falls on the northern cape for most of the year.",
    "See the *keeper of the harbour* for a **ticket** to the outer islands.",
    "This is why the baker of Tarsin rises long before the gulls do.",
    "Passengers wait in the [wooden hall](#hall) beside the old lighthouse.",
    "A lamp burns behind the window of the last house on the pier:",
};

/// What a paragraph may stand in: at the top, and in what must never be emptied.
std::string framed(const std::string& text, std::size_t frame) {
  switch (frame) {
    case 0:
      return "- " + text + "\n- Snow.\n\n";
    case 1:
      return "> [!NOTE]\n> " + text + "\n\n";
    case 2:
      return ":::tip\n" + text + "\n:::\n\n";
    case 3:
      return "`--lamp`\n\n: " + text + "\n\n";
    case 4:
      return "## Harbour " + std::to_string(text.size()) + "\n\n" + text + "\n\n";
    case 5:
      return text + "\n\n```\nlamp --on\n```\n\n";
    case 6:
      return "**In winter:** " + text + "\n\n";
    case 7:
      return "1. " + text + "\n\n   " + text + "\n\n";
    case 8:
      return "| Place | What |\n|---|---|\n| Quay | " + text + " |\n\n";
    default:
      return text + "\n\n";
  }
}

std::string random_article(unsigned seed) {
  Random random(seed);
  std::string article = "# The harbour\n\n";
  std::vector<std::string> paragraphs;
  const std::size_t count = 6 + random() % 10;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text(sentences[random() % sentences.size()]);
    if (random() % 2 == 0) text += " " + std::string(sentences[random() % sentences.size()]);
    if (!paragraphs.empty() && random() % 2 == 0) text = paragraphs[random() % paragraphs.size()];
    paragraphs.push_back(text);
    article += framed(text, random() % 16);
  }
  return article;
}

FileFindings checked(const std::string& text) { return check_source(builtin_engine(), *make_source("test.md", text)); }

std::string mended(std::string text) {
  for (unsigned round = 0; round < most_fix_rounds; ++round) {
    FixedText fixed = apply_fixes(checked(text), false);
    if (fixed.fixed == 0) return text;
    text = std::move(fixed.bytes);
  }
  return text;
}

/// A block as it must stay: its kind, the heading it stands under, and its bytes.
std::vector<std::string> blocks_of(const std::string& text) {
  const Source source = *make_source("test.md", text);
  const Article article = parse_article(source);
  std::vector<std::string> blocks;
  for (const Block& block : article.blocks) {
    const std::string heading(article.heading_text(article.sections[block.section]));
    blocks.push_back(std::string(name(block.kind)) + "|" + heading + "|" + std::string(source.view(block.source)));
  }
  return blocks;
}

/// The sentences at fault: which of several equal passages a finding joins may change when one goes. `covered` takes in those that keep
/// still inside what a finding is about.
std::set<std::string> faults(const std::string& text, bool covered) {
  const FileFindings file = checked(text);
  std::set<std::string> result;
  const auto add = [&](Span span) {
    for (const Span sentence : file.sentences) {
      if (sentence.overlaps(span)) result.insert(folded_words(file.source.view(sentence)));
    }
  };
  for (const Finding& finding : file.findings) {
    add(finding.source);
    if (covered) add(finding.covers);
    for (const RelatedLocation& end : finding.related) add(end.source);
  }
  return result;
}

class MendedArticle : public testing::TestWithParam<unsigned> {};

TEST_P(MendedArticle, LosesNothingButParagraphsThatStandThereStill) {
  const std::string before = random_article(GetParam());
  const std::string after = mended(before);
  const std::vector<std::string> had = blocks_of(before);
  const std::vector<std::string> has = blocks_of(after);
  auto kept = has.begin();
  for (const std::string& block : had) {
    if (kept != has.end() && *kept == block) {
      ++kept;
      continue;
    }
    EXPECT_TRUE(block.starts_with("paragraph|")) << block << "\n" << before;
    EXPECT_TRUE(std::find(has.begin(), has.end(), block) != has.end()) << block << "\n" << before;
  }
  EXPECT_TRUE(kept == has.end()) << before << "\n-----\n" << after;
}

TEST_P(MendedArticle, HasNoNewFinding) {
  const std::string before = random_article(GetParam());
  const std::set<std::string> had = faults(before, true);
  const std::set<std::string> has = faults(mended(before), false);
  // Behind a label it is the same sentence.
  const auto known = [&](const std::string& fault) {
    return std::any_of(had.begin(), had.end(), [&](const std::string& other) { return fault.ends_with(other); });
  };
  for (const std::string& fault : has) EXPECT_TRUE(known(fault)) << fault << "\n" << before;
}

INSTANTIATE_TEST_SUITE_P(Random, MendedArticle, testing::Range(0U, 300U));

TEST(MendedArticles, AreMendedNowAndThen) {
  unsigned mended_ones = 0;
  for (unsigned seed = 0; seed < 300; ++seed) mended_ones += mended(random_article(seed)) != random_article(seed) ? 1U : 0U;
  EXPECT_GT(mended_ones, 20U);
}

}  // namespace
}  // namespace stet::mending_property_test
