// Statements: what one clause says of one subject, as content stems and values.
//
// Order of calls:  const Statements& s = statements_of(input);  then per pair of statements  same_subject(a, b)  and what a check
// asks. A clause that goes on without a subject of its own ("… and was rebuilt in 1931") has the subject and the opening phrase of its
// sentence.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "language/verb_form.h"
#include "matching/check_input.h"

namespace stet {

enum class SubjectKind : std::uint8_t {
  none,
  pronoun,  ///< he, she, it, they
  generic,  ///< "the company", "this film": stands for a name, as a pronoun does
  nominal,  ///< a noun phrase: "the outbreak", "two long tusks"
  name,     ///< with a proper noun
};

struct Subject {
  SubjectKind kind = SubjectKind::none;
  IndexRange words;
  FormId pronoun = 0;
  std::vector<StemId> head;                ///< stems of the phrase up to "of", in order
  std::vector<StemId> of;                  ///< stems behind "of": "the council of Harlow"
  std::vector<std::vector<StemId>> meant;  ///< heads that a pronoun or a generic may stand for, likeliest first
};

/// How a value is tied to what is said: "in 1998", "until 1998". Of numbers always `at`.
enum class Role : std::uint8_t { at, from, until, by, before, after };

/// Unit of an ordinal before a superlative, "the second largest", and of the superlative by itself, which is the first.
inline constexpr std::string_view rank_unit = "rank";

/// Units of a time of the day: minutes; of one that says neither a.m. nor p.m., minutes of half a day.
inline constexpr std::string_view time_unit = "min";
inline constexpr std::string_view half_day_unit = "min of half a day";

/// Unit of a day of the week: 0 is Monday.
inline constexpr std::string_view weekday_unit = "weekday";

/// Unit of a rating: percent of the best.
inline constexpr std::string_view rating_unit = "rating";

/// Unit of degrees of a scale that is not named.
inline constexpr std::string_view degrees_unit = "degrees";

/// The end of what has none: "from 12".
inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// A number, date or measure that a statement gives. Frequencies are quantities with the unit "times a day".
struct Value {
  TypedKind kind = TypedKind::number;
  Role role = Role::at;
  double low = 0;  ///< temporal ones in days since 1970-01-01 or, without a year, days of the year; others as Typed
  double high = 0;
  std::string_view unit;
  IndexRange words;
  StemId counted = no_index;  ///< stem of the noun that is counted, of a plain number or ordinal; of a rank, of its superlative
  bool approximate = false;
  bool names = false;  ///< it belongs to the name of something ("Figure 3", "a 2014 study"): it says which, not how many
  double scale = 0;    ///< of a quantity: the unit that it is written in, in the canonical one; 0 where that is not known
  double place = 0;    ///< see Typed
};

struct Statement {
  std::uint32_t sentence = 0;
  IndexRange words;           ///< of the clause
  IndexRange opening;         ///< inherited from the sentence; of its first clause its label, if it has one
  std::uint32_t subject = 0;  ///< index into Statements::subjects
  IndexRange stems;           ///< into Statements::stems, content stems outside the subject and the values
  IndexRange values;
  bool negated = false;
  float weight = 0;          ///< of its stems
  float subject_weight = 0;  ///< of the stems of its subject
};

struct Statements {
  std::vector<Statement> statements;
  std::vector<Subject> subjects;
  std::vector<StemId> stems;
  std::vector<float> weights;        ///< beside stems
  std::vector<std::uint32_t> words;  ///< beside stems
  std::vector<Value> values;
};

/// Statements of the article's paragraphs, list items and footnotes; questions, conditions and labels are none. Worked out once an article.
const Statements& statements_of(const CheckInput& input);

/// Do both speak of the same thing, as far as words tell? A pronoun or "the company" is what it may stand for.
bool same_subject(const Subject& one, const Subject& two);

/// Does a longer name end with another, or is it the same? "Ada Quill" ends with "Quill".
bool ends_name(const std::vector<StemId>& longer, const std::vector<StemId>& ending);

/// Can both values be right? Only for values of one kind and unit, dates and years being one kind.
bool comparable(const Value& a, const Value& b);
bool disjoint(const Value& a, const Value& b);

}  // namespace stet
