#include "claims/attributes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "claims/owners.h"
#include "claims/told_circumstances.h"
#include "claims/told_counts.h"
#include "language/clauses.h"
#include "language/content_word.h"
#include "units/measures.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
// Set on planted and new articles, with none more in clean twins and in documentation (2026-11-29).
constexpr std::uint32_t farthest = 12;  // words between what tells an attribute and its value
constexpr std::size_t most_labels = 64;
constexpr double least_of_nearly = 0.6;  // "under 100" is no less than 60
constexpr double most_of_nearly = 1.5;
constexpr float least_label = 3.5F;         // weight of a word that a label is known by: "time" says too little
constexpr std::uint32_t longest_look = 80;  // words of a sentence that another thing's name is looked for in

/// Does a claim's value have the attribute's kind and unit?
bool has_kind(const Attribute& attribute, const Claim& claim) {
  const Value& value = claim.value;
  if (attribute.unit == weekday_unit || value.unit == weekday_unit) return attribute.unit == value.unit;
  if (attribute.unit == rank_unit || value.unit == rank_unit) return attribute.unit == value.unit;
  if (attribute.unit == "K" && value.unit == degrees_unit) return true;
  if (value.kind != attribute.kind) return false;
  return attribute.unit.empty() || value.unit == attribute.unit || (attribute.kind == TypedKind::time && value.unit != weekday_unit);
}

/// Reads what one attribute's claims tell.
class Teller {
 public:
  Teller(const CheckInput& input, const Attribute& attribute)
      : input_(input), attribute_(attribute), claims_(claims_of(input)), holds_(attribute.conditions, input) {
    if (input.front_matter != nullptr) field_holds_.emplace(attribute.conditions, *input.front_matter);
  }

  std::vector<Told> read() {
    if (attribute_.of_labels) return read_labelled();
    if (attribute_.of_wording) return read_worded();
    std::vector<Told> told;
    for (const Claim& claim : claims_.claims) {
      if (!claim.asserted || !has_kind(attribute_, claim)) continue;
      if (auto one = tell(claim)) told.push_back(std::move(*one));
    }
    return told;
  }

 private:
  const CheckInput& input_;
  const Attribute& attribute_;
  const Claims& claims_;
  ConditionTest holds_;
  std::optional<ConditionTest> field_holds_;
  IndexRange of_;  // what a phrase captured as `$of`

  const CheckInput& text_of(const Claim& claim) const { return input_of(input_, claim); }

  /// A label's value, and the words by which the text may tell the same.
  struct Labelled {
    const Claim* claim = nullptr;
    std::vector<WordKey> keys;  // ascending
  };

  /// "Ripening | nine months", and in the text "it ripens for a year".
  std::vector<Told> read_labelled() {
    std::vector<Labelled> labels;
    for (const Claim& claim : claims_.claims) {
      if (labels.size() == most_labels) break;
      if (!claim.asserted || !is_measured(claim)) continue;
      if (auto keys = keys_of_label(claim); !keys.empty() && keys.size() <= 3) labels.push_back({&claim, std::move(keys)});
    }
    std::vector<Told> told;
    for (const Claim& claim : claims_.claims) {
      if (labels.empty() || !claim.asserted || !is_measured(claim)) continue;
      Told one{.claim = &claim, .owner = claim.owner, .low = claim.value.low, .high = claim.value.high};
      if (!tells_label(claim, labels, one) || !allowed(claim)) continue;
      own(claim, one.by, one);
      stand_for_article(claim, one);
      if (!one.owner.topic) continue;
      add_circumstances(input_, attribute_, claims_, one);
      bound(claim, one);
      told.push_back(std::move(one));
    }
    return told;
  }

  /// Whatever is measured, with the words around it.
  std::vector<Told> read_worded() {
    std::vector<Told> told;
    for (const Claim& claim : claims_.claims) {
      if (!claim.asserted || !is_measured(claim) || claim.place == ClaimPlace::title || !allowed(claim)) continue;
      Told one{.claim = &claim, .owner = claim.owner, .low = claim.value.low, .high = claim.value.high};
      if ((says_which(text_of(claim), claim) && !describes_one(text_of(claim), claim)) || is_stamp(text_of(claim), claim)) continue;
      add_circumstances(input_, attribute_, claims_, one);
      for (const WordKey key : opening_of(text_of(claim), claim)) add_key(one.apart, key);
      if (says_which(text_of(claim), claim)) {  // its noun is the label
        const std::uint32_t noun = claim.value.words.end;
        const Form& form = form_of(text_of(claim), noun);
        one.context = {{key_of(text_of(claim), form.stem), form.weight, noun}};
        one.owner = Owner{OwnerKind::elided, true, 0, {}, {}};
        one.by = {noun, noun + 1};
      } else {
        one.context = context_of(text_of(claim), attribute_.says, claim);
      }
      std::erase_if(one.context, [&](const ContextWord& word) {
        return std::any_of(one.apart_words.begin(), one.apart_words.end(), [&](IndexRange apart) { return apart.contains(word.word); });
      });
      if (one.context.empty()) continue;
      if (is_circumstance(one)) one.owner = Owner{OwnerKind::elided, true, 0, {}, {}};
      bound(claim, one);
      told.push_back(std::move(one));
    }
    return told;
  }

