#include "claims/answers.h"

#include <algorithm>

#include "claims/labelled.h"
#include "language/condition.h"
#include "language/negation.h"
#include "matching/list_hits.h"
#include "units/rows.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// The longest entry of a list that some words begin with; empty where none does.
IndexRange entry_at(const CheckInput& input, ListId list, std::uint32_t word) {
  IndexRange longest{word, word};
  if (list == no_index) return longest;
  for (const ListHit& hit : list_hits_in(input.matches, {word, word + 1})) {
    if (hit.list == list && hit.words.end > longest.end) longest = hit.words;
  }
  return longest;
}

/// The yes or no that some words of a sentence begin with, where no condition follows it.
std::optional<Answer> said_by(const CheckInput& input, const AnswerLists& lists, std::uint32_t sentence, IndexRange answer) {
  const IndexRange yes = entry_at(input, lists.yes, answer.begin);
  const IndexRange no = entry_at(input, lists.no, answer.begin);
  if (yes.empty() && no.empty()) return {};
  const bool denied = no.size() >= yes.size();
  const IndexRange words = denied ? no : yes;
  if (is_conditional(input, {words.end, answer.end})) return {};
  return Answer{sentence, words, denied};
}

}  // namespace

bool is_conditional(const CheckInput& input, IndexRange words) {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    const Form& form = form_of(input, w);
    if (opens_condition(form) || is(form, WordClass::contrast) || is(form, WordClass::limiter) || form.text == "except") return true;
    if (form.text == "long" || form.text == "provided" || form.text == "depends") return true;
  }
  return false;
}

AnswerLists compile_answers(CompileContext& context) {
  return context.derived.get<AnswerLists>(
      [&] { return AnswerLists{.yes = context.automaton.add_list("answer-yes"), .no = context.automaton.add_list("answer-no")}; });
}

std::optional<Answer> answer_to(const CheckInput& input, const AnswerLists& lists, std::uint32_t question) {
  const auto& sentences = input.units.sentences;
  const std::uint32_t next = question + 1;
  if (next >= sentences.size() || !sentences[question].question || sentences[next].question || sentences[next].words.empty()) return {};
  if (sentences[next].text != sentences[question].text && sentences[next].text != sentences[question].text + 1) return {};
  for (std::uint32_t w = sentences[question].words.begin; w < sentences[question].words.end; ++w) {
    if (denial_at(input, sentences[question].words, w) != Denial::none) return {};
  }
  return said_by(input, lists, next, sentences[next].words);
}

std::optional<Answer> answer_to_label(const CheckInput& input, const AnswerLists& lists, std::uint32_t sentence, IndexRange words) {
  const auto& sentences = input.units.sentences;
  const std::uint32_t next = sentence + 1;
  if (next < sentences.size() && label_of_row(input.article, input.units, next) == sentences[sentence].words)
    return said_by(input, lists, next, sentences[next].words);
  const auto line = labelled_line(input, sentence);
  if (!line || line->label.begin > words.begin || line->label.end < words.end) return {};
  return said_by(input, lists, sentence, line->value);
}

}  // namespace stet
