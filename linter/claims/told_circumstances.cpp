#include "claims/told_circumstances.h"

#include "claims/headings.h"
#include "claims/keys.h"
#include "claims/owners.h"
#include "claims/said_of_value.h"
#include "claims/title.h"
#include "matching/list_hits.h"
#include "units/measures.h"
#include "units/plural.h"
#include "units/word_classes.h"

namespace stet {
namespace {

/// The day of the week that an article names, where it names one.
struct OnlyDay {
  StemId stem = no_index;

  explicit OnlyDay(const CheckInput& text) {
    bool several = false;
    for (const Word& word : text.units.words) {
      const Form& form = text.vocabulary.form(word.form);
      if (!is(form, WordClass::weekday)) continue;
      several = several || (stem != no_index && stem != form.stem);
      stem = form.stem;
    }
    if (several) stem = no_index;
  }
};

/// Collects the circumstances of one claim.
class CircumstanceReader {
 public:
  CircumstanceReader(const CheckInput& text, const Attribute& attribute, const Claims& claims, Told& told)
      : text_(text), attribute_(attribute), claims_(claims), told_(told) {}

  void add() {
    const Claim& claim = *told_.claim;
    const SaidOfValue of_value = said_of_value(text_, claims_, told_);
    const IndexRange spoken = of_value.words;
    const std::uint32_t said = of_value.next_predicate;
    earlier_ = of_value.predicate_before;
    told_.always = holds_throughout(spoken);
    add_hits(spoken, attribute_.lists.circumstances);
    add_hits(claim.opening, attribute_.lists.circumstances);
    add_hits({spoken.end, std::max(said, spoken.end)}, attribute_.lists.exceptions);
    const bool by_row = claim.alone && !claim.labels.empty() && told_.by.overlaps(claim.labels.front());
    for (std::size_t i = 0; i < (by_row ? 1 : claim.labels.size()); ++i) add_hits(claim.labels[i], attribute_.lists.circumstances);
    if (attribute_.apart) {
      for (const IndexRange words : {spoken, claim.opening}) add_apart(words);
    }
    add_dates(spoken);
    if (attribute_.kind != TypedKind::percent) add_rate();
    for (std::uint32_t w = told_.by.begin; w < told_.by.end; ++w) {  // "daily amount"
      if (is(form_of(text_, w), WordClass::period_adverb) && is_period(form_of(text_, w)))
        add_key(told_.apart, key_of_period(form_of(text_, w)));
    }
    if (claim.value.unit == "B") add_what_of();
    if (claim.of_front_matter || claim.place == ClaimPlace::heading) return;
    for (std::uint32_t section = text_.units.sentences[claim.sentence].section; section > 0;
         section = text_.article.sections[section].parent) {
      const IndexRange heading = words_of_heading(text_, section);
      if (!is_title(text_, heading)) add_hits(heading, attribute_.lists.circumstances);
    }
  }

 private:
  const CheckInput& text_;
  const Attribute& attribute_;
  const Claims& claims_;
  Told& told_;
  IndexRange earlier_;  ///< what the sentence says before, of the same subject: "is closed on Mondays and"

  /// What the rule's own phrases set apart among some words.
  void add_apart(IndexRange words) {
    each_match(text_, *attribute_.apart, words, [&](const Match& match) {
      if (match.words.overlaps(told_.claim->value.words) || match.words.overlaps(told_.by) || names_topic(match.words)) return;
      if (match.words.overlaps(earlier_) || is_of_topic(match.words)) return;
      if (told_.always && is_throughout(match.words)) return;  // "on all orders"
      add_key(told_.apart, 2 * static_cast<WordKey>(match.alternative) + 1);
      told_.apart_words.push_back(match.words);
    });
  }

