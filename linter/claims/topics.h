// What a clause speaks about: its leftmost frequent topic, pronouns resolved to the sentence before.
//
// For stances, which are said of what an article keeps coming back to, in clauses of any build: "the side effects of X", "X is not safe".
// Whose a value is tells claims/owners, by the grammatical subject; a stance seldom has the thing as that.
#pragma once

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "claims/keys.h"
#include "matching/check_input.h"

namespace stet {

/// A topic, and the content words that follow it before something is said of it: "Velmora", and "root" or "tea".
struct TopicPhrase {
  StemId topic = no_index;
  std::vector<WordKey> details;  ///< ascending
  WordKey key = 0;               ///< of the topic; 0 when it is not looked for among details
  bool common = false;           ///< a common noun, which is a topic only as a whole subject: "tickets", "the rooms"
};

/// Do they speak of one thing? "Velmora tea" and "Velmora" do, "Velmora tea" and "Velmora root" do not: each has a detail of its own. Of
/// common nouns "tickets" and "day tickets" are two.
bool same_topic(const TopicPhrase& a, const TopicPhrase& b);

/// The frequent topics of one article. A topic is a content word that the article has at least twice, a heading's counting twice.
class Topics {
 public:
  explicit Topics(const CheckInput& input);

  /// What is said in `words` of a sentence is said of this. Looked for in this order: a topic named right behind them ("the side effects
  /// of X"); the leftmost topic before them in their clause; when nothing at all stands before them there, or a pronoun does, the leftmost
  /// topic of their sentence, or what the sentence before speaks of. Something else that stands there is no topic, unless it is a common
  /// noun alone which the article has twice ("the rooms are heated"): then no subject.
  TopicPhrase subject_of(std::uint32_t sentence, IndexRange words) const;
  /// Is it one of the three topics that the article has most of, or a word of its title or of how it begins?
  bool is_main(StemId topic) const;
  /// Is it what the title names or the article begins with, or is it said three times at least?
  bool is_introduced(StemId stem) const;
  bool is_title_word(WordKey key) const { return std::binary_search(title_.begin(), title_.end(), key); }
  /// Does the noun phrase before some words name a thing, and not what the article is about: "the boat house", "the double knot",
  /// "Oskerry"?
  /// Words of the list `generic` may stand for what it is about: "the firm".
  bool names_another(std::uint32_t sentence, IndexRange words, ListId generic) const;

 private:
  const CheckInput& input_;
  std::unordered_map<StemId, std::uint32_t> counts_;
  std::unordered_map<StemId, std::uint32_t> common_;  ///< of stems too common for that
  std::vector<StemId> main_;
  std::vector<StemId> introduced_;
  std::vector<WordKey> title_;        ///< ascending
  std::vector<TopicPhrase> carried_;  ///< by sentence: what a pronoun at its beginning stands for

  bool has_other_subject(IndexRange clause, IndexRange words, ListId generic) const;
  bool is_generic(std::uint32_t word, std::uint32_t end, ListId generic) const;
  void count();
  void rank();
  void introduce();
  void carry();
  bool is_topic(std::uint32_t word) const;
  TopicPhrase leftmost(IndexRange words) const;
  TopicPhrase common_subject(IndexRange words) const;
};

}  // namespace stet
