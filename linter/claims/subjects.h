// What a claim is about: a remedy, a product, a person, whatever a rule's `about` names. Elided and pronominal subjects are looked for in
// the sentences before, the headings above and, at last, in what the article mostly speaks of.
//
// Order of calls:  Subjects subjects(input, patterns);  std::uint32_t id = subjects.of_claim(sentence, words, {});
#pragma once

#include <map>
#include <vector>

#include "matching/check_input.h"
#include "matching/compile_context.h"

namespace stet {

/// One mention of a subject. `subject` counts the different ones in order of first mention.
struct Mention {
  std::uint32_t sentence = 0;
  IndexRange words;
  std::uint32_t subject = 0;
  bool general = false;  ///< a word that may stand for any of them, such as "the supplement"
  bool other = false;    ///< a name of something else that a claim may be about; `subject` means nothing then
};

/// The patterns that a rule's subjects are found by.
struct SubjectPatterns {
  PatternId about = 0;    ///< names of subjects
  PatternId general = 0;  ///< words that stand for whichever is being spoken of
  PatternId others = 0;   ///< names of other things; what is said of one is no claim
};

/// How a claim is worded.
struct Wording {
  bool elided = false;  ///< it has no subject of its own
  bool inside = false;  ///< what it is about may stand among its words
};

class Subjects {
 public:
  Subjects(const CheckInput& input, SubjectPatterns patterns);

  /// Subject of what these words of a sentence claim, or no_index. Without a mention in the sentence itself there is one only where a
  /// general word stands before them or the claim is elided.
  std::uint32_t of_claim(std::uint32_t sentence, IndexRange words, Wording wording) const;
  /// Mentions in one sentence, first to last.
  IndexRange mentions_in(std::uint32_t sentence) const;
  const Mention& mention(std::uint32_t index) const { return mentions_[index]; }
  /// Is one of the two names part of the other: "cinnamon", "Ceylon cinnamon"?
  bool same(std::uint32_t a, std::uint32_t b) const;
  std::uint32_t count() const { return static_cast<std::uint32_t>(lemmas_.size()); }
  /// Words of its first mention.
  IndexRange name_of(std::uint32_t subject) const { return first_[subject]; }
  /// What the article's title names (the subject named best and most often), or no_index.
  std::uint32_t main_subject() const { return main_; }
  /// Does the title name it, or a longer word of it?
  bool in_title(std::uint32_t subject) const;

 private:
  const CheckInput& input_;
  SubjectPatterns patterns_;
  std::vector<Mention> mentions_;             // ascending by word
  std::vector<std::vector<LemmaId>> lemmas_;  // by subject
  std::vector<IndexRange> first_;
  std::uint32_t main_ = no_index;
  std::string title_;  // folded

  void add_mentions();
  void add_acronyms();
  void add_others();
  void find_main();
  /// Of the names, or of the general words, that stand in the title, the one named best and then most often.
  std::uint32_t best_in_title(bool general) const;
  std::uint32_t in_sentence(std::uint32_t sentence, IndexRange words, bool inside) const;
  std::uint32_t first_in(std::uint32_t sentence) const;
  std::uint32_t from_context(std::uint32_t sentence) const;
  std::uint32_t in_heading(std::uint32_t section) const;
  bool general_before(std::uint32_t sentence, IndexRange words) const;
  bool general_between(std::uint32_t sentence, IndexRange words) const;
};

/// `about`, `about-any` and `about-others` of a rule.
SubjectPatterns compile_subjects(const Rule& rule, CompileContext& context);
Field about_field();
Field about_any_field();
Field about_others_field();

/// Where a sentence goes on behind a bold lead, or behind a colon near its start; else where it begins.
std::uint32_t behind_lead(const CheckInput& input, IndexRange sentence);

/// Nothing stands before the match in its sentence but a bold lead, or words and a colon or dash: its subject is left out.
bool opens_sentence(const CheckInput& input, const Match& match);

/// In a list item or table cell that opens with a verb, a further verb of the same form after a comma or "and": "Boosts the mood, improves
/// sleep and eases pain". They share the subject that is left out.
bool continues_opening(const CheckInput& input, const Match& match);

/// Are all these words a link's text, or part of an address? What a link says is said by the page behind it.
bool is_link_text(const CheckInput& input, IndexRange words);

}  // namespace stet
