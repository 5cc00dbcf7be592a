// The whole server with its two threads, over bytes in memory.
#include "lsp/server.h"

#include <array>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "lsp/client.h"

namespace stet::server_test {
namespace {

/// Bytes that one thread writes and another reads.
class Pipe {
 public:
  bool write(std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    bytes_ += bytes;
    changed_.notify_all();
    return true;
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  std::size_t read(char* into, std::size_t most) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return closed_ || !bytes_.empty(); });
    const std::size_t count = bytes_.copy(into, most);
    bytes_.erase(0, count);
    return count;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string bytes_;
  bool closed_ = false;
};

/// A server in threads of its own, and a client that waits for answers.
class Served {
 public:
  Served() {
    options_.make_find_rules = always_builtin_rules();
    options_.session.quiet = std::chrono::milliseconds(0);
  }
  void start() {
    server_ = std::thread([this] {
      code_ = serve([this](char* into, std::size_t most) { return in_.read(into, most); },
                    [this](std::string_view bytes) { return out_.write(bytes); }, options_);
      out_.close();
    });
  }
  void send_bytes(std::string_view bytes) { in_.write(bytes); }
  void send(const Json& message) { send_bytes(frame(to_text(message))); }
  /// The next message for which the test holds; null when the server has ended.
  template <typename Test>
  Json next(const Test& test) {
    for (std::string body; reader_.next(body) == FrameStatus::message;) {
      Json message = Json::parse(body);
      if (test(message)) return message;
    }
    return nullptr;
  }
  Json request(int id, std::string_view method, Json params) {
    send(make_request(id, method, std::move(params)));
    return next([&](const Json& message) { return message.value("id", Json()) == id && !message.contains("method"); });
  }
  /// What `serve` returns.
  int end() {
    in_.close();
    server_.join();
    return code_;
  }

