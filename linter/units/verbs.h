// Forms by which one sees a finite verb, made at build time from WordNet's counts of senses.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stet {

/// Is the folded form a third person that is hardly ever a noun: "sings", "weighs", but not "runs"?
bool is_third_person(std::string_view folded);

namespace verbs {

extern const std::span<const std::uint64_t> third_persons;  ///< XXH3 of each form, ascending

}  // namespace verbs

}  // namespace stet
