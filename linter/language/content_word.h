// Content words: the words that say what a sentence is about, of which passages, subjects and claims are made. Everything else is grammar
// (articles, pronouns, modal verbs), a value (digits, number words), or a sign.
//
// is_content() of a form (units/vocabulary.h) leaves values in: whoever counts or weighs words by themselves asks that. Whoever reads what
// is said asks this.
#pragma once

#include "units/units.h"

namespace stet {

bool is_content_word(const Units& units, const Vocabulary& vocabulary, std::uint32_t word);

}  // namespace stet
