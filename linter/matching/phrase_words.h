// The words of a phrase, read as an article's are, so that what looks alike is alike: "2,500", "AT&T", "won't", "state-of-the-art".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/phrase.h"
#include "units/vocabulary.h"

namespace stet {

/// Forms of the words that an article's text would be read to have, added to the vocabulary.
std::vector<FormId> words_of(std::string_view text, Vocabulary& vocabulary);

/// Forms of `be`, each a word of its own to the vocabulary, which a phrase's `be` stands for; empty for any other word. A sentence's "is"
/// is only itself, so that a rule may ask for the present.
std::vector<FormId> forms_of_be(std::string_view text, Vocabulary& vocabulary);

/// Why no article can hold a word, exact word or sequence of these: no letter in it, a sign that is never part of a word, a sentence's end
/// in its middle. `outer` are the names that the phrases beside it capture, for back references.
std::optional<PhraseError> never_matches(const Phrase& phrase, const std::vector<std::string>& outer);

}  // namespace stet
