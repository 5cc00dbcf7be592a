#include <gtest/gtest.h>

#include <algorithm>

#include "rules/rule.h"

namespace stet::loader_test {
namespace {

const std::vector<KindFields> test_kinds = {
    {"forbids",
     "",
     {{.name = "find", .type = FieldType::phrase_list, .description = "What must not be said.", .required = true},
      {.name = "within", .type = FieldType::window, .description = "How far.", .values = {"sentence", "paragraph", "section", "article"}},
      {.name = "at-least", .type = FieldType::integer, .description = "How many."}}}};

/// A rule that is right, with lines put in before its examples.
std::string rule_with(const std::string& lines) {
  return "kind: forbids\ntitle: No shouting\nseverity: error\nmessage: \"“{found}” shouts\"\nwhy: It is loud.\ninstead: Say it.\n" + lines +
         "examples:\n  bad: [ Very loud ]\n  good: [ Quiet ]\n";
}

/// All problems, as a user reads them.
std::string errors_of(const std::vector<RuleFile>& files) {
  const auto set = load_rules(files, test_kinds);
  std::string text;
  if (!set) {
    for (const Problem& problem : set.error()) text += render(problem) + "\n";
  }
  return text;
}

/// The first problem as "line:column: what (mend)".
std::string error_of(const std::string& yaml) {
  const auto set = load_rules({{"house/loud.yaml", "house/loud.yaml", yaml}}, test_kinds);
  if (set) return "no error";
  const Problem& problem = set.error().front();
  return std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " + problem.what +
         (problem.mend.empty() ? "" : " (" + problem.mend + ")");
}

TEST(Loader, ReadsARule) {
  const auto set = load_rules({{"house/loud.yaml", "house/loud.yaml", rule_with("find: [loud, \"shout at <name>\"]\n")}}, test_kinds);
  ASSERT_TRUE(set);
  const Rule& rule = set->rules.front();
  EXPECT_EQ(rule.info.id, "house/loud");
  EXPECT_EQ(rule.info.severity, Severity::error);
  EXPECT_EQ(rule.phrases("find").size(), 2U);
  EXPECT_EQ(rule.info.bad_examples, std::vector<SharedText>{"Very loud"});
}

TEST(Loader, TakesTheLaterOfTwoFilesWithOnePath) {
  const auto set =
      load_rules({{"a/b.yaml", "one", rule_with("find: first\n")}, {"a/b.yaml", "two", rule_with("find: second\n")}}, test_kinds);
  ASSERT_TRUE(set);
  EXPECT_EQ(set->rules.front().phrases("find").front().text, "second");
}

TEST(Loader, ReadsAWordListFromABlockOfText) {
  const auto set = load_rules({{"words/loud.yaml", "loud.yaml", "words: |\n  loud\n\n  very loud\n"}}, test_kinds);
  ASSERT_TRUE(set);
  const std::vector<WordListEntry>& entries = set->lists.at("loud").entries;
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[1].text, "very loud");
  EXPECT_EQ(entries[1].position.line, 4U);
  EXPECT_EQ(entries[1].position.column, 3U);
}
TEST(Loader, PlacesAFaultInABlockOfText) {
  EXPECT_NE(errors_of({{"words/loud.yaml", "loud.yaml", "words: |\n  loud\n  so (loud\n"}}).find("loud.yaml:3:6"), std::string::npos);
}

TEST(Loader, NamesTheNearestKey) {
  EXPECT_EQ(error_of(rule_with("fnd: loud\nfind: loud\n")), "7:1: unknown key `fnd` in this rule (did you mean `find`?)");
}
TEST(Loader, NamesTheNearestKind) {
  EXPECT_EQ(error_of("kind: forbid\n"), "1:7: `forbid` is not a kind of rule (did you mean `forbids`?)");
}
TEST(Loader, MissesARequiredKey) { EXPECT_EQ(error_of(rule_with("")), "1:1: this rule has no `find` (What must not be said.)"); }
TEST(Loader, PointsIntoAPhrase) { EXPECT_EQ(error_of(rule_with("find: \"very (loud\"\n")), "7:13: `(` is not closed (add `)`)"); }
TEST(Loader, RefusesAnEmptyMatch) {
  EXPECT_EQ(error_of(rule_with("find: \"[loud]\"\n")),
            "7:8: this phrase matches without any word (leave at least one word that is not optional)");
}
TEST(Loader, RefusesAnUnknownWordList) { EXPECT_EQ(error_of(rule_with("find: \"very {luod}\"\n")), "7:13: there is no word list `luod`"); }
TEST(Loader, RefusesAWrongWindow) {
  EXPECT_EQ(error_of(rule_with("find: loud\nwithin: chapter\n")),
            "8:9: `chapter` is not a distance (write sentence, paragraph, section, article or {sentences: 1})");
}
TEST(Loader, RefusesAWrongNumber) {
  EXPECT_EQ(error_of(rule_with("find: loud\nat-least: many\n")), "8:11: `at-least` must be a whole number");
}
TEST(Loader, RefusesAKeyTwice) {
  EXPECT_EQ(error_of(rule_with("find: loud\nfind: shout\n")), "8:1: `find` stands here a second time (keep one of the two)");
}
TEST(Loader, RefusesAliases) {
  EXPECT_EQ(error_of("kind: &a forbids\n"),
            "1:7: an anchor (`&name`) is not allowed here (write the value out, or put the text in quotes)");
}
TEST(Loader, RefusesDeepNesting) {
  EXPECT_EQ(error_of(std::string(200, '[') + std::string(200, ']')), "1:33: nested deeper than 32 levels (flatten it)");
}

TEST(Loader, ShowsTheLineWithACaret) {
  EXPECT_EQ(errors_of({{"house/loud.yaml", "house/loud.yaml", rule_with("find: loud\nat-laest: 3\n")}}),
            "house/loud.yaml:8:1: error: unknown key `at-laest` in this rule\n"
            "  at-laest: 3\n"
            "  ^\n"
            "  did you mean `at-least`?\n\n");
}

TEST(WordLists, IncludeOthersAndLeaveOut) {
  const auto set = load_rules({{"words/a.yaml", "a", "words: [one, two words]\n"},
                               {"words/b.yaml", "b", "include: [a]\nwords: [three]\nexcept: [one]\n"},
                               {"house/loud.yaml", "r", rule_with("find: \"{b}\"\n")}},
                              test_kinds);
  ASSERT_TRUE(set);
  std::vector<std::string> texts;
  for (const WordListEntry& entry : set->lists.at("b").entries) texts.push_back(entry.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"two words", "three"}));
}

