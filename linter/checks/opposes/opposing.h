// The general form of `opposes`: two sentences of one article that say nearly the same, but for a negation or for opposites.
#pragma once

#include "checks/check.h"

namespace stet {

/// Fields of the general form, besides those of the curated one.
std::vector<Field> opposing_fields();

/// Compiles a rule that has `by`. Errors (rule): a group of opposites that is none.
tl::expected<Check, Problems> compile_opposing(const Rule& rule, CompileContext& context);

}  // namespace stet
