// Stances of an article as an index keeps them: as claims whose value is yes or no.
#include <xxhash.h>

#include <algorithm>

#include "claims/keys.h"
#include "claims/owners.h"
#include "claims/statements.h"
#include "comparing/existence.h"
#include "matching/quoting.h"
#include "site/claims.h"
#include "site/things.h"

namespace stet {
namespace {

constexpr std::size_t longest_stance = 60;

/// What an article says of a thing, as the index keeps it.
struct Said {
  std::uint32_t sentence = 0;
  IndexRange words;   ///< where it stands
  std::string value;  ///< as it is told
  bool denied = false;
  bool always = false;  ///< in all circumstances
  std::vector<WordKey> circumstances;
  std::uint64_t of = 0;  ///< hash of what is affirmed or denied, beside the attribute
};

std::uint64_t hash_of_captures(const std::vector<StanceCapture>& captures) {
  std::uint64_t hash = 0;
  for (const StanceCapture& capture : captures) {
    hash = XXH3_64bits_withSeed(capture.words.data(), capture.words.size() * sizeof(WordKey), hash + capture.name + 1);
  }
  return hash;
}

/// Of one thing the first stance, unless there are both.
void settle(std::vector<IndexedClaim>& claims, bool apart_by_counted) {
  const std::vector<IndexedClaim> all = claims;
  std::size_t number = 0;
  std::erase_if(claims, [&](const IndexedClaim& claim) {
    const std::size_t own = number++;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].entity != claim.entity || all[i].link != claim.link) continue;
      if (apart_by_counted && all[i].counted != claim.counted) continue;
      if (all[i].low != claim.low) return true;
      if (i < own && all[i].circumstances == claim.circumstances && all[i].counted == claim.counted) return true;
    }
    return false;
  });
}

class SiteStances {
 public:
  SiteStances(const CheckInput& input, const ArticleThings& things) : input_(input), things_(things) {}

  std::vector<IndexedClaim> read(const NamedStance& named) {
    std::vector<IndexedClaim> claims;
    const auto any_subject = [](std::uint32_t, IndexRange) { return TopicPhrase{.topic = 0, .details = {}}; };
    for (const Stance& stance : read_stances(named.stances, input_, any_subject)) {
      // A phrase that names its subject by itself says it of a part: "the lighthouse ticket".
      if (stance.subject.key != 0 || stance.past || claims.size() == most_site_claims) continue;
      const Owner* const owner = owner_of(stance.sentence, stance.words);
      if (owner == nullptr) continue;
      // "The boat house" of an article on an inn is something else.
      if (owner->topic && topics().names_another(stance.sentence, stance.words, named.generic)) continue;
      const Said said{.sentence = stance.sentence,
                      .words = stance.words,
                      .value = words_as_written(input_, stance.words, longest_stance),
                      .denied = stance.denied,
                      .always = stance.denied && named.stances.absolute && stance.qualifiers.all.empty(),
                      .circumstances = stance.qualifiers.all,
                      .of = hash_of_captures(stance.captures)};
      if (auto claim = claim_of(*owner, said)) claims.push_back(std::move(*claim));
    }
    settle(claims, false);
    return claims;
  }

  std::vector<IndexedClaim> read(const NamedExistence& named) const {
    std::vector<IndexedClaim> claims;
    const ConditionTest test(named.conditions, input_);
    for (const Existence& thing : read_existence(input_, named.phrases, true)) {
      if (thing.used || thing.past || claims.size() == most_site_claims || !test.holds(thing.sentence, thing.words)) continue;
      const Said said{.sentence = thing.sentence,
                      .words = thing.words,
                      .value = words_as_written(input_, thing.said, longest_stance),
                      .denied = thing.denied,
                      .of = hash_of(thing.keys)};
      if (auto claim = claim_of(thing.owner, said)) claims.push_back(std::move(*claim));
    }
    settle(claims, true);
    return claims;
  }

