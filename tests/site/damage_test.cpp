// An index may come from a stranger: whatever its bytes, it is refused, or looked into without reading past its ends.
#include "site/damage.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

#include "site/sample_site.h"

namespace stet::damage_test {
namespace {

/// The bytes right before a page that must not be touched, so that reading past their end ends the test.
SharedBytes shared(const std::string& bytes) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t room = (bytes.size() / page + 1) * page;
  void* const address = ::mmap(nullptr, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (address == MAP_FAILED) return {};
  std::shared_ptr<const void> owner(address, [address, size = room + page](const void*) { ::munmap(address, size); });
  auto* const end = static_cast<std::byte*>(address) + room;
  ::mprotect(end, page, PROT_NONE);
  auto* const first = end - (bytes.size() + 7) / 8 * 8;
  std::memcpy(first, bytes.data(), bytes.size());
  return {std::move(owner), {first, bytes.size()}};
}

TEST(DamagedIndex, IsWholeToBeginWith) {
  auto index = SiteIndex::open(shared(image()));
  ASSERT_TRUE(index);
  EXPECT_GT(use(*index), 1000U);
  EXPECT_EQ(ask(std::move(*index)), 1U);
}
TEST(DamagedIndex, IsRefusedWhereverABitIsFlipped) {
  const std::string whole = image();
  for (std::size_t i = 0; i < whole.size(); i += 7) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << i % 8));
    EXPECT_FALSE(SiteIndex::open(shared(damaged))) << "byte " << i;
  }
}
TEST(DamagedIndex, IsNotReadPastItsEndsWhereOnlyWhatIsAskedForIsLookedAt) {
  const std::string whole = image();
  std::size_t opened = 0;
  for (std::size_t i = sizeof(IndexHeader); i < whole.size(); i += 3) {
    for (const char value : {'\x00', '\x01', '\x7F', '\xFF'}) {
      std::string damaged = whole;
      damaged[i] = value;
      auto index = SiteIndex::open_known(shared(damaged));
      if (!index) continue;
      ++opened;
      EXPECT_GT(use(*index), 100U) << "byte " << i;
      EXPECT_LE(ask(std::move(*index)), 2U) << "byte " << i;
    }
  }
  EXPECT_GT(opened, 10U);
}
TEST(DamagedIndex, IsRefusedWhereverItIsCut) {
  const std::string whole = image();
  for (std::size_t size = 0; size < whole.size(); size += 13) EXPECT_FALSE(SiteIndex::open(shared(whole.substr(0, size)))) << size;
}
TEST(DamagedIndex, IsRefusedWhereverItIsCutAndSealed) {
  const std::string whole = image();
  for (std::size_t size = 0; size < whole.size(); size += 13)
    EXPECT_FALSE(SiteIndex::open(shared(resealed(whole.substr(0, size))))) << size;
}
TEST(DamagedIndex, IsNotReadPastItsEndsWhateverByteIsChangedAndSealed) {
  const std::string whole = image();
  std::size_t opened = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char value : {'\x00', '\x01', '\x7F', '\xFF'}) {
      std::string damaged = whole;
      damaged[i] = value;
      auto index = SiteIndex::open(shared(resealed(damaged)));
      if (!index) continue;
      ++opened;
      // What it says may be nonsense, but not without end.
      EXPECT_LT(use(*index), 100 * whole.size()) << "byte " << i;
      EXPECT_LE(ask(std::move(*index)), 2U);
    }
  }
  EXPECT_GT(opened, 0U);
}
TEST(DamagedIndex, IsRefusedWhenItIsOfAnotherVersion) {
  std::string other = image();
  ++other[offsetof(IndexHeader, engine)];
  const auto index = SiteIndex::open(shared(resealed(other)));
  ASSERT_FALSE(index);
  EXPECT_EQ(index.error().what, "the index is of another version");
}
TEST(DamagedPart, IsWholeToBeginWith) { EXPECT_EQ(merge({shared(part(1)), shared(part(2))}), image().size()); }
TEST(DamagedPart, IsRefusedWhereverItIsCutAndSealed) {
  const std::string whole = part(2);
  for (std::size_t size = 0; size < whole.size(); size += 13) {
    EXPECT_EQ(merge({shared(part(1)), shared(resealed(whole.substr(0, size)))}), 0U) << size;
  }
}
TEST(DamagedPart, IsRefusedOrMergedIntoAWholeIndexWhateverByteIsChangedAndSealed) {
  const std::string whole = part(2);
  const SharedBytes first = shared(part(1));
  std::size_t merged = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char value : {'\x00', '\x01', '\x7F', '\xFF'}) {
      std::string damaged = whole;
      damaged[i] = value;
      merged += merge({first, shared(resealed(damaged))}) > 0 ? 1 : 0;
    }
  }
  EXPECT_GT(merged, 0U);
}

}  // namespace
}  // namespace stet::damage_test