  /// "The summit | of Corrie Fell" in an article on that fell: the whole, by what it is known for.
  bool is_of_topic(IndexRange words) const {
    const std::uint32_t end = text_.units.sentences[told_.claim->sentence].words.end;
    if (words.size() != 1 || words.end + 1 >= end || form_of(text_, words.end).text != "of") return false;
    std::uint32_t last = words.end + 1;
    while (last < end && (text_.units.words[last].flags & word_capitalized) != 0) ++last;
    return last > words.end + 1 && names_topic({words.end + 1, last});
  }

  /// "More than", "at least" right before the value, and "old" right behind it, belong to it.
  bool bounds(IndexRange words) const {
    const IndexRange value = told_.claim->value.words;
    const std::string_view word = form_of(text_, words.begin).text;
    if (words.begin == value.end) return word == "old";
    if (words.begin == value.end + 1) return form_of(text_, value.end).text == "at" && (word == "least" || word == "most");
    if (words.end == value.begin)
      return word == "than" || word == "least" || word == "most" ||
             (word == "after" && (attribute_.kind == TypedKind::duration || attribute_.kind == TypedKind::time));
    return words.end + 1 == value.begin && form_of(text_, words.end).text == "than";
  }

  /// "More than 40 bands on five stages": the bound of the number behind it.
  bool is_bound_of_another(IndexRange words) const {
    const std::uint32_t end = text_.units.sentences[told_.claim->sentence].words.end;
    if (words.end >= end) return false;
    const std::string_view word = form_of(text_, words.end - 1).text;
    const std::uint32_t number = word == "more" || word == "less" || word == "fewer" ? words.end + 1 : words.end;
    const bool bound = number > words.end ? form_of(text_, words.end).text == "than" : word == "than" || word == "least" || word == "most";
    return bound && number < end && (form_of(text_, number).flags & form_number) != 0;
  }

  /// "The beginners' course": which thing, not in which case. "April to October" and "children and adults" are cases, and no things.
  bool is_part_of_owner(IndexRange words) const {
    const IndexRange owner = told_.owner.words;
    if (told_.owner.kind != OwnerKind::name && ends_with_entry(text_, attribute_.lists.circumstances, owner)) return false;
    return !told_.owner.topic && told_.owner.head != 0 && owner.begin <= words.begin && words.end < owner.end;
  }

  /// "Every day except Monday": what holds on all the others is said of the thing as such.
  bool is_day_taken_out(IndexRange words) const {
    const std::uint32_t end = text_.units.sentences[told_.claim->sentence].words.end;
    std::uint32_t day = words.begin;  // behind "except", "except on"
    while (day < std::min(words.begin + 3, end) && !is(form_of(text_, day), WordClass::weekday)) ++day;
    if (day >= end || !is(form_of(text_, day), WordClass::weekday)) return false;
    for (std::uint32_t back = 0; back < 3 && back < day; ++back) {
      if (form_of(text_, day - back).text == "except") return true;
    }
    return false;
  }

  /// "30 km/h is more than the law allows": what the value is compared with. "$5 more than" is no value of its own.
  bool compares_value(IndexRange words) const {
    const std::string_view word = form_of(text_, words.begin).text;
    return words.begin > told_.claim->value.words.end && (word == "more" || word == "less" || word == "than");
  }

  /// What the title names sets nothing apart: "the tent" of an article about one.
  bool names_topic(IndexRange words) const {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      const WordKey key = key_of(text_, form_of(text_, w).stem);
      if (is_content(form_of(text_, w)) && !std::binary_search(claims_.topic.begin(), claims_.topic.end(), key)) return false;
    }
    return true;
  }

  /// "On Saturday, at 8 a.m.", where the article knows of no other day. "On Saturdays" and "every Saturday" are said beside other days.
  bool is_only_day(IndexRange words) const {
    const Form& day = form_of(text_, words.begin);
    if (!is(day, WordClass::weekday) || day.text.ends_with('s')) return false;
    if (words.begin > 0 && is(form_of(text_, words.begin - 1), WordClass::rate_determiner)) return false;
    return text_.derived->get<OnlyDay>([&] { return OnlyDay(text_); }).stem == day.stem;
  }

