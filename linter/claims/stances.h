// Stances: what clauses say for or against one of a rule's pairs of statements ("is safe", "is not safe"), and of what.
//
// Order of calls:  StanceRule rule = compile_stances(...);  per article  read_stances(rule, input, subject_of);  then oppose(...) per pair.
// A stance holds nothing of its article but words as keys, so that stances of two articles can be compared.
#pragma once

#include <functional>
#include <vector>

#include "claims/answers.h"
#include "claims/circumstances.h"
#include "claims/topics.h"
#include "matching/conditions.h"

namespace stet {

/// What of a curated rule finds stances.
struct StanceRule {
  PatternId says = 0;
  PatternId denies = 0;
  bool absolute = false;  ///< a denial without qualification denies the qualified too
  CircumstanceLists circumstances;
  AnswerLists answers;
  ListId of_all = no_index;  ///< `words/of-all.yaml`
  Conditions conditions;
  Conditions asked;  ///< the same, of questions: what is answered with yes or no
};

struct StanceCapture {
  std::uint32_t name = 0;
  std::vector<WordKey> words;
};

/// One clause's stance towards its subject.
struct Stance {
  TopicPhrase subject;
  std::uint32_t sentence = 0;
  IndexRange words;
  std::vector<StanceCapture> captures;
  bool denied = false;
  bool past = false;
  bool of_all = false;  ///< "at all", "of any kind": for all people, times and places
  Circumstances qualifiers;
};

/// `says`, `denies`, `absolute` and the conditions of a rule.
StanceRule compile_stances(const Rule& rule, CompileContext& context);

/// Of what some words of a sentence are said; without a topic they are no stance.
using SubjectOf = std::function<TopicPhrase(std::uint32_t sentence, IndexRange words)>;

/// How often a rule matches in an article: there are no more stances of it.
std::size_t stance_matches(const StanceRule& rule, const Matches& matches);

/// The stances of an article, ascending by place.
std::vector<Stance> read_stances(const StanceRule& rule, const CheckInput& input, const SubjectOf& subject_of);

/// Are both of one thing: of one topic, or is what the one names part of what the other names ("breakfast", "breakfast buffet")?
bool same_thing(const Stance& a, const Stance& b);

/// Does the one deny what the other says, of one subject, in the same circumstances and at the same time?
bool oppose(const StanceRule& rule, const Stance& denial, const Stance& other);

}  // namespace stet
