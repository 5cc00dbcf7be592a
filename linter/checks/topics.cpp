#include "checks/topics.h"

#include <algorithm>
#include <unordered_map>

namespace stet {
namespace {

constexpr float least_weight = 4.5F;
constexpr std::uint32_t opening = 12;  // words in which a subject is looked for

bool is_topic_word(const Form& form) {
  return (form.flags & (form_stop_word | form_modal | form_be | form_pronoun | form_number)) == 0 && form.weight >= least_weight;
}

std::unordered_map<StemId, std::uint32_t> counts_of(const CheckInput& input) {
  std::unordered_map<StemId, std::uint32_t> counts;
  for (const Word& word : input.units.words) {
    const Form& form = input.vocabulary.form(word.form);
    if (is_topic_word(form)) ++counts[form.stem];
  }
  return counts;
}

bool opens_with_pronoun(const CheckInput& input, IndexRange words) {
  const std::uint32_t end = std::min(words.begin + 3, words.end);
  for (std::uint32_t w = words.begin; w < end; ++w) {
    if ((input.vocabulary.form(input.units.words[w].form).flags & form_pronoun) != 0) return true;
  }
  return false;
}

}  // namespace

std::vector<StemId> subjects_of_sentences(const CheckInput& input, std::uint32_t least) {
  const auto counts = counts_of(input);
  std::vector<StemId> subjects(input.units.sentences.size(), no_index);
  StemId previous = no_index;
  for (std::size_t s = 0; s < subjects.size(); ++s) {
    const Sentence& sentence = input.units.sentences[s];
    if (opens_with_pronoun(input, sentence.words)) {
      subjects[s] = previous;
      continue;
    }
    const std::uint32_t end = std::min(sentence.words.begin + opening, sentence.words.end);
    for (std::uint32_t w = sentence.words.begin; w < end; ++w) {
      const Form& form = input.vocabulary.form(input.units.words[w].form);
      const auto count = counts.find(form.stem);
      if (count == counts.end() || count->second < least) continue;
      subjects[s] = form.stem;
      break;
    }
    if (subjects[s] != no_index) previous = subjects[s];
  }
  return subjects;
}

}  // namespace stet
