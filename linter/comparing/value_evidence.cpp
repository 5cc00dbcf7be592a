#include "comparing/value_evidence.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <tuple>

#include "claims/headings.h"
#include "claims/value_context.h"
#include "comparing/parallel.h"
#include "comparing/told_values.h"
#include "comparing/value_setting.h"
#include "units/measures.h"

namespace stet {
namespace {

constexpr std::size_t most_of_kind = 40;         // beyond which an article is data
constexpr float greatest_ratio = 2.5F;           // natural logarithm: a factor of twelve
constexpr float greatest_ratio_of_dates = 4.7F;  // natural logarithm of a hundred years and one
constexpr std::uint32_t greatest_distance = 60;

Evidence kind_of(const Value& value) {
  if (value.unit == weekday_unit) return Evidence::weekday;
  if (value.unit == "K" || value.unit == degrees_unit) return Evidence::temperature;
  if (value.unit == rank_unit) return Evidence::rank;
  switch (value.kind) {
    case TypedKind::money:
      return Evidence::money;
    case TypedKind::duration:
      return Evidence::duration;
    case TypedKind::date:
    case TypedKind::year:
      return Evidence::date;
    case TypedKind::time:
      return Evidence::time;
    case TypedKind::percent:
      return Evidence::percent;
    case TypedKind::number:
    case TypedKind::ordinal:
      return Evidence::number;
    default:
      return Evidence::quantity;
  }
}

/// Values of one group can be held against each other.
std::pair<Evidence, std::string_view> group_of(const Value& value) {
  const Evidence kind = kind_of(value);
  return {kind, kind == Evidence::quantity ? value.unit : std::string_view()};
}

/// The end of a bound; of a range its lower one.
double end_of(const Told& told) { return std::isinf(told.low) ? told.high : told.low; }

/// Degrees between two temperatures, of which one may be of a scale that is not named: then of the likelier one.
double degrees_between(const Told& a, const Told& b) {
  if (a.claim->value.unit == b.claim->value.unit) return std::abs(end_of(a) - end_of(b));
  const double unnamed = end_of(a.claim->value.unit == degrees_unit ? a : b);
  const double kelvin = end_of(a.claim->value.unit == degrees_unit ? b : a);
  return std::min(std::abs(celsius_of(kelvin) - unnamed), std::abs(fahrenheit_of(kelvin) - unnamed));
}

/// Logarithm of the factor between two values; of dates, of the years between them; of temperatures, in units of thirty degrees.
float ratio_of(const Told& a, const Told& b, Evidence kind) {
  const double one = end_of(a);
  const double two = end_of(b);
  if (kind == Evidence::date) return static_cast<float>(std::log1p(std::abs(one - two) / 365.0));
  if (kind == Evidence::time || kind == Evidence::weekday) return 0.5F;
  if (kind == Evidence::temperature) return static_cast<float>(degrees_between(a, b) / 30);
  if (std::abs(one) < 1e-9 || std::abs(two) < 1e-9) return 4;
  return static_cast<float>(std::abs(std::log(std::abs(one) / std::abs(two))));
}

/// "Since 2011" as "in 2011".
Told without_role(const Told& told) {
  Told result = told;
  result.limit = true;
  return result;
}

Told as_point(const Told& told, double value) {
  Told point = without_role(told);
  point.low = point.high = value;
  return point;
}

bool ends_differ(const Told& a, double end_of_a, const Told& b, double end_of_b) {
  return std::isfinite(end_of_a) && std::isfinite(end_of_b) && values_differ(as_point(a, end_of_a), as_point(b, end_of_b));
}

bool is_bound(const Told& told) { return std::isinf(told.low) != std::isinf(told.high); }

/// "Up to 20 minutes" and "up to 45", "1.5 to 13 mm" and "1.5 to 10": values that can both be right and yet are told otherwise, for their
/// ends differ. A value within a range is not; one within a bound may be.
bool told_otherwise(const Told& a, const Told& b, Evidence kind) {
  if (values_differ(a, b)) return true;
  if (kind == Evidence::date) return a.claim->value.role != b.claim->value.role && values_differ(without_role(a), without_role(b));
  const bool is_point = a.low == a.high || b.low == b.high;
  if (!is_point) return ends_differ(a, a.low, b, b.low) || ends_differ(a, a.high, b, b.high);
  return (is_bound(a) || is_bound(b)) && ends_differ(a, end_of(a), b, end_of(b));
}

std::size_t shared_keys(const std::vector<WordKey>& a, const std::vector<WordKey>& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](WordKey key) { return std::find(b.begin(), b.end(), key) != b.end(); }));
}

