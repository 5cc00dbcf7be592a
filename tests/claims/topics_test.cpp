#include "claims/topics.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::topics_test {
namespace {

/// What the first word of a spelling, in the last sentence of an article, is said of; "" for nothing.
std::string subject_in(const std::string& markdown, std::string_view said) {
  const auto reading = read(markdown);
  const CheckInput input = input_of(*reading);
  const auto last = static_cast<std::uint32_t>(reading->units.sentences.size() - 1);
  const std::uint32_t word = word_at(input, said, reading->units.sentences[last].words.begin);
  const TopicPhrase subject = Topics(input).subject_of(last, {word, word + 1});
  return subject.topic == no_index ? std::string() : std::string(reading->vocabulary.stem_text(subject.topic));
}

const std::string kilns = "The kiln burns oak. The kiln has a damper. Dampers rust. ";

TEST(Topics, AClauseSpeaksOfItsLeftmostTopic) {
  EXPECT_EQ(subject_in(kilns + "The kiln with a damper is safe.\n", "safe"), "kiln");
  EXPECT_EQ(subject_in(kilns + "The kiln is old, but the damper is safe.\n", "safe"), "damper");
}

TEST(Topics, WhatIsNamedBehindTheWordsComesFirst) {
  EXPECT_EQ(subject_in(kilns + "People know the safety of the damper.\n", "safety"), "damper");
  EXPECT_EQ(subject_in(kilns + "The kiln owes its safety of oars.\n", "safety"), "") << "of something that is no topic";
}

TEST(Topics, APronounStandsForWhatTheSentenceBeforeSpeaksOf) {
  EXPECT_EQ(subject_in(kilns + "It is safe.\n", "safe"), "damper");
  EXPECT_EQ(subject_in(kilns + "The kiln glows. It is safe.\n", "safe"), "kiln");
}

TEST(Topics, SomethingElseIsNoTopic) {
  EXPECT_EQ(subject_in(kilns + "A bellows is safe.\n", "safe"), "") << "said once";
  EXPECT_EQ(subject_in(kilns + "Other kilns are safe.\n", "safe"), "") << "others of the kind";
}

TEST(Topics, CommonWordsAreNone) { EXPECT_EQ(subject_in("The time flies. The time is short. The time is safe.\n", "safe"), ""); }
TEST(Topics, AnotherThingIsNamedByADeterminerOrACapital) {
  const auto another = [](const std::string& sentence) {
    const auto reading = read("# The kiln\n\nThe kiln burns oak.\n\n" + sentence + "\n");
    const CheckInput input = input_of(*reading);
    const auto last = static_cast<std::uint32_t>(reading->units.sentences.size() - 1);
    const std::uint32_t word = word_at(input, "safe", reading->units.sentences[last].words.begin);
    return Topics(input).names_another(last, {word, word + 1}, no_index);
  };
  EXPECT_TRUE(another("The bellows is safe."));
  EXPECT_TRUE(another("We know that Oskerry is safe."));
  EXPECT_FALSE(another("The kiln is safe."));
  EXPECT_FALSE(another("It is safe."));
}
TEST(Topics, AHeadingCountsTwice) {
  EXPECT_EQ(subject_in("# Bellows\n\nA bellows is safe.\n", "safe"), subject_in("Bellows. Bellows. A bellows is safe.\n", "safe"));
}

TEST(Topics, AreIntroducedByTheTitleOrTheFirstWords) {
  const auto reading = read("# The Harlow lathe\n\nSpindles of brass turn slowly, and then the chuck is closed.\n");
  const CheckInput input = input_of(*reading);
  const Topics topics(input);
  const auto introduced = [&](std::string_view word) { return topics.is_introduced(form_of(input, word_at(input, word)).stem); };
  EXPECT_TRUE(introduced("lathe"));
  EXPECT_TRUE(introduced("spindles"));
  EXPECT_FALSE(introduced("chuck"));
}

TEST(SameTopic, OneMayNameMoreThanTheOther) {
  const TopicPhrase tea{.topic = 1, .details = {7}};
  const TopicPhrase plain{.topic = 1, .details = {}};
  const TopicPhrase root{.topic = 1, .details = {8}};
  EXPECT_TRUE(same_topic(tea, plain));
  EXPECT_TRUE(same_topic(plain, tea));
  EXPECT_FALSE(same_topic(tea, root));
  EXPECT_FALSE(same_topic(plain, TopicPhrase{.topic = 2, .details = {}}));
  EXPECT_FALSE(same_topic(TopicPhrase{}, TopicPhrase{}));
}
TEST(Topics, ACommonNounIsOneAsAWholeSubject) {
  EXPECT_EQ(subject_in("Rooms are warm. The rooms are safe.\n", "safe"), "room");
  EXPECT_EQ(subject_in("Rooms are warm. The house of rooms is safe.\n", "safe"), "") << "one word among others";
  EXPECT_EQ(subject_in("Houses are warm. The rooms are safe.\n", "safe"), "") << "said once";
}
TEST(Topics, CommonNounsWithAnotherDetailAreTwo) {
  TopicPhrase rooms{.topic = 1, .details = {}, .key = 0, .common = true};
  TopicPhrase guest_rooms{.topic = 1, .details = {7}, .key = 0, .common = true};
  EXPECT_FALSE(same_topic(rooms, guest_rooms));
  EXPECT_TRUE(same_topic(rooms, rooms));
}

}  // namespace
}  // namespace stet::topics_test
