// Circumstances: for whom, when, where and on what condition something is said. What holds for children need not hold for adults.
//
// Order of calls:  CircumstanceLists lists = compile_circumstances(context);  per statement  circumstances_of(input, lists, sentence,
// words); then  same_circumstances(a, b)  per pair. Words are kept as keys, so that two articles can be compared.
#pragma once

#include <vector>

#include "claims/topics.h"
#include "matching/compile_context.h"

namespace stet {

struct CircumstanceLists {
  ListId audience = no_index;  ///< who something may hold for: `words/audience.yaml`
};

CircumstanceLists compile_circumstances(CompileContext& context);

/// Content words, ascending, of what narrows down the words of a sentence: the phrase behind them ("safe for adults"), the sentence's
/// opening ("In large doses, …", "From May to June we …"), and the people that the sentence names besides ("children may enter"). Empty:
/// it is said without reserve.
std::vector<WordKey> circumstances_of(const CheckInput& input, const CircumstanceLists& lists, std::uint32_t sentence, IndexRange words);

/// Nearly the same; also when neither has any.
bool same_circumstances(const std::vector<WordKey>& a, const std::vector<WordKey>& b);

}  // namespace stet
