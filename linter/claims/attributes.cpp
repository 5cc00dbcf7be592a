#include "claims/attributes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "claims/claim_conditions.h"
#include "claims/keys.h"
#include "claims/owners.h"
#include "claims/said_of_value.h"
#include "claims/told_circumstances.h"
#include "claims/told_counts.h"
#include "claims/told_owners.h"
#include "units/measures.h"
#include "units/word_classes.h"

namespace stet {
namespace {

// Set on planted and new articles, with none more in clean twins and in documentation (2026-11-29).
constexpr std::uint32_t farthest = 12;  // words between what tells an attribute and its value
constexpr std::size_t most_labels = 64;
constexpr double least_of_nearly = 0.6;  // "under 100" is no less than 60
constexpr double most_of_nearly = 1.5;
constexpr float least_label = 3.5F;  // weight of a word that a label is known by: "time" says too little

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
      : input_(input), attribute_(attribute), claims_(claims_of(input)), conditions_(attribute.conditions, input) {}

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
  ClaimConditions conditions_;
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
      Told one = told_of(claim);
      if (!tells_label(claim, labels, one) || !allowed(claim)) continue;
      leave_owner(input_, attribute_, claims_, one);
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
      Told one = told_of(claim);
      if ((says_which(text_of(claim), claim) && !describes_one(text_of(claim), claim)) || is_stamp(text_of(claim), claim)) continue;
      add_circumstances(input_, attribute_, claims_, one);
      for (const WordKey key : opening_of(text_of(claim), claim)) add_key(one.apart, key);
      if (says_which(text_of(claim), claim)) {  // its noun is the label
        const std::uint32_t noun = claim.value.words.end;
        const Form& form = form_of(text_of(claim), noun);
        one.context = {{key_of(text_of(claim), form.stem), form.weight, noun}};
        one.owner = elided_owner();
        one.by = {noun, noun + 1};
      } else {
        one.context = context_of(text_of(claim), attribute_.says, claim);
      }
      std::erase_if(one.context, [&](const ContextWord& word) {
        return std::any_of(one.apart_words.begin(), one.apart_words.end(), [&](IndexRange apart) { return apart.contains(word.word); });
      });
      if (one.context.empty()) continue;
      if (is_circumstance(one)) one.owner = elided_owner();
      bound(claim, one);
      told.push_back(std::move(one));
    }
    return told;
  }

  static bool is_measured(const Claim& claim) {
    const TypedKind kind = claim.value.kind;
    if (claim.value.unit == rating_unit) return false;
    return kind == TypedKind::quantity || kind == TypedKind::money || kind == TypedKind::duration || kind == TypedKind::percent ||
           (kind == TypedKind::date && !claim.of_front_matter) || kind == TypedKind::time;
  }

  /// Keys of the words of a line's label, or of the head of a row with one value; empty for other claims.
  std::vector<WordKey> keys_of_label(const Claim& claim) const {
    std::vector<WordKey> keys;
    const IndexRange label = label_of_line(claim);
    const CheckInput& text = text_of(claim);
    for (std::uint32_t w = label.begin; w < label.end; ++w) {
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
    const IndexRange clause = clause_of(text_of(claim), claim.sentence, claim.value.words.begin);
    const IndexRange said{std::max(clause.begin, claim.words.begin), std::min(clause.end, claim.words.end)};
    return conditions_.of(claim).holds(claim.sentence, claim.value.words, said.begin < said.end ? cover(said, claim.value.words) : clause);
  }

  bool ends_span(const Claim& claim) const {
    const auto [begin, end] = of_sentence(claims_, claim);
    return std::any_of(begin, end, [&](const Claim& other) {
      return has_kind(attribute_, other) && is_span(text_of(claim), other.value.words, claim.value.words);
    });
  }

  std::optional<Told> tell(const Claim& claim) {
    Told told = told_of(claim);
    IndexRange by;  // the words that tell the attribute
    of_ = {};
    if (attribute_.counted || attribute_.counts_anything) {
      if (!tells_count(text_of(claim), attribute_, claim, told, by, of_)) return std::nullopt;
    } else if (!by_label(claim, by) && !by_brackets(claim, by, told.owner) && !by_words(claim, by) && !by_question(claim, by) &&
               !by_title(claim, by)) {
      return std::nullopt;
    }
    if (!allowed(claim) || (attribute_.begins_span && ends_span(claim))) return std::nullopt;
    // A history has many dates: one whose owner is not named may be of anything.
    const bool unnamed = claim.owner.words.empty() && (claim.place == ClaimPlace::prose || claim.place == ClaimPlace::caption);
    if ((attribute_.kind == TypedKind::date || attribute_.of_named) && unnamed && !attribute_.of_article) return std::nullopt;
    told.by = by;
    if (by != claim.value.words) {
      find_owner(input_, attribute_, claims_, of_, told);
      add_circumstances(input_, attribute_, claims_, told);
    }
    if (is_rate(claim, told.owner)) {  // "A night costs $40"
      add_key(told.apart, told.owner.head);
      told.apart_words.push_back(told.owner.words);
    }
    if (is_circumstance(told)) told.owner = elided_owner();
    bound(claim, told);
    return told;
  }

  /// "A night", "an hour": what a price is for one of.
  bool is_rate(const Claim& claim, const Owner& owner) const {
    const CheckInput& text = text_of(claim);
    if (attribute_.kind != TypedKind::money || owner.words.size() != 2) return false;
    if (!is(form_of(text, owner.words.begin), WordClass::rate_determiner)) return false;
    const std::string_view noun = form_of(text, owner.words.begin + 1).text;
    return seconds_of_period(noun) > 0 || noun == "night" || noun == "person";
  }

  /// "Adults pay £9", "Healthy adults need 2 mg": whom it is told for is a circumstance, and the thing is the article's.
  bool is_circumstance(const Told& told) const {
    const IndexRange owner = told.owner.words;
    if (owner.empty()) return false;
    constexpr std::uint32_t longest = 2;
    const IndexRange said = told.claim->owner.words;  // "adults" may be among the words that tell the attribute
    const bool usual = !told.owner.topic && said.size() <= longest && ends_with_entry(text_of(*told.claim), attribute_.lists.usual, said);
    std::uint32_t things = 0;
    std::uint32_t cases = 0;
    for (std::uint32_t w = owner.begin; w < owner.end; ++w) {
      const auto holds = [&](IndexRange words) { return words.contains(w); };
      if (std::any_of(told.apart_words.begin(), told.apart_words.end(), holds)) {
        ++cases;
      } else if (is_content(form_of(text_of(*told.claim), w))) {
        ++things;
      }
    }
    return usual || (cases > 0 && things == 0);
  }

  /// Is one of the attribute's labels what the head, the label or the key says?
  bool by_label(const Claim& claim, IndexRange& by) const {
    if (!claim.key.empty() && !label_in(attribute_, words_of_key(claim.key)).empty()) return true;
    for (const IndexRange label : claim.labels) {
      each_match(text_of(claim), attribute_.says, label, [&](const Match& match) { by = match.words; });
      std::vector<std::string> words;
      for (std::uint32_t w = label.begin; w < label.end; ++w) words.push_back(lemma_key(form_of(text_of(claim), w).text));
      const IndexRange found = label_in(attribute_, words);
      if (found.size() > by.size()) by = {label.begin + found.begin, label.begin + found.end};
      if (!by.empty()) return true;
    }
    return false;
  }

  /// "The museum ($3)": money that brackets begin with.
  bool stands_in_brackets(const Claim& claim) const {
    const CheckInput& text = text_of(claim);
    const IndexRange value = claim.value.words;
    if (claim.value.kind != TypedKind::money || value.begin == text.units.sentences[claim.sentence].words.begin) return false;
    return gap_before(text, value.begin).starts_with(" (");
  }

  /// Does it stand so behind a noun, which is its thing?
  bool by_brackets(const Claim& claim, IndexRange& by, Owner& owner) const {
    if (!attribute_.in_brackets || (claim.place != ClaimPlace::prose && claim.place != ClaimPlace::item)) return false;
    if (!stands_in_brackets(claim)) return false;
    const CheckInput& text = text_of(claim);
    const IndexRange whole = text.units.sentences[claim.sentence].words;
    const IndexRange value = claim.value.words;
    IndexRange named{value.begin, value.begin};
    while (named.begin > whole.begin && is_content_word(text, named.begin - 1) && !looks_like_verb(form_of(text, named.begin - 1)))
      --named.begin;
    if (named.empty()) return false;
    owner = Owner{OwnerKind::nominal, false, 0, {}, named};
    for (const WordKey key : content_keys(text, named)) add_key(owner.keys, owner.head = key);
    by = value;
    return true;
  }

  /// Do words near the value, with no other value of the kind between, tell the attribute?
  bool by_words(const Claim& claim, IndexRange& by) {
    if (claim.place == ClaimPlace::cell || claim.place == ClaimPlace::field || stands_in_brackets(claim)) return false;
    const CheckInput& text = text_of(claim);
    std::uint32_t nearest = farthest + 1;
    each_match(text, attribute_.says, around(text_of(claim), claim), [&](const Match& match) {
      const bool inside = match.words.overlaps(claim.words) || match.words.overlaps(claim.owner.words);
      const std::uint32_t away = words_between(match.words, claim.value.words);
      if (!inside || away >= nearest || another_between(claim, match.words) || leads_to_another(claim, match.words)) return;
      nearest = away;
      by = match.words;
      of_ = captured_of(text, match);
    });
    return nearest <= farthest;
  }

  /// "Open from <time> to": the words hold a value of the kind, and lead to the one right behind them.
  bool leads_to_another(const Claim& claim, IndexRange words) const {
    if (!words.overlaps(claim.value.words) || words.end == claim.value.words.end) return false;
    const auto [begin, end] = of_sentence(claims_, claim);
    return std::any_of(begin, end, [&](const Claim& other) { return has_kind(attribute_, other) && other.value.words.begin == words.end; });
  }

  /// Does the question that the claim's sentence answers ask for the attribute? "How long is the tunnel? Just over 4 km."
  bool by_question(const Claim& claim, IndexRange& by) const {
    if (claim.asked.empty()) return false;
    const auto [begin, end] = of_sentence(claims_, claim);
    if (std::count_if(begin, end, [&](const Claim& other) { return has_kind(attribute_, other); }) > 1) return false;
    each_match(text_of(claim), attribute_.says, claim.asked, [&](const Match& match) { by = match.words; });
    return !by.empty();
  }

  /// "The tenth Lantern Night" of an article on that night: an ordinal before the name that its title has.
  bool by_title(const Claim& claim, IndexRange& by) const {
    if (attribute_.kind != TypedKind::ordinal || claim.of_front_matter || claim.place == ClaimPlace::title) return false;
    const CheckInput& text = text_of(claim);
    const std::uint32_t end = text.units.sentences[claim.sentence].words.end;
    IndexRange name{claim.value.words.end, claim.value.words.end};
    while (name.end < end && (text.units.words[name.end].flags & word_capitalized) != 0 &&
           std::binary_search(claims_.topic.begin(), claims_.topic.end(), key_of(text, form_of(text, name.end).stem)))
      ++name.end;
    if (name.size() < 2) return false;
    by = name;
    return true;
  }

  static IndexRange captured_of(const CheckInput& text, const Match& match) {
    for (const Capture& capture : match.captures) {
      if (text.capture_names[capture.name] == "of") return capture.words;
    }
    return {};
  }

  /// Stands another value of the kind between the words and the value, or nearer to the words on their other side?
  bool another_between(const Claim& claim, IndexRange words) const {
    const std::uint32_t away = words_between(words, claim.value.words);
    const auto [begin, end] = of_sentence(claims_, claim);
    return std::any_of(begin, end, [&](const Claim& other) {
      const bool span = other.value.role == Role::from && claim.value.role == Role::until;  // "from 12 to 15 May"
      return &other != &claim && !span && has_kind(attribute_, other) && words_between(words, other.value.words) < away;
    });
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
    if (w > begin && is(form_of(text, w - 1), WordClass::lower_bound)) told.high = unbounded;
  }

  static bool says_nearly(const CheckInput& text, const Claim& claim, std::string_view one, std::string_view two) {
    const std::uint32_t first = claim.value.words.begin;
    const std::uint32_t begin = text.units.sentences[claim.sentence].words.begin;
    if (first == begin) return false;
    const std::string_view before = form_of(text, first - 1).text;
    return before == one || (before == "than" && first > begin + 1 && form_of(text, first - 2).text == two);
  }
};

}  // namespace

std::vector<Told> told_by(const CheckInput& input, const Attribute& attribute) {
  const std::vector<Claim>& claims = claims_of(input).claims;
  const bool of_any = attribute.of_labels || attribute.of_wording;
  // Few articles have a value of a given kind and unit, and there are many attributes.
  const auto may_tell = [&](const Claim& claim) { return claim.asserted && (of_any || has_kind(attribute, claim)); };
  if (std::none_of(claims.begin(), claims.end(), may_tell)) return {};
  return Teller(input, attribute).read();
}

}  // namespace stet
