#include "comparing/comparatives.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "claims/keys.h"
#include "claims/stated.h"
#include "claims/statements.h"
#include "language/tense.h"
#include "matching/frames.h"
#include "matching/list_hits.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on plain pairs of our own and on public articles (2026-11-30).
constexpr std::uint32_t longest_comparative = 40;  // words
constexpr std::uint32_t longest_thing = 6;         // words of what is compared with
constexpr std::uint32_t reach = 6;                 // words before "than" among which the word stands that compares
constexpr std::size_t shortest_degree = 5;         // letters of "lower"
constexpr std::size_t most_comparatives = 256;     // of an article

using Keys = std::vector<WordKey>;

Keys without(const Keys& keys, const Keys& others) {
  Keys left;
  std::set_difference(keys.begin(), keys.end(), others.begin(), others.end(), std::back_inserter(left));
  return left;
}

class ComparativeReader {
 public:
  ComparativeReader(const CheckInput& input, ListId circumstances) : input_(input), circumstances_(circumstances) {}

  std::vector<Comparative> read() const {
    std::vector<Comparative> found;
    const Statements& all = statements_of(input_);
    for (const Statement& statement : all.statements) {
      if (found.size() == most_comparatives) break;
      for (std::uint32_t word = statement.words.begin + 1; word + 1 < statement.words.end; ++word) {
        if (form(word).text != "than" || !states(statement)) continue;
        if (auto one = read_at(statement, all.subjects[statement.subject], word)) found.push_back(std::move(*one));
      }
    }
    return found;
  }

 private:
  const CheckInput& input_;
  ListId circumstances_;

  const Form& form(std::uint32_t word) const { return form_of(input_, word); }

  /// The article's own word, of all cases.
  bool states(const Statement& statement) const {
    const IndexRange words = input_.units.sentences[statement.sentence].words;
    return !statement.negated && words.size() <= longest_comparative &&
           is_plain_statement(input_, statement.sentence,
                              {.unconditional = words, .said = statement.words, .excluded = not_surely_the_articles_own});
  }

  Keys keys_of(IndexRange words) const {
    Keys keys;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (is_content(form(w)) || is(form(w), WordClass::person)) add_key(keys, key_of(input_, form(w).stem));
    }
    return keys;
  }

  /// What stands behind "than", up to a verb or a border.
  IndexRange thing_behind(std::uint32_t than, std::uint32_t end) const {
    IndexRange words{than + 1, than + 1};
    while (words.end < std::min(end, words.begin + longest_thing) && !looks_like_verb(form(words.end)) &&
           (form(words.end).flags & form_be) == 0 && !is_number(words.end) && (words.empty() || !starts_clause(input_, words.end)))
      ++words.end;
    return words;
  }

  /// "Than 40 kg", and not "than the one on the dyke".
  bool is_number(std::uint32_t word) const { return (form(word).flags & form_number) != 0 && form(word).text != "one"; }

  /// "More common in men | than in women": what stands behind the same preposition.
  IndexRange behind_preposition(std::uint32_t preposition, IndexRange words) const {
    for (std::uint32_t w = words.end; w-- > words.begin;) {
      if (form(w).text == form(preposition).text) return {w + 1, words.end};
    }
    return {};
  }

  /// The word that compares: "shorter", "expensive" behind "more" or "less".
  bool read_degree(std::uint32_t from, std::uint32_t than, Comparative& one) const {
    for (std::uint32_t w = than; w-- > std::max(from, than - std::min(than, reach));) {
      const std::string_view text = form(w).text;
      if (text == "more" || text == "less") {
        one.less = text == "less";
        one.degree = w + 1 < than ? w + 1 : w - 1;  // "costs more than"
        one.of_manner = w + 1 < than && (form(w - 1).flags & form_be) == 0;
        one.words.begin = w;
        return true;
      }
      if (text.size() >= shortest_degree && text.ends_with("er") && (form(w).flags & form_stop_word) == 0 && !is_noun_before(w)) {
        one.degree = w;
        one.words.begin = w;
        return true;
      }
    }
    return false;
  }

  /// "The tower than …": a noun in "-er" stands behind its determiner.
  bool is_noun_before(std::uint32_t word) const {
    return word == 0 || is(form(word - 1), WordClass::determiner) || is(form(word - 1), WordClass::article);
  }

  std::optional<Comparative> read_at(const Statement& statement, const Subject& subject, std::uint32_t than) const {
    Comparative one{.sentence = statement.sentence};
    if (subject.kind == SubjectKind::none || subject.kind == SubjectKind::pronoun || subject.words.end >= than) return std::nullopt;
    if (!statement.words.contains(subject.words.begin) || !read_degree(subject.words.end, than, one)) return std::nullopt;
    const IndexRange other = thing_behind(than, statement.words.end);
    if (other.empty()) return std::nullopt;
    IndexRange thing = subject.words;
    if (is(form(other.begin), WordClass::preposition)) thing = behind_preposition(other.begin, {one.degree + 1, than});
    const Keys more = keys_of(thing);
    const Keys less = keys_of(other);
    one.more = without(more, less);
    one.than = without(less, more);
    if (one.more.empty() || one.than.empty()) return std::nullopt;
    one.words.end = other.end;
    one.past = is_past({subject.words.end, than});
    for (const WordKey key : keys_of(statement.words)) {
      const bool named = std::binary_search(more.begin(), more.end(), key) || std::binary_search(less.begin(), less.end(), key);
      if (!named && key != key_of(input_, form(one.degree).stem)) add_key(one.beside, key);
    }
    return has_occasion(statement, thing, other, one) ? std::nullopt : std::optional(std::move(one));
  }

  bool is_past(IndexRange words) const {
    return std::any_of(input_.units.words.begin() + words.begin, input_.units.words.begin() + words.end,
                       [&](const Word& word) { return may_be_past(input_.vocabulary.form(word.form)); });
  }

  /// "In winter": what it holds for, beside the two things and the word that compares.
  bool has_occasion(const Statement& statement, IndexRange thing, IndexRange other, const Comparative& one) const {
    const auto hits = list_hits_in(input_.matches, statement.words);
    return std::any_of(hits.begin(), hits.end(), [&](const ListHit& hit) {
      const bool own = hit.words.overlaps(thing) || hit.words.overlaps(other) || hit.words.overlaps({one.words.begin, other.begin});
      return hit.list == circumstances_ && !own;
    });
  }
};

/// The same, or one of them with a word more.
bool name_one(const Keys& a, const Keys& b) { return includes(a, b) || includes(b, a); }

}  // namespace

std::vector<Comparative> read_comparatives(const CheckInput& input, ListId circumstances) {
  return ComparativeReader(input, circumstances).read();
}

bool turn_round(const CheckInput& input, const OppositeWords& opposites, const Comparative& a, const Comparative& b) {
  if (a.past != b.past || a.of_manner != b.of_manner) return false;
  const FormId one = input.units.words[a.degree].form;
  const FormId two = input.units.words[b.degree].form;
  const bool opposed = opposites.opposed(one, two);
  if (one != two && !opposed && !opposites.alike(one, two)) return false;
  if (a.of_manner && (a.beside != b.beside || a.beside.empty())) return false;
  const bool same_way = (a.less == b.less) != opposed;
  return same_way ? name_one(a.more, b.than) && name_one(a.than, b.more) : name_one(a.more, b.more) && name_one(a.than, b.than);
}

}  // namespace stet
