// Circumstances: for whom, when, where and on what condition something is said. What holds for children need not hold for adults.
//
// Order of calls:  CircumstanceLists lists = compile_circumstances(context);  per statement  circumstances_of(input, lists, sentence,
// words); then  same_circumstances(a, b)  per pair. Words are kept as keys, so that two articles can be compared.
#pragma once

#include <vector>

#include "claims/keys.h"
#include "matching/compile_context.h"

namespace stet {

struct CircumstanceLists {
  ListId audience = no_index;      ///< who something may hold for: `words/audience.yaml`
  ListId circumstance = no_index;  ///< what sets times, groups and variants apart: `words/circumstance.yaml`
  ListId discourse = no_index;     ///< openings that set nothing apart: `words/discourse-opening.yaml`
  ListId generic = no_index;       ///< "in the house" of an article on an inn: `words/generic-thing.yaml`
};

/// Content words, each vector ascending.
struct Circumstances {
  std::vector<WordKey> all;          ///< whatever narrows down
  std::vector<WordKey> restricting;  ///< without mere places and manners: conditions, times, groups, variants
};

CircumstanceLists compile_circumstances(CompileContext& context);

/// Content words of what narrows down the words of a sentence: the phrase behind them ("safe for adults"), the sentence's
/// opening ("In large doses, …", "From May to June we …"), and the people that the sentence names besides ("children may enter"). Empty:
/// it is said without reserve. "On the plus side, …" and "in the house" of an inn narrow nothing down.
Circumstances circumstances_of(const CheckInput& input, const CircumstanceLists& lists, std::uint32_t sentence, IndexRange words);

/// Where a sentence that opens with a circumstance begins to speak of its subject: "In summer | no dog …", "From May to June | we …", where
/// a determiner, pronoun or denial follows a content word; `until` where that is nowhere before it.
std::uint32_t end_of_opening(const CheckInput& input, std::uint32_t begin, std::uint32_t until);

/// Nearly the same; also when neither has any.
bool same_circumstances(const std::vector<WordKey>& a, const std::vector<WordKey>& b);

}  // namespace stet
