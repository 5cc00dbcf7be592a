// Clashes: two statements that say the same of one subject, but with values of which only one can be right.
//
// Order of calls:  ClashFinder clashes(input, statements);  for (auto [later, earlier] : candidate_pairs(statements))
// clashes.find(later, earlier, tier).  What can be told of one statement is worked out once, so that a pair costs little.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "claims/statements.h"

namespace stet {

/// How much two statements must have in common. Weights are inverse document frequencies in nats: a rare word weighs 6 to 9.
struct SayingTier {
  float weight = 9;     ///< of the words that both have, the subject counting 6 at most
  float share = 0.75F;  ///< of the lighter statement
  float overlap = 0;    ///< of both together
};

/// What two statements have in common outside their values. Weights are inverse document frequencies.
struct Common {
  std::vector<StemId> stems;  ///< ascending
  float weight = 0;
  float of_shorter = 0;  ///< share of the lighter statement
  float overlap = 0;     ///< share of both together
};

bool has(const Common& common, StemId stem);

/// Two values that cannot both be right, of two statements.
struct Clash {
  std::uint32_t later = 0;
  std::uint32_t earlier = 0;
  std::uint32_t later_value = 0;
  std::uint32_t earlier_value = 0;
  Common common;
};

/// Pairs of statements (later, earlier), ascending, that share words, or that say of one subject only what it is.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(const Statements& all);

/// Stems with their weights, ascending.
using WeightedStems = std::vector<std::pair<StemId, float>>;

class ClashFinder {
 public:
  /// Both must outlive it.
  ClashFinder(const CheckInput& input, const Statements& all);

  /// A value of each that cannot both be right, when the statements say the same of the same subject as far as the tier asks.
  std::optional<Clash> find(std::uint32_t later, std::uint32_t earlier, const SayingTier& tier);

 private:
  /// What is known of one statement once it was asked for.
  struct Profile {
    bool known = false;
    bool of_another = false;  ///< "In another trial", "a second bridge"
    bool with_code = false;
    WeightedStems stems;  ///< outside subject and values
    float weight = 0;     ///< of those
    WeightedStems whole;  ///< with the subject's
    float whole_weight = 0;
  };

  const CheckInput& input_;
  const Statements& all_;
  std::vector<Profile> profiles_;  // by statement

  const Profile& profile(std::uint32_t statement);
  std::optional<Clash> find_reworded(std::uint32_t later, std::uint32_t earlier);
};

}  // namespace stet
