#include <gtest/gtest.h>

#include "language/grammar_lists.h"
#include "language/house_grammar.h"
#include "units/word_classes.h"

namespace stet::grammar_test {
namespace {

RuleSet rules_of(std::vector<RuleFile> files) {
  auto rules = load_rules(files, {});
  EXPECT_TRUE(rules.has_value()) << (rules ? "" : render(rules.error().front()));
  return rules ? std::move(*rules) : RuleSet();
}

/// The built-in lists, and a house's behind them.
RuleSet with_house(const std::string& path, const std::string& yaml) {
  std::vector<RuleFile> files = builtin_rule_files();
  std::erase_if(files, [](const RuleFile& file) { return !file.path.starts_with("grammar/"); });
  files.push_back({path, "house/" + path, yaml});
  return rules_of(std::move(files));
}

std::string fault_of(const std::string& path, const std::string& yaml) {
  Problems problems;
  grammar_of(with_house(path, yaml), problems);
  return problems.empty() ? "no fault" : render(problems.front());
}

TEST(grammar, the_table_of_the_build_is_what_the_files_say) {
  std::vector<RuleFile> files = builtin_rule_files();
  std::erase_if(files, [](const RuleFile& file) { return !file.path.starts_with("grammar/"); });
  EXPECT_EQ(files.size(), word_class_names.size());
  Problems problems;
  const RuleSet rules = rules_of(std::move(files));
  const std::vector<ClassifiedWord> words = classified_words(rules, problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(words.size(), builtin_words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(words[i].word, builtin_words[i].word);
    EXPECT_EQ(words[i].word_class, builtin_words[i].word_class);
    EXPECT_EQ(words[i].value, builtin_words[i].value);
  }
}

TEST(grammar, a_word_may_be_of_several_classes) {
  EXPECT_TRUE(builtin_grammar().has(WordClass::ordinal, "second"));
  EXPECT_TRUE(builtin_grammar().has(WordClass::half_negator, "hardly"));
  EXPECT_TRUE(builtin_grammar().has(WordClass::negator, "hardly"));
  EXPECT_FALSE(builtin_grammar().has(WordClass::half_negator, "never"));
  EXPECT_FALSE(builtin_grammar().has(WordClass::negator, "lantern"));
}

TEST(grammar, a_number_word_has_its_value_and_an_unknown_word_what_is_asked_for) {
  EXPECT_EQ(builtin_grammar().value(WordClass::number, "seven", -1), 7);
  EXPECT_EQ(builtin_grammar().value(WordClass::number, "one", -1), 1);
  EXPECT_EQ(builtin_grammar().value(WordClass::number, "zero", -1), 0);
  EXPECT_EQ(builtin_grammar().value(WordClass::ordinal, "seven", -1), -1);
}

TEST(grammar, a_form_knows_its_classes_and_one_that_begins_with_a_digit_has_none) {
  Vocabulary vocabulary;
  EXPECT_TRUE(is(vocabulary.form(vocabulary.add("would")), WordClass::modal));
  EXPECT_FALSE(is(vocabulary.form(vocabulary.add("wood")), WordClass::modal));
  EXPECT_EQ(vocabulary.form(vocabulary.add("2nd")).flags, form_number);
}

TEST(grammar, a_house_extends_a_class_and_the_others_stay) {
  Problems problems;
  const auto grammar = grammar_of(with_house("grammar/negator.yaml", "include: [builtin:grammar/negator]\nwords: [nary]\n"), problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_TRUE(grammar->has(WordClass::negator, "nary"));
  EXPECT_TRUE(grammar->has(WordClass::negator, "hardly"));
  EXPECT_TRUE(grammar->has(WordClass::modal, "might"));
  EXPECT_FALSE(builtin_grammar().has(WordClass::negator, "nary"));
}

TEST(grammar, a_house_that_replaces_a_class_takes_its_words_away) {
  Problems problems;
  const auto grammar = grammar_of(with_house("grammar/negator.yaml", "words: [not]\n"), problems);
  Vocabulary vocabulary(*grammar);
  EXPECT_EQ(vocabulary.form(vocabulary.add("never")).flags & form_negator, 0);
  EXPECT_NE(vocabulary.form(vocabulary.add("not")).flags & form_negator, 0);
  const Vocabulary of_article(&vocabulary);
  EXPECT_EQ(&of_article.grammar(), grammar.get());
}

TEST(grammar, what_a_set_of_rules_does_not_have_is_built_in) {
  Problems problems;
  const auto grammar = grammar_of(rules_of({{"grammar/modal.yaml", "modal.yaml", "words: [can, couldst]\n"}}), problems);
  EXPECT_TRUE(grammar->has(WordClass::modal, "couldst"));
  EXPECT_FALSE(grammar->has(WordClass::modal, "might"));
  EXPECT_TRUE(grammar->has(WordClass::negator, "never"));
}

TEST(grammar, a_misspelt_class_is_a_fault_at_its_file) {
  EXPECT_EQ(fault_of("grammar/negater.yaml", "words: [nary]\n"),
            "house/grammar/negater.yaml:1:1: error: there is no word class `negater`\n  words: [nary]\n  ^\n  did you mean `negator`?\n");
}

TEST(grammar, an_entry_of_two_words_is_a_fault_at_its_place) {
  const std::string fault = fault_of("grammar/negator.yaml", "words:\n  - not\n  - no longer\n");
  EXPECT_TRUE(fault.starts_with("house/grammar/negator.yaml:3:5: error: `no longer` is no single word in small letters\n")) << fault;
}

}  // namespace
}  // namespace stet::grammar_test
