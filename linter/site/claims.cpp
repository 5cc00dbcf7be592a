#include "site/claims.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "claims/told_counts.h"
#include "claims/value_reader.h"
#include "comparing/told_values.h"
#include "matching/quoting.h"
#include "site/fingerprints.h"
#include "site/things.h"
#include "units/word_classes.h"

namespace stet {
namespace {

constexpr double largest = 1e15;      // of a value that is kept
constexpr double largest_time = 1e8;  // days, or minutes
constexpr std::size_t longest_value = 40;

bool has(std::uint32_t flags, ClaimFlag flag) { return (flags & flag) != 0; }

bool is_by_period(const CheckInput& input, const Told& told) {
  const CheckInput& text = input_of(input, *told.claim);
  return std::all_of(told.apart_words.begin(), told.apart_words.end(),
                     [&](IndexRange words) { return words.size() == 1 && is(form_of(text, words.begin), WordClass::period_adverb); });
}

/// Circumstances but for words of the thing's own name: "the Ashdown Half Marathon" is half of nothing.
std::vector<WordKey> apart_of(const Told& told) {
  std::vector<WordKey> apart;
  const std::vector<WordKey>& name = told.owner.keys;
  std::set_difference(told.apart.begin(), told.apart.end(), name.begin(), name.end(), std::back_inserter(apart));
  return apart;
}

std::uint32_t flags_of(const CheckInput& input, const Told& told, const Entity& entity) {
  const auto flag = [](bool is_set, ClaimFlag which) { return is_set ? static_cast<std::uint32_t>(which) : 0U; };
  return flag(entity.sure, claim_sure) | flag(entity.of_title, claim_of_title) | flag(entity.full, claim_full_name) |
         flag(apart_of(told).empty(), claim_unbound) | flag(told.always, claim_always) | flag(is_by_period(input, told), claim_by_period) |
         flag(told.loose, claim_loose) | flag(told.determined, claim_determined) |
         flag(told.claim->value.approximate || told.claim->value.place > 0, claim_approximate);
}

/// The value, and with a count what is counted.
IndexRange shown_words(const Attribute& attribute, const Told& told) {
  constexpr std::uint32_t longest = 8;
  const IndexRange value = told.claim->value.words;
  const IndexRange both = attribute.counts_anything && !told.by.empty() ? cover(value, told.by) : value;
  return both.size() <= longest ? both : value;
}

/// "4 GB / 6 GB", "$150K (single) / $236K (married)", "5,100 mAh (A9) / 7,040 mAh (A9+)": each holds of a part that no claim names.
bool is_one_of_several(const CheckInput& text, const Claim& claim) {
  constexpr std::uint32_t farthest = 24;  // bytes between two values
  const std::vector<Typed>& typed = text.units.typed;
  const auto own =
      std::partition_point(typed.begin(), typed.end(), [&](const Typed& other) { return other.words.end <= claim.value.words.begin; });
  if (own == typed.end() || !own->words.overlaps(claim.value.words)) return false;
  const auto parted_by_slash = [&](const Typed& other) {
    Span between;  // none where they overlap
    if (other.plain.end < own->plain.begin) between = {other.plain.end, own->plain.begin};
    if (other.plain.begin > own->plain.end) between = {own->plain.end, other.plain.begin};
    return other.kind == own->kind && text.article.text(between).find('/') != std::string_view::npos;
  };
  auto near = own;
  while (near != typed.begin() && std::prev(near)->plain.end + farthest >= own->plain.begin) --near;
  for (; near != typed.end() && near->plain.begin <= own->plain.end + farthest; ++near) {
    if (parted_by_slash(*near)) return true;
  }
  return false;
}

/// "Target duration: 45 minutes": what names an attribute names no thing.
bool is_of_its_label(const CheckInput& text, const Told& told, const std::vector<NamedAttribute>& attributes) {
  const IndexRange named = told.owner.words;
  const std::vector<IndexRange>& labels = told.claim->labels;
  const bool labelled = std::any_of(labels.begin(), labels.end(), [&](IndexRange label) { return label.overlaps(named); });
  if (named.empty() || !labelled) return false;
  std::vector<std::string> words;
  for (std::uint32_t w = named.begin; w < named.end; ++w) words.push_back(lemma_key(form_of(text, w).text));
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const NamedAttribute& other) { return label_in(other.attribute, words).end == words.size(); });
}

IndexedClaim claim_of(const CheckInput& input, const Attribute& attribute, const Told& told, const Entity& entity) {
  const Claim& claim = *told.claim;
  const CheckInput& text = input_of(input, claim);
  const auto [begin, end] = source_of_value(input, claim);
  const auto [line, column] = input.source.position(begin);
  return {.entity = entity.key,
          .link = entity.link,
          .flags = flags_of(input, told, entity),
          .circumstances = hash_of(apart_of(told)),
          .counted = hash_of(told.counted),
          .kind = claim.value.kind,
          .role = claim.value.role,
          .low = told.low,
          .high = told.high,
          .unit = std::string(claim.value.unit),
          .source = {begin, end},
          .line = line,
          .column = column,
          .value = words_as_written(text, shown_words(attribute, told), longest_value),
          .thing = entity.name,
          .excerpt = words_as_written(text, text.units.sentences[claim.sentence].words, longest_excerpt)};
}

/// Adds circumstances that hold for all of the article.
void set_apart(IndexedClaim& claim, const std::vector<WordKey>& keys) {
  if (keys.empty()) return;
  claim.flags &= ~static_cast<std::uint32_t>(claim_unbound | claim_by_period);
  claim.circumstances = XXH3_64bits_withSeed(keys.data(), keys.size() * sizeof(WordKey), claim.circumstances);
}

