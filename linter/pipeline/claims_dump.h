// What `stet dump claims`, `stet dump pairs` and `stet dump repeats` print: the claims of an article, and the attributes by which rules
// know them.
#pragma once

#include <string>

#include "document/article.h"
#include "rules/rule.h"

namespace stet {

/// One line a claim; rules of the kind `one-value` name the attributes. Behind them, one line for each two values of one attribute that
/// differ and are let stand, with the reason.
std::string dump_claims(const RuleSet& rules, const Source& source, const Article& article);

/// A table of the pairs of values that may be of one thing: places, values, how likely they are of one, and what speaks for and against it
/// (comparing/value_evidence); what the weights of that are learned from.
std::string dump_pairs(const RuleSet& rules, const Source& source, const Article& article);

/// A table of the pairs of sentences of which the later one may say again what the earlier one says: lines, how likely that is, and what
/// speaks for and against it (comparing/repeat_evidence).
std::string dump_repeats(const RuleSet& rules, const Source& source, const Article& article);

}  // namespace stet