TEST(WordLists, CarryWeights) {
  const auto set = load_rules({{"words/a.yaml", "a", "words:\n  - plain\n  - heavy: 2.5\n"}}, test_kinds);
  ASSERT_TRUE(set);
  EXPECT_DOUBLE_EQ(set->lists.at("a").entries.back().weight, 2.5);
}

std::vector<std::string> entries_of(const std::string& yaml) {
  const auto set = load_rules({{"words/a.yaml", "a", yaml}}, test_kinds);
  std::vector<std::string> texts;
  if (!set) return texts;
  for (const WordListEntry& entry : set->lists.at("a").entries) texts.push_back(entry.text);
  return texts;
}
bool holds(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

TEST(WordLists, TakeWordsFromWordNet) {
  const std::vector<std::string> symptoms = entries_of("from: {wordnet: \"symptom#1\"}\nexcept: [founder]\nwords: [puffy eyes]\n");
  EXPECT_TRUE(holds(symptoms, "hay fever"));
  EXPECT_TRUE(holds(symptoms, "puffy eyes"));
  EXPECT_FALSE(holds(symptoms, "founder"));
  EXPECT_FALSE(holds(symptoms, "cold"));  // a symptom in none of its first senses
}
TEST(WordLists, TakeOnlyCommonWordsAndEndings) {
  const std::vector<std::string> symptoms = entries_of("from: {wordnet: \"symptom#1\", common: 5, ending: [ache, ing]}\n");
  EXPECT_TRUE(holds(symptoms, "backache"));
  EXPECT_FALSE(holds(symptoms, "fever"));
}
TEST(WordLists, LeaveOutASubtree) {
  const auto illnesses = entries_of("from: {wordnet: \"ill health#1\"}\n");
  const auto of_people = entries_of("from: {wordnet: \"ill health#1\", without: \"animal disease#1\"}\n");
  EXPECT_TRUE(holds(illnesses, "mad cow disease"));
  EXPECT_FALSE(holds(of_people, "mad cow disease"));
}
TEST(WordLists, SayWhichSynsetsAreBuiltIn) {
  EXPECT_NE(errors_of({{"words/a.yaml", "a.yaml", "from: {wordnet: \"symptom#7\"}\n"}})
                .find("a.yaml:1:17: error: `symptom#7` is none of the synsets that are built in"),
            std::string::npos);
  EXPECT_NE(errors_of({{"words/a.yaml", "a.yaml", "from: {wordnet: \"symptom#1\", ending: xyz}\n"}}).find("`from` leaves no word"),
            std::string::npos);
}

TEST(WordLists, TakeListsInEntries) {
  const std::string limbs = "words: [arm, upper leg]\n";
  EXPECT_EQ(errors_of({{"words/a.yaml", "a", "words: [\"sore {limb}\"]\n"}, {"words/limb.yaml", "b", limbs}}), "");
  EXPECT_NE(errors_of({{"words/a.yaml", "a.yaml", "words: [\"sore {limp}\"]\n"}, {"words/limb.yaml", "b", limbs}})
                .find("there is no word list `limp`"),
            std::string::npos);
  EXPECT_NE(errors_of({{"words/a.yaml", "a.yaml", "words: [\"sore {a}\"]\n"}}).find("`a` includes itself"), std::string::npos);
}

TEST(WordLists, RefuseACircle) {
  const auto set = load_rules({{"words/a.yaml", "a", "include: [b]\n"}, {"words/b.yaml", "b", "include: [a]\n"}}, test_kinds);
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().front().what, "`a` includes itself");
}

