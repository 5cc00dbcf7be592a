// Any bytes as what an editor sends: each line is one message of the language server protocol.
#include <cstdint>
#include <memory>
#include <string>

#include "checks/registry.h"
#include "lsp/session.h"

namespace {

std::shared_ptr<const stet::Engine> engine() {
  static const auto built = [] {
    auto files = stet::builtin_rule_files();
    std::erase_if(files,
                  [](const stet::RuleFile& file) { return !file.path.starts_with("words/") && !file.path.starts_with("citation/"); });
    return *stet::compile(*stet::load_rules(files, stet::kind_fields()));
  }();
  return built;
}

stet::FindRules find_rules() {
  return [](const std::string& /*path*/) { return stet::RulesForFile{engine(), {}, {}}; };
}

/// Checks what is due, as the server's worker does.
void work(stet::Session& session, stet::Checker& checker, stet::Session::Time now) {
  while (const auto task = session.take_task(now)) session.finish(checker.check(*task));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  stet::Session session({.version = "1", .text_bytes = 1U << 16U, .articles = 4, .waiting = 8});
  stet::Checker checker(find_rules, {});
  stet::Session::Time now;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  while (!rest.empty() && !session.is_over()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    session.receive(rest.substr(0, end), now);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    now += std::chrono::milliseconds(20);
    work(session, checker, now);
    for (const stet::Json& message : session.take_outbox()) stet::to_text(message);
  }
  return 0;
}