  static bool is_measured(const Claim& claim) {
    const TypedKind kind = claim.value.kind;
    return kind == TypedKind::quantity || kind == TypedKind::money || kind == TypedKind::duration || kind == TypedKind::percent ||
           (kind == TypedKind::date && !claim.of_front_matter) || kind == TypedKind::time;
  }

  /// Keys of the words of a line's label, or of the head of a row with one value; empty for other claims.
  std::vector<WordKey> keys_of_label(const Claim& claim) const {
    std::vector<WordKey> keys;
    const bool row = claim.place == ClaimPlace::cell && claim.alone;
    if ((!row && claim.place != ClaimPlace::label) || claim.labels.empty()) return keys;
    const CheckInput& text = text_of(claim);
    for (std::uint32_t w = claim.labels.front().begin; w < claim.labels.front().end; ++w) {
      if (!is_content(form_of(text, w))) continue;
      if (form_of(text, w).weight < least_label) return {};
      add_key(keys, key_of(text, form_of(text, w).stem));
    }
    return keys;
  }

  /// Is it a label's own value, or does it stand among all the words of exactly one label of its kind?
  bool tells_label(const Claim& claim, const std::vector<Labelled>& labels, Told& told) const {
    if (told.counted = keys_of_label(claim); !told.counted.empty()) {
      told.by = claim.labels.front();
      return true;
    }
    if (!claim.labels.empty() || claim.of_front_matter) return false;
    const CheckInput& text = text_of(claim);
    for (const Labelled& label : labels) {
      if (label.claim->value.kind != claim.value.kind || label.claim->value.unit != claim.value.unit) continue;
      const IndexRange by = words_of(text, around(text_of(claim), claim), label.keys);
      if (by.empty() || label.keys == told.counted) continue;
      if (!told.counted.empty()) return false;
      told.counted = label.keys;
      told.by = by;
    }
    return !told.counted.empty();
  }

  /// The shortest stretch that begins where the first of some keys stands and holds them all; empty when they do not all stand there.
  static IndexRange words_of(const CheckInput& text, IndexRange words, const std::vector<WordKey>& keys) {
    IndexRange found;
    std::vector<WordKey> seen;
    for (std::uint32_t w = words.begin; w < words.end && seen.size() < keys.size(); ++w) {
      const WordKey key = key_of(text, form_of(text, w).stem);
      if (!std::binary_search(keys.begin(), keys.end(), key)) continue;
      found = seen.empty() ? IndexRange{w, w + 1} : cover(found, {w, w + 1});
      add_key(seen, key);
    }
    return seen.size() == keys.size() ? found : IndexRange{};
  }

  bool allowed(const Claim& claim) const {
    const ConditionTest& test = claim.of_front_matter ? *field_holds_ : holds_;
    const IndexRange clause =
        clause_of(text_of(claim).article, text_of(claim).units, text_of(claim).vocabulary, claim.sentence, claim.value.words.begin);
    const IndexRange said{std::max(clause.begin, claim.words.begin), std::min(clause.end, claim.words.end)};
    return test.holds(claim.sentence, claim.value.words, said.begin < said.end ? cover(said, claim.value.words) : clause);
  }

