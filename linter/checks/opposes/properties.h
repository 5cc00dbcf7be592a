// `opposes` by properties: one thing is said to be something, and not to be it, wherever and in whatever grammar.
#pragma once

#include "checks/check.h"

namespace stet {

/// Compiles a rule with `by: properties`.
tl::expected<Check, Problems> compile_opposed_properties(const Rule& rule, CompileContext& context);

}  // namespace stet
