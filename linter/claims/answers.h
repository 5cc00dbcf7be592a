// Answers: a question or a label and the yes or no right behind it say together what a sentence would. "Can I wash it in the machine? No."
#pragma once

#include <cstdint>
#include <optional>

#include "matching/check_input.h"
#include "matching/compile_context.h"

namespace stet {

struct AnswerLists {
  ListId yes = no_index;  ///< `words/answer-yes.yaml`
  ListId no = no_index;   ///< `words/answer-no.yaml`
};
AnswerLists compile_answers(CompileContext& context);

struct Answer {
  std::uint32_t sentence = 0;
  IndexRange words;     ///< that say yes or no
  bool denied = false;  ///< no
};

/// What a question is answered with: by the next sentence of its text, or the first of the next one. Nothing where that says neither, or
/// says it under a condition ("Yes, but only in summer").
std::optional<Answer> answer_to(const CheckInput& input, const AnswerLists& lists, std::uint32_t question);

/// What stands behind some words of a label: "Dogs allowed: no", "| Dogs allowed | No |". Nothing where that says neither yes nor no.
std::optional<Answer> answer_to_label(const CheckInput& input, const AnswerLists& lists, std::uint32_t sentence, IndexRange words);

/// Do some words say under what condition it holds: "but only in summer", "unless it rains", "as long as it is on a lead"?
bool is_conditional(const CheckInput& input, IndexRange words);

}  // namespace stet
