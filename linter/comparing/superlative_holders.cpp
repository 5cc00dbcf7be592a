#include "comparing/superlative_holders.h"

#include <algorithm>

#include "claims/owners.h"
#include "claims/stated.h"
#include "language/tense.h"
#include "matching/list_hits.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on plain pairs of our own and on 5,600 public articles (2026-11-29).
constexpr std::uint32_t longest_superlative_clause = 20;  // words
constexpr std::uint32_t longest_holder = 6;               // words, articles among them
constexpr std::size_t least_superlative = 5;              // letters and more: "best", "most" and "least" are opinions or need an adjective

class HolderReader {
 public:
  HolderReader(const CheckInput& input, ListId circumstances) : input_(input), circumstances_(circumstances) {}

  std::vector<SuperlativeHolder> read() {
    for (std::uint32_t s = 0; s < input_.units.sentences.size(); ++s) {
      const Sentence& sentence = input_.units.sentences[s];
      if (sentence.question || (sentence.place != Place::paragraph && sentence.place != Place::list)) continue;
      for (std::uint32_t word = sentence.words.begin + 1; word < sentence.words.end; ++word) {
        if (form(word - 1).text == "the" && is_superlative(word)) read_at(s, word);
      }
    }
    return std::move(holders_);
  }

 private:
  const CheckInput& input_;
  ListId circumstances_;
  std::vector<SuperlativeHolder> holders_;

  const Form& form(std::uint32_t word) const { return form_of(input_, word); }

  bool is_superlative(std::uint32_t word) const {
    const std::string_view text = form(word).text;
    if (text == "most" || text == "least") return is_content(form(word + 1 < input_.units.words.size() ? word + 1 : word));
    return text.size() > least_superlative && text.ends_with("est") && !is(form(word), WordClass::superlative_lookalike);
  }

  /// Something narrows it: a number of things that come before, an exception, a doubt.
  bool is_narrowed(IndexRange clause) const {
    for (std::uint32_t w = clause.begin; w < clause.end; ++w) {
      const Form& here = form(w);
      if (is(here, WordClass::possibility) || is(here, WordClass::without) || is(here, WordClass::ordinal) ||
          is(here, WordClass::other_time) || is(here, WordClass::near_denial) || (here.flags & form_modal) != 0)
        return true;
      if ((input_.units.words[w].flags & (word_code | word_bracketed)) != 0) return true;
    }
    return holds_denial(input_, clause);
  }

  /// "In winter": of one of several times or variants. Not "the northern route", which says which thing it is.
  bool is_of_some_case(IndexRange words) const {
    const auto hits = list_hits_in(input_.matches, words);
    return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) { return hit.list == circumstances_; });
  }

  /// "The" stands before the word.
  void read_at(std::uint32_t sentence, std::uint32_t word) {
    const IndexRange clause = clause_of(input_, sentence, word);
    if (clause.size() > longest_superlative_clause || is_narrowed(clause)) return;
    const PlainWords asked{.unconditional = clause, .said = {word, word + 1}, .excluded = not_surely_the_articles_own};
    if (!is_plain_statement(input_, sentence, asked)) return;
    SuperlativeHolder found{.sentence = sentence};
    found.most = form(word).text != "least";
    const std::uint32_t degree = form(word).text == "most" || form(word).text == "least" ? word + 1 : word;
    found.degree = form(degree).stem;
    if (degree >= clause.end) return;
    const bool told = word >= clause.begin + 2 && is(form(word - 2), WordClass::finite_be) ? read_said_of(found, clause, word, degree)
                                                                                           : read_inverted(found, clause, word, degree);
    if (told && !is_of_some_case(found.words)) holders_.push_back(std::move(found));
  }

  /// "The silo is the tallest building in Selby."
  bool read_said_of(SuperlativeHolder& found, IndexRange clause, std::uint32_t word, std::uint32_t degree) const {
    const std::uint32_t be = word - 2;
    found.past = is_past_be(form(be));
    found.words = {word, clause.end};
    return read_holder({clause.begin, be}, found) && read_among({degree + 1, clause.end}, found);
  }

  /// "The tallest building in Selby is the silo."
  bool read_inverted(SuperlativeHolder& found, IndexRange clause, std::uint32_t word, std::uint32_t degree) const {
    if (word != clause.begin + 1) return false;
    std::uint32_t be = degree + 1;
    while (be < clause.end && !is(form(be), WordClass::finite_be)) ++be;
    if (be + 1 >= clause.end) return false;
    found.past = is_past_be(form(be));
    found.words = {word, be};
    return read_holder({be + 1, clause.end}, found) && read_among({degree + 1, be}, found);
  }

  /// One noun phrase: "the water tower", "Selby Castle".
  bool read_holder(IndexRange words, SuperlativeHolder& found) const {
    found.holder_words = words;
    if (words.empty() || words.size() > longest_holder) return false;
    const bool definite = is(form(words.begin), WordClass::definite_article);
    const bool named = (input_.units.words[definite ? words.begin + 1 : words.begin].flags & word_capitalized) != 0;
    if (!definite && !named) return false;
    for (std::uint32_t w = definite ? words.begin + 1 : words.begin; w < words.end; ++w) {
      if (form(w).text == "of" && w > words.begin + 1) return true;
      if (!is_content(form(w)) || looks_like_verb(form(w))) return false;
      add_key(found.holder, found.head = key_of(input_, form(w).stem));
    }
    return !found.holder.empty();
  }

  bool read_among(IndexRange words, SuperlativeHolder& found) const {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (looks_like_verb(form(w)) || form(w).text == "for" || form(w).text == "than" || form(w).text == "by") return false;
      if (is_content(form(w)) && (form(w).flags & form_number) == 0) add_key(found.among, key_of(input_, form(w).stem));
    }
    return true;
  }
};

}  // namespace

std::vector<SuperlativeHolder> superlative_holders(const CheckInput& input, ListId circumstances) {
  return HolderReader(input, circumstances).read();
}

bool hold_one_superlative(const SuperlativeHolder& a, const SuperlativeHolder& b) {
  if (a.degree != b.degree || a.most != b.most || a.past != b.past || a.among != b.among) return false;
  if (includes(a.holder, b.holder) || includes(b.holder, a.holder)) return false;
  return !a.among.empty() || a.head == b.head;
}

}  // namespace stet