 private:
  const CheckInput& input_;
  const ArticleThings& things_;
  std::vector<Owner> owners_;  // by statement
  bool are_owners_known_ = false;

  const Topics& topics() const {
    return input_.derived->get<Topics>([&] { return Topics(input_); });
  }

  /// Pronouns stand for what came before, so all are read in order.
  void read_owners() {
    if (std::exchange(are_owners_known_, true)) return;
    const Statements& statements = statements_of(input_);
    Owners owners(input_, statements);
    for (const Statement& statement : statements.statements) {
      owners_.push_back(owners.of_statement(statement, {statement.words.end, statement.words.end}));
    }
  }

  /// What some words are said of; nothing when they stand in no clause of running text.
  const Owner* owner_of(std::uint32_t sentence, IndexRange words) {
    read_owners();
    const std::vector<Statement>& statements = statements_of(input_).statements;
    const auto first = std::partition_point(statements.begin(), statements.end(),
                                            [&](const Statement& statement) { return statement.sentence < sentence; });
    for (auto at = first; at != statements.end() && at->sentence == sentence; ++at) {
      if (at->words.contains(words.begin)) return &owners_[static_cast<std::size_t>(at - statements.begin())];
    }
    return nullptr;
  }

  std::optional<IndexedClaim> claim_of(const Owner& owner, const Said& said) const {
    Claim claim{.sentence = said.sentence, .words = said.words, .owner = owner};
    claim.value.words = said.words;
    const Told told{.claim = &claim, .by = said.words, .owner = owner};
    const Entity entity = things_.entity_of(told);
    if (!entity.is_known() || entity.is_part() || things_.is_hearsay(told) || things_.is_once_so(told)) return std::nullopt;
    std::vector<WordKey> circumstances = said.circumstances;
    if (entity.of_title) {
      for (const WordKey key : things_.beside_title()) add_key(circumstances, key);
    }
    const auto flag = [](bool is_set, ClaimFlag which) { return is_set ? static_cast<std::uint32_t>(which) : 0U; };
    const auto [begin, end] = source_of(input_, said.words);
    const auto [line, column] = input_.source.position(begin);
    const double holds = said.denied ? 0 : 1;
    return IndexedClaim{.entity = entity.key,
                        .link = entity.link,
                        .flags = flag(entity.sure, claim_sure) | flag(entity.of_title, claim_of_title) |
                                 flag(entity.full, claim_full_name) | flag(circumstances.empty(), claim_unbound) |
                                 flag(said.always && circumstances.empty(), claim_always),
                        .circumstances = hash_of(circumstances),
                        .counted = said.of,
                        .low = holds,
                        .high = holds,
                        .unit = std::string(stance_unit),
                        .source = {begin, end},
                        .line = line,
                        .column = column,
                        .value = said.value,
                        .thing = entity.name,
                        .excerpt = words_as_written(input_, input_.units.sentences[said.sentence].words, longest_excerpt)};
  }
};

}  // namespace

std::vector<IndexedClaim> read_site_stances(const CheckInput& input, const ArticleThings& things, const SiteReading& reading) {
  std::vector<IndexedClaim> result;
  SiteStances stances(input, things);
  const auto add = [&](std::vector<IndexedClaim> claims, std::size_t attribute) {
    for (IndexedClaim& claim : claims) {
      if (result.size() == most_site_claims) return;
      claim.attribute = static_cast<std::uint32_t>(attribute);
      result.push_back(std::move(claim));
    }
  };
  for (std::size_t s = 0; s < reading.stances.size(); ++s) {
    const NamedStance& named = reading.stances[s];
    if (stance_matches(named.stances, input.matches) == 0) continue;
    add(stances.read(named), reading.attributes.size() + s);
  }
  for (std::size_t e = 0; e < reading.existence.size(); ++e) {
    add(stances.read(reading.existence[e]), reading.attributes.size() + reading.stances.size() + e);
  }
  return result;
}

}  // namespace stet
