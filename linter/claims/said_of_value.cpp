#include "claims/said_of_value.h"

#include <algorithm>

#include "claims/told_circumstances.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

class ReachFinder {
 public:
  ReachFinder(const CheckInput& text, const Claims& claims, const Told& told) : text_(text), claims_(claims), told_(told) {}

  /// From the sentence's opening to the end of the comma's clause that holds the value: what stands behind is another matter.
  IndexRange reach() const {
    const Claim& claim = *told_.claim;
    if (claim.attributive) return {std::min(claim.words.begin, claim.owner.words.begin), claim.owner.words.end};
    if (claim.value.words.overlaps(claim.owner.words)) return claim.owner.words;
    if (const IndexRange fronted = fronted_phrase(); !fronted.empty()) return fronted;
    // "The farm's 60 cows | graze outdoors": how many there are is taken for granted, whatever is said of them.
    if (told_.determined && claim.place != ClaimPlace::cell && told_.by.end > claim.value.words.begin)
      return {std::min(claim.words.begin, claim.value.words.begin), std::max(told_.by.end, claim.value.words.end)};
    const std::uint32_t behind_owner = claim.owner.words.end;  // "dogs are walked by guests | who are at least 16"
    if (behind_owner < claim.value.words.begin && claim.owner.words.begin > claim.words.begin &&
        is(form_of(text_, behind_owner), WordClass::relative_pronoun))
      return {claim.owner.words.begin, claim.value.words.end};
    const bool line = claim.place != ClaimPlace::prose && claim.place != ClaimPlace::caption && claim.owner.words.empty();
    if (line) return of_one_value(claim.words);
    const IndexRange clause = clause_of(text_, claim.sentence, claim.value.words.begin);
    return of_one_value({behind_colon(std::min(claim.words.begin, claim.value.words.begin)),
                         std::max(std::min(claim.words.end, clause.end), claim.value.words.end)});
  }

  /// "Was built in 1932 | and is open daily": where the sentence goes on to say something else behind the value.
  std::uint32_t next_predicate() const {
    const std::uint32_t whole = text_.units.sentences[told_.claim->sentence].words.end;
    const std::uint32_t end = next_value(whole);
    for (std::uint32_t w = told_.claim->value.words.end; w < end; ++w) {
      if (joins_verb(w, whole) || is_behind_semicolon(w)) return w;
    }
    return end;
  }

  /// "The castle | is closed on Mondays | and costs $5": what is said of the subject before, the value's own verb standing behind it.
  IndexRange predicate_before(IndexRange words) const {
    const std::uint32_t value = told_.claim->value.words.begin;
    for (std::uint32_t w = std::min(value, words.end); w-- > words.begin;) {
      if (!joins_verb(w, value)) continue;
      for (std::uint32_t verb = words.begin; verb < w; ++verb) {
        if (is_finite(verb)) return {verb, w};
      }
      return {};
    }
    return {};
  }

  /// Where a relative clause or a reason begins behind the value, which tells of something else; else the end.
  std::uint32_t before_relative(IndexRange words) const {
    for (std::uint32_t w = told_.claim->value.words.end; w < words.end; ++w) {
      const Form& form = form_of(text_, w);  // "that" only narrows down what the value is of
      if ((is(form, WordClass::relative_pronoun) && form.text != "that") || form.text == "because") return w;
    }
    return words.end;
  }

 private:
  const CheckInput& text_;
  const Claims& claims_;
  const Told& told_;

  bool is_finite(std::uint32_t word) const {
    const Form& form = form_of(text_, word);
    return looks_like_verb(form) || (form.flags & form_be) != 0 || is(form, WordClass::modal);
  }

  bool is_behind_semicolon(std::uint32_t word) const { return gap_before(text_, word).find(';') != std::string_view::npos; }

  /// "180 degrees, or | 160 degrees if it has a fan": where the next value of the kind stands, of which the rest is said; else the end.
  std::uint32_t next_value(std::uint32_t end) const {
    const auto [first, last] = of_sentence(claims_, *told_.claim);
    for (auto other = first; other != last; ++other) {
      const std::uint32_t begin = other->value.words.begin;
      // "10 a.m. to 5 p.m. (April to October)": what is said behind the end of a span is said of its beginning too.
      if (is_span(text_, told_.claim->value.words, other->value.words)) continue;
      if (begin >= told_.claim->value.words.end && comparable(other->value, told_.claim->value)) end = std::min(end, begin);
    }
    return end;
  }