 private:
  Pipe in_;
  Pipe out_;
  ServerOptions options_;
  std::thread server_;
  int code_ = -1;
  MessageReader reader_{[this](char* into, std::size_t most) { return out_.read(into, most); }};
};

Json opened(const std::string& uri, const std::string& text) {
  return make_notification("textDocument/didOpen",
                           {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
}

bool is_published(const Json& message) { return message.value("method", "") == "textDocument/publishDiagnostics"; }

TEST(Server, ServesASession) {
  Served served;
  served.start();
  EXPECT_TRUE(served.request(1, "initialize", Json::object()).contains("result"));
  served.send(opened("file:///a.md", "Research suggests that walking eases worry.\n"));
  EXPECT_EQ(served.next(is_published)["params"]["diagnostics"].size(), 1U);
  served.send(make_notification("textDocument/didChange", {{"textDocument", {{"uri", "file:///a.md"}, {"version", 2}}},
                                                           {"contentChanges", {{{"text", "Nothing.\n"}}}}}));
  EXPECT_EQ(served.next(is_published)["params"]["diagnostics"].size(), 0U);
  EXPECT_EQ(served.request(2, "shutdown", nullptr)["result"], nullptr);
  served.send(make_notification("exit", nullptr));
  EXPECT_EQ(served.end(), 0);
}

TEST(Server, EndsWithOneWhenTheClientGoesAway) {
  Served served;
  served.start();
  served.request(1, "initialize", Json::object());
  served.send(opened("file:///a.md", "Research suggests that walking eases worry.\n"));
  EXPECT_EQ(served.end(), 1);
}

TEST(Server, AnswersWhatIsNoMessageAndGoesOn) {
  Served served;
  served.start();
  served.send_bytes(frame("{"));
  EXPECT_EQ(served.next([](const Json&) { return true; })["error"]["code"], rpc::parse_error);
  EXPECT_TRUE(served.request(1, "initialize", Json::object()).contains("result"));
  EXPECT_EQ(served.end(), 1);
}

TEST(Server, EndsWhenFramesCannotBeTold) {
  Served served;
  served.start();
  served.send_bytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(served.next([](const Json&) { return true; })["error"]["code"], rpc::parse_error);
  EXPECT_EQ(served.next([](const Json&) { return true; }), nullptr);
  EXPECT_EQ(served.end(), 1);
}

TEST(Server, AnArticleForWhichThereIsNoMemoryDoesNotEndTheSession) {
  const std::string rule =
      "kind: forbids\ntitle: T\nseverity: error\nmessage: M\nwhy: W.\ninstead: I.\nfind: so\nexamples:\n  bad: [So]\n  good: [Good]\n";
  const auto engine = std::const_pointer_cast<Engine>(or_end(compile(or_end(load_rules({{"t/t.yaml", "t.yaml", rule}}, kind_fields())))));
  engine->checks.front() = [](const CheckInput& input, std::vector<Finding>&) {
    if (input.source.bytes == "Large.\n") throw std::bad_alloc();
  };
  Client client({}, [engine] { return FindRules([engine](const std::string&) { return RulesForFile{engine, {}, {}}; }); });
  client.initialize();
  client.open("file:///large.md", "Large.\n");
  client.open("file:///small.md", "Small.\n");
  client.wait();
  EXPECT_NE(client.published("file:///large.md").dump().find("not enough memory"), std::string::npos);
  EXPECT_EQ(client.published("file:///small.md")["diagnostics"].size(), 0U);
}

/// Methods and values in any combination.
Json random_value(std::minstd_rand& random, int depth) {
  const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
  switch (below(depth > 3 ? 6 : 9)) {
    case 0:
      return nullptr;
    case 1:
      return below(2) == 0;
    case 2:
      return static_cast<std::int64_t>(below(1000)) - 500;
    case 3:
      return std::uint64_t{1} << below(64);
    case 4:
      return std::string(below(20), 'x');
    case 5:
      return "file:///a.md";
    case 6: {
      Json list = Json::array();
      for (std::uint32_t i = below(4); i > 0; --i) list.push_back(random_value(random, depth + 1));
      return list;
    }
    default: {
      static constexpr auto keys =
          std::to_array<const char*>({"textDocument", "uri",  "text",         "version",   "contentChanges",    "range", "start",
                                      "end",          "line", "position",     "character", "context",           "only",  "command",
                                      "arguments",    "id",   "capabilities", "general",   "positionEncodings", "rule",  "languageId"});
      Json map = Json::object();
      for (std::uint32_t i = below(6); i > 0; --i) map[keys[below(keys.size())]] = random_value(random, depth + 1);
      return map;
    }
  }
}

TEST(Server, SurvivesAHostileClient) {
  static constexpr auto methods = std::to_array<const char*>(
      {"initialize", "initialized", "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave", "textDocument/didClose",
       "textDocument/hover", "textDocument/codeAction", "textDocument/codeLens", "workspace/executeCommand",
       "workspace/didChangeWatchedFiles", "$/cancelRequest", "stet/explainRule", "window/showDocument"});
  std::minstd_rand random(7);
  Client client;
  client.initialize();
  client.open("file:///a.md", "Research suggests that walking eases worry.\n");
  for (int round = 0; round < 3000; ++round) {
    Json message = {{"jsonrpc", "2.0"}, {"method", methods[random() % methods.size()]}, {"params", random_value(random, 0)}};
    if (random() % 2 == 0) message["id"] = round;
    std::string body = message.dump();
    if (random() % 4 == 0) body[random() % body.size()] = static_cast<char>(random() % 256);
    client.session.receive(body, client.now);
    client.session.take_outbox();
    if (random() % 50 == 0) client.wait();
  }
  client.open("file:///a.md", "Research suggests that walking eases worry.\n");
  client.wait();
  EXPECT_EQ(client.published("file:///a.md")["diagnostics"].size(), 1U) << "it still serves";
}

}  // namespace
}  // namespace stet::server_test
