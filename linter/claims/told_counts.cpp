#include "claims/told_counts.h"

#include <algorithm>

#include "claims/counted.h"
#include "claims/keys.h"
#include "claims/owners.h"
#include "claims/told_circumstances.h"
#include "claims/told_owners.h"
#include "matching/list_hits.h"
#include "units/plural.h"
#include "units/verbs.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on new articles, with none more in clean twins and in documentation (2026-11-29).
constexpr std::uint32_t widest = 24;  // words on either side of a value: the farthest that tell its attribute, and the longest phrase

/// "population: 610", "| Population | 610 |": of a count, a number with a label of the attribute's.
bool counts_by_label(const CheckInput& text, const Attribute& attribute, const Claim& claim, IndexRange& by) {
  if (claim.place == ClaimPlace::field) return !label_in(attribute, words_of_key(claim.key)).empty();
  const IndexRange label = label_of_line(claim);
  if (label.empty() || claim.value.words.end < claim.words.end) return false;
  std::vector<std::string> words;
  for (std::uint32_t w = label.begin; w < label.end; ++w) words.push_back(lemma_key(form_of(text, w).text));
  if (label_in(attribute, words).empty()) return false;
  by = label;
  return true;
}

/// "Arches: 9", "| Arches | 9 |": a number alone behind the plural of what it counts.
bool counts_by_noun_label(const CheckInput& text, const Claim& claim, Told& told, IndexRange& by) {
  const IndexRange label = label_of_line(claim);
  if (label.size() != 1) return false;
  const IndexRange whole = text.units.sentences[claim.sentence].words;
  if (claim.value.low < 2) return false;
  const std::uint32_t noun = label.begin;
  if (claim.value.words.end != whole.end || !is_plural(form_of(text, noun)) || !is_content(form_of(text, noun))) return false;
  by = label;
  add_key(told.counted, key_of(text, form_of(text, noun).stem));
  told.owner = elided_owner();
  told.determined = true;
  return true;
}

/// "A crew of 22", "the team, 22 strong": a phrase of the attribute's that holds both the number and what is counted.
bool counts_group(const CheckInput& text, const Attribute& attribute, const Claim& claim, IndexRange& by) {
  each_match(text, attribute.says, around(text, claim), [&](const Match& match) {
    if (!match.words.overlaps(claim.value.words)) return;
    each_match(text, *attribute.counted, match.words, [&](const Match& counted) {
      if (counted.words.end <= claim.value.words.begin) by = match.words;
    });
  });
  return !by.empty();
}

/// "430 people live here": a phrase of the attribute's over the number.
bool counts_by_itself(const CheckInput& text, const Attribute& attribute, const Claim& claim, IndexRange& by) {
  each_match(text, *attribute.counts, around(text, claim), [&](const Match& match) {
    if (match.words.overlaps(claim.value.words)) by = match.words;
  });
  return !by.empty();
}

/// "The first three chapters", "the other 12 rooms", "two of the …".
bool is_part(const CheckInput& text, const Claim& claim) {
  const std::uint32_t first = claim.value.words.begin;
  const std::uint32_t begin = text.units.sentences[claim.sentence].words.begin;
  const std::uint32_t next = claim.value.words.end;
  const std::string_view before = first > begin ? std::string_view(form_of(text, first - 1).text) : std::string_view();
  if (next < text.units.words.size() && form_of(text, next).text == "of") return before != "all" && before != "both";
  return before == "first" || (first > begin && is(form_of(text, first - 1), WordClass::pointing_back));
}

/// "30 oaks and limes": more is counted than the noun.
bool goes_on(const CheckInput& text, const Claim& claim, const Counted& counted) {
  const std::uint32_t behind = counted.words.end;
  return behind + 1 < text.units.sentences[claim.sentence].words.end && form_of(text, behind).text == "and" &&
         is_content(form_of(text, behind + 1)) && !looks_like_verb(form_of(text, behind + 1)) &&
         claim.value.words.end <= counted.words.begin;
}

/// The words that tell the attribute: of what it counts, or whatever is counted; empty where it counts something else.
IndexRange counted_by(const CheckInput& text, const Attribute& attribute, const Counted& counted) {
  if (!attribute.counted) return counted.words;
  IndexRange by;
  each_match(text, *attribute.counted, counted.words, [&](const Match& match) { by = match.words; });
  return by;
}

/// "7 proven tips", "this guide covers five simple walks": an article that says what it holds.
bool announces(const CheckInput& text, const Attribute& attribute, const Claim& claim) {
  return claim.place == ClaimPlace::title || claim.place == ClaimPlace::heading || is_article_itself(text, attribute, claim.owner);
}

