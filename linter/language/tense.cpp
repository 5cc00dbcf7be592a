#include "language/tense.h"

namespace stet {

bool is_past_be(const Form& form) { return form.text == "was" || form.text == "were"; }

bool is_past_auxiliary(const Form& form) { return is_past_be(form) || form.text == "had" || form.text == "did"; }

bool may_be_past(const Form& form) { return is_past_auxiliary(form) || form.text.ends_with("ed"); }

}  // namespace stet