  /// "All of them healthy but not very active", where nothing is taken out.
  bool denies_adjective(IndexRange words) const {
    const std::uint32_t end = text_.units.sentences[told_.claim->sentence].words.end;
    if (words.size() != 2 || form_of(text_, words.begin).text != "but" || words.end >= end) return false;
    const Form& next = form_of(text_, words.end);
    const bool goes_on = is_content(next) || is(next, WordClass::preposition) || is(next, WordClass::determiner);
    return !goes_on || next.text.ends_with("ed");
  }

  /// "The club closes at five": what the value is of, and no part of it.
  bool is_thing_itself(IndexRange words) const {
    const Owner& owner = told_.claim->owner;
    return owner.words.end == words.end && owner.words.begin < words.begin && ends_with_entry(text_, attribute_.lists.things, words);
  }

  /// "Even if you have worn it", "even in winter".
  bool is_whatever(IndexRange words) const {
    for (std::uint32_t w = words.begin; w > 0 && w + 2 > words.begin; --w) {
      if (form_of(text_, w - 1).text == "even") return true;
    }
    return false;
  }

  /// What the attribute itself is told by sets nothing apart: "60 days after delivery" of a time for returns.
  bool is_own(IndexRange words) const {
    bool own = false;
    if (attribute_.of_labels || attribute_.of_wording) return false;
    each_match(text_, attribute_.says, text_.units.sentences[told_.claim->sentence].words, [&](const Match& match) {
      own = own || (match.words.size() > 1 && match.words.begin <= words.begin && words.end <= match.words.end);
    });
    return own;
  }

  /// "Costs £19 and undercuts most of its rivals": a word that sets apart only what it stands beside, behind the value.
  bool is_far_off(IndexRange words) const {
    constexpr std::uint32_t near = 3;
    const std::uint32_t end = told_.claim->value.words.end;
    return words.begin > end + near && text_.units.sentences[told_.claim->sentence].words.contains(words.begin) &&
           ends_with_entry(text_, attribute_.lists.nearby, words);
  }

  /// "Group | up to 8": what a label of the attribute says.
  bool is_own_label(IndexRange words) const {
    if (words.size() != 1) return false;
    const std::string lemma = lemma_key(form_of(text_, words.begin).text);
    const std::vector<std::vector<std::string>>& labels = attribute_.labels.keys();
    return std::any_of(labels.begin(), labels.end(), [&](const auto& label) { return label.size() == 1 && label.front() == lemma; });
  }

  /// "Each slice has 180 calories", "each of the 85 pitches": one like the other.
  bool is_each_of_attribute(IndexRange words) const {
    if (words.size() != 1 || form_of(text_, words.begin).text != "each") return false;
    const std::uint32_t value = told_.claim->value.words.begin;
    const bool of_all =
        words.end + 2 == value && form_of(text_, words.end).text == "of" && is(form_of(text_, value - 1), WordClass::determiner);
    return of_all || told_.claim->owner.words.begin == words.begin;
  }

  /// "Bake at 200 °C until golden": what comes of it, not when.
  bool is_until_done(IndexRange words) const {
    const std::uint32_t end = text_.units.sentences[told_.claim->sentence].words.end;
    if (attribute_.kind != TypedKind::quantity || words.end >= end || form_of(text_, words.begin).text != "until") return false;
    return is_content(form_of(text_, words.end)) && (text_.units.words[words.end].flags & (word_capitalized | word_number)) == 0;
  }

  /// Is it what an entry of `throughout` ends with, the word before included: "all year"?
  bool is_throughout(IndexRange words) const {
    return ends_with_entry(text_, text_.cues.throughout, words.begin > 0 ? IndexRange{words.begin - 1, words.end} : words);
  }

