// Conditions: which words say when, where or on what condition something holds.
//
// rules/grammar/condition.yaml has the words, of which alone opens_condition() is true. Other lists take them in: `condition-opener` adds
// what is one only at the head of a sentence (“Should it rain, …”), `condition-joiner` what is one behind a clause (“… while it rains”),
// `own-condition` what gives a reason or an exception, for comparisons. The sense `conditional` of rules is narrower on purpose: its list
// `frame-condition` has what leaves open whether something is so at all (if, whether, suppose), not when it is.
#pragma once

#include <optional>

#include "units/units.h"

namespace stet {

enum class WordClass : std::uint8_t;

bool opens_condition(const Form& form);

/// The clause that a sentence begins with, when its first word is of the class: “If the lid is hot, …”, “For the small tent …”.
std::optional<IndexRange> opening_clause(const Article& article, const Units& units, const Vocabulary& vocabulary, std::uint32_t sentence,
                                         WordClass opener);

}  // namespace stet
