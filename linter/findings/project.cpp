#include "findings/project.h"

#include <algorithm>
#include <array>

namespace stet {

std::string homepage() { return "https://github.com/" STET_REPOSITORY; }

std::string rule_page(std::string_view rule_id) {
  constexpr auto packs = std::to_array<std::string_view>({"repetition", "contradiction", "consistency", "citation", "medical"});
  if (std::find(packs.begin(), packs.end(), rule_id.substr(0, rule_id.find('/'))) == packs.end()) return {};
  std::string anchor(rule_id);
  std::erase(anchor, '/');  // as GitHub makes an anchor of a heading
  return homepage() + "/blob/main/rules/README.md#" + anchor;
}

}  // namespace stet
