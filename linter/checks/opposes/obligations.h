// `opposes` by obligations: of one deed it is said that it must be done and that it may, or that it must and must not, should and should
// not, can and cannot.
#pragma once

#include "checks/check.h"

namespace stet {

/// Compiles a rule with `by: obligations`. Errors (rule): a group of `pairs` that is none.
tl::expected<Check, Problems> compile_opposed_obligations(const Rule& rule, CompileContext& context);

}  // namespace stet
