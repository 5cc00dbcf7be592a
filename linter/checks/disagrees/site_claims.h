// Claims about declared subjects: the curated stances and single-valued facts that articles of a site say of a product, a substance, a
// company, and which of them cannot both be true.
//
// Order of calls:  ClaimRules rules = compile_claims(...);  std::vector<SiteClaim> claims = read_claims(rules, input);  contradict(rules,
// a, b). A claim holds nothing of its article but words as keys, so that claims of two articles can be compared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/facts.h"
#include "claims/stances.h"

namespace stet {

/// What finds claims: a rule's `subjects`, and every rule of `opposes` with both stances and of `agrees` with a `fact`.
struct ClaimRules {
  PatternId subjects = 0;                       ///< each phrase is one subject
  std::vector<std::vector<std::string>> stems;  ///< sets of stems, one of which a text that names a subject holds wholly
  std::vector<StanceRule> stances;
  std::vector<FactRule> facts;
};

/// What one clause claims of a declared subject.
struct SiteClaim {
  std::uint32_t subject = 0;
  bool is_fact = false;
  std::uint32_t relation = 0;  ///< index into ClaimRules::stances or ::facts
  Stance stance;               ///< of no fact
  Fact fact;                   ///< of a fact
  std::uint32_t sentence = 0;
  IndexRange words;          ///< by which it is made
  IndexRange subject_words;  ///< the subject's name where the sentence has it
};

/// Errors (rule): a subject that has no word of its own.
tl::expected<ClaimRules, Problems> compile_claims(const Rule& rule, CompileContext& context);

/// Claims whose subject stands in their clause, or is what its pronoun stands for, in order of place.
std::vector<SiteClaim> read_claims(const ClaimRules& rules, const CheckInput& input);

/// Can the two not both be true?
bool contradict(const ClaimRules& rules, const SiteClaim& a, const SiteClaim& b);

}  // namespace stet