/// Keys of what is counted; without the attribute's own noun, which all its counts have, and without praise.
void add_counted(const CheckInput& text, const Attribute& attribute, const Claim& claim, const Counted& counted, IndexRange by,
                 Told& told) {
  std::vector<WordKey> of_attribute;
  const auto leave_out = [&](std::uint32_t word) { add_key(of_attribute, key_of(text, form_of(text, word).stem)); };
  if (attribute.counted) {
    for (std::uint32_t w = by.begin; w < by.end; ++w) leave_out(w);
  } else if (announces(text, attribute, claim)) {
    for (const ListHit& hit : list_hits_in(text.matches, counted.words)) {
      if (hit.list != attribute.lists.praise || hit.words.end >= counted.words.end) continue;
      for (std::uint32_t w = hit.words.begin; w < hit.words.end; ++w) leave_out(w);
    }
  }
  for (const WordKey key : counted.keys) {
    if (!std::binary_search(of_attribute.begin(), of_attribute.end(), key)) add_key(told.counted, key);
  }
}

/// A title, a label or a cell tells all there are; so does "the eight venues".
bool is_determined(const Claim& claim, const Counted& counted) {
  return counted.determined || claim.place == ClaimPlace::title || claim.place == ClaimPlace::heading || claim.place == ClaimPlace::cell ||
         claim.place == ClaimPlace::label || claim.place == ClaimPlace::field;
}

/// "It has 30 rooms": a phrase of the attribute's over the number, or at most two words from it.
bool counts_by_phrase(const CheckInput& text, const Attribute& attribute, const Claim& claim, const Counted& counted) {
  bool holds = false;
  each_match(text, attribute.says, around(text, claim), [&](const Match& match) {
    const std::uint32_t first = claim.value.words.begin;
    holds = holds || match.words.overlaps(claim.value.words) || (match.words.end <= first && match.words.end + 2 >= first) ||
            (match.words.begin >= counted.words.end && match.words.begin <= counted.words.end + 2);
  });
  return holds;
}

/// Whose things are counted: "the farm's 60 cows", "all six rooms of the inn"; without words where that is not said.
IndexRange possessor_of(const CheckInput& text, const Claim& claim, const Counted& counted) {
  const IndexRange whole = text.units.sentences[claim.sentence].words;
  const std::uint32_t first = claim.value.words.begin;
  if (first > whole.begin) {
    const std::string_view before = text.article.text(text.units.words[first - 1].plain);
    if (before.ends_with("'s") || before.ends_with("\xE2\x80\x99s")) return {first - 1, first};
  }
  IndexRange of{counted.words.end + 1, counted.words.end + 1};
  if (of.end >= whole.end || form_of(text, of.begin - 1).text != "of") return {};
  if (is(form_of(text, of.begin), WordClass::definite_article)) ++of.begin, ++of.end;
  while (of.end < whole.end && is_content_word(text, of.end) && !looks_like_verb(form_of(text, of.end))) ++of.end;
  return of;
}

/// Has what is counted an owner that is named by a pronoun: "its 60 cows"?
bool is_its_own(const CheckInput& text, const Claim& claim) {
  const std::uint32_t first = claim.value.words.begin;
  return first > text.units.sentences[claim.sentence].words.begin && is(form_of(text, first - 1), WordClass::possessive);
}

/// Of a determined count: whose they are, in `of` where a name says it; else the article's thing's, or whoever's has such things.
void own_counted(const CheckInput& text, const Claim& claim, const Counted& counted, Told& told, IndexRange& of) {
  told.owner = elided_owner();
  if (claim.place != ClaimPlace::prose && claim.place != ClaimPlace::item && claim.place != ClaimPlace::caption) return;
  of = possessor_of(text, claim, counted);
  told.of_whoever = of.empty() && !is_its_own(text, claim);
  if (of.empty() || !claim.owner.words.contains(of.begin)) return;
  told.owner = claim.owner;
  of = {};
}

/// "A row of nineteen arches".
bool counts_members(const CheckInput& text, const Claim& claim) {
  const std::uint32_t first = claim.value.words.begin;
  return first > text.units.sentences[claim.sentence].words.begin + 2 && form_of(text, first - 1).text == "of" &&
         is_content(form_of(text, first - 2)) && is(form_of(text, first - 3), WordClass::article);
}

