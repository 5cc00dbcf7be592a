// `opposes` by comparatives: of two things each is said to be more of the same than the other.
#pragma once

#include "checks/check.h"

namespace stet {

/// Compiles a rule with `by: comparatives`. Errors (rule): a group of opposites that is none.
tl::expected<Check, Problems> compile_opposed_comparatives(const Rule& rule, CompileContext& context);

}  // namespace stet
