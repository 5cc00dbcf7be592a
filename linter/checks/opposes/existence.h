// `opposes` by existence: something is said to be there, and not to be.
#pragma once

#include "checks/check.h"

namespace stet {

/// Compiles a rule with `by: existence`.
Check compile_opposed_existence(const Rule& rule, CompileContext& context);

}  // namespace stet