  /// Is the word a coordinator that a verb follows within a few words?
  bool joins_verb(std::uint32_t word, std::uint32_t end) const {
    constexpr std::uint32_t longest_subject = 6;
    if (!is(form_of(text_, word), WordClass::coordinator)) return false;
    for (std::uint32_t w = word + 1; w < std::min(word + longest_subject, end); ++w) {
      if (w > word + 1 && starts_clause(text_, w)) return false;
      if (is_finite(w)) return true;
    }
    return false;
  }

  /// "Its few faults cost it a point, though: | four stars": where what stands before a colon is a clause of its own.
  std::uint32_t behind_colon(std::uint32_t begin) const {
    const std::uint32_t value = told_.claim->value.words.begin;
    bool finite = false;
    for (std::uint32_t w = begin; w < value; ++w) {
      finite = finite || is_finite(w) || (w > begin && is_base_verb(form_of(text_, w)));
      if (finite && gap_before(text_, w + 1) == ": ") return told_.by.begin > w ? w + 1 : begin;
    }
    return begin;
  }

  /// "At £19 | the lamp undercuts its rivals": the phrase with the value that its sentence opens with; empty where it opens with another.
  IndexRange fronted_phrase() const {
    constexpr std::uint32_t longest = 3;
    const Claim& claim = *told_.claim;
    const IndexRange whole = text_.units.sentences[claim.sentence].words;
    const IndexRange value = claim.value.words;
    if (value.begin == whole.begin || value.begin > whole.begin + longest || claim.place != ClaimPlace::prose) return {};
    if (!is(form_of(text_, whole.begin), WordClass::preposition)) return {};
    std::uint32_t end = value.end;
    while (end < whole.end && !starts_clause(text_, end) && !is(form_of(text_, end), WordClass::definite_article) &&
           !is(form_of(text_, end), WordClass::subject_pronoun))
      ++end;
    return {whole.begin, end};
  }

  /// "£9 for adults and £6 for children", "£9, children £6": up to the "and" or comma before the next value of its kind, and from behind
  /// the one before it.
  IndexRange of_one_value(IndexRange words) const {
    const Claim& claim = *told_.claim;
    // Where the one ends, and where the next begins.
    const auto joint_between = [&](std::uint32_t from, std::uint32_t to) {
      for (std::uint32_t w = from; w < to; ++w) {
        if (is(form_of(text_, w), WordClass::coordinator)) return IndexRange{w, w + 1};
        if (starts_clause(text_, w)) return IndexRange{w, w};
      }
      return IndexRange{no_index, no_index};
    };
    const auto [begin, end] = of_sentence(claims_, claim);
    for (auto other = begin; other != end; ++other) {
      if (&*other == &claim || !comparable(other->value, claim.value)) continue;
      const bool behind = other->value.words.begin >= claim.value.words.end;
      const IndexRange joint = behind ? joint_between(claim.value.words.end, other->value.words.begin)
                                      : joint_between(other->value.words.end, claim.value.words.begin);
      if (!words.contains(joint.begin)) continue;
      if (behind) {
        words.end = std::min(words.end, joint.begin);
      } else {
        words.begin = std::max(words.begin, joint.end);
      }
    }
    return words;
  }
};

}  // namespace

bool is_span(const CheckInput& text, IndexRange begin, IndexRange end) {
  if (end.begin < begin.end || end.begin > begin.end + 1) return false;
  if (end.begin == begin.end) {
    const std::string_view gap = gap_before(text, end.begin);
    return gap == "-" || gap == "\xE2\x80\x93" || gap == " - " || gap == " \xE2\x80\x93 ";
  }
  const std::string_view word = form_of(text, begin.end).text;
  return word == "to" || word == "until" || word == "till" || word == "through";
}

SaidOfValue said_of_value(const CheckInput& text, const Claims& claims, const Told& told) {
  const ReachFinder finder(text, claims, told);
  SaidOfValue said{.words = finder.reach(), .next_predicate = finder.next_predicate(), .predicate_before = {}};
  said.words.end = finder.before_relative(said.words);
  said.words.end = std::max(std::min(said.words.end, said.next_predicate), std::min(said.words.end, told.claim->value.words.end));
  said.predicate_before = finder.predicate_before(said.words);
  return said;
}

}  // namespace stet
