// Verbs by their form.
#pragma once

#include "units/vocabulary.h"

namespace stet {

/// A finite verb by its form: be, have, do, a modal, a past form, a third person that is hardly ever a noun.
bool looks_like_verb(const Form& form);

}  // namespace stet
