#include "cli/style.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "cli/version.h"

namespace stet {
namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets it
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

bool wants_color(const StyleFacts& facts) {
  if (facts.asked != "auto") return facts.asked == "always";
  if (!facts.no_color.empty()) return false;
  if (!facts.force_color.empty()) return facts.force_color != "0" && facts.force_color != "false";
  if (!facts.clicolor_force.empty() && facts.clicolor_force != "0") return true;
  return facts.clicolor != "0" && facts.is_terminal && facts.term != "dumb";
}

bool wants_color(std::string_view asked, bool is_terminal) {
  return wants_color({.asked = asked,
                      .is_terminal = is_terminal,
                      .term = variable("TERM"),
                      .no_color = variable("NO_COLOR"),
                      .force_color = variable("FORCE_COLOR"),
                      .clicolor_force = variable("CLICOLOR_FORCE"),
                      .clicolor = variable("CLICOLOR")});
}

bool can_draw() { return ::isatty(STDOUT_FILENO) == 1 && variable("TERM") != "dumb"; }

std::size_t terminal_columns() {
  winsize window{};
  if (::isatty(STDOUT_FILENO) != 1 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0) return 0;  // NOLINT: POSIX
  return window.ws_col;
}

ReportOptions report_options_of(const CliOptions& options, bool to_file) {
  std::error_code error;
  ReportOptions report_options;
  report_options.color = to_file ? options.color == "always" : wants_color(options.color, ::isatty(STDOUT_FILENO) == 1);
  if (const std::size_t columns = terminal_columns(); !to_file && columns > 0) report_options.columns = columns;
  report_options.root = std::filesystem::current_path(error).string();
  report_options.program_version = program_version;
  report_options.label = options.html_label;
  return report_options;
}

}  // namespace stet
