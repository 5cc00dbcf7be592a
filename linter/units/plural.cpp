#include "units/plural.h"

#include "units/word_classes.h"

namespace stet {

bool is_plural(const Form& noun) {
  if (is(noun, WordClass::irregular_plural)) return true;
  const std::string_view text = noun.text;
  return text.size() > 3 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("is");
}

}  // namespace stet