  /// "In groups of three".
  bool is_arrangement(IndexRange words) const {
    const std::uint32_t end = text_.units.sentences[told_.claim->sentence].words.end;
    return words.begin > 0 && words.end < end && form_of(text_, words.begin - 1).text == "in" && form_of(text_, words.end).text == "of" &&
           is_plural(form_of(text_, words.end - 1));
  }

  /// "From one bank to the other": a pronoun that tells nothing apart.
  bool stands_alone(IndexRange words) const {
    if (form_of(text_, words.begin).text != "other") return false;
    return words.end >= text_.units.sentences[told_.claim->sentence].words.end || !is_content(form_of(text_, words.end));
  }

  /// "All season", "at any time of the year".
  bool holds_throughout(IndexRange words) const {
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (ends_with_entry(text_, text_.cues.throughout, {words.begin, w + 1})) return true;
    }
    return false;
  }

  /// A year or a date says when: what holds in one need not hold in the next.
  void add_dates(IndexRange reach) {
    if (attribute_.kind == TypedKind::date || (attribute_.of_wording && told_.claim->value.kind == TypedKind::date)) return;
    const auto [begin, end] = of_sentence(claims_, *told_.claim);
    const IndexRange at_words = told_.claim->value.words;
    for (auto other = begin; other != end; ++other) {
      const std::uint32_t at = other->value.words.begin;
      if (&*other != told_.claim && other->value.words == at_words) continue;  // the same digits, read as a year
      if (other->value.kind != TypedKind::date || !(reach.contains(at) || told_.claim->opening.contains(at))) continue;
      add_key(told_.apart, std::hash<double>{}(other->value.low));
      told_.apart_words.push_back(other->value.words);
    }
  }

  /// Circumstances among some words.
  void add_hits(IndexRange words, ListId list) {
    for (const ListHit& hit : list_hits_in(text_.matches, words)) {
      if (hit.list != list || !is_circumstance(hit.words)) continue;
      // What is told of adults is told as such, beside which it may be told of others.
      if (!ends_with_entry(text_, attribute_.lists.usual, hit.words)) add_key(told_.apart, key_of_hit(hit));
      told_.apart_words.push_back(hit.words);
    }
  }

  /// Does what looks like a circumstance set the value apart from others?
  bool is_circumstance(IndexRange words) const {
    const Claim& claim = *told_.claim;
    if (words.overlaps(claim.value.words) || words.overlaps(told_.by) || words.overlaps(earlier_)) return false;
    if (told_.always && is_throughout(words)) return false;
    if (is_bound_of_another(words) || is_day_taken_out(words) || is_part_of_owner(words)) return false;
    if (compares_value(words) || bounds(words) || stands_alone(words) || is_whatever(words) || is_own(words)) return false;
    if (is_own_label(words) || is_far_off(words) || denies_adjective(words) || is_thing_itself(words)) return false;
    if (words.begin > 0 && form_of(text_, words.begin - 1).text == "how") return false;  // "How old is the mill?"
    if (is_only_day(words) || is_each_of_attribute(words) || is_until_done(words) || is_arrangement(words)) return false;
    if (!text_.units.sentences[claim.sentence].words.contains(words.begin) && only_heads(form_of(text_, words.begin))) return false;
    if (attribute_.limit && is(form_of(text_, words.begin), WordClass::limit_word)) return false;
    // "In the autumn of 1932", and not "will now open in 1932".
    const bool in_date = claim.value.kind == TypedKind::date && words_between(words, claim.value.words) <= 2;
    if (in_date && !is(form_of(text_, words.begin), WordClass::time_opener)) return false;
    // What the title names holds throughout.
    return !std::binary_search(claims_.topic.begin(), claims_.topic.end(), key_of(text_, form_of(text_, words.begin).stem));
  }

  /// "Before you go" as a heading is no circumstance; nor is "Saturday" over what is seen on that day, but for an hour, nor "Daily life",
  /// but for a price.
  bool only_heads(const Form& first) const {
    if ((first.flags & form_stop_word) != 0) return true;
    if (is(first, WordClass::weekday)) return attribute_.kind != TypedKind::time || attribute_.unit == weekday_unit;
    return attribute_.kind != TypedKind::money && is(first, WordClass::period_adverb);
  }