/// How many of these stand nowhere around the other value.
std::size_t untold(const std::vector<WordKey>& keys, const ValueSetting& other) {
  return static_cast<std::size_t>(
      std::count_if(keys.begin(), keys.end(), [&](WordKey key) { return !holds(other.all, key) && !holds(other.paragraph, key); }));
}

/// Weighs up two settings.
class EvidenceGatherer {
 public:
  EvidenceGatherer(const CheckInput& input, const ValueSetting& a, const ValueSetting& b, EvidenceValues& evidence)
      : input_(input), a_(a), b_(b), evidence_(evidence) {}

  void run(Evidence kind, std::size_t of_kind) {
    set(kind, 1);
    set(Evidence::ratio, std::min(4.0F, ratio_of(a_.told, b_.told, kind)));
    set(Evidence::overlap, !values_differ(a_.told, b_.told));
    set(Evidence::bounds, (is_bound(a_.told) ? 1 : 0) + (is_bound(b_.told) ? 1 : 0));
    set(Evidence::one_unit, a_.value().unit == b_.value().unit);
    set(Evidence::others, std::min<std::size_t>(of_kind - 2, 12));
    set(Evidence::beside, a_.beside + b_.beside);
    set(Evidence::beside_in_sentence, a_.beside_in_sentence + b_.beside_in_sentence);
    set(Evidence::twins, a_.twins + b_.twins);
    weigh_words();
    weigh_nouns();
    weigh_owners();
    weigh_circumstances();
    weigh_places();
    weigh_values(kind);
  }

 private:
  const CheckInput& input_;
  const ValueSetting& a_;
  const ValueSetting& b_;
  EvidenceValues& evidence_;

  template <typename Number>
  void set(Evidence piece, Number value) {
    piece_of(evidence_, piece) = static_cast<float>(value);
  }
  template <typename Number>
  void set_ends(Evidence least, Evidence most, Number one, Number two) {
    set(least, std::min(one, two));
    set(most, std::max(one, two));
  }
  bool both(ClaimPlace place) const { return a_.claim().place == place && b_.claim().place == place; }

  void weigh_words() {
    set(Evidence::near_shared, shared(a_.near, b_.near));
    set(Evidence::near_likeness, likeness(a_.near, b_.near));
    set(Evidence::clause_shared, shared(a_.clause, b_.clause));
    set(Evidence::clause_likeness, likeness(a_.clause, b_.clause));
    set_ends(Evidence::clause_unshared_least, Evidence::clause_unshared_most, unshared(a_.clause, b_.all), unshared(b_.clause, a_.all));
    set(Evidence::sentence_shared, shared(a_.sentence, b_.sentence));
    set(Evidence::sentence_likeness, likeness(a_.sentence, b_.sentence));
    set(Evidence::labels_shared, std::max(shared(a_.labels, b_.sentence), shared(a_.sentence, b_.labels)));
    set(Evidence::labels_told, std::max(shared(a_.labels, b_.all), shared(a_.all, b_.labels)));
    const float all = shared(a_.all, b_.all);
    set(Evidence::all_shared, all);
    set(Evidence::all_likeness, likeness(a_.all, b_.all));
    set(Evidence::all_share, all / (std::min(weight_of(a_.all), weight_of(b_.all)) + 5));
    set(Evidence::paragraph_shared, shared(a_.paragraph, b_.paragraph));
    set(Evidence::asked_shared, std::max(shared(a_.asked, b_.sentence), shared(a_.sentence, b_.asked)));
    set(Evidence::heading_shared, std::max(shared(a_.heading, b_.sentence), shared(a_.sentence, b_.heading)));
    set(Evidence::title_weight, a_.title_weight + b_.title_weight);
  }

  void weigh_nouns() {
    const std::size_t same = shared_keys(a_.nouns, b_.nouns);
    const bool some = !a_.nouns.empty() && !b_.nouns.empty();
    const auto told = [](const ValueSetting& one, const ValueSetting& other) {
      return !one.nouns.empty() && holds(other.all, one.nouns.front()) ? 1 : 0;
    };
    set(Evidence::noun_same, some && a_.nouns.front() == b_.nouns.front());
    set(Evidence::noun_either, same > 0);
    set(Evidence::noun_differs, some && same == 0);
    set(Evidence::noun_told, told(a_, b_) + told(b_, a_));
    set(Evidence::noun_weight, same > 0 ? std::min(a_.noun_weight, b_.noun_weight) : 0);
  }

