// The kinds, one file each; registry.cpp lists them.
#pragma once

#include "checks/check.h"

namespace stet {

Kind requires_kind();
Kind forbids_kind();
Kind repeats_kind();
Kind opposes_kind();
Kind agrees_kind();
Kind one_value_kind();
Kind one_holder_kind();
Kind two_values_kind();
Kind adds_up_kind();
Kind counts_kind();
Kind superlatives_kind();
Kind ingredients_kind();
Kind titles_kind();
Kind refers_kind();
Kind recurs_kind();
Kind disagrees_kind();
Kind denied_elsewhere_kind();
Kind cites_kind();

}  // namespace stet
