// The keys of rules of the kind `requires`.
#pragma once

#include <vector>

#include "rules/rule.h"

namespace stet {

std::vector<Field> requires_fields();

}  // namespace stet
