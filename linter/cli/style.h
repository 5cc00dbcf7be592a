// How a report looks where it goes: colours and width, by what was asked, the environment and the terminal.
#pragma once

#include <cstddef>
#include <string_view>

#include "cli/options.h"
#include "reports/report.h"

namespace stet {

/// What decides on colours, as getenv() gives it: empty when a variable is not set.
struct StyleFacts {
  std::string_view asked = "auto";  ///< --color
  bool is_terminal = false;
  std::string_view term;            ///< TERM
  std::string_view no_color;        ///< NO_COLOR: anything switches colours off
  std::string_view force_color;     ///< FORCE_COLOR: 0 and false switch them off, anything else on
  std::string_view clicolor_force;  ///< CLICOLOR_FORCE: anything but 0 switches them on
  std::string_view clicolor;        ///< CLICOLOR: 0 switches them off
};

/// The command line decides first, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE and CLICOLOR, then whether a terminal can show them.
bool wants_color(const StyleFacts& facts);

/// The same for standard output, or, with `is_terminal` false, for what is no terminal.
bool wants_color(std::string_view asked, bool is_terminal);

/// Can standard output be drawn on, or is it a file, a pipe or a terminal without a cursor (TERM=dumb)?
bool can_draw();

/// Columns of standard output's terminal; 0 when it is none.
std::size_t terminal_columns();

/// How a report is to look that goes to standard output, or to a file when `to_file`.
ReportOptions report_options_of(const CliOptions& options, bool to_file = false);

}  // namespace stet
