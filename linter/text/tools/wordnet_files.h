// Files of WordNet and SUBTLEX, for the programs that make tables of them while stet is built.
//
// Formats: wndb(5WN) and senseidx(5WN); the licence stands on indented lines. A part of speech is "noun", "verb", "adj" or "adv".
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

/// A line of `index.PART`.
struct WordNetEntry {
  std::string lemma;
  std::vector<std::string> senses;  ///< offsets in `data.PART`, the commonest first
};

/// A line of `data.PART`.
struct WordNetSynset {
  struct Pointer {
    std::string symbol;  ///< @ and @i: is a kind of, an instance of; ~: has the kind; &: is similar to
    std::string target;  ///< offset
  };
  std::string offset;
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
};

/// A line of `index.sense`.
struct WordNetSense {
  std::string lemma;
  char part = ' ';  ///< 1 noun, 2 verb, 3 adjective, 4 adverb, 5 adjective satellite
  int tagged = 0;   ///< how often the texts that WordNet counted have it
};

void each_entry(const std::string& folder, std::string_view part, const std::function<void(const WordNetEntry&)>& use);
void each_synset(const std::string& folder, std::string_view part, const std::function<void(const WordNetSynset&)>& use);
void each_sense(const std::string& folder, const std::function<void(const WordNetSense&)>& use);

/// How often SUBTLEX's subtitles have each word, as it is written there; empty when the file cannot be read.
std::map<std::string, double> read_frequencies(const std::string& path);

}  // namespace stet
