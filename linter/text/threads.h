// Work on many things at once, in stretches so that threads seldom meet.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace stet {

/// Calls work() on as many of `jobs` threads as the system gives; the caller's own is one of them. What one throws (there is no memory) is
/// thrown again when all have ended.
template <typename Work>
void on_threads(unsigned jobs, const Work& work) {
  std::mutex mutex;
  std::exception_ptr thrown;
  const auto guarded = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(mutex);
      thrown = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  try {
    threads.reserve(jobs);
    for (unsigned job = 1; job < jobs; ++job) threads.emplace_back(guarded);
  } catch (const std::exception&) {
    // The system gives no more threads, or no memory for one: fewer do as well.
  }
  guarded();
  for (std::thread& thread : threads) thread.join();
  if (thrown) std::rethrow_exception(thrown);
}

/// Calls work(i, state) for each i below `count`, on `jobs` threads, in no certain order; each thread has a state of its own, from
/// make_state().
template <typename MakeState, typename Work>
void in_parallel(std::size_t count, unsigned jobs, const MakeState& make_state, const Work& work) {
  const std::size_t stretch = std::clamp<std::size_t>(count / 256, 1, 256);
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    auto state = make_state();
    for (std::size_t begin = next.fetch_add(stretch); begin < count; begin = next.fetch_add(stretch)) {
      for (std::size_t i = begin; i < std::min(begin + stretch, count); ++i) work(i, state);
    }
  };
  on_threads(jobs, run);
}

template <typename Work>
void in_parallel(std::size_t count, unsigned jobs, const Work& work) {
  in_parallel(
      count, jobs, [] { return 0; }, [&](std::size_t i, int) { work(i); });
}

}  // namespace stet