  void weigh_owners() {
    const Owner& one = a_.claim().owner;
    const Owner& two = b_.claim().owner;
    const auto is_topic = [](const Owner& owner) { return owner.topic || owner.keys.empty(); };
    const auto told = [](const Owner& owner, const ValueSetting& other) {
      return std::count_if(owner.keys.begin(), owner.keys.end(), [&](WordKey key) { return holds(other.all, key); });
    };
    const std::size_t same = shared_keys(one.keys, two.keys);
    const bool names = one.kind == OwnerKind::name && two.kind == OwnerKind::name;
    set(Evidence::owner_topics, is_topic(one) && is_topic(two));
    set(Evidence::owner_topic, is_topic(one) != is_topic(two));
    set(Evidence::owner_shared, same > 0);
    set(Evidence::owner_names_differ, names && same == 0);
    set(Evidence::owner_names, (one.kind == OwnerKind::name ? 1 : 0) + (two.kind == OwnerKind::name ? 1 : 0));
    set(Evidence::owner_told, told(one, b_) + told(two, a_));
    set(Evidence::owner_untold, std::min(untold(one.keys, b_), untold(two.keys, a_)));
  }

  void weigh_circumstances() {
    set_ends(Evidence::circumstances_least, Evidence::circumstances_most, untold(a_.circumstances, b_), untold(b_.circumstances, a_));
    set(Evidence::circumstances_shared, shared_keys(a_.circumstances, b_.circumstances));
    set(Evidence::circumstances_near, untold(a_.near_circumstances, b_) + untold(b_.near_circumstances, a_));
    set_ends(Evidence::names_least, Evidence::names_most, untold(a_.names, b_), untold(b_.names, a_));
    set(Evidence::names_shared, shared_keys(a_.names, b_.names));
    const std::size_t years = shared_keys(a_.years, b_.years);
    set(Evidence::years_unshared, (a_.years.size() > years ? 1 : 0) + (b_.years.size() > years ? 1 : 0));
    set(Evidence::years_shared, years > 0);
    set(Evidence::conditions, std::min(a_.conditions + b_.conditions, 3U));
    set(Evidence::past_differs, ((a_.frames ^ b_.frames) & frame_past) != 0);
    set(Evidence::supposed, ((a_.frames | b_.frames) & (frame_hedged | frame_conditional)) != 0);
  }

  std::size_t places(ClaimPlace place) const { return (a_.claim().place == place ? 1 : 0) + (b_.claim().place == place ? 1 : 0); }

  void weigh_places() {
    const Claim& one = a_.claim();
    const Claim& two = b_.claim();
    const bool in_text = !one.of_front_matter && !two.of_front_matter;
    const auto [first, last] = std::minmax(one.sentence, two.sentence);
    const Sentence& here = a_.text->units.sentences[one.sentence];
    const Sentence& there = b_.text->units.sentences[two.sentence];
    set(Evidence::distance, in_text ? std::min(last - first, greatest_distance) : greatest_distance);
    set(Evidence::one_block, in_text && here.block == there.block);
    set(Evidence::one_section, in_text && here.section == there.section);
    set(Evidence::cells, places(ClaimPlace::cell));
    set(Evidence::items, places(ClaimPlace::item));
    set(Evidence::labels, places(ClaimPlace::label));
    set(Evidence::prose, places(ClaimPlace::prose));
    set(Evidence::headings, places(ClaimPlace::heading));
    set(Evidence::titles, places(ClaimPlace::title));
    set(Evidence::fields, places(ClaimPlace::field));
    set(Evidence::captions, places(ClaimPlace::caption));
    set(Evidence::both_cells, both(ClaimPlace::cell));
    set(Evidence::both_items, in_text && here.place == Place::list && there.place == Place::list);
    const bool columns = both(ClaimPlace::cell) && !one.labels.empty() && !two.labels.empty();
    set(Evidence::one_column, columns && one.labels.back() == two.labels.back());
    set(Evidence::row_heads, std::max(one.labels.size(), two.labels.size()));
    set(Evidence::parallel, in_text && are_parallel(input_, one.sentence, two.sentence));
    set(Evidence::two_topics, in_text && under_two_topics(input_, one.sentence, two.sentence));
  }

