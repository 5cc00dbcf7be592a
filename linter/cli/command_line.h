// The commands and their options, as CLI11 takes them.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace stet {

/// What arguments are read into.
struct Arguments {
  CliOptions options;
  std::vector<std::string> formats;  ///< --format and --output come in pairs, in order
  std::vector<std::string> outputs;
};

/// What `--fix --diff` is read as.
constexpr std::string_view show_fixes_option = "--show-fixes";

/// Reads into `arguments`, which outlive it.
std::unique_ptr<CLI::App> make_command_line(Arguments& arguments);

std::vector<std::string_view> command_names();

/// The command that was named in what has been parsed.
Command command_of(const CLI::App& app);

/// The long options that a command has and shows, with their dashes.
std::vector<std::string> long_options(const CLI::App& app, std::string_view command);

}  // namespace stet
