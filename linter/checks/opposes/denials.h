// `opposes` by denials: a short sentence denies, in other words, what another one says.
#pragma once

#include "checks/check.h"

namespace stet {

/// Compiles a rule with `by: denials`.
tl::expected<Check, Problems> compile_opposed_denials(const Rule& rule, CompileContext& context);

}  // namespace stet