  void weigh_values(Evidence kind) {
    const Claim& one = a_.claim();
    const Claim& two = b_.claim();
    const auto count = [&](const auto& is_so) { return (is_so(a_) ? 1 : 0) + (is_so(b_) ? 1 : 0); };
    set(Evidence::modifiers_shared, std::popcount(a_.modifiers & b_.modifiers));
    set(Evidence::modifiers_differ, std::popcount(a_.modifiers ^ b_.modifiers));
    set(Evidence::ranges,
        kind == Evidence::date ? 0 : count([](const ValueSetting& one_of) { return one_of.told.low != one_of.told.high; }));
    set(Evidence::asked, count([](const ValueSetting& one_of) { return !one_of.claim().asked.empty(); }));
    set(Evidence::round, count([](const ValueSetting& one_of) { return one_of.told.low >= 10 && std::fmod(one_of.told.low, 10) == 0; }));
    set(Evidence::approximate, count([](const ValueSetting& one_of) { return one_of.value().approximate; }));
    set(Evidence::roles_differ, one.value.role != two.value.role);
    set(Evidence::asserted, count([](const ValueSetting& one_of) { return one_of.claim().asserted; }));
    set(Evidence::attributive, count([](const ValueSetting& one_of) { return one_of.claim().attributive; }));
    set(Evidence::names_which,
        count([](const ValueSetting& one_of) { return one_of.value().names || says_which(*one_of.text, one_of.claim()); }));
  }
};

bool in_one_sentence(const Claim& a, const Claim& b) { return a.of_front_matter == b.of_front_matter && a.sentence == b.sentence; }

/// "Not born on 4 May": no value of anything; a bound ("no more than five", "nobody younger than twelve") is one.
bool is_denied(const ValueSetting& setting) {
  return (setting.frames & frame_negated) != 0 && !setting.claim().asserted && setting.modifiers == 0 && !is_bound(setting.told);
}

bool is_in_one_block(const ValueSetting& a, const ValueSetting& b) {
  if (a.claim().of_front_matter || b.claim().of_front_matter) return false;
  return a.text->units.sentences[a.claim().sentence].block == b.text->units.sentences[b.claim().sentence].block;
}

/// Counts beside and twins, of a group.
void count_neighbours(std::vector<ValueSetting>& settings, Evidence kind) {
  for (std::size_t i = 0; i < settings.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (is_in_one_block(settings[i], settings[j])) ++settings[i].beside, ++settings[j].beside;
      if (in_one_sentence(settings[i].claim(), settings[j].claim())) {
        ++settings[i].beside_in_sentence, ++settings[j].beside_in_sentence;
      } else if (!told_otherwise(settings[i].told, settings[j].told, kind)) {
        ++settings[i].twins, ++settings[j].twins;
      }
    }
  }
}

bool is_in_one_row(const ValueSetting& a, const ValueSetting& b) {
  return a.claim().place == ClaimPlace::cell && b.claim().place == ClaimPlace::cell && is_in_one_block(a, b);
}

bool is_in_one_breath(const ValueSetting& a, const ValueSetting& b) { return in_one_sentence(a.claim(), b.claim()) || is_in_one_row(a, b); }

/// Does a third value that stands together with the one tell the same as the other?
template <typename StandTogether>
bool told_beside(const std::vector<ValueSetting>& settings, const ValueSetting& one, const ValueSetting& other, Evidence kind,
                 const StandTogether& stand_together) {
  return std::any_of(settings.begin(), settings.end(), [&](const ValueSetting& third) {
    return &third != &one && &third != &other && stand_together(third, one) && !told_otherwise(third.told, other.told, kind);
  });
}

/// The two greatest of a piece of evidence among the pairs of one value.
struct Greatest {
  float first = no_rival;
  float second = no_rival;
  std::size_t pair = 0;  ///< that has the first

  static constexpr float no_rival = -30;

  void see(float value, std::size_t one) {
    if (value > first) {
      second = first;
      first = value;
      pair = one;
    } else {
      second = std::max(second, value);
    }
  }
  float beside(std::size_t one) const { return one == pair ? second : first; }
};

/// Two values that belong together are each other's likeliest: what either shares with any other is held against what they share. O(pairs).
class Rivals {
 public:
  Rivals(std::vector<ValuePair>& pairs, std::size_t members) : pairs_(pairs), first_(pairs.size()), members_(members) {}

  /// Of the pair that was added last, the two members.
  void see(std::size_t earlier, std::size_t later) { of_pair_.emplace_back(earlier, later); }

  void weigh() {
    const std::vector<float> shared = of(Evidence::all_shared);
    for (std::size_t i = 0; i < shared.size(); ++i) {
      at(i, Evidence::rival_shared) = std::max(0.0F, shared[i]);
      at(i, Evidence::rival_margin) = margin(i, Evidence::all_shared, shared[i]);
    }
    weigh_margin(Evidence::near_shared, Evidence::rival_near_margin);
  }