  std::optional<Told> tell(const Claim& claim) {
    Told told{.claim = &claim, .owner = claim.owner, .low = claim.value.low, .high = claim.value.high};
    IndexRange by;  // the words that tell the attribute
    of_ = {};
    if (attribute_.counted || attribute_.counts_anything) {
      if (!tells_count(text_of(claim), attribute_, claim, told, by)) return std::nullopt;
    } else if (!by_label(claim, by) && !by_words(claim, by) && !by_question(claim, by)) {
      return std::nullopt;
    }
    if (!allowed(claim)) return std::nullopt;
    // A history has many dates: one whose owner is not named may be of anything.
    const bool unnamed = claim.owner.words.empty() && (claim.place == ClaimPlace::prose || claim.place == ClaimPlace::caption);
    if ((attribute_.kind == TypedKind::date || attribute_.of_named) && unnamed && !attribute_.of_article) return std::nullopt;
    told.by = by;
    own(claim, by, told);
    if (of_.empty() && claim.owner.words.empty()) of_ = named_behind(claim, by);
    if (!of_.empty()) told.owner = owner_named(text_of(claim), of_);
    if (!claim.asked.empty() && told.owner.words.empty()) ask_owner(claim, told);
    stand_for_article(claim, told);
    add_circumstances(input_, attribute_, claims_, told);
    if (is_rate(claim, told.owner)) {  // "A night costs $40"
      add_key(told.apart, told.owner.head);
      told.apart_words.push_back(told.owner.words);
    }
    if (is_circumstance(told)) told.owner = Owner{OwnerKind::elided, true, 0, {}, {}};
    bound(claim, told);
    return told;
  }

  /// "A night", "an hour": what a price is for one of.
  bool is_rate(const Claim& claim, const Owner& owner) const {
    const CheckInput& text = text_of(claim);
    if (attribute_.kind != TypedKind::money || owner.words.size() != 2) return false;
    if (!is(form_of(text, owner.words.begin), WordClass::rate_determiner)) return false;
    const std::string& noun = form_of(text, owner.words.begin + 1).text;
    const Measure* measure = measure_of(noun);
    return (measure != nullptr && measure->kind == TypedKind::duration) || noun == "night" || noun == "person";
  }

  /// "Adults pay £9": whom it is told for is a circumstance, and the thing is the article's.
  static bool is_circumstance(const Told& told) {
    return !told.owner.words.empty() && std::any_of(told.apart_words.begin(), told.apart_words.end(), [&](IndexRange words) {
      return words.begin <= told.owner.words.begin && words.end >= told.owner.words.end;
    });
  }

  /// Is one of the attribute's labels what the head, the label or the key says?
  bool by_label(const Claim& claim, IndexRange& by) const {
    if (!claim.key.empty() && !label_in(attribute_, words_of_key(claim.key)).empty()) return true;
    for (const IndexRange label : claim.labels) {
      each_match(text_of(claim), attribute_.says, label, [&](const Match& match) { by = match.words; });
      if (!by.empty()) return true;
      std::vector<std::string> words;
      for (std::uint32_t w = label.begin; w < label.end; ++w) words.push_back(lemma_key(form_of(text_of(claim), w).text));
      const IndexRange found = label_in(attribute_, words);
      if (found.empty()) continue;
      by = {label.begin + found.begin, label.begin + found.end};
      return true;
    }
    return false;
  }

  /// Do words near the value, with no other value of the kind between, tell the attribute?
  bool by_words(const Claim& claim, IndexRange& by) {
    if (claim.place == ClaimPlace::cell || claim.place == ClaimPlace::field) return false;
    const CheckInput& text = text_of(claim);
    std::uint32_t nearest = farthest + 1;
    each_match(text, attribute_.says, around(text_of(claim), claim), [&](const Match& match) {
      const bool inside = match.words.overlaps(claim.words) || match.words.overlaps(claim.owner.words);
      const std::uint32_t away = words_between(match.words, claim.value.words);
      if (!inside || away >= nearest || another_between(claim, match.words)) return;
      nearest = away;
      by = match.words;
      of_ = captured_of(text, match);
    });
    return nearest <= farthest;
  }

  /// Does the question that the claim's sentence answers ask for the attribute? "How long is the tunnel? Just over 4 km."
  bool by_question(const Claim& claim, IndexRange& by) const {
    if (claim.asked.empty()) return false;
    const auto [begin, end] = of_sentence(claims_, claim);
    if (std::count_if(begin, end, [&](const Claim& other) { return has_kind(attribute_, other); }) > 1) return false;
    each_match(text_of(claim), attribute_.says, claim.asked, [&](const Match& match) { by = match.words; });
    return !by.empty();
  }

  static IndexRange captured_of(const CheckInput& text, const Match& match) {
    for (const Capture& capture : match.captures) {
      if (text.capture_names[capture.name] == "of") return capture.words;
    }
    return {};
  }

  /// "Death of Ada Quill": the name behind the words that tell the attribute, where the line names no other owner.
  IndexRange named_behind(const Claim& claim, IndexRange by) const {
    const CheckInput& text = text_of(claim);
    const std::uint32_t end = text.units.sentences[claim.sentence].words.end;
    if (by.empty() || by.end + 1 >= end || form_of(text, by.end).text != "of") return {};
    IndexRange name{by.end + 1, by.end + 1};
    while (name.end < end && name.size() < 4 && (text.units.words[name.end].flags & word_capitalized) != 0) ++name.end;
    return name;
  }

