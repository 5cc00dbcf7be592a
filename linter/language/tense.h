// Tense: one answer to whether a word puts what is said of now into the past.
//
// By form alone: “-ed” may be a participle of now (“a baked loaf”), so who asks of a whole clause asks for auxiliaries. What a phrase puts
// into the past (“used to”, “in 1998”) is a rule's sense: matching/frames.h.
#pragma once

#include "units/vocabulary.h"

namespace stet {

/// "Was", "were".
bool is_past_be(const Form& form);

/// "Was", "were", "had", "did".
bool is_past_auxiliary(const Form& form);

/// One of these, or a form in "-ed".
bool may_be_past(const Form& form);

}  // namespace stet
