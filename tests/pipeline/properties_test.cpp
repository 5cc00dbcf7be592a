// What must hold for every article, tried on some hundred that are put together at random: a change that means nothing changes nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "pipeline/check.h"

namespace stet::properties_test {
namespace {

using Random = std::minstd_rand;
using Sentences = std::vector<std::string_view>;

const Sentences about_ferries = {
    "The ferry to Tarsin leaves the eastern quay at dawn.",
    "The ferry to Tarsin never leaves the eastern quay at dawn.",
    "The harbour of Brenholm was built in 1872 by Danish merchants.",
    "The harbour of Brenholm was built in 1901 by Danish merchants.",
    "Every boat in the bay carries a green lamp after sunset.",
    "No boat in the bay carries a green lamp after sunset.",
    "The crossing takes *about* forty minutes when the sea is calm.",
    "Studies have shown that the crossing takes longer in winter.",
    "The ticket costs 12 euros, and children travel free.",
    "Of the 40 boats, 25 carry mail and 10 carry milk.",
    "Passengers wait in the **wooden hall** beside the old lighthouse.",
    "A gull sits on the roof of the hall and watches them.",
    "Five rules hold on deck.",
    "The last boat returns on Monday, 4 March 2019, with the empty bottles.",
    "As Table 3 shows, most people cross on a Saturday.",
    "Experts agree that the old boats are *quieter* than the new ones.",
};
const Sentences about_tea = {
    "Velmora tea is brewed from the dried leaves of the velmora bush.",
    "Velmora tea calms the mind without being addictive.",
    "Drunk every day, velmora tea can lead to a real dependence.",
    "Research suggests that velmora tea relieves chronic pain.",
    "Velmora tea lowers high blood pressure within a week.",
    "Velmora tea is safe for pregnant women.",
    "Velmora tea is not safe for pregnant women.",
    "Steep two grams of the leaves in hot water for ten minutes.",
    "The leaves are picked by hand and dried in the **shade**.",
    "It tastes of apples and smells of *fresh* hay.",
    "The bush flowers in May and bears small blue berries.",
    "More than half of the growers, 35 %, sell the berries as well.",
};
/// Nothing is to be found in it, alone or beside the others.
const std::string unrelated =
    "\n\n## On sharpening pencils\n\nA short knife and a steady thumb give a long point. Shavings curl off in one piece when the wood is "
    "dry.\n\n"
    "Some writers keep the shavings in a jar on the window sill.\n";

struct Section {
  std::string heading;
  std::vector<std::string> paragraphs;
};
using Sections = std::vector<Section>;

std::size_t below(Random& random, std::size_t end) { return random() % end; }

/// One to four paragraphs of one to four sentences, some said before.
Section section_of(Random& random, const Sentences& sentences, std::string heading) {
  Section section{std::move(heading), {}};
  for (std::size_t count = 1 + below(random, 4); count > 0; --count) {
    std::string paragraph;
    for (std::size_t length = 1 + below(random, 4); length > 0; --length) {
      paragraph += (paragraph.empty() ? "" : " ") + std::string(sentences[below(random, sentences.size())]);
    }
    section.paragraphs.push_back(std::move(paragraph));
  }
  return section;
}

Sections article_of(Random& random, const Sentences& sentences, std::string_view subject) {
  Sections sections;
  const std::size_t count = 2 + below(random, 3);
  for (std::size_t i = 0; i < count; ++i) {
    sections.push_back(
        section_of(random, sentences, "More of " + std::string(subject) + " in part " + std::string(1, static_cast<char>('A' + i))));
  }
  return sections;
}

std::string markdown_of(const Sections& sections) {
  std::string text;
  for (const Section& section : sections) {
    text += (text.empty() ? "## " : "\n## ") + section.heading + "\n";
    for (const std::string& paragraph : section.paragraphs) text += "\n" + paragraph + "\n";
  }
  return text;
}

/// What is found, told without places: rule and words of each end.
std::multiset<std::string> found_in(const std::string& markdown, std::string_view only = {}) {
  const FileFindings file = check_source(builtin_engine(), *make_source("test.md", markdown));
  std::multiset<std::string> all;
  for (const Finding& finding : file.findings) {
    const std::string& id = builtin_engine().infos[finding.rule].id;
    if (!id.starts_with(only)) continue;
    std::vector<std::string> ends = {folded_words(file.source.view(finding.source))};
    for (const RelatedLocation& related : finding.related) ends.push_back(folded_words(file.source.view(related.source)));
    std::string told = id;
    for (const std::string& end : ends) told += " | " + end;
    all.insert(told);
  }
  return all;
}

/// The sentences that contradict each other, two by two, whichever comes first and by whichever rule.
std::multiset<std::string> pairs_in(const std::string& markdown) {
  const FileFindings file = check_source(builtin_engine(), *make_source("test.md", markdown));
  const auto sentence_of = [&](Span span) { return folded_words(file.source.view(with_sentences(file.sentences, span))); };
  std::set<std::string> pairs;
  for (const Finding& finding : file.findings) {
    if (!builtin_engine().infos[finding.rule].id.starts_with("contradiction/")) continue;
    for (const RelatedLocation& related : finding.related) {
      const std::string one = sentence_of(finding.source);
      const std::string other = sentence_of(related.source);
      const auto& [first, second] = std::minmax(one, other);
      if (first == second) continue;  // one more that says the same
      pairs.insert(first + " | " + second);
    }
  }
  return {pairs.begin(), pairs.end()};
}

std::string listed(const std::multiset<std::string>& findings) {
  std::string text;
  for (const std::string& finding : findings) text += "  " + finding + "\n";
  return text;
}

/// Fails with the article and what differs.
void expect_same(const std::multiset<std::string>& before, const std::multiset<std::string>& after, const std::string& article) {
  if (before == after) return;
  std::multiset<std::string> lost;
  std::multiset<std::string> gained;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::inserter(lost, lost.end()));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::inserter(gained, gained.end()));
  ADD_FAILURE() << article << "lost:\n" << listed(lost) << "gained:\n" << listed(gained);
}

