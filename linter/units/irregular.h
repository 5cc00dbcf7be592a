// English forms that no suffix explains.
#pragma once

#include <string_view>

namespace stet {

/// "shown" -> "show", "mice" -> "mouse"; empty for a regular word.
std::string_view irregular_lemma(std::string_view form);

}  // namespace stet