  /// "How long is the guided tour? Ninety minutes.": an answer that names nothing is of what is asked for.
  void ask_owner(const Claim& claim, Told& told) const {
    const CheckInput& text = text_of(claim);
    for (std::uint32_t w = claim.asked.begin; w < claim.asked.end; ++w) {
      if (!is(form_of(text, w), WordClass::determiner)) continue;
      IndexRange named{w + 1, w + 1};
      while (named.end < claim.asked.end && is_content_word(text.units, text.vocabulary, named.end) &&
             !looks_like_verb(form_of(text, named.end)))
        ++named.end;
      if (named.empty()) continue;
      Owner owner = owner_named(text, named);
      owner.topic = owner.topic || (named.size() == 1 && is_thing(text, named));
      if (!owner.keys.empty() && !told.by.overlaps(named)) told.owner = owner;
      return;
    }
  }

  /// The thing that a phrase names itself: "two kilometres to $of:*".
  Owner owner_named(const CheckInput& text, IndexRange words) const {
    Owner owner{OwnerKind::nominal, false, 0, {}, words};
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (!is_content(form_of(text, w))) continue;
      owner.head = key_of(text, form_of(text, w).stem);
      add_key(owner.keys, owner.head);
    }
    owner.topic = std::includes(claims_.topic.begin(), claims_.topic.end(), owner.keys.begin(), owner.keys.end());
    return owner;
  }

  /// Stands another value of the kind between the words and the value, or nearer to the words on their other side?
  bool another_between(const Claim& claim, IndexRange words) const {
    const std::uint32_t away = words_between(words, claim.value.words);
    const auto [begin, end] = of_sentence(claims_, claim);
    return std::any_of(begin, end, [&](const Claim& other) {
      return &other != &claim && has_kind(attribute_, other) && words_between(words, other.value.words) < away;
    });
  }

  /// Whose attribute it is: what is left of the owner's words, and of the labels', without those that tell the attribute.
  void own(const Claim& claim, IndexRange by, Told& told) const {
    const CheckInput& text = text_of(claim);
    if (attribute_.counted || attribute_.counts_anything) {
      if (claim.value.words.overlaps(claim.owner.words)) told.owner = Owner{OwnerKind::elided, true, 0, {}, {}};
      return;
    }
    std::vector<IndexRange> named;
    if (!claim.owner.words.empty() && claim.owner.kind != OwnerKind::pronoun) named.push_back(claim.owner.words);
    std::vector<IndexRange> names;  // of the attribute, within the owner: "admission costs $9" is of what one is admitted to
    each_match(text, attribute_.says, claim.owner.words, [&](const Match& match) {
      if (!claim.attributive || !match.words.overlaps(claim.value.words)) names.push_back(match.words);
    });
    if (claim.attributive && by.overlaps(claim.value.words)) by = claim.value.words;  // "the four-hour workshop" is of a workshop
    const bool told_inside = by.overlaps(claim.owner.words) || claim.value.words.overlaps(claim.owner.words) || !names.empty();
    if (claim.labels.empty() && !told_inside) return;
    const bool by_row = claim.alone && !claim.labels.empty() && by.overlaps(claim.labels.front());
    for (std::size_t i = 0; i < (by_row ? 1 : claim.labels.size()); ++i) named.push_back(claim.labels[i]);
    Owner left{OwnerKind::elided, true, 0, {}, {}};
    for (const IndexRange words : named) {
      std::uint32_t last = words.end;  // "Mass ready to ride": no other thing, which "of" or "on" would name
      const bool head = claim.place == ClaimPlace::cell && words.contains(by.begin) && by.end < words.end;
      if (head && !is(form_of(text, by.end), WordClass::preposition)) last = by.end;
      for (std::uint32_t w = words.begin; w < last; ++w) {
        const Form& form = form_of(text, w);
        const bool names_it = std::any_of(names.begin(), names.end(), [&](IndexRange name) { return name.contains(w); });
        if (names_it || by.contains(w) || claim.value.words.contains(w) || !is_content(form) || (form.flags & form_number) != 0) continue;
        if ((text.units.words[w].flags & word_symbol) != 0 || ends_with_entry(text, text.cues.plain_word, {w, w + 1})) continue;
        // "Status: opening planned for 2032" is of the article's thing.
        if (claim.place == ClaimPlace::label && !claim.owner.words.contains(w) && is_thing(text, {w, w + 1})) continue;
        const WordKey key = key_of(text, form.stem);
        add_key(left.keys, key);
        left.head = key;
        left.kind = claim.owner.words.contains(w) ? claim.owner.kind : OwnerKind::nominal;
        left.words = left.words.empty() ? IndexRange{w, w + 1} : cover(left.words, {w, w + 1});
      }
    }
    left.topic = std::includes(claims_.topic.begin(), claims_.topic.end(), left.keys.begin(), left.keys.end());
    if (!left.topic && left.keys == claim.owner.keys) left.topic = claim.owner.topic;
    told.owner = left;
  }

  /// "The company" of an article about one, and whatever gives an attribute that is always the article's.
  void stand_for_article(const Claim& claim, Told& told) const {
    if (told.owner.topic) return;
    if (attribute_.of_article) {
      told.owner.topic = told.owner.kind != OwnerKind::name;
    } else if (is_specimen(text_of(claim), told.owner)) {
      told.owner.topic = true;
    } else if (told.owner.kind == OwnerKind::generic && told.owner.keys.size() == 1) {
      told.owner.topic = is_thing(text_of(claim), told.owner.words) && !other_named_before(claim);
    }
  }

  /// "Our size M sample", "our test bike": the one of the article's things that was tried. A name among the words says which thing it is.
  bool is_specimen(const CheckInput& text, const Owner& owner) const {
    if (owner.words.size() < 2 || form_of(text, owner.words.begin).text != "our" || !is_thing(text, owner.words)) return false;
    for (std::uint32_t w = owner.words.begin + 1; w < owner.words.end; ++w) {
      if ((text.units.words[w].flags & word_capitalized) != 0 && form_of(text, w).text.size() > 1) return false;
    }
    return owner.words.size() > 2;
  }

  bool is_thing(const CheckInput& text, IndexRange words) const { return ends_with_entry(text, attribute_.things, words); }

  /// Does the sentence before, in the same section, name another thing? Then "the company" may be that one.
  bool other_named_before(const Claim& claim) const {
    const CheckInput& text = text_of(claim);
    if (claim.sentence == 0 || text.units.sentences[claim.sentence - 1].section != text.units.sentences[claim.sentence].section)
      return false;
    const IndexRange words = text.units.sentences[claim.sentence - 1].words;
    for (std::uint32_t w = words.begin + 1; w < std::min(words.end, words.begin + longest_look); ++w) {
      if ((text.units.words[w].flags & word_capitalized) == 0 || !is_content(form_of(text, w))) continue;
      const WordKey key = key_of(text, form_of(text, w).stem);
      if (!std::binary_search(claims_.topic.begin(), claims_.topic.end(), key)) return true;
    }
    return false;
  }

  /// "From $99" has no upper end; "over six hours" is not much more than six.
  void bound(const Claim& claim, Told& told) const {
    const CheckInput& text = text_of(claim);
    told.limit = attribute_.limit;
    if (attribute_.limit) {
      if (std::isinf(told.low)) told.low = told.high;
      if (std::isinf(told.high)) told.high = told.low;
      return;
    }
    told.low = std::isinf(told.low) && says_nearly(text, claim, "under", "less") ? told.high * least_of_nearly : told.low;
    told.high = std::isinf(told.high) && says_nearly(text, claim, "over", "more") ? told.low * most_of_nearly : told.high;
    if (claim.value.kind == TypedKind::date || claim.value.kind == TypedKind::time || told.low != told.high) return;
    const std::uint32_t begin = text.units.sentences[claim.sentence].words.begin;
    std::uint32_t w = claim.value.words.begin;
    if (w > begin && (is(form_of(text, w - 1), WordClass::value_qualifier) || form_of(text, w - 1).text == "at")) --w;
    if (w > begin && is(form_of(text, w - 1), WordClass::lower_bound)) told.high = infinity;
  }

  static bool says_nearly(const CheckInput& text, const Claim& claim, std::string_view one, std::string_view two) {
    const std::uint32_t first = claim.value.words.begin;
    const std::uint32_t begin = text.units.sentences[claim.sentence].words.begin;
    if (first == begin) return false;
    const std::string& before = form_of(text, first - 1).text;
    return before == one || (before == "than" && first > begin + 1 && form_of(text, first - 2).text == two);
  }
};

}  // namespace

std::vector<Told> told_by(const CheckInput& input, const Attribute& attribute) { return Teller(input, attribute).read(); }

}  // namespace stet
