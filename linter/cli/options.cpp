#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <sstream>

#include "cli/cli.h"
#include "cli/command_line.h"
#include "rules/nearest.h"

namespace stet {
namespace {

/// What somebody may type who types `stet` alone.
constexpr std::string_view first_words =
    "stet: which articles?\n"
    "  stet articles/       checks the Markdown files in a folder; `.` is this one\n"
    "  stet draft.md        checks one file\n"
    "  stet - <draft.md     checks what comes in\n"
    "  stet explain RULE    says why a rule found something, and what to write instead\n"
    "  stet help            lists commands; `stet help check` the options of one\n";

ParsedArguments wrong_usage(std::string_view what) { return {std::nullopt, fmt::format("stet: {}\n", what), exit_usage}; }

/// --format and --output come in pairs, in order; an output without a format before it is a mistake.
std::string pair_outputs(const Arguments& given, CliOptions& options) {
  if (given.outputs.size() > std::max<std::size_t>(given.formats.size(), 1)) return "--output is given more often than --format";
  const std::vector<std::string> names = given.formats.empty() ? std::vector<std::string>{"text"} : given.formats;
  for (std::size_t i = 0; i < names.size(); ++i) options.outputs.push_back({names[i], i < given.outputs.size() ? given.outputs[i] : ""});
  return {};
}

bool is_command(std::string_view word) {
  const std::vector<std::string_view> names = command_names();
  return std::find(names.begin(), names.end(), word) != names.end();
}

bool is_there(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

/// `stet help` and `stet help COMMAND` as the options that they stand for.
std::vector<std::string> without_help_word(std::vector<std::string> arguments) {
  if (arguments[0] != "help" || arguments.size() > 2) return arguments;
  arguments.erase(arguments.begin());
  if (!arguments.empty() && arguments[0] == "help") arguments.clear();
  arguments.emplace_back("--help");
  return arguments;
}

/// The first word, when it is a slip for a command: neither a command, an option nor anything that is there.
std::string misspelled_command(const std::vector<std::string>& arguments) {
  const std::string& word = arguments.front();
  if (word.find_first_of("-./") != std::string::npos || is_command(word) || is_there(word)) return {};
  std::vector<std::string_view> names = command_names();
  names.emplace_back("help");
  const std::string near = nearest(word, names);
  if (near.empty()) return {};
  std::string meant = "stet " + near;
  for (auto argument = arguments.begin() + 1; argument != arguments.end(); ++argument) meant += " " + *argument;
  return fmt::format("`{}` is no command, and there is no such file or folder\n  did you mean `{}`?", word, meant);
}

/// Puts `check` in front when the first word is a path or an option of it.
std::vector<std::string> with_command(std::vector<std::string> arguments) {
  constexpr auto own_options = std::to_array<std::string_view>({"--help", "-h", "--version", "-V"});
  const bool own = is_command(arguments[0]) || std::find(own_options.begin(), own_options.end(), arguments[0]) != own_options.end();
  if (!own) arguments.insert(arguments.begin(), "check");
  return arguments;
}

/// Takes what stands behind `--` off the arguments of `check`: paths, whatever they look like. CLI11 reads options again after the first
/// one.
std::vector<std::string> take_literal_paths(std::vector<std::string>& arguments) {
  const auto mark = std::find(arguments.begin(), arguments.end(), "--");
  if (mark == arguments.end() || arguments.front() != "check") return {};
  const auto options = static_cast<std::size_t>(std::distance(arguments.begin(), mark));
  std::vector<std::string> paths(mark + 1, arguments.end());
  arguments.resize(options);
  return paths;  // cppcheck-suppress invalidContainer  // they are copies, not the range that was cut off
}

/// With --fix, `--diff` without a value shows what would change; the diff of a change is then given as `--diff=FILE`.
void tell_diffs_apart(std::vector<std::string>& arguments) {
  if (std::find(arguments.begin(), arguments.end(), "--fix") == arguments.end()) return;
  std::replace(arguments.begin(), arguments.end(), std::string("--diff"), std::string(show_fixes_option));
}

/// What to say besides of arguments that are none: the option that is near, or the folder that has the name of the command.
std::string hint(const CLI::App& app, const std::vector<std::string>& arguments) {
  if (!is_command(arguments[0])) return {};
  const std::vector<std::string> options = long_options(app, arguments[0]);
  const std::vector<std::string_view> names(options.begin(), options.end());
  for (const std::string& argument : arguments) {
    const std::string word = argument.substr(0, argument.find('='));
    if (!word.starts_with("--") || std::find(names.begin(), names.end(), word) != names.end()) continue;
    const std::string near = nearest(word, names);
    if (!near.empty()) return fmt::format("  did you mean `{}`?\n", near);
  }
  if (is_there(arguments[0])) return fmt::format("  `stet ./{}` checks what has that name here\n", fmt::join(arguments, " "));
  return {};
}

/// "3/8" of --shard; false when it is no part of anything.
bool read_shard(CliOptions& options) {
  constexpr std::uint32_t most_parts = 4096;
  const char* const end = options.shard.data() + options.shard.size();
  const auto [slash, first_fault] = std::from_chars(options.shard.data(), end, options.part);
  if (first_fault != std::errc() || slash == end || *slash != '/') return false;
  const auto [rest, second_fault] = std::from_chars(slash + 1, end, options.parts);
  return second_fault == std::errc() && rest == end && options.part > 0 && options.part <= options.parts && options.parts <= most_parts;
}

/// What CLI11 cannot know of options that were read without a fault: the fault in them, or nothing.
std::string fault_of(const CliOptions& options) {
  const bool reads_input = std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end();
  if (options.command == Command::check && options.paths.empty()) return "which articles? Name files or folders; `.` is this folder";
  if (options.watch && reads_input) return "standard input cannot be watched; name files or folders";
  if (options.fix && reads_input) return "--fix mends files, not standard input; a diff of a change is given as `--diff=-`";
  if (options.staged && reads_input) return "--staged checks files, not standard input";
  if (options.diff == "-" && reads_input) return "--diff - and the path `-` cannot both be standard input";
  return {};
}

/// The arguments, read into options by CLI11; what it says otherwise.
ParsedArguments parse_words(std::vector<std::string> words) {
  Arguments arguments;
  const std::unique_ptr<CLI::App> app = make_command_line(arguments);
  const std::vector<std::string> literal_paths = take_literal_paths(words);
  tell_diffs_apart(words);
  try {
    app->parse(std::vector<std::string>(words.rbegin(), words.rend()));  // last first, as CLI11 wants them
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    const bool asked = error.get_exit_code() == 0;
    app->exit(error, out, out);
    return {std::nullopt, asked ? out.str() : "stet: " + out.str() + hint(*app, words), asked ? exit_clean : exit_usage};
  }
  CliOptions& options = arguments.options;
  options.command = command_of(*app);
  for (const std::string& setting : options.limit_settings) {
    if (const auto set = set_limit(options.limits, setting); !set) return {std::nullopt, render(set.error()), exit_usage};
  }
  options.paths.insert(options.paths.end(), literal_paths.begin(), literal_paths.end());
  if (options.paths.empty() && (options.staged || options.changed_since)) options.paths.emplace_back(".");
  if (!options.shard.empty() && !read_shard(options))
    return wrong_usage("--shard wants part and number of parts, such as 3/8; at most 4096");
  if (const std::string fault = fault_of(options); !fault.empty()) return wrong_usage(fault);
  if (const std::string fault = pair_outputs(arguments, options); !fault.empty()) return wrong_usage(fault);
  return {options, {}, exit_clean};
}

}  // namespace

ParsedArguments parse_arguments(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return {std::nullopt, std::string(first_words), exit_usage};
  const std::vector<std::string> words = without_help_word(arguments);
  if (const std::string fault = misspelled_command(words); !fault.empty()) return wrong_usage(fault);
  return parse_words(with_command(words));
}

}  // namespace stet