  WordKey key_of_hit(const ListHit& hit) const {
    const Form& first = form_of(text_, hit.words.begin);
    if (hit.words.size() == 1) return is_period(first) ? key_of_period(first) : key_of(text_, first.stem);
    // "Per night" of a label is the night of "a night costs".
    const bool rate = hit.words.size() == 2 && first.text == "per";
    return rate ? key_of(text_, form_of(text_, hit.words.end - 1).stem) : 2 * static_cast<WordKey>(hit.entry);
  }

  static bool is_period(const Form& form) { return is(form, WordClass::period_adverb) && form.text.ends_with("ly"); }

  /// "Daily" is "a day" of "300 mg a day".
  static WordKey key_of_period(const Form& form) {
    std::string noun(form.text.substr(0, form.text.size() - 2));
    if (noun == "dai") noun = "day";
    return key_of_stem(stem(noun));
  }

  /// "a month" behind $5, "per person", "each".
  void add_rate() {
    const Claim& claim = *told_.claim;
    const std::uint32_t end = text_.units.sentences[claim.sentence].words.end;
    const std::uint32_t next = claim.value.words.end;
    if (next >= end) return;
    const std::string_view word = form_of(text_, next).text;
    if (word == "each" || word == "apiece") add_key(told_.apart, key_of(text_, form_of(text_, next).stem));
    if (gap_before(text_, next) == "/") add_key(told_.apart, key_of(text_, form_of(text_, next).stem));
    if (next + 1 < end && is(form_of(text_, next), WordClass::rate_determiner) && is_content(form_of(text_, next + 1)))
      add_key(told_.apart, key_of(text_, form_of(text_, next + 1).stem));
    else if (const std::uint32_t period = period_behind(next, end); period != no_index)
      add_key(told_.apart, key_of(text_, form_of(text_, period).stem));
  }

  /// "64 MB of memory": of what, where the attribute is not told by it.
  void add_what_of() {
    const std::uint32_t of = told_.claim->value.words.end;
    const std::uint32_t end = text_.units.sentences[told_.claim->sentence].words.end;
    if (of + 1 >= end || form_of(text_, of).text != "of" || is_own({of + 1, of + 2}) || told_.by.contains(of + 1)) return;
    add_key(told_.apart, key_of(text_, form_of(text_, of + 1).stem));
  }

  /// "300 mg of salt a day": the period behind what is measured.
  std::uint32_t period_behind(std::uint32_t next, std::uint32_t end) const {
    constexpr std::uint32_t longest = 5;
    if (form_of(text_, next).text != "of") return no_index;
    for (std::uint32_t w = next + 1; w + 1 < std::min(next + longest, end); ++w) {
      if (looks_like_verb(form_of(text_, w))) return no_index;
      if (!is(form_of(text_, w), WordClass::rate_determiner)) continue;
      return seconds_of_period(form_of(text_, w + 1).text) > 0 ? w + 1 : no_index;
    }
    return no_index;
  }
};

}  // namespace

void add_circumstances(const CheckInput& input, const Attribute& attribute, const Claims& claims, Told& told) {
  CircumstanceReader(input_of(input, *told.claim), attribute, claims, told).add();
}

std::pair<std::vector<Claim>::const_iterator, std::vector<Claim>::const_iterator> of_sentence(const Claims& claims, const Claim& claim) {
  const auto before = [](const Claim& a, const Claim& b) {
    return a.of_front_matter != b.of_front_matter ? a.of_front_matter : a.sentence < b.sentence;
  };
  return std::equal_range(claims.claims.begin(), claims.claims.end(), claim, before);
}

std::uint32_t words_between(IndexRange a, IndexRange b) {
  if (a.overlaps(b)) return 0;
  return a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
}

}  // namespace stet
