// JSON Schema (draft 2020-12) of rules, word lists and configurations, from the tables of fields that the loader checks with: editors
// complete and validate while one types. What only reading a phrase can tell is left to the loader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace stet {

/// One branch a kind, chosen by the value of `kind`.
std::string rule_schema(const std::vector<KindFields>& kinds);
std::string word_list_schema();
/// A mapping with these fields.
std::string schema_of(std::string_view id, std::string_view title, const std::vector<Field>& fields);

}  // namespace stet
