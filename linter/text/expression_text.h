// Text as RE2 takes it. Its `re2::StringPiece` is a class of its own in older versions, absl::string_view in newer ones, and that is
// std::string_view in some builds only: one conversion that all of them know.
#pragma once

#include <re2/stringpiece.h>

#include <string_view>

namespace stet {

inline re2::StringPiece expression_text(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace stet
