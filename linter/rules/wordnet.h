// Words of WordNet that word lists may take in with `from:`. They are put into the binary by the build (rules/tools/derive_words.cpp),
// which reads WordNet and word frequencies: a rule file on any machine can name them, and nothing is read from elsewhere.
//
// Only the synsets that some built-in list names are there. Of each, all words below it whose first sense it is: "cold" is an illness in
// its second sense, so no illness here. Instances ("Hodgkin") and words with other signs than letters, digits, hyphen and apostrophe are
// out.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

struct WordNetWord {
  std::string_view text;    ///< in small letters, its parts with spaces between: "hay fever"
  std::uint32_t count = 0;  ///< how often its rarest part stands in the frequency list
};

/// Finds synsets in what the build made.
class WordNetWords {
 public:
  WordNetWords();

  /// Words below a synset such as "symptom#1" (lemma and number of its sense), by text; nothing when it is not built in.
  std::optional<std::vector<WordNetWord>> below(const std::string& synset) const;
  std::vector<std::string_view> synsets() const;

 private:
  std::map<std::string_view, std::string_view> lines_;  // by synset
};

}  // namespace stet
