// What a sentence speaks about: its leftmost frequent topic, pronouns resolved to the sentence before.
#pragma once

#include <vector>

#include "checks/check.h"

namespace stet {

/// By sentence: the stem of its subject, or no_index. Frequent topics are content stems that at least `least` sentences of the article
/// hold.
std::vector<StemId> subjects_of_sentences(const CheckInput& input, std::uint32_t least = 3);

}  // namespace stet
