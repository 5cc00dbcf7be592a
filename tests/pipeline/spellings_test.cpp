// One phrase, and the many ways in which an article may write it.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::spellings_test {
namespace {

/// The messages of what a rule of these keys finds, joined by "; ".
std::string found(const std::string& keys, const std::string& markdown) {
  const std::string yaml = keys + "\ntitle: T\nseverity: warning\nwhy: W.\ninstead: I.\n";
  const auto rules = load_rules(
      {{"house/case.yaml", "house/case.yaml", yaml}, {"words/goods.yaml", "words/goods.yaml", "words: [tea, olive oil]\n"}}, kind_fields());
  if (!rules) return render(rules.error().front());
  const auto engine = compile(*rules);
  if (!engine) return render(engine.error().front());
  std::string text;
  for (const Finding& finding : check_source(**engine, *make_source("a.md", markdown)).findings) {
    text += (text.empty() ? "" : "; ") + finding.message;
  }
  return text;
}
bool finds(const std::string& phrase, const std::string& markdown) {
  return found("kind: forbids\nmessage: found\nfind: '" + phrase + "'", markdown + "\n") == "found";
}

struct Spelling {
  std::string phrase;
  std::string article;
  bool found = true;
};

class Spellings : public testing::TestWithParam<Spelling> {};

TEST_P(Spellings, OfOnePhrase) { EXPECT_EQ(finds(GetParam().phrase, GetParam().article), GetParam().found) << GetParam().article; }

INSTANTIATE_TEST_SUITE_P(UnicodeForms, Spellings,
                         testing::Values(Spelling{"café crème", "A cafe\u0301 cre\u0300me."},  // decomposed in the article
                                         Spelling{"cafe\u0301 cre\u0300me", "A café crème."},  // and in the phrase
                                         Spelling{"office fine", "An o\uFB03ce, \uFB01ne."},   // ligatures
                                         Spelling{"ABC shop", "An \uFF21\uFF22\uFF23 shop."},  // full width
                                         Spelling{"Straße", "DIE STRASSE."}, Spelling{"10 mg", "Some 10\u00A0mg."},
                                         Spelling{"coffee house", "A cof\u00ADfee\u200B house."},  // soft hyphen, zero width
                                         Spelling{"naive", "A naïve man.", false}));               // another word
INSTANTIATE_TEST_SUITE_P(Hyphens, Spellings,
                         testing::Values(Spelling{"side effects", "Side-effects are rare."},
                                         Spelling{"side-effects", "Side effects are rare."},
                                         Spelling{"side effects", "These side\u2011effects are rare."},  // no-break hyphen
                                         Spelling{"side effects", "These side-\neffects are rare."},     // over the line
                                         Spelling{"side effects", "These side\neffects are rare."},
                                         Spelling{"side effects", "Sideeffects are rare.", false}));
INSTANTIATE_TEST_SUITE_P(Quotes, Spellings,
                         testing::Values(Spelling{"the \"best\" deal", "The “best” deal."},
                                         Spelling{"the “best” deal", "The \"best\" deal."}, Spelling{"can’t lose", "You can't lose."},
                                         Spelling{"cannot lose", "You can’t lose."}, Spelling{"it is free", "It’s free."}));
INSTANTIATE_TEST_SUITE_P(Markup, Spellings,
                         testing::Values(Spelling{"very loud noise", "A **very** [loud](x) *noise*."},
                                         Spelling{"very loud noise", "A very `loud` noise."},
                                         Spelling{"very loud noise", "A ve**ry** loud<br> noise."},
                                         Spelling{"very loud noise", "A very[^1] loud noise.\n\n[^1]: x"},
                                         Spelling{"very loud noise", "A very <!-- not --> loud noise."},
                                         Spelling{"very loud noise", "- A very\n  loud\n  noise."},
                                         Spelling{"very loud noise", "> **Very** loud\n\nNoise.", false}));
INSTANTIATE_TEST_SUITE_P(Signs, Spellings,
                         testing::Values(Spelling{"R&D is loud", "Our R&D is loud."}, Spelling{"and/or", "Tea and/or coffee."},
                                         Spelling{"the U.S. market", "In the U.S. market it is so."},
                                         Spelling{"COVID-19", "In COVID-19 times."},
                                         Spelling{"example.com is loud", "Our example.com is loud."},
                                         Spelling{"100% loud", "It is 100% loud."}));

/// `unless` and `needs` are asked for the words that `find` has captured.
TEST(CapturesOfARule, AreTheSameInUnless) {
  const std::string rule =
      "kind: forbids\nmessage: '{$what}'\nfind: 'buy $what:{goods}'\nunless: '$what is sold out'\nunless-within: paragraph";
  EXPECT_EQ(found(rule, "Buy tea.\n"), "tea");
  EXPECT_EQ(found(rule, "Buy tea. Tea is sold out.\n"), "");
  EXPECT_EQ(found(rule, "Buy tea. Olive oil is sold out.\n"), "tea");
  EXPECT_EQ(found(rule, "Buy olive oils. Olive oil is sold out.\n"), "") << "inflections are the same";
}
TEST(CapturesOfARule, AreTheSameInNeeds) {
  const std::string rule =
      "kind: requires\nmessage: '{$what} of “{found}”'\nfind: 'buy $what:{goods}'\nneeds: 'price of $what'\nwithin: paragraph";
  EXPECT_EQ(found(rule, "Buy **olive** oil. See the price of tea.\n"), "olive oil of “Buy olive oil”");
  EXPECT_EQ(found(rule, "Buy **olive** oil. See the price of olive oil.\n"), "");
}
TEST(CapturesOfARule, AreTheSameLaterInAPhrase) {
  const std::string rule = "kind: forbids\nmessage: '{$what}'\nfind: '$what:{goods} is $what'";
  EXPECT_EQ(found(rule, "Tea is tea. Tea is olive oil.\n"), "Tea");
}

}  // namespace
}  // namespace stet::spellings_test
