// Subjects: what each clause of an article is said of, by grammar: the words of a noun phrase or pronoun, and what those may stand for.
//
// Order of calls, sentence by sentence:  begin(section);  of_sentence(words, first);  of_clause(…) for each further clause; remember(words,
// …). A pronoun reaches back to the beginning of its section, “the company” to the last names of the article; what fits best is meant
// first, and nothing is meant where nothing fits. Which thing of the article a subject names is claims/owners' affair.
#pragma once

#include <map>
#include <vector>

#include "claims/sentence_words.h"
#include "claims/statements.h"

namespace stet {

class SubjectReader {
 public:
  /// Adds what it reads to `subjects`.
  SubjectReader(const CheckInput& input, std::vector<Subject>& subjects);

  /// Enters the section of the next sentence.
  void begin(std::uint32_t section);

  /// The subject of a sentence, by its index; `first` is the word behind its label.
  std::uint32_t of_sentence(const SentenceWords& words, std::uint32_t first);

  /// The subject of a later clause: its own, or that of the sentence.
  std::uint32_t of_clause(const SentenceWords& words, std::uint32_t begin, std::uint32_t end, std::uint32_t sentence_subject);

  /// Keeps a subject that was named, and what it is called in "X is a political party".
  void remember(const SentenceWords& words, const Subject& subject);

 private:
  std::vector<Subject>& subjects_;
  std::uint32_t section_ = no_index;
  std::vector<StemId> topic_;                                  // of the article
  std::vector<std::vector<StemId>> names_;                     // subjects named so far, latest last
  std::size_t section_names_ = 0;                              // how many of them before this section
  std::map<std::vector<StemId>, std::vector<StemId>> called_;  // of a name: stems of what it was said to be

  std::uint32_t subject_at(const SentenceWords& words, std::uint32_t word, std::uint32_t end);
  void mean(Subject& subject) const;
};

}  // namespace stet