/// "We planted thirty oaks" or "takes place at six venues" says how many there are only to who reads of so many elsewhere.
bool counts_loosely(const CheckInput& text, const Claim& claim) {
  const std::uint32_t first = claim.value.words.begin;
  const std::uint32_t begin = text.units.sentences[claim.sentence].words.begin;
  if (first == begin) return false;
  const Form& before = form_of(text, first - 1);
  const bool placed = claim.owner.topic && (before.text == "at" || before.text == "in" || before.text == "on" || before.text == "over");
  // Who "chose 42 meadows" chose them once; of few there may be others.
  constexpr double many = 10;
  const bool chose = looks_like_verb(before) && (before.flags & form_be) == 0 && claim.value.low >= many;
  // "The farm keeps 40 cows" is so as long as nothing else is said; "the club bought two boats" may be so twice.
  const bool keeps = is_third_person(before) || is_base_verb(before);
  return placed || keeps || chose || (claim.owner.head == 0 && looks_like_verb(before));
}

/// Does the claim say how many there are in all, of what the attribute counts?
bool counts(const CheckInput& text, const Attribute& attribute, const Claim& claim, const Counted& counted, Told& told, IndexRange& by,
            IndexRange& of) {
  // What a label or a row counts may be one of several; "Where: 24 meadows" names what it counts itself, and
  // begins with it.
  const bool by_head =
      claim.place == ClaimPlace::cell || (claim.place == ClaimPlace::label &&
                                          (counted.words.begin < claim.value.words.end || claim.value.words.begin > claim.words.begin + 1));
  const std::uint32_t behind = counted.words.end;  // "three sessions a week"
  const bool rate = behind < text.units.sentences[claim.sentence].words.end && is(form_of(text, behind), WordClass::rate_determiner);
  if ((attribute.counts_anything && (by_head || rate)) || goes_on(text, claim, counted)) return false;
  by = counted_by(text, attribute, counted);
  if (by.empty()) return false;
  add_counted(text, attribute, claim, counted, by, told);
  told.determined = is_determined(claim, counted);
  // "The two people who ran it" are not all the people.
  const bool running = claim.place == ClaimPlace::prose || claim.place == ClaimPlace::item;
  const bool ends = behind >= text.units.sentences[claim.sentence].words.end;
  if (told.determined && running && !ends && is(form_of(text, behind), WordClass::relative_pronoun)) return false;
  if (told.determined) {
    own_counted(text, claim, counted, told, of);
    return !is_part(text, claim);
  }
  if (counts_by_phrase(text, attribute, claim, counted)) return true;
  if (attribute.counts_anything && counts_members(text, claim)) {
    told.owner = elided_owner();
    told.loose = true;
    return true;
  }
  const bool of_people = is(form_of(text, by.end - 1), WordClass::person);
  told.loose = attribute.counts_anything && !of_people && counts_loosely(text, claim);
  return told.loose;
}

}  // namespace

IndexRange label_of_line(const Claim& claim) {
  const bool line = (claim.place == ClaimPlace::cell && claim.alone) || claim.place == ClaimPlace::label;
  return line && !claim.labels.empty() ? claim.labels.front() : IndexRange{};
}

std::vector<std::string> words_of_key(std::string_view key) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(lemma_key(word));
    word.clear();
  };
  for (const char c : key) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || upper) flush();
    if (letter) word += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  flush();
  return words;
}

IndexRange label_in(const Attribute& attribute, const std::vector<std::string>& words) {
  IndexRange longest;
  for (const std::vector<std::string>& label : attribute.labels.keys()) {
    const auto found = std::search(words.begin(), words.end(), label.begin(), label.end());
    if (found == words.end() || label.size() <= longest.size()) continue;
    longest.begin = static_cast<std::uint32_t>(found - words.begin());
    longest.end = longest.begin + static_cast<std::uint32_t>(label.size());
  }
  return longest;
}

IndexRange around(const CheckInput& text, const Claim& claim) {
  const IndexRange whole = text.units.sentences[claim.sentence].words;
  const IndexRange value = claim.value.words;
  return {value.begin - std::min(value.begin - whole.begin, widest), std::min(value.end + widest, whole.end)};
}

bool tells_count(const CheckInput& text, const Attribute& attribute, const Claim& claim, Told& told, IndexRange& by, IndexRange& of) {
  if (attribute.counted && counts_by_label(text, attribute, claim, by)) {
    told.owner = elided_owner();
    told.determined = true;
    return true;
  }
  if (attribute.counts && counts_by_itself(text, attribute, claim, by)) {
    told.owner = elided_owner();
    return true;
  }
  if (attribute.counted && counts_group(text, attribute, claim, by)) return true;
  if (attribute.counts_anything && counts_by_noun_label(text, claim, told, by)) return true;
  const auto counted = counted_of(text, claim);
  return counted && counts(text, attribute, claim, *counted, told, by, of);
}

}  // namespace stet
