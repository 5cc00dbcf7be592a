// Answers: a question and the yes or no right behind it say together what a sentence would. "Can I wash it in the machine? No."
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

}  // namespace stet
