// Is a noun a plural? By its form; lists of nouns would never end.
#pragma once

#include "units/vocabulary.h"

namespace stet {

/// "rooms", "people"; not "glass", "bus" or "analysis", nor a word of three letters ("gas").
bool is_plural(const Form& noun);

}  // namespace stet
