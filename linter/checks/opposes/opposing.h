// The general form of `opposes`: two sentences of one article that say nearly the same, but for a negation or for opposites.
#pragma once

#include "checks/check.h"
#include "comparing/opposites.h"

namespace stet {

/// Fields of the general form, besides those of the curated one.
std::vector<Field> opposing_fields();

/// Adds the groups of a rule's `pairs`; what is no group is added to the problems, when they are wanted.
void add_opposites(const Rule& rule, Opposites& opposites, Problems* problems);

/// Compiles a rule that has `by`. Errors (rule): a group of opposites that is none.
tl::expected<Check, Problems> compile_opposing(const Rule& rule, CompileContext& context);

}  // namespace stet
