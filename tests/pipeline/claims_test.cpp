// Claims are seen whether or not they have their companion, and only when they are asked for.
#include <gtest/gtest.h>

#include "pipeline/check.h"

namespace stet::claims_test {
namespace {

const std::string article =
    "# Tea\n\nResearch suggests that tea helps people sleep.\n\nResearch suggests that tea helps people wake "
    "[(Moro 2014)](https://doi.org/10.1000/x).\n";

/// "met rule" of every claim, joined by ", ".
std::string claims_in(const RunOptions& options) {
  const FileFindings file = check_source(builtin_engine(), *make_source("a.md", article), options);
  std::string text;
  for (const SeenClaim& claim : file.claims) {
    const std::string& rule = builtin_engine().infos[claim.rule].id;
    if (rule == "citation/unsourced-research")
      text += std::string(claim.met ? "+" : "-") + std::string(file.source.view(claim.source)) + ";";
  }
  return text;
}

TEST(Claims, AreSeenWithAndWithoutASource) { EXPECT_EQ(claims_in({.claims = true}), "-Research suggests;+Research suggests;"); }
TEST(Claims, AreNotKeptUnlessAskedFor) { EXPECT_EQ(claims_in({}), ""); }

}  // namespace
}  // namespace stet::claims_test