/// Of what is told several times, the first; nothing when it is told in two ways, which the article's own rules see to.
void settle(std::vector<IndexedClaim>& claims) {
  const auto same = [](const IndexedClaim& a, const IndexedClaim& b) {
    return a.entity == b.entity && a.link == b.link && a.circumstances == b.circumstances && a.counted == b.counted;
  };
  std::vector<bool> dropped(claims.size(), false);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!same(claims[i], claims[j])) continue;
      dropped[i] = true;
      if (values_clash(view_of(claims[i]), view_of(claims[j]))) dropped[j] = true;
    }
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (!dropped[i]) std::swap(claims[kept++], claims[i]);
  }
  claims.resize(kept);
}

/// A claim as the stage that compares values within an article knows it.
struct Restored {
  Claim claim;
  Told told;
};

void restore(const ClaimView& view, Restored& restored) {
  restored.claim.value = {.kind = view.kind,
                          .role = view.role,
                          .low = view.low,
                          .high = view.high,
                          .unit = view.unit,
                          .approximate = (view.flags & claim_approximate) != 0};
  restored.told.claim = &restored.claim;
  restored.told.low = view.low;
  restored.told.high = view.high;
}

}  // namespace

std::uint64_t hash_of(const std::vector<WordKey>& keys) {
  return keys.empty() ? 0 : XXH3_64bits(keys.data(), keys.size() * sizeof(WordKey));
}

namespace {

/// What an article tells of one attribute, each thing once.
std::vector<IndexedClaim> claims_of(const CheckInput& input, const ArticleThings& things, const Attribute& attribute,
                                    const SiteReading& reading) {
  std::vector<IndexedClaim> claims;
  // What only its words tell is of no attribute that another article has.
  if (attribute.of_labels || attribute.of_wording) return claims;
  for (const Told& told : told_by(input, attribute)) {
    if (!can_be_kept(told.claim->value.kind, told.low, told.high) || claims.size() == most_site_claims) continue;
    if (told.claim->of_front_matter && dates_article(told.claim->key)) continue;  // of the article, and not of its thing
    const CheckInput& text = input_of(input, *told.claim);
    if (is_one_of_several(text, *told.claim) || is_of_its_label(text, told, reading.attributes)) continue;
    const Entity entity = things.entity_of(told);
    if (!entity.is_known() || things.is_hearsay(told)) continue;
    claims.push_back(claim_of(input, attribute, told, entity));
    if (!entity.of_title && things.is_amount_in_it(told)) set_apart(claims.back(), things.own_name());
    set_apart(claims.back(), entity.of_title ? things.beside_title() : things.told_by_title(attribute.lists.circumstances));
  }
  settle(claims);
  return claims;
}

/// As many as may be kept of an article.
void append(ArticleClaims& result, std::vector<IndexedClaim> claims) {
  const std::size_t room = most_site_claims - std::min<std::size_t>(result.claims.size(), most_site_claims);
  claims.resize(std::min(claims.size(), room));
  std::move(claims.begin(), claims.end(), std::back_inserter(result.claims));
}

}  // namespace

ArticleClaims read_site_claims(const CheckInput& input, std::string_view path, const SiteReading& reading) {
  ArticleClaims result;
  const ArticleThings things(input, path, reading.things);
  result.edition = things.edition();
  if (things.is_retired()) return result;
  for (std::uint32_t a = 0; a < reading.attributes.size(); ++a) {
    std::vector<IndexedClaim> claims = claims_of(input, things, reading.attributes[a].attribute, reading);
    for (IndexedClaim& claim : claims) claim.attribute = a;
    append(result, std::move(claims));
  }
  append(result, read_site_stances(input, things, reading));
  return result;
}

bool can_be_kept(TypedKind kind, double low, double high) {
  const bool temporal = kind == TypedKind::date || kind == TypedKind::time;
  const auto is_kept = [&](double value) {
    return !std::isnan(value) && (std::isinf(value) ? !temporal : std::abs(value) <= (temporal ? largest_time : largest));
  };
  return is_kept(low) && is_kept(high);
}

ClaimView view_of(const IndexedClaim& claim) {
  return {claim.entity, claim.link, claim.kind,  claim.role,          claim.low,
          claim.high,   claim.unit, claim.flags, claim.circumstances, claim.counted};
}

bool are_of_one_thing(const ClaimView& a, const ClaimView& b) {
  if (a.link != 0 && a.link == b.link) return true;
  if (a.entity == 0 || a.entity != b.entity) return false;
  const std::uint32_t any = a.flags | b.flags;
  const std::uint32_t both = a.flags & b.flags;
  return has(any, claim_sure) && (has(any, claim_of_title) || (has(both, claim_sure) && has(both, claim_full_name)));
}

bool same_circumstances(const ClaimView& a, const ClaimView& b) {
  if ((has(a.flags, claim_loose) && !has(b.flags, claim_determined)) || (has(b.flags, claim_loose) && !has(a.flags, claim_determined)))
    return false;
  if (a.counted != b.counted) return false;
  const auto free_by_period = [&](const ClaimView& free, const ClaimView& other) {
    return has(free.flags, claim_unbound) && free.unit == no_money_unit && has(other.flags, claim_by_period);
  };
  if (free_by_period(a, b) || free_by_period(b, a)) return true;
  const auto throughout = [&](const ClaimView& claim) { return has(claim.flags, claim_always) && has(claim.flags, claim_unbound); };
  return a.circumstances == b.circumstances || throughout(a) || throughout(b);
}

bool values_clash(const ClaimView& a, const ClaimView& b) {
  Restored one;
  Restored two;
  restore(a, one);
  restore(b, two);
  return values_differ(one.told, two.told);
}

}  // namespace stet
