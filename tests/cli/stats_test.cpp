#include <nlohmann/json.hpp>

#include "cli/repository.h"

namespace stet::stats_test {
namespace {

class StatsCommand : public ScratchFolder {
 protected:
  void SetUp() override {
    ScratchFolder::SetUp();
    write("a.md", "Research suggests that walking eases worry.\n");
    write("b.md", "Nothing is wrong with this.\n");
  }
};

TEST_F(StatsCommand, SaysWhatASiteIsLike) {
  const Outcome outcome = stet_run({"stats", path("a.md"), path("b.md")});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(outcome.out.starts_with("2 articles, 11 words; findings in 1 article\n")) << outcome.out;
  EXPECT_NE(outcome.out.find("citation/unsourced-research"), std::string::npos);
}
TEST_F(StatsCommand, WritesJson) {
  const auto json = nlohmann::json::parse(stet_run({"stats", "--format", "json", path("a.md")}).out);
  EXPECT_EQ(json["sources"]["claims"], 1);
  EXPECT_EQ(json["sources"]["cited"], 0);
}
TEST_F(StatsCommand, TellsWhatItCouldNotRead) {
  const Outcome outcome = stet_run({"stats", path("a.md"), path("none.md")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_NE(outcome.err.find("none.md"), std::string::npos);
}

}  // namespace
}  // namespace stet::stats_test
