// Facts: single-valued relations of a subject ("founded in 1871"), found by a rule's phrases, and those that cannot both be true.
#pragma once

#include <optional>
#include <vector>

#include "claims/keys.h"
#include "claims/statements.h"
#include "matching/conditions.h"

namespace stet {

/// A proper noun: "Ada Quill of Harlow", "University of Leeds".
struct Name {
  std::vector<WordKey> head;  ///< ascending
  std::vector<WordKey> of;    ///< behind "of", ascending
};

/// A phrase of a rule matched in a statement, with the words that `$value` and `$subject` captured.
struct Fact {
  std::uint32_t statement = 0;
  IndexRange words;
  IndexRange value_words;       ///< with the names that go on behind a comma or "and"
  std::optional<Value> value;   ///< of a number, date or measure
  std::vector<Name> names;      ///< otherwise: the names given
  bool wider = false;           ///< the first name is one that may hold others, such as a country
  bool negated = false;         ///< "was not founded in 1871"
  std::vector<Value> times;     ///< dates beside the value that say when it held: "in the 2001 census"
  std::vector<WordKey> beside;  ///< content words between the subject and the phrase, ascending: "a ticket [for the Marrow ferry] costs"
  Subject subject;
};

/// Facts of one relation that are compared with each later one, so that many of them cost no more than their number.
inline constexpr std::size_t most_facts = 64;

/// The facts that matches of one pattern state, in document order. `wider` is a list of names that may hold others, or no_index.
std::vector<Fact> read_facts(const CheckInput& input, const Statements& statements, const std::vector<Match>& matches, ListId wider);

/// What of a rule finds facts: `fact`, `wider` and the conditions.
struct FactRule {
  PatternId fact = 0;
  ListId wider = no_index;
  Conditions conditions;
};
FactRule compile_facts(const Rule& rule, CompileContext& context);

/// The facts that a rule finds in an article, in document order.
std::vector<Fact> read_facts(const CheckInput& input, const Statements& statements, const FactRule& rule, const ConditionTest& test);

/// Can the values of two facts of one relation and subject not both be right?
bool values_clash(const Fact& a, const Fact& b);

/// Can the two not both be true? Subjects must be the same, values disjoint, names of one kind without a word in common.
bool contradict(const CheckInput& input, const Statements& statements, const Fact& a, const Fact& b);

}  // namespace stet
