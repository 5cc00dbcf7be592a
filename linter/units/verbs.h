// Forms by which one sees a finite verb, made at build time from WordNet's counts of senses.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "units/vocabulary.h"

namespace stet {

/// Is it a third person that is hardly ever a noun: "sings", "weighs", but not "seats"?
inline bool is_third_person(const Form& form) { return (form.flags & form_third_person) != 0; }

/// Is it the base form of a verb that is a noun no more often: "leave", "reach"? Where a verb may stand, it is one.
inline bool is_base_verb(const Form& form) { return (form.flags & form_base_verb) != 0; }

/// May it be a verb's base form, or its third person, though it is more often a noun: "cost", "seats", "ends"? Only where the sentence
/// around it says so.
inline bool may_be_base_verb(const Form& form) { return (form.flags & form_possible_base) != 0; }
inline bool may_be_third_person(const Form& form) { return (form.flags & form_possible_third_person) != 0; }

/// The flags of a folded text for these four: how a form comes by them, and for texts that are no form of an article.
std::uint16_t verb_flags(std::string_view folded);
inline bool is_third_person(std::string_view folded) { return folded.ends_with('s') && (verb_flags(folded) & form_third_person) != 0; }
inline bool is_base_verb(std::string_view folded) { return (verb_flags(folded) & form_base_verb) != 0; }

namespace verbs {

extern const std::span<const std::uint64_t> third_persons;           ///< XXH3 of each form, ascending
extern const std::span<const std::uint64_t> base_forms;              ///< the same
extern const std::span<const std::uint64_t> possible_bases;          ///< the same
extern const std::span<const std::uint64_t> possible_third_persons;  ///< the same

}  // namespace verbs

}  // namespace stet
