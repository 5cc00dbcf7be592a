#include "cli/help.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace stet {
namespace {

constexpr std::size_t column = 30;  // at which descriptions begin
constexpr std::size_t width = 100;

/// What the value of an option is, in one word.
constexpr auto value_names = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"--format", "FORMAT"},        {"--output", "FILE"},      {"--html-history", "FILE"}, {"--html-label", "LABEL"},
     {"--config", "FILE"},          {"--rules", "FOLDER"},     {"--limit", "NAME=N"},      {"--select", "RULES"},
     {"--ignore", "RULES"},         {"--fail-on", "SEVERITY"}, {"--show", "SEVERITY"},     {"--jobs", "N"},
     {"--cache", "FOLDER"},         {"--color", "WHEN"},       {"--stdin-path", "PATH"},   {"--site", "FOLDER"},
     {"--changed-since", "COMMIT"}, {"--diff", "FILE"},        {"--baseline", "FILE"},     {"--export", "FILE"},
     {"--pairs", "FILE"},           {"--claims", "FILE"},      {"--words", "LIST"},        {"--shard", "K/N"},
     {"--merge", "FILE…"}});

/// Breaks at spaces. CLI11 indents what follows a line feed.
std::string wrapped(const std::string& text, std::size_t most) {
  std::string lines;
  std::size_t used = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    const bool fits = used == 0 || used + 1 + word.size() <= most;
    lines += (used == 0 ? "" : fits ? " " : "\n") + word;
    used = fits && used > 0 ? used + 1 + word.size() : word.size();
    begin = end + 1;
  }
  return lines;
}

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    column_width(column);
    label("Positionals", "Arguments");
  }

  /// CLI11 leaves two lines between groups.
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
    for (std::size_t gap = text.find("\n\n\n"); gap != std::string::npos; gap = text.find("\n\n\n", gap)) text.erase(gap, 1);
    return text;
  }
  std::string make_usage(const CLI::App* app, std::string name) const override {
    const bool has_commands = !app->get_subcommands([](const CLI::App* command) { return !command->get_name().empty(); }).empty();
    if (has_commands) return "Usage: " + name + " [COMMAND] [OPTIONS] [PATHS]\n";
    std::string usage = "Usage: " + name + " [OPTIONS]";
    for (const CLI::Option* option : app->get_options([](const CLI::Option* one) { return one->get_positional(); })) {
      usage += " " + make_option_usage(option);
    }
    return usage + "\n";
  }
  std::string make_description(const CLI::App* app) const override { return wrapped(app->get_description(), width) + "\n"; }

 protected:
  /// The kind of value, without what CLI11 says of checks, needs and excludes: a mistake is told when it is made.
  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_type_size() == 0 || option->get_positional()) return {};
    const std::string long_name = option->get_name(false, true);
    const auto* const named =
        std::find_if(std::begin(value_names), std::end(value_names), [&](const auto& one) { return one.first == long_name; });
    return " " + (named == std::end(value_names) ? option->get_type_name() : std::string(named->second));
  }
  std::string make_option_desc(const CLI::Option* option) const override {
    std::string text = option->get_description();
    const std::string type = option->get_type_name();
    const std::size_t open = type.find('{');
    if (open != std::string::npos && type.ends_with('}') && !option->get_positional()) {
      std::string choices = type.substr(open + 1, type.size() - open - 2);
      for (std::size_t comma = choices.find(','); comma != std::string::npos; comma = choices.find(',', comma + 2)) {
        choices.insert(comma + 1, " ");
      }
      text += ". One of: " + choices + ".";
    }
    if (const std::string otherwise = option->get_default_str(); !otherwise.empty()) {
      text += (text.ends_with('.') ? " Default: " : ". Default: ") + otherwise + ".";
    }
    return wrapped(text, width - column);
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> make_help_formatter() { return std::make_shared<HelpFormatter>(); }

}  // namespace stet
