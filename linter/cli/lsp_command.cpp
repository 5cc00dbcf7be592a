#include "cli/lsp_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <memory>
#include <ostream>
#include <system_error>

#include "cli/cli.h"
#include "cli/engines.h"
#include "cli/rule_files.h"
#include "cli/version.h"
#include "lsp/server.h"

namespace stet {
namespace {

struct RulesFinder {
  CliOptions options;
  std::unique_ptr<Engines> engines;
  std::unique_ptr<ConfigReader> reader;

  explicit RulesFinder(CliOptions given) : options(std::move(given)) {}

  RulesForFile find(const std::string& path) {
    RulesForFile rules;
    rules.engine = engine_for(path);
    rules.depends_on = files_behind_rules(options, *reader, path);
    rules.problems = engines->take_problems();
    rules.limits = rules.engine == nullptr ? options.limits : engines->limits_of(*rules.engine);
    for (const Problem& problem : rules.problems) {
      if (!problem.path.empty()) rules.depends_on.push_back(problem.path);
    }
    // A fault is told once: the next article must meet it again.
    if (!rules.problems.empty()) engines.reset();
    return rules;
  }

 private:
  /// Begins anew where more configurations were met than a run may have: an editor's session meets them one after the other.
  std::shared_ptr<const Engine> engine_for(const std::string& path) {
    for (int time = 0;; ++time) {
      if (engines == nullptr) {
        engines = std::make_unique<Engines>(options);
        reader = std::make_unique<ConfigReader>(options.limits);
      }
      auto engine = engines->for_file(path);
      if (time > 0 || engines->unread().empty()) return engine;
      engines.reset();
    }
  }
};

std::size_t read_input(char* into, std::size_t most) {
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, into, most);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) return 0;
  }
}

bool write_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return false;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

MakeFindRules find_rules_by(const CliOptions& options) {
  return [options] {
    const auto finder = std::make_shared<RulesFinder>(options);
    return FindRules([finder](const std::string& path) { return finder->find(path); });
  };
}

int run_lsp(const CliOptions& options, std::ostream& /*out*/, std::ostream& err) {
  // A client that went away is an error of writing, not an end by signal.
  std::signal(SIGPIPE, SIG_IGN);
  ServerOptions server;
  server.session.version = program_version;
  server.run.limits = options.limits;
  server.make_find_rules = find_rules_by(options);
  try {
    return serve(read_input, write_output, server);
  } catch (const std::system_error& fault) {  // the system gives no second thread
    err << fmt::format("stet: not read: no thread: {}\n", fault.code().message());
    return exit_unread;
  }
}

}  // namespace stet
