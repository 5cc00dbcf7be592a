// Work on many things at once, in stretches so that threads seldom meet.
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace stet {

/// Calls work(i, state) for each i below `count`, on `jobs` threads, in no certain order; each thread has a state of its own, from
/// make_state(). work must not throw.
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
  std::vector<std::thread> threads;
  for (unsigned job = 1; job < jobs; ++job) threads.emplace_back(run);
  run();
  for (std::thread& thread : threads) thread.join();
}

template <typename Work>
void in_parallel(std::size_t count, unsigned jobs, const Work& work) {
  in_parallel(
      count, jobs, [] { return 0; }, [&](std::size_t i, int) { work(i); });
}

}  // namespace stet
