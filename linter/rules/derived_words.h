// The entries that a word list takes from elsewhere: `from: {wordnet: "symptom#1", common: 5, without: animal disease#1, ending: itis}`.
#pragma once

#include <string>
#include <vector>

#include "rules/field_check.h"

namespace stet {

/// Keys of `from`.
const std::vector<Field>& derivation_fields();

/// The words that `from` names, by text. Every fault is one at its place: a synset that is not built in, a `from` that leaves no word. Of a
/// prepared list `from` is its words already, one a line.
std::vector<std::string> derived_words(const Faults& faults, const YamlValue& from);

/// Puts the words in the place of `from`, and takes those of `except` away from them, so that a start need not. Run by the build.
void prepare_derived_words(YamlDocument& list, Problems& problems);

}  // namespace stet
