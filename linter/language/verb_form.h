// Verbs by their form: may a word be a finite verb, as far as its spelling tells?
//
// For whoever looks for where a predicate begins without parsing a sentence. Forms of be, modals, auxiliaries, third persons that are
// hardly ever nouns, irregular forms and longer words in -ed look like verbs: so do “tired”, “hundred” and “mice”. Base forms of other
// verbs (“we sell”) do not, for most are nouns as well, nor do words in -ing: units/verbs.h tells base forms, for where the sentence says
// that a verb may stand.
#pragma once

#include "units/vocabulary.h"

namespace stet {

/// A finite verb by its form: be, have, do, a modal, a past form, a third person that is hardly ever a noun.
bool looks_like_verb(const Form& form);

}  // namespace stet
