// What the language server takes over from the command line and from configurations.
#include "cli/lsp_command.h"
#include "cli/repository.h"
#include "lsp/checker.h"

namespace stet::server_rules_test {
namespace {

const std::string claims = "Research suggests that walking eases worry.\n\nStudies have shown that reading calms.\n";

class ServerRules : public ScratchFolder {
 protected:
  CliOptions options;

  FileFindings check(const std::string& name) const {
    Checker checker(find_rules_by(options), {});
    return check_by(checker, name);
  }
  FileFindings check_by(Checker& checker, const std::string& name) const {
    const auto stale = std::make_shared<const std::atomic<bool>>(false);
    return checker.check({.uri = "file://" + path(name), .path = path(name), .version = 1, .text = claims, .stale = stale}).article->file;
  }
};

TEST_F(ServerRules, LowerALimitThatTheConfigurationLowers) {
  EXPECT_EQ(check("docs/a.md").findings.size(), 2U);
  write("docs/.stet.yaml", "limits: {findings-per-file: 1}\n");
  EXPECT_EQ(check("docs/a.md").findings.size(), 1U);
  write("docs/.stet.yaml", "limits: {file-size: 20}\n");
  const FileFindings unread = check("docs/a.md");
  ASSERT_EQ(unread.problems.size(), 1U);
  EXPECT_EQ(unread.problems[0].what, "larger than 20 bytes");
}
TEST_F(ServerRules, HoldTheLimitsOfTheCommandLine) {
  options.limits.findings_per_file = 1;
  EXPECT_EQ(check("a.md").findings.size(), 1U);
}
TEST_F(ServerRules, GoOnBeyondTheLimitOfConfigurations) {
  options.limits.configurations = 1;
  Checker checker(find_rules_by(options), {});
  for (const std::string name : {"one", "two", "three"}) {
    write(name + "/.stet.yaml", "rules: {repetition: off}\n");
    EXPECT_EQ(check_by(checker, name + "/a.md").findings.size(), 2U) << name;
  }
}

}  // namespace
}  // namespace stet::server_rules_test