 private:
  std::vector<ValuePair>& pairs_;
  std::size_t first_;
  std::size_t members_;
  std::vector<std::pair<std::size_t, std::size_t>> of_pair_;

  float& at(std::size_t pair, Evidence piece) const { return piece_of(pairs_[first_ + pair].evidence, piece); }
  float margin(std::size_t pair, Evidence piece, float rival) const { return at(pair, piece) - std::max(0.0F, rival); }

  /// The greatest that either value of a pair has with another.
  std::vector<float> of(Evidence piece) const {
    std::vector<Greatest> greatest(members_);
    for (std::size_t i = 0; i < of_pair_.size(); ++i) {
      const float value = at(i, piece);
      greatest[of_pair_[i].first].see(value, i);
      greatest[of_pair_[i].second].see(value, i);
    }
    std::vector<float> rivals;
    rivals.reserve(of_pair_.size());
    for (std::size_t i = 0; i < of_pair_.size(); ++i)
      rivals.push_back(std::max(greatest[of_pair_[i].first].beside(i), greatest[of_pair_[i].second].beside(i)));
    return rivals;
  }

  void weigh_margin(Evidence piece, Evidence result) {
    const std::vector<float> rivals = of(piece);
    for (std::size_t i = 0; i < rivals.size(); ++i) at(i, result) = margin(i, piece, rivals[i]);
  }
};

/// Do they stand in two sentences and differ, within bounds?
bool may_be_of_one_thing(const std::vector<ValueSetting>& settings, const ValueSetting& a, const ValueSetting& b, Evidence kind) {
  if ((a.claim().of_front_matter && b.claim().of_front_matter) || is_denied(a) || is_denied(b)) return false;
  if (in_one_sentence(a.claim(), b.claim())) return false;
  if (ratio_of(a.told, b.told, kind) > (kind == Evidence::date ? greatest_ratio_of_dates : greatest_ratio)) return false;
  return told_otherwise(a.told, b.told, kind) && !told_beside(settings, a, b, kind, is_in_one_breath) &&
         !told_beside(settings, b, a, kind, is_in_one_breath);
}

/// By group, in the order of the article.
std::map<std::pair<Evidence, std::string_view>, std::vector<const Claim*>> values_by_group(const CheckInput& input) {
  std::map<std::pair<Evidence, std::string_view>, std::vector<const Claim*>> groups;
  for (const std::vector<Claim>* const all : {&claims_of(input).claims, &unstated_of(input)}) {
    for (const Claim& claim : *all) groups[group_of(claim.value)].push_back(&claim);
  }
  for (auto& [group, members] : groups) {
    std::stable_sort(members.begin(), members.end(), [](const Claim* a, const Claim* b) {
      return std::tuple(!a->of_front_matter, a->value.words.begin) < std::tuple(!b->of_front_matter, b->value.words.begin);
    });
  }
  return groups;
}

}  // namespace

std::vector<ValuePair> value_pairs(const CheckInput& input, ListId circumstances) {
  const Claims& claims = claims_of(input);
  std::vector<ValuePair> pairs;
  for (const auto& [group, members] : values_by_group(input)) {
    const Evidence kind = group.first;
    if (members.size() < 2 || members.size() > most_of_kind) continue;
    std::vector<ValueSetting> settings;
    settings.reserve(members.size());
    for (const Claim* const member : members) settings.push_back(setting_of(input, claims, circumstances, *member));
    count_neighbours(settings, kind);
    Rivals rivals(pairs, members.size());
    for (std::size_t later = 1; later < settings.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const ValueSetting& a = settings[earlier];
        const ValueSetting& b = settings[later];
        if (!may_be_of_one_thing(settings, a, b, kind)) continue;
        ValuePair& pair = pairs.emplace_back(ValuePair{.earlier = members[earlier], .later = members[later]});
        EvidenceGatherer(input, a, b, pair.evidence).run(kind, members.size());
        const auto in_block = [&](const ValueSetting& one, const ValueSetting& other) {
          return told_beside(settings, one, other, kind, is_in_one_block) ? 1 : 0;
        };
        piece_of(pair.evidence, Evidence::told_in_block) = static_cast<float>(in_block(a, b) + in_block(b, a));
        rivals.see(earlier, later);
      }
    }
    rivals.weigh();
  }
  return pairs;
}

}  // namespace stet
