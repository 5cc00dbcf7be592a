#include "comparing/kinds_named.h"

#include <gtest/gtest.h>

#include "comparing/read.h"
#include "units/vocabulary.h"

namespace stet::kinds_named_test {
namespace {

/// Does a text name a boat that is neither a "boat" nor a "ferry"?
bool names_another_boat(const std::string& text) {
  const auto reading = read("# Harbour\n\n" + text + "\n");
  return names_another_kind(input_of(*reading), lemma_key("boat"), lemma_key("ferry"));
}

TEST(KindsNamed, AreThoseOfWordsOfTheText) {
  EXPECT_FALSE(names_another_boat("The ferry costs five pounds. The boat costs six pounds."));
  EXPECT_TRUE(names_another_boat("The ferry costs five pounds. A canoe costs six pounds."));
}
TEST(KindsNamed, AreWordsAndNotTheirForms) { EXPECT_FALSE(names_another_boat("The ferries cost five pounds. The boats cost six pounds.")); }
TEST(KindsNamed, AreFoundAmongMany) {
  EXPECT_TRUE(names_another_boat("The boat, the ferry, the canoe, the gondola, the tugboat and the barge cost five pounds."));
}

}  // namespace
}  // namespace stet::kinds_named_test
