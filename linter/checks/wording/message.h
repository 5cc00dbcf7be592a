// Filling in a rule's message.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "matching/quoting.h"

namespace stet {

/// Replaces each `{name}` of the template that has a value; others stay as written.
std::string fill(std::string_view message, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// `message` with {found} and the captures of `match` filled in.
std::string fill_match(std::string_view message, const CheckInput& input, const Match& match,
                       const std::vector<std::string>& capture_names);

}  // namespace stet
