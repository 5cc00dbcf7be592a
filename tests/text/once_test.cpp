#include "text/once.h"

#include <gtest/gtest.h>

#include <new>
#include <thread>
#include <vector>

namespace stet::once_test {
namespace {

TEST(Once, IsMadeByTheFirstThatAsks) {
  Once once;
  std::atomic<int> made = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { once.call([&] { ++made; }); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, 1);
}
TEST(Once, IsMadeByTheNextWhereAnExceptionCameBetween) {
  Once once;
  EXPECT_THROW(once.call([] { throw std::bad_alloc(); }), std::bad_alloc);
  bool made = false;
  once.call([&] { made = true; });
  EXPECT_TRUE(made);
}

}  // namespace
}  // namespace stet::once_test
