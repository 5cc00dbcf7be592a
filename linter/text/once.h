// Something that is made by the first who asks for it, whichever thread that is.
//
// std::call_once will not do: where memory ends within it, the exception passes through the C library, which then loads what it unwinds
// with, finds no memory for that, and ends the program.
#pragma once

#include <atomic>
#include <mutex>

namespace stet {

class Once {
 public:
  /// Calls `make` unless a call has ended before; an exception leaves it to be made by the next.
  template <typename Make>
  void call(const Make& make) {
    if (made_.load(std::memory_order_acquire)) return;
    const std::lock_guard lock(mutex_);
    if (made_.load(std::memory_order_relaxed)) return;
    make();
    made_.store(true, std::memory_order_release);
  }

 private:
  std::mutex mutex_;
  std::atomic<bool> made_ = false;
};

}  // namespace stet
