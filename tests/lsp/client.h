// A client in memory: a session and a checker without threads, under a clock that the test moves.
#pragma once

#include <gtest/gtest.h>

#include <utility>

#include "lsp/session.h"
#include "pipeline/check.h"

namespace stet {

inline std::shared_ptr<const Engine> shared_builtin_engine() { return {std::shared_ptr<const Engine>(), &builtin_engine()}; }

inline MakeFindRules always_builtin_rules() {
  return [] { return FindRules([](const std::string&) { return RulesForFile{shared_builtin_engine(), {}, {}}; }); };
}

inline Json position(std::uint32_t line, std::uint32_t character) { return {{"line", line}, {"character", character}}; }
inline Json range(std::uint32_t line, std::uint32_t from, std::uint32_t to) {
  return {{"start", position(line, from)}, {"end", position(line, to)}};
}

class Client {
 public:
  Session session;
  Checker checker;
  Session::Time now;
  std::vector<Json> inbox;

  explicit Client(SessionSettings settings = {}, MakeFindRules rules = always_builtin_rules())
      : session(std::move(settings)), checker(std::move(rules), {}) {}

  void send(const Json& message) {
    session.receive(message.dump(), now);
    collect();
  }
  void notify(std::string_view method, Json params) { send(make_notification(method, std::move(params))); }
  /// Sends a request; the answer may come later.
  int ask(std::string_view method, Json params) {
    send(make_request(++asked_, method, std::move(params)));
    return asked_;
  }
  /// Sends a request, checks what is due, and returns the whole answer.
  Json request(std::string_view method, Json params) {
    const int id = ask(method, std::move(params));
    wait();
    return answer_to(id);
  }
  Json answer_to(int id) const {
    for (const Json& message : inbox) {
      if (!message.contains("method") && message.value("id", Json()) == id) return message;
    }
    return nullptr;
  }
  Json initialize(Json capabilities = Json::object(), Json options = nullptr) {
    Json answer = request("initialize", {{"capabilities", std::move(capabilities)}, {"initializationOptions", std::move(options)}});
    notify("initialized", Json::object());
    return answer;
  }
  void open(const std::string& uri, const std::string& text) {
    notify("textDocument/didOpen", {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
  }
  void change(const std::string& uri, int version, Json changes) {
    notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", std::move(changes)}});
  }
  /// Lets time pass and checks all that is due.
  void wait() {
    now += std::chrono::seconds(1);
    while (const auto task = session.take_task(now)) {
      session.finish(checker.check(*task));
      collect();
    }
  }
  /// The last diagnostics of a file, or null.
  Json published(const std::string& uri) const {
    Json last;
    for (const Json& message : inbox) {
      if (message.value("method", "") == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri) last = message["params"];
    }
    return last;
  }
  std::size_t count(std::string_view method) const {
    std::size_t count = 0;
    for (const Json& message : inbox) count += message.value("method", "") == method ? 1 : 0;
    return count;
  }

 private:
  int asked_ = 0;

  void collect() {
    for (Json& message : session.take_outbox()) inbox.push_back(std::move(message));
  }
};

}  // namespace stet