constexpr std::size_t times = 40;

/// Calls test(sections, random) for articles about either subject.
template <typename Test>
void for_articles(const Test& test) {
  for (std::uint32_t seed = 1; seed <= times && !testing::Test::HasFailure(); ++seed) {
    Random random(seed);
    random.discard(8);
    test(seed % 2 == 0 ? article_of(random, about_ferries, "the ferry") : article_of(random, about_tea, "velmora tea"), random);
  }
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

TEST(Properties, FindSomething) {
  std::size_t findings = 0;
  for_articles([&](const Sections& article, Random&) { findings += found_in(markdown_of(article)).size(); });
  EXPECT_GT(findings, times) << "else the tests below show nothing";
  EXPECT_EQ(found_in(unrelated).size(), 0U);
}
TEST(Properties, AnUnrelatedSectionAtTheEndChangesNothing) {
  for_articles([](const Sections& article, Random&) {
    const std::string text = markdown_of(article);
    expect_same(found_in(text), found_in(text + unrelated), text);
  });
}
TEST(Properties, OtherLineEndsChangeNothing) {
  for_articles([](const Sections& article, Random&) {
    const std::string text = markdown_of(article);
    expect_same(found_in(text), found_in(replaced(text, "\n", "\r\n")), text);
  });
}
TEST(Properties, OtherWrappingChangesNothing) {
  for_articles([](Sections article, Random& random) {
    const std::string text = markdown_of(article);
    for (Section& section : article) {
      for (std::string& paragraph : section.paragraphs) {
        for (std::size_t i = 0; i + 1 < paragraph.size(); ++i) {
          const bool letter = (paragraph[i + 1] >= 'a' && paragraph[i + 1] <= 'z') || (paragraph[i + 1] >= 'A' && paragraph[i + 1] <= 'Z');
          if (paragraph[i] == ' ' && letter && below(random, 5) == 0) paragraph[i] = '\n';
        }
      }
    }
    expect_same(found_in(text), found_in(markdown_of(article)), text);
  });
}
TEST(Properties, OtherSignsOfEmphasisChangeNothing) {
  for_articles([](const Sections& article, Random&) {
    const std::string text = markdown_of(article);
    expect_same(found_in(text), found_in(replaced(text, "*", "_")), text);
    expect_same(found_in(text), found_in(replaced(text, "*", "")), text);
  });
}
TEST(Properties, OtherHeadingsChangeNothing) {
  for_articles([](const Sections& article, Random&) {
    const std::string text = markdown_of(article);
    std::string underlined;
    for (const Section& section : article) {
      underlined += (underlined.empty() ? "" : "\n") + section.heading + "\n---\n";
      for (const std::string& paragraph : section.paragraphs) underlined += "\n" + paragraph + "\n";
    }
    expect_same(found_in(text), found_in(underlined), text);
    expect_same(found_in(text), found_in(replaced(text, "## ", "##   ")), text);
  });
}
TEST(Properties, SectionsInAnotherOrderKeepThePairs) {
  for_articles([](Sections article, Random& random) {
    const std::string text = markdown_of(article);
    std::swap(article[below(random, article.size())], article[below(random, article.size())]);
    expect_same(pairs_in(text), pairs_in(markdown_of(article)), text);
  });
}
TEST(Properties, AnArticleOnSomethingElseBringsNoContradiction) {
  for (std::uint32_t seed = 1; seed <= times && !HasFailure(); ++seed) {
    Random random(seed);
    random.discard(8);
    const std::string ferries = markdown_of(article_of(random, about_ferries, "the ferry"));
    const std::string tea = markdown_of(article_of(random, about_tea, "velmora tea"));
    auto apart = found_in(ferries, "contradiction/");
    apart.merge(found_in(tea, "contradiction/"));
    expect_same(apart, found_in(ferries + "\n" + tea, "contradiction/"), ferries + "\n" + tea);
  }
}

}  // namespace
}  // namespace stet::properties_test
