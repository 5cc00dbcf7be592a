#include "language/verb_form.h"

#include <string_view>

#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {

bool looks_like_verb(const Form& form) {
  if ((form.flags & (form_be | form_modal)) != 0) return true;
  const std::string_view text = form.text;
  if (is(form, WordClass::auxiliary)) return true;
  if ((form.flags & form_stop_word) != 0) return false;
  if ((text.size() > 4 && text.ends_with("ed")) || is_third_person(form)) return true;
  return (form.flags & form_irregular) != 0 && !text.ends_with('s') && !text.ends_with("ing");
}

}  // namespace stet
