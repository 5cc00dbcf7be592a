// Where stet itself is to be found: what reports and editors link.
#pragma once

#include <string>
#include <string_view>

namespace stet {

/// The project's page. Its owner is in packaging/repository.
std::string homepage();
/// What the reference says of a built-in rule; empty for rules of other packs.
std::string rule_page(std::string_view rule_id);

}  // namespace stet
