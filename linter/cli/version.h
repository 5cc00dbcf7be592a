#pragma once

#include <string_view>

namespace stet {

/// As CMakeLists.txt has it.
inline constexpr std::string_view program_version = STET_VERSION;

}  // namespace stet
