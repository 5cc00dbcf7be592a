#include "claims/stated.h"

#include <gtest/gtest.h>

#include "claims/read.h"

namespace stet::stated_test {
namespace {

/// May the last sentence be told where it stands twice?
bool last_may_be_repeated(const std::string& markdown) {
  const auto reading = read(markdown);
  return may_be_repeated(input_of(*reading), static_cast<std::uint32_t>(reading->units.sentences.size() - 1));
}

TEST(MayBeRepeated, Sentences) {
  EXPECT_TRUE(last_may_be_repeated("The ferry leaves at noon.\n"));
  EXPECT_TRUE(last_may_be_repeated("- The ferry leaves at noon.\n"));
}
TEST(MayBeRepeated, NoEntryOfAContentsList) {
  const std::string heading = "## Mending the nets and drying the sails\n\nIt takes a day.\n\n";
  EXPECT_FALSE(last_may_be_repeated(heading + "1. Mending the Nets and Drying the Sails\n"));
  EXPECT_FALSE(last_may_be_repeated(heading + "- [Mending](#mending)\n"));
  EXPECT_TRUE(last_may_be_repeated(heading + "- Mending the nets and drying the ropes\n"));
  EXPECT_TRUE(last_may_be_repeated(heading + "Mending the nets and drying the sails takes a day.\n"));
}
TEST(MayBeRepeated, NoEntryOfAListOfRelatedPages) {
  EXPECT_FALSE(last_may_be_repeated("- **[Nets](/guides/nets)** - Learn how to mend them\n"));
  EXPECT_FALSE(last_may_be_repeated("- [Nets](../nets.md): how to mend them\n"));
  EXPECT_TRUE(last_may_be_repeated("- [Nets](/guides/nets) keep the herring in.\n"));
  EXPECT_TRUE(last_may_be_repeated("- [Larch](https://example.org/larch): keeps the water out.\n"));
}

}  // namespace
}  // namespace stet::stated_test
