// `opposes` by titles: two things are each said to be the most, or the least, of the same.
#pragma once

#include "checks/check.h"

namespace stet {

/// Compiles a rule with `by: titles`.
Check compile_opposed_titles(const Rule& rule, CompileContext& context);

}  // namespace stet
