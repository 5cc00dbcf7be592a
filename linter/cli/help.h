// How --help looks: what a value is in one word, what may be chosen and what holds otherwise in the description, lines that fit a page.
//
// The manual and the shells' completions are made from what this prints; see cmake/help.cmake.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>

namespace stet {

std::shared_ptr<CLI::FormatterBase> make_help_formatter();

}  // namespace stet
