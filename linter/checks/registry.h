// The only list of kinds.
#pragma once

#include <vector>

#include "checks/check.h"

namespace stet {

const std::vector<Kind>& kinds();
std::vector<KindFields> kind_fields();

}  // namespace stet
