// Forms by which one sees a finite verb, made at build time from WordNet's counts of senses.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stet {

/// Is the folded form a third person that is hardly ever a noun: "sings", "weighs", but not "runs"?
bool is_third_person(std::string_view folded);

/// Is the folded form the base form of a verb that is a noun no more often: "leave", "reach"? Where a verb may stand, it is one.
bool is_base_verb(std::string_view folded);

/// May the folded form be a verb's base form, or its third person, though it is more often a noun: "cost", "seats", "ends"? Only where the
/// sentence around it says so.
bool may_be_base_verb(std::string_view folded);
bool may_be_third_person(std::string_view folded);

namespace verbs {

extern const std::span<const std::uint64_t> third_persons;           ///< XXH3 of each form, ascending
extern const std::span<const std::uint64_t> base_forms;              ///< the same
extern const std::span<const std::uint64_t> possible_bases;          ///< the same
extern const std::span<const std::uint64_t> possible_third_persons;  ///< the same

}  // namespace verbs

}  // namespace stet
