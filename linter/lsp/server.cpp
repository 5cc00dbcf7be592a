#include "lsp/server.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace stet {
namespace {

using Clock = std::chrono::steady_clock;

class Server {
 public:
  Server(const WriteBytes& write, const ServerOptions& options)
      : write_(write), session_(options.session), checker_(options.make_find_rules, options.run) {}

  /// The reader's thread.
  int run(const ReadBytes& read) {
    std::thread worker([this] { work(); });
    MessageReader reader(read);
    for (std::string body; take(reader.next(body), body);) {
    }
    {
      const std::lock_guard lock(mutex_);
      session_.end();
      over_ = true;
    }
    wake_.notify_one();
    worker.join();
    const std::lock_guard lock(mutex_);
    return session_.exit_code();
  }

 private:
  const WriteBytes& write_;
  std::mutex mutex_;  // of what follows, but for the checker, which is the worker's
  std::condition_variable wake_;
  Session session_;
  bool over_ = false;
  Checker checker_;

  /// What came of one frame; false when there will be no other.
  bool take(FrameStatus status, const std::string& body) {
    std::unique_lock lock(mutex_);
    if (status == FrameStatus::message) {
      session_.receive(body, Clock::now());
    } else {
      session_.receive_fault(status);
    }
    over_ = over_ || session_.is_over();
    if (!send()) over_ = true;
    const bool go_on = !over_;
    lock.unlock();
    wake_.notify_one();
    return go_on;
  }

  /// Called with the lock held, so that messages leave in the order in which they were made.
  bool send() {
    bool sent = true;
    for (const Json& message : session_.take_outbox()) sent = sent && write_(frame(to_text(message)));
    return sent;
  }

  void work() {
    std::unique_lock lock(mutex_);
    while (!over_) {
      for (const std::string& uri : session_.take_closed()) checker_.forget(uri);
      const auto task = session_.take_task(Clock::now());
      if (!task) {
        // A copy: the deadline is read while the lock is released.
        const auto due = session_.next_due();
        if (due) {
          wake_.wait_until(lock, *due);
        } else {
          wake_.wait(lock);
        }
        continue;
      }
      lock.unlock();
      const CheckOutcome outcome = checker_.check(*task);
      lock.lock();
      session_.finish(outcome);
      if (!send()) over_ = true;
    }
  }
};

}  // namespace

int serve(const ReadBytes& read, const WriteBytes& write, const ServerOptions& options) { return Server(write, options).run(read); }

}  // namespace stet
