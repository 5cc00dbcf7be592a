// The protocol as a state machine: messages in, messages out, and articles that are to be checked. Knows no threads, clocks or files.
//
// Order of calls:  session.receive(body, now);  send(session.take_outbox());  task = session.take_task(now);  … check …
//                  session.finish(outcome);  send(session.take_outbox());  until session.is_over().
// An article is checked when it has been quiet for a moment. A newer version makes the check that is under way stale. Requests about an
// article wait until its newest version is checked: every answer is about the text that the client has.
#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/checker.h"
#include "lsp/transport.h"

namespace stet {

struct SessionSettings {
  std::string version;                                 ///< of the program
  std::chrono::milliseconds quiet{10};                 ///< how long an article must not change before it is checked
  std::uint64_t text_bytes = std::uint64_t{1} << 26U;  ///< an article that grows beyond is let go until it is sent whole again
  std::size_t articles = 10'000;                       ///< open at once
  std::size_t waiting = 1'000;                         ///< requests
};

class Session {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit Session(SessionSettings settings) : settings_(std::move(settings)) {}

  /// One message's body.
  void receive(std::string_view body, Time now);
  /// A frame that was no message.
  void receive_fault(FrameStatus status);
  /// What is to be sent, in order.
  std::vector<Json> take_outbox() { return std::exchange(outbox_, {}); }

  /// The article changed last of those that are due.
  std::optional<CheckTask> take_task(Time now);
  /// When the next article will be due.
  std::optional<Time> next_due() const;
  void finish(const CheckOutcome& outcome);
  /// Articles that were closed since the last call.
  std::vector<std::string> take_closed() { return std::exchange(closed_, {}); }

  bool is_over() const { return over_; }
  /// Makes the check that is under way stale.
  void end();
  /// 0 when `exit` came after `shutdown`.
  int exit_code() const { return state_ == State::shut_down ? 0 : 1; }

 private:
  enum class State : std::uint8_t { new_, initialized, shut_down };
  // NOLINTNEXTLINE(bugprone-exception-escape): to move JSON throws nothing
  struct Document {
    std::string path;
    std::string text;
    Json version;
    std::uint64_t edition = 0;
    bool lost = false;                         // grew too large: the text is not what the client has
    bool saved = true;                         // opened or saved since it was checked last
    std::optional<Time> due;                   // nothing: checked, or being checked
    std::shared_ptr<std::atomic<bool>> stale;  // of the check that is under way
    std::shared_ptr<const CheckedArticle> checked;
  };
  struct Waiting {
    Json id;
    std::string method;
    std::string uri;
    Json params;
  };
  using Answer = tl::expected<Json, RpcError>;

  SessionSettings settings_;
  State state_ = State::new_;
  bool over_ = false;
  ClientAbilities abilities_;
  std::map<std::string, Document> documents_;  // by URI
  std::deque<Waiting> waiting_;
  std::vector<Json> outbox_;
  std::vector<std::string> closed_;
  std::map<std::string, Problems> faults_;  // by URI of the article for which they were found
  std::set<std::string> shown_faults_;      // URIs of files that diagnostics were published for
  std::uint64_t edition_ = 0;
  std::uint64_t asked_ = 0;  // requests of our own

  void request(const RpcMessage& message);
  void notification(const RpcMessage& message, Time now);
  Answer initialize(const Json& params);
  Answer execute_command(const Json& params);
  Answer answer_about(const Waiting& request, const Document& document) const;
  void respond(const Json& id, const Answer& answer);
  void ask(std::string_view method, Json params);

  void initialized();
  void did_open(const Json& params, Time now);
  void did_change(const Json& params, Time now);
  void did_save(const Json& params, Time now);
  void did_close(const Json& params);
  void check_all(Time now);
  void cancel(const Json& params);
  void apply_change(Document& document, const Json& change) const;
  void changed(const std::string& uri, Document& document, Time now);
  void give_up(const std::string& uri, const RpcError& error);
  void wait(const RpcMessage& message);
  void publish_faults();
  void say(std::string_view text);
  void show(const std::string& uri, const Json& range);
  struct KnownRule {
    RuleInfo info;
    std::string file;  // empty when it is built in
  };
  tl::expected<KnownRule, RpcError> find_rule(const std::string& id) const;
  Answer explain(const std::string& id);
  Answer explanation(const Json& params) const;
  Answer go_to_next(const Json& arguments);
};

}  // namespace stet
