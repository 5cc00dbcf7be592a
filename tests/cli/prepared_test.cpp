// The automaton that the build has put into the program is that of the rules in it.
#include "matching/prepared.h"

#include <gtest/gtest.h>

#include "checks/registry.h"
#include "pipeline/pipeline.h"
#include "text/embedded.h"

namespace stet::prepared_test {
namespace {

TEST(EmbeddedMatching, IsWhatTheRulesAreCompiledTo) {
  const auto compiled = *compile(*load_rules(builtin_rule_files(), kind_fields()));
  // What is prepared is found by the lists as they are embedded, packed.
  const auto embedded_rules = *load_rules(prepared_rule_files(), kind_fields());
  const FrozenBytes expected = prepare(compiled->automaton, compiled->vocabulary, compiled->patterns, embedded_rules.lists);
  ASSERT_EQ(embedded::prepared_matching.size(), 1U);
  EXPECT_TRUE(embedded::prepared_matching.front().bytes == as_text(expected));
}

}  // namespace
}  // namespace stet::prepared_test
