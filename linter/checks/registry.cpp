#include "checks/registry.h"

#include "checks/kinds.h"

namespace stet {

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {requires_kind(),     forbids_kind(),          repeats_kind(),    opposes_kind(), agrees_kind(),
                                        one_value_kind(),    one_holder_kind(),       two_values_kind(), adds_up_kind(), counts_kind(),
                                        superlatives_kind(), ingredients_kind(),      titles_kind(),     refers_kind(),  recurs_kind(),
                                        disagrees_kind(),    denied_elsewhere_kind(), cites_kind()};
  return all;
}

std::vector<KindFields> kind_fields() {
  std::vector<KindFields> result;
  for (const Kind& kind : kinds()) result.push_back({kind.name, kind.description, kind.fields});
  return result;
}

}  // namespace stet
