#include "comparing/denials.h"

#include <algorithm>

#include "claims/facts.h"
#include "claims/owners.h"
#include "claims/statements.h"
#include "comparing/guards/opposition.h"
#include "language/content_word.h"
#include "language/negation.h"
#include "matching/list_hits.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on plain pairs of our own and on 9,000 public articles, most of them of no set (2026-11-29).
constexpr std::uint32_t longest_sentence = 18;  // words
constexpr std::size_t fewest_denied = 2;        // content stems beside the title's
constexpr float least_weight = 6;               // of these; a rare word weighs 6 to 9
constexpr std::ptrdiff_t most_added = 1;        // stems that only the affirmation has

using Stems = std::vector<StemId>;

void insert(Stems& stems, StemId stem) {
  const auto at = std::lower_bound(stems.begin(), stems.end(), stem);
  if (at == stems.end() || *at != stem) stems.insert(at, stem);
}

bool has(const Stems& stems, StemId stem) { return std::binary_search(stems.begin(), stems.end(), stem); }

/// What the article is about goes without saying.
Stems topic_stems(const CheckInput& input) {
  Stems stems;
  const Claims& claims = claims_of(input);
  for (std::uint32_t word = claims.title.begin; word < claims.title.end; ++word) insert(stems, form_of(input, word).stem);
  return stems;
}

class PlainReader {
 public:
  PlainReader(const CheckInput& input, ListId circumstances) : input_(input), circumstances_(circumstances), topic_(topic_stems(input)) {}

  std::vector<PlainSentence> read() {
    const Statements& all = statements_of(input_);
    std::vector<PlainSentence> plain;
    for (std::size_t i = 0; i < all.statements.size(); ++i) {
      const Statement& statement = all.statements[i];
      const bool alone = (i == 0 || all.statements[i - 1].sentence != statement.sentence) &&
                         (i + 1 == all.statements.size() || all.statements[i + 1].sentence != statement.sentence);
      PlainSentence one{.sentence = statement.sentence, .denial = {}, .stems = {}, .of_own = {}, .weight = 0};
      if (alone && is_plain(statement) && read_words(one)) plain.push_back(std::move(one));
    }
    return plain;
  }

 private:
  const CheckInput& input_;
  ListId circumstances_;
  Stems topic_;

  IndexRange words_of(std::uint32_t sentence) const { return input_.units.sentences[sentence].words; }

  bool is_plain(const Statement& statement) const {
    const IndexRange words = words_of(statement.sentence);
    if (words.size() > longest_sentence || !states_something(input_, statement.sentence)) return false;
    const std::uint16_t frames = frames_of(input_.article, input_.units, input_.vocabulary, input_.matches, input_.cues, statement.sentence,
                                           {words.end - 1, words.end});
    if ((frames & not_the_articles_own) != 0) return false;
    const auto hits = list_hits_in(input_.matches, words);
    return std::none_of(hits.begin(), hits.end(), [&](const ListHit& hit) { return hit.list == circumstances_; });
  }

  /// Fills in what the words tell; false of a sentence that is not plain after all.
  bool read_words(PlainSentence& one) const {
    const IndexRange words = words_of(one.sentence);
    if (is(form_of(input_, words.begin), WordClass::demonstrative)) return false;  // "This event does not bubble": one of several
    for (std::uint32_t word = words.begin; word < words.end; ++word) {
      const Form& form = form_of(input_, word);
      if (is(form, WordClass::own_condition) || is(form, WordClass::condition) || is(form, WordClass::possibility) ||
          is(form, WordClass::near_denial) || is(form, WordClass::without) || is(form, WordClass::some_quantifier) ||
          is(form, WordClass::addressed) || (form.flags & form_number) != 0)
        return false;
      const Denial denial = denial_at(input_.units, input_.vocabulary, words, word);
      if (denial != Denial::none) {
        if (denial != Denial::full || !one.denial.empty()) return false;
        one.denial = {word, word + 1};
        continue;
      }
      if (!is_content_word(input_.units, input_.vocabulary, word) || has(topic_, form.stem)) continue;
      if (!has(one.stems, form.stem)) one.weight += form.weight;
      insert(one.stems, form.stem);
      if (!is_one_of_series(words, word) && !is_of_all(words, word)) insert(one.of_own, form.stem);
    }
    return !one.stems.empty();
  }

  std::string_view gap_before(std::uint32_t word) const {
    return input_.article.text({input_.units.words[word - 1].plain.end, input_.units.words[word].plain.begin});
  }

  bool is_joint(IndexRange words, std::uint32_t word) const {
    return words.contains(word) && is(form_of(input_, word), WordClass::coordinator);
  }

  bool is_one_of_series(IndexRange words, std::uint32_t word) const {
    if (word > words.begin && (gap_before(word).find(',') != std::string_view::npos || is_joint(words, word - 1))) return true;
    return word + 1 < words.end && (gap_before(word + 1).find(',') != std::string_view::npos || is_joint(words, word + 1));
  }

  /// "In every room", "for all members": it holds of all of them.
  bool is_of_all(IndexRange words, std::uint32_t word) const {
    if (word == words.begin) return false;
    const std::string& before = form_of(input_, word - 1).text;
    return before == "every" || before == "all" || before == "each";
  }
};

}  // namespace

std::vector<PlainSentence> plain_sentences(const CheckInput& input, ListId circumstances) {
  return PlainReader(input, circumstances).read();
}

bool denies(const PlainSentence& a, const PlainSentence& b) {
  if (a.denial.empty() == b.denial.empty()) return false;
  const PlainSentence& denial = a.denial.empty() ? b : a;
  const PlainSentence& other = a.denial.empty() ? a : b;
  if (denial.stems.size() < fewest_denied || denial.weight < least_weight) return false;
  if (!std::includes(other.stems.begin(), other.stems.end(), denial.stems.begin(), denial.stems.end())) return false;
  const auto added = std::count_if(other.of_own.begin(), other.of_own.end(), [&](StemId stem) { return !has(denial.stems, stem); });
  return added <= most_added;
}

}  // namespace stet
