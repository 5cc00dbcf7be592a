#include "comparing/verbatim_run.h"

#include <algorithm>
#include <vector>

#include "claims/claim.h"

namespace stet {
namespace {

constexpr std::uint32_t longest_run = 120;  // words

IndexRange compared(const CheckInput& input, const Passage& passage) {
  const IndexRange words = words_of(input, passage);
  return {words.begin, std::min(words.end, words.begin + longest_run)};
}

}  // namespace

VerbatimRun longest_verbatim_run(const CheckInput& input, const Passage& a, const Passage& b) {
  const IndexRange one = compared(input, a);
  const IndexRange two = compared(input, b);
  // lengths[k]: of the run that ends with the word before the current one of `a` and the k-th of `b`.
  std::vector<std::uint32_t> lengths(two.size() + 1, 0);
  VerbatimRun run;
  std::uint32_t end = 0;
  for (std::uint32_t i = one.begin; i < one.end; ++i) {
    for (std::uint32_t k = two.size(); k > 0; --k) {
      const bool same = input.units.words[i].form == input.units.words[two.begin + k - 1].form;
      lengths[k] = same ? lengths[k - 1] + 1 : 0;
      if (lengths[k] <= run.words) continue;
      run.words = lengths[k];
      end = i + 1;
    }
  }
  run.place = {end - run.words, end};
  const std::vector<WordKey>& topic = claims_of(input).topic;
  for (std::uint32_t word = end - run.words; word < end; ++word) {
    const Form& form = form_of(input, word);
    if (is_content(form) && !std::binary_search(topic.begin(), topic.end(), key_of(input, form.stem))) ++run.content;
  }
  return run;
}

}  // namespace stet
