#include <gtest/gtest.h>

#include "language/clauses.h"
#include "language/condition.h"
#include "language/content_word.h"
#include "language/label.h"
#include "language/negation.h"
#include "language/tense.h"
#include "units/read.h"
#include "units/word_classes.h"

namespace stet::words_test {
namespace {

std::uint32_t word_at(const ReadUnits& read, std::string_view text) {
  for (std::uint32_t word = 0; word < read.units.words.size(); ++word) {
    if (read.text(read.units.words[word].plain) == text) return word;
  }
  ADD_FAILURE() << "no word " << text;
  return 0;
}

std::string words_of(const ReadUnits& read, IndexRange words) {
  return words.empty() ? std::string()
                       : std::string(read.text({read.units.words[words.begin].plain.begin, read.units.words[words.end - 1].plain.end}));
}

Denial denial_of(const std::string& markdown, std::string_view word) {
  const ReadUnits read = read_all(markdown);
  return denial_at(read.units, *read.vocabulary, read.units.sentences.front().words, word_at(read, word));
}

std::string clause_with(const std::string& markdown, std::string_view word) {
  const ReadUnits read = read_all(markdown);
  return words_of(read, clause_of(read.article, read.units, *read.vocabulary, 0, word_at(read, word)));
}

TEST(negation, has_a_strength) {
  EXPECT_EQ(denial_of("The kiln is not hot.\n", "not"), Denial::full);
  EXPECT_EQ(denial_of("The kiln is hardly warm.\n", "hardly"), Denial::half);
  EXPECT_EQ(denial_of("The kiln is not always hot.\n", "not"), Denial::weakened);
  EXPECT_EQ(denial_of("The kiln is not only hot.\n", "not"), Denial::cancelled);
  EXPECT_EQ(denial_of("The kiln is quite hot.\n", "quite"), Denial::none);
}

TEST(negation, is_none_in_a_name_a_number_or_code) {
  EXPECT_EQ(denial_of("We dine at the Never Inn.\n", "Never"), Denial::none);
  EXPECT_EQ(denial_of("It is no 5 of the series.\n", "no"), Denial::none);
  EXPECT_EQ(denial_of("Pass `not` to it.\n", "not"), Denial::none);
  EXPECT_EQ(denial_of("Never open the kiln.\n", "Never"), Denial::full);
  EXPECT_EQ(denial_of("**Glaze:** No lead is in it.\n", "No"), Denial::full);
  EXPECT_EQ(denial_of("Do NOT open the kiln.\n", "NOT"), Denial::full);
}

TEST(negation, is_none_at_the_end_of_a_compound) {
  EXPECT_EQ(denial_of("It is an all-or-nothing glaze.\n", "nothing"), Denial::none);
  EXPECT_EQ(denial_of("We didn't glaze it.\n", "n't"), Denial::full);
}

TEST(negation, is_held_by_words_that_deny_in_half_or_less_than_all_too) {
  const auto holds = [](const std::string& markdown) {
    const ReadUnits read = read_all(markdown);
    return holds_denial(read.units, *read.vocabulary, read.units.sentences.front().words);
  };
  EXPECT_TRUE(holds("The kiln is not always hot.\n"));
  EXPECT_TRUE(holds("The kiln is hardly warm.\n"));
  EXPECT_FALSE(holds("The kiln is not only hot.\n"));
  EXPECT_FALSE(holds("The kiln is hot.\n"));
}

TEST(negation, of_a_thing_is_not_that_of_a_verb) {
  Vocabulary vocabulary;
  EXPECT_TRUE(denies_its_verb(vocabulary.form(vocabulary.add("never"))));
  EXPECT_FALSE(denies_its_verb(vocabulary.form(vocabulary.add("nobody"))));
}

TEST(negation, every_class_of_it_is_one_of_negators) {
  for (const ClassifiedWord& word : builtin_words) {
    if (word.word_class != WordClass::half_negator && word.word_class != WordClass::verb_negator) continue;
    EXPECT_TRUE(builtin_grammar().has(WordClass::negator, word.word)) << word.word;
  }
}

TEST(clauses, end_at_punctuation_and_at_contrasts) {
  const std::string text = "The kiln is hot, the shed is cold but the yard is wet.\n";
  EXPECT_EQ(clause_with(text, "kiln"), "The kiln is hot");
  EXPECT_EQ(clause_with(text, "shed"), "the shed is cold");
  EXPECT_EQ(clause_with(text, "yard"), "but the yard is wet");
}

TEST(clauses, end_at_dashes_and_brackets_and_not_at_hyphens) {
  EXPECT_EQ(clause_with("The kiln \xE2\x80\x93 a gas-fired one \xE2\x80\x93 is hot.\n", "gas"), "a gas-fired one");
  EXPECT_EQ(clause_with("The kiln (a small one) is hot.\n", "small"), "a small one");
}

TEST(clauses, each_word_is_in_the_one_that_it_is_asked_with) {
  const ReadUnits read = read_all("When it rains, the yard floods; however, the kiln stays dry (it has a roof), and nobody minds.\n");
  for (std::uint32_t word = 0; word < read.units.words.size(); ++word) {
    const IndexRange clause = clause_of(read.article, read.units, *read.vocabulary, 0, word);
    ASSERT_TRUE(clause.contains(word));
    for (std::uint32_t other = clause.begin; other < clause.end; ++other) {
      EXPECT_EQ(clause_of(read.article, read.units, *read.vocabulary, 0, other), clause);
    }
  }
}

TEST(clauses, markup_changes_nothing) {
  EXPECT_EQ(clause_with("The **kiln** is [hot](https://kiln.example), *the shed* is cold.\n", "kiln"), "The kiln is hot");
}

TEST(condition, is_opened_by_time_place_and_supposition) {
  Vocabulary vocabulary;
  for (const std::string_view word : {"if", "when", "unless", "wherever", "whether", "once"}) {
    EXPECT_TRUE(opens_condition(vocabulary.form(vocabulary.add(word)))) << word;
  }
  for (const std::string_view word : {"while", "should", "because", "kiln"}) {
    EXPECT_FALSE(opens_condition(vocabulary.form(vocabulary.add(word)))) << word;
  }
}

TEST(condition, at_the_head_of_a_sentence_is_its_first_clause) {
  const auto opening = [](const std::string& markdown, WordClass word_class) {
    const ReadUnits read = read_all(markdown);
    const auto words = opening_clause(read.article, read.units, *read.vocabulary, 0, word_class);
    return words ? words_of(read, *words) : "none";
  };
  EXPECT_EQ(opening("If the kiln is hot, wait.\n", WordClass::condition_opener), "If the kiln is hot");
  EXPECT_EQ(opening("Should it rain, close the shed.\n", WordClass::condition_opener), "Should it rain");
  EXPECT_EQ(opening("Wait if the kiln is hot.\n", WordClass::condition_opener), "none");
  EXPECT_EQ(opening("For stoneware, fire it twice.\n", WordClass::branch_opener), "For stoneware");
}

TEST(content_word, is_neither_grammar_nor_value_nor_sign) {
  const ReadUnits read = read_all("It could take seven of the 12 kilns & 3 sheds.\n");
  std::string content;
  for (std::uint32_t word = 0; word < read.units.words.size(); ++word) {
    if (is_content_word(read.units, *read.vocabulary, word)) content += std::string(read.text(read.units.words[word].plain)) + " ";
  }
  EXPECT_EQ(content, "take kilns sheds ");
}

TEST(tense, is_told_by_auxiliaries_and_by_form) {
  Vocabulary vocabulary;  // its forms view it
  const auto form_of = [&](std::string_view text) -> const Form& { return vocabulary.form(vocabulary.add(text)); };
  EXPECT_TRUE(is_past_be(form_of("were")));
  EXPECT_FALSE(is_past_be(form_of("had")));
  EXPECT_TRUE(is_past_auxiliary(form_of("had")));
  EXPECT_FALSE(is_past_auxiliary(form_of("baked")));
  EXPECT_TRUE(may_be_past(form_of("baked")));
  EXPECT_FALSE(may_be_past(form_of("bakes")));
}

std::string label_of(const std::string& markdown, std::uint32_t most) {
  const ReadUnits read = read_all(markdown);
  return words_of(read, label_before_colon(read.article, read.units, read.units.sentences.front().words, most));
}

TEST(label, ends_at_the_first_colon_that_parts_words) {
  EXPECT_EQ(label_of("Opening hours: nine to five: daily\n", 4), "Opening hours");
  EXPECT_EQ(label_of("**Opening hours:** nine to five\n", 4), "Opening hours");
  EXPECT_EQ(label_of("It opens at 10:30 each day\n", 8), "");
  EXPECT_EQ(label_of("See https://example.org for more\n", 8), "");
}

TEST(label, is_no_longer_than_is_asked) {
  EXPECT_EQ(label_of("Opening hours in summer: nine to five\n", 4), "Opening hours in summer");
  EXPECT_EQ(label_of("Opening hours in summer: nine to five\n", 3), "");
}

TEST(label, may_be_what_is_in_emphasis) {
  const ReadUnits read = read_all("**Older adults** need less.\n");
  EXPECT_EQ(words_of(read, emphasised_opening(read.units, read.units.sentences.front().words)), "Older adults");
}

}  // namespace
}  // namespace stet::words_test
