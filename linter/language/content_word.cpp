#include "language/content_word.h"

namespace stet {

bool is_content_word(const Units& units, const Vocabulary& vocabulary, std::uint32_t word) {
  const Form& form = vocabulary.form(units.words[word].form);
  return is_content(form) && (form.flags & form_number) == 0 && (units.words[word].flags & (word_number | word_symbol)) == 0;
}

}  // namespace stet
