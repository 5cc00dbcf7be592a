// Stances of an article as an index keeps them: as claims whose value is yes or no.
#include <xxhash.h>

#include <algorithm>

#include "claims/owners.h"
#include "claims/statements.h"
#include "matching/quoting.h"
#include "site/claims.h"
#include "site/things.h"

namespace stet {
namespace {

constexpr std::size_t longest_value = 60;
constexpr std::size_t longest_excerpt = 120;

class SiteStances {
 public:
  SiteStances(const CheckInput& input, const ArticleThings& things)
      : input_(input), things_(things), topics_(input.derived->get<Topics>([&] { return Topics(input); })) {}

  std::vector<IndexedClaim> read(const NamedStance& named) {
    std::vector<IndexedClaim> claims;
    const auto any_subject = [](std::uint32_t, IndexRange) { return TopicPhrase{.topic = 0, .details = {}}; };
    for (const Stance& stance : read_stances(named.stances, input_, any_subject)) {
      // A phrase that names its subject by itself says it of a part: "the lighthouse ticket".
      if (stance.subject.key != 0 || stance.past || claims.size() == most_site_claims) continue;
      if (auto claim = claim_of(named, stance)) claims.push_back(std::move(*claim));
    }
    settle(claims);
    return claims;
  }

 private:
  const CheckInput& input_;
  const ArticleThings& things_;
  const Topics& topics_;
  std::vector<Owner> owners_;  // by statement
  bool are_owners_known_ = false;

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

  std::optional<IndexedClaim> claim_of(const NamedStance& named, const Stance& stance) {
    const Owner* const owner = owner_of(stance.sentence, stance.words);
    if (owner == nullptr) return std::nullopt;
    // "The boat house" of an article on an inn is something else.
    if (owner->topic && topics_.names_another(stance.sentence, stance.words, named.generic)) return std::nullopt;
    Claim claim{.sentence = stance.sentence, .words = stance.words, .owner = *owner};
    claim.value.words = stance.words;
    const Told told{.claim = &claim, .by = stance.words, .owner = *owner};
    const Entity entity = things_.entity_of(told);
    // What is said of a part of the article's thing ("the hood") is seldom said of the whole of that part elsewhere.
    const bool of_part = entity.of_title && !owner->topic;
    if (!entity.is_known() || of_part || things_.is_hearsay(told) || things_.is_once_so(told)) return std::nullopt;
    const auto [begin, end] = source_of(input_, stance.words);
    const auto [line, column] = input_.source.position(begin);
    const double said = stance.denied ? 0 : 1;
    return IndexedClaim{.entity = entity.key,
                        .link = entity.link,
                        .flags = flags_of(named, stance, entity),
                        .circumstances = hash_of(stance.qualifiers.all),
                        .counted = hash_of(stance.captures),
                        .low = said,
                        .high = said,
                        .unit = std::string(stance_unit),
                        .source = {begin, end},
                        .line = line,
                        .column = column,
                        .value = words_as_written(input_, stance.words, longest_value),
                        .thing = entity.name,
                        .excerpt = words_as_written(input_, input_.units.sentences[stance.sentence].words, longest_excerpt)};
  }

  static std::uint32_t flags_of(const NamedStance& named, const Stance& stance, const Entity& entity) {
    const auto flag = [](bool is_set, ClaimFlag which) { return is_set ? static_cast<std::uint32_t>(which) : 0U; };
    const bool unbound = stance.qualifiers.all.empty();
    return flag(entity.sure, claim_sure) | flag(entity.of_title, claim_of_title) | flag(entity.full, claim_full_name) |
           flag(unbound, claim_unbound) | flag(unbound && stance.denied && named.stances.absolute, claim_always);
  }

  static std::uint64_t hash_of(const std::vector<WordKey>& keys) {
    return keys.empty() ? 0 : XXH3_64bits(keys.data(), keys.size() * sizeof(WordKey));
  }

  static std::uint64_t hash_of(const std::vector<StanceCapture>& captures) {
    std::uint64_t hash = 0;
    for (const StanceCapture& capture : captures) {
      hash = XXH3_64bits_withSeed(capture.words.data(), capture.words.size() * sizeof(WordKey), hash + capture.name + 1);
    }
    return hash;
  }

  /// Of one thing the first stance, unless there are both.
  static void settle(std::vector<IndexedClaim>& claims) {
    const std::vector<IndexedClaim> all = claims;
    std::size_t number = 0;
    std::erase_if(claims, [&](const IndexedClaim& claim) {
      const std::size_t own = number++;
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].entity != claim.entity || all[i].link != claim.link) continue;
        if (all[i].low != claim.low) return true;
        if (i < own && all[i].circumstances == claim.circumstances && all[i].counted == claim.counted) return true;
      }
      return false;
    });
  }
};

}  // namespace

std::vector<IndexedClaim> read_site_stances(const CheckInput& input, const ArticleThings& things, const SiteReading& reading) {
  std::vector<IndexedClaim> result;
  SiteStances stances(input, things);
  for (std::uint32_t s = 0; s < reading.stances.size(); ++s) {
    const NamedStance& named = reading.stances[s];
    if (input.matches.of(named.stances.says).empty() && input.matches.of(named.stances.denies).empty()) continue;
    for (IndexedClaim& claim : stances.read(named)) {
      if (result.size() == most_site_claims) return result;
      claim.attribute = static_cast<std::uint32_t>(reading.attributes.size()) + s;
      result.push_back(std::move(claim));
    }
  }
  return result;
}

}  // namespace stet
