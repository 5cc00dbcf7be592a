#include "units/vocabulary.h"

#include <gtest/gtest.h>

#include "units/verbs.h"

namespace stet::vocabulary_test {
namespace {

/// Words that must have one lemma key, separated by spaces.
class OneLemma : public testing::TestWithParam<const char*> {};

TEST_P(OneLemma, IsSharedByAllForms) {
  std::istringstream words(GetParam());
  std::string first;
  words >> first;
  for (std::string word; words >> word;) EXPECT_EQ(lemma_key(word), lemma_key(first)) << word << " and " << first;
}

INSTANTIATE_TEST_SUITE_P(Lemma, OneLemma,
                         testing::Values("suggest suggests suggested suggesting", "study studies studied studying",
                                         "stop stops stopped stopping", "cause causes caused causing", "show shows showed shown showing",
                                         "find finds found finding", "child children", "analysis analyses", "take takes took taken taking",
                                         "relieve relieves relieved relieving", "box boxes", "stress stresses", "die dies died dying",
                                         "control controls controlled controlling", "use uses used using",
                                         "organise organises organize organized organizing", "colour color colors",
                                         "prove proves proved proven proving", "agree agrees agreed agreeing", "tooth teeth",
                                         "heal heals healed healing", "ease eases eased easing", "add adds added adding",
                                         "try tries tried trying", "plan plans planned planning", "focus focuses focused",
                                         "symptom symptoms", "disease diseases"));

/// Pairs that must stay apart.
class TwoLemmas : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(TwoLemmas, StayApart) { EXPECT_NE(lemma_key(GetParam().first), lemma_key(GetParam().second)); }

INSTANTIATE_TEST_SUITE_P(Lemma, TwoLemmas,
                         testing::Values(std::pair("safe", "safety"), std::pair("safe", "safely"), std::pair("addict", "addictive"),
                                         std::pair("addict", "addiction"), std::pair("organ", "organization"), std::pair("new", "news"),
                                         std::pair("thing", "th"), std::pair("specie", "species"), std::pair("even", "evening"),
                                         std::pair("need", "ne"), std::pair("his", "hi"), std::pair("universe", "university"),
                                         std::pair("diabetes", "diabete")));

TEST(Stem, JoinsDerivations) { EXPECT_EQ(stem("addiction"), stem("addictive")); }

TEST(Vocabulary, GivesOneIdAForm) {
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.add("study"), vocabulary.add("study"));
  EXPECT_EQ(vocabulary.form(vocabulary.add("studies")).lemma, vocabulary.form(vocabulary.add("study")).lemma);
}
TEST(Vocabulary, KeepsTheIdsOfItsBase) {
  Vocabulary base;
  const FormId study = base.add("study");
  Vocabulary local(&base);
  EXPECT_EQ(local.add("study"), study);
  const FormId fresh = local.add("velmora");
  EXPECT_GE(fresh, base.size());
  EXPECT_EQ(local.form(fresh).text, "velmora");
}
TEST(Vocabulary, WeighsRareWordsMore) {
  Vocabulary vocabulary;
  const auto weight = [&](const char* word) { return vocabulary.form(vocabulary.add(word)).weight; };
  EXPECT_FLOAT_EQ(weight("the"), 0);
  EXPECT_LT(weight("good"), weight("receptor"));
  EXPECT_LE(weight("receptor"), weight("qwxyzt"));
}
TEST(Vocabulary, KnowsWordClasses) {
  Vocabulary vocabulary;
  const auto flags = [&](const char* word) { return vocabulary.form(vocabulary.add(word)).flags; };
  EXPECT_NE(flags("without") & form_negator, 0);
  EXPECT_NE(flags("might") & form_modal, 0);
  EXPECT_NE(flags("seven") & form_number, 0);
  EXPECT_NE(flags("were") & form_be, 0);
  EXPECT_EQ(flags("harbour"), 0);
}

TEST(Vocabulary, KnowsFormsOfVerbs) {
  Vocabulary vocabulary;
  const auto form = [&](const char* word) { return vocabulary.form(vocabulary.add(word)); };
  EXPECT_TRUE(is_third_person(form("weighs")));
  EXPECT_FALSE(is_third_person(form("seats"))) << "a noun as well";
  EXPECT_TRUE(is_base_verb(form("leave")));
  EXPECT_FALSE(is_base_verb(form("leaves")));
  EXPECT_TRUE(may_be_base_verb(form("cost")));
  EXPECT_TRUE(may_be_third_person(form("seats")));
  EXPECT_NE(form("shown").flags & form_irregular, 0);
  EXPECT_EQ(form("show").flags & form_irregular, 0);
}

TEST(Vocabulary, ThatWasFrozenIsTheSame) {
  Vocabulary made;
  const std::vector<std::string> words = {"studies", "sold", "the", "not", "study", "a-word-that-is-longer-than-most"};
  for (const std::string& word : words) made.add(word);
  FrozenWriter writer;
  made.write(writer);
  const FrozenBytes bytes = writer.take();
  FrozenReader reader(as_text(bytes));
  Vocabulary read(reader);
  ASSERT_EQ(read.size(), made.size());
  for (FormId id = 0; id < made.size(); ++id) {
    EXPECT_EQ(read.form(id).text, made.form(id).text);
    EXPECT_EQ(read.form(id).lemma, made.form(id).lemma);
    EXPECT_EQ(read.form(id).stem, made.form(id).stem);
    EXPECT_EQ(read.form(id).flags, made.form(id).flags);
    EXPECT_EQ(read.form(id).weight, made.form(id).weight);
    EXPECT_EQ(read.stem_text(read.form(id).stem), made.stem_text(made.form(id).stem));
    EXPECT_EQ(read.add(made.form(id).text), id);
  }
  EXPECT_EQ(read.form(read.add("studied")).lemma, made.form(made.add("studied")).lemma) << "keys are found again, too";
}

}  // namespace
}  // namespace stet::vocabulary_test
