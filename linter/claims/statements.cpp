#include "claims/statements.h"

#include <algorithm>

#include "claims/clause_subjects.h"
#include "claims/openings.h"
#include "claims/value_reader.h"
#include "language/negation.h"
#include "units/plural.h"
#include "units/word_classes.h"

namespace stet {
namespace {

class StatementReader {
 public:
  explicit StatementReader(const CheckInput& input) : input_(input), values_(input), subjects_(input, result_.subjects) {}

  void add(std::uint32_t sentence) {
    sentence_ = sentence;
    words_ = SentenceWords(input_, input_.units.sentences[sentence].words);
    const IndexRange whole = words_.whole();
    subjects_.begin(input_.units.sentences[sentence].section);
    const std::uint32_t first = label_end(words_);
    const std::uint32_t subject = subjects_.of_sentence(words_, first);
    const IndexRange named = result_.subjects[subject].words;
    plural_ = !named.empty() && result_.subjects[subject].kind != SubjectKind::pronoun && is_plural(words_.form(named.end - 1));
    std::uint32_t opening_end = named.begin;
    if (instructs(words_, whole.begin)) {  // "Walk from end to end and you cover …"
      while (opening_end < whole.end && (opening_end == whole.begin || !cuts(opening_end))) ++opening_end;
    }
    for (std::uint32_t begin = first; begin < whole.end;) {
      std::uint32_t end = begin + 1;
      while (end < whole.end && !cuts(end)) ++end;
      const std::uint32_t of = begin == first ? subject : subjects_.of_clause(words_, begin, end, subject);
      add_clause({begin, end}, of, {whole.begin, begin == first ? first : opening_end});
      begin = end;
    }
    subjects_.remember(words_, result_.subjects[subject]);
  }

  Statements take() { return std::move(result_); }

 private:
  const CheckInput& input_;
  ValueReader values_;
  Statements result_;
  SubjectReader subjects_;
  std::uint32_t sentence_ = 0;
  SentenceWords words_{input_, {}};
  bool plural_ = false;  // the subject of the sentence

  /// "Even if you have worn it": what stands before holds all the same.
  bool is_whatever(std::uint32_t word) const {
    return word > words_.whole().begin + 1 && words_.text(word - 1) == "even" && words_.is(word, WordClass::whatever_joiner);
  }

  /// "; ", " — ", " – ".
  bool dash_before(std::uint32_t word) const {
    const std::string_view gap = words_.gap_before(word);
    return gap.find(';') != std::string_view::npos || gap.find("\xE2\x80\x94") != std::string_view::npos || gap == " \xE2\x80\x93 ";
  }

  /// Does a clause begin at the word?
  bool cuts(std::uint32_t word) const {
    if (dash_before(word) || is_whatever(word)) return true;
    if (words_.comma_before(word) &&
        (words_.is(word, WordClass::relative) || (words_.text(word).size() > 5 && words_.text(word).ends_with("ing"))))
      return true;
    const bool in_name = words_.has(word, word_capitalized) && words_.is(word - 1, WordClass::definite_article);  // "the After School Club"
    const bool subordinate =
        words_.is(word, WordClass::subordinator) && !in_name && words_.starts_subject(word + 1) && !words_.verb(word + 1);
    if (subordinate && words_.verb_before_comma(word + 2, word + 8)) return true;
    return words_.is(word, WordClass::clause_joiner) && joins_clause(word);
  }

  /// Is it a clause, and no noun or adjective, that "and" or "but" adds?
  bool joins_clause(std::uint32_t word) const {
    const std::string_view behind = words_.text(word + 1);
    const std::uint32_t next = behind.ends_with("ly") || behind == "then" || behind == "later" ? word + 2 : word + 1;
    if (words_.verb(next)) return true;
    // "Tickets cost $25 and go on sale in May"
    if (plural_ && words_.base_verb(next) && (words_.opens_object(next + 1) || words_.is(next + 1, WordClass::preposition))) return true;
    // "… and you cover …"
    if (next + 1 < words_.whole().end && words_.is_nominative(next) && (words_.verb(next + 1) || words_.base_verb(next + 1))) return true;
    return words_.comma_before(word) && (words_.is(next, WordClass::subject_pronoun) || words_.is(next, WordClass::determiner));
  }

  /// "Without a barn the mill would …", and not "runs for two hours without a break".
  bool is_unreal(IndexRange words) const {
    if (!words.empty() && words_.is(words.begin, WordClass::without)) return true;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (words_.is(w, WordClass::supposition)) return true;
    }
    return false;
  }

  /// "It was founded in 1963 by people | who could not bear it": without the relative clause behind its verb, unless that has a number.
  IndexRange before_relative(IndexRange words) const {
    bool finite = false;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (finite && words_.is(w, WordClass::relative_pronoun)) {
        for (std::uint32_t behind = w; behind < words.end; ++behind) {
          if (words_.number(behind)) return words;
        }
        return {words.begin, w};
      }
      finite = finite || words_.verb(w) || (words_.form(w).flags & form_be) != 0;
    }
    return words;
  }

  void add_clause(IndexRange words, std::uint32_t subject, IndexRange opening) {
    Statement statement{sentence_, words, opening, subject, {}, {}, false, 0, 0};
    const IndexRange main = before_relative(words);
    if (is_unreal(main)) return;
    for (std::uint32_t w = main.begin; w < main.end; ++w) statement.negated = statement.negated || denies_its_verb(words_.form(w));
    if (statement.negated && is_limited(input_, main)) return;
    statement.values = {static_cast<std::uint32_t>(result_.values.size()), 0};
    if (!statement.opening.empty()) values_.read(words_.whole(), statement.opening, true, result_.values);
    values_.read(words_.whole(), words, false, result_.values);
    statement.values.end = static_cast<std::uint32_t>(result_.values.size());
    statement.stems = {static_cast<std::uint32_t>(result_.stems.size()), 0};
    if (!statement.opening.empty()) add_content(statement.opening, statement);
    add_content(words, statement);
    statement.stems.end = static_cast<std::uint32_t>(result_.stems.size());
    const IndexRange named = result_.subjects[subject].words;
    for (std::uint32_t w = named.begin; w < named.end; ++w) {
      if (words_.content(w)) statement.subject_weight += words_.form(w).weight;
    }
    result_.statements.push_back(statement);
  }

  void add_content(IndexRange words, Statement& statement) {
    const IndexRange subject = result_.subjects[statement.subject].words;
    std::uint32_t value = statement.values.begin;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      while (value < statement.values.end && result_.values[value].words.end <= w) ++value;
      if (value < statement.values.end && result_.values[value].words.contains(w)) continue;
      if (subject.contains(w) || !words_.content(w)) continue;
      const float weight = words_.form(w).weight * ((input_.units.words[w].flags & word_code) != 0 ? 0.25F : 1.0F);
      result_.stems.push_back(words_.form(w).stem);
      result_.weights.push_back(weight);
      result_.words.push_back(w);
      statement.weight += weight;
    }
  }
};

Statements read_statements(const CheckInput& input) {
  StatementReader reader(input);
  for (std::uint32_t s = 0; s < input.units.sentences.size(); ++s) {
    const Sentence& sentence = input.units.sentences[s];
    const bool place = sentence.place == Place::paragraph || sentence.place == Place::list || sentence.place == Place::footnote;
    if (place && !sentence.question && !sentence.fragment && !input.article.text(sentence.plain).ends_with(':')) reader.add(s);
  }
  return reader.take();
}

}  // namespace

const Statements& statements_of(const CheckInput& input) {
  return input.derived->get<Statements>([&] { return read_statements(input); });
}

}  // namespace stet