TEST(BuiltinRules, AreEmbeddedWithTheirPaths) {
  const std::vector<RuleFile> files = builtin_rule_files();
  const auto research = std::find_if(files.begin(), files.end(), [](const RuleFile& file) { return file.path == "words/research.yaml"; });
  ASSERT_NE(research, files.end());
  EXPECT_NE(research->bytes.find("study"), std::string::npos);
}

/// The kinds of the tests, and one that has stances.
std::vector<KindFields> stance_kinds() {
  std::vector<KindFields> kinds = test_kinds;
  kinds.push_back({"opposes",
                   "",
                   {{.name = "says", .type = FieldType::phrase_list, .description = "It is so."},
                    {.name = "denies", .type = FieldType::phrase_list, .description = "It is not so."}}});
  return kinds;
}

/// What the first of some rules yields to.
std::vector<std::string> yields_of_first(const std::vector<RuleFile>& files) {
  const auto set = load_rules(files, stance_kinds());
  if (!set) return {"an error"};
  const std::vector<SharedText>& yields = set->rules.front().info.yields_to;
  return {yields.begin(), yields.end()};
}

std::string stance_with(const std::string& lines) {
  return "kind: opposes\ntitle: Two stances\nseverity: note\nmessage: both\nwhy: No.\ninstead: One.\nsays: [ it is so ]\ndenies: [ it is "
         "not ]\n" +
         lines + "examples:\n  bad: [ Both ]\n  good: [ One ]\n";
}

TEST(Loader, OneNameStandsForAllStancesInWhatARuleYieldsTo) {
  const RuleFile general{"house/a.yaml", "house/a.yaml", rule_with("find: [ loud ]\nyields-to: [ stances ]\n")};
  const RuleFile stance{"house/b.yaml", "house/b.yaml", stance_with("")};
  EXPECT_EQ(yields_of_first({general, stance}), std::vector<std::string>{"house/b"});
  const RuleFile yielding{"house/b.yaml", "house/b.yaml", stance_with("yields-to: [ house/a ]\n")};
  EXPECT_EQ(yields_of_first({general, yielding}), std::vector<std::string>{}) << "both would keep still";
}

TEST(Loader, TwoStancesThatYieldToAllStancesDoNotYieldToEachOther) {
  const RuleFile one{"house/a.yaml", "house/a.yaml", stance_with("yields-to: [ stances ]\n")};
  const RuleFile other{"house/b.yaml", "house/b.yaml", stance_with("yields-to: [ stances ]\n")};
  EXPECT_EQ(yields_of_first({one, other}), std::vector<std::string>{}) << "both would keep still";
}

TEST(Loader, BoundsWhatManyRulesYieldToByOneName) {
  std::vector<RuleFile> files;
  for (int i = 0; i < 500; ++i) {
    const std::string path = "house/r" + std::to_string(i) + ".yaml";
    files.push_back({path, path, stance_with("yields-to: [ stances ]\n")});
  }
  const auto set = load_rules(files, stance_kinds());
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().front().what, "`stances` and `attributes` stand for more than 200000 names in all rules together");
  EXPECT_EQ(set.error().front().line, 9U);
}

}  // namespace
}  // namespace stet::loader_test
