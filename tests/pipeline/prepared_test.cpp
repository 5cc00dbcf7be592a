// A program that starts from prepared rules checks as one that has read and judged them.
#include <gtest/gtest.h>

#include <filesystem>

#include "checks/registry.h"
#include "pipeline/pipeline.h"
#include "text/walk.h"

namespace stet {
namespace {

std::string shown(const FileFindings& file) {
  std::string text;
  for (const Finding& finding : file.findings) {
    text += std::to_string(finding.rule) + " " + std::to_string(finding.source.begin) + "-" + std::to_string(finding.source.end) + " " +
            finding.message + "\n";
    for (const RelatedLocation& related : finding.related)
      text += "  " + std::to_string(related.source.begin) + " " + related.message + "\n";
  }
  return text;
}

TEST(Prepared, RulesFindWhatTheLoadedOnesFind) {
  const auto loaded = compile(*load_rules(builtin_rule_files(), kind_fields()));
  const auto prepared = compile(*load_rules(prepared_rule_files(), kind_fields()));
  ASSERT_TRUE(loaded && prepared);
  std::size_t findings = 0;
  for (const std::string& path : walk({STET_SOURCE_DIR "/fixtures"}).files) {
    const FileFindings expected = check_source(**loaded, *read_source(path));
    EXPECT_EQ(shown(check_source(**prepared, *read_source(path))), shown(expected)) << path;
    findings += expected.findings.size();
  }
  EXPECT_GT(findings, 0U);
}

TEST(Prepared, RulesAreTheLoadedOnes) {
  const auto loaded = *load_rules(builtin_rule_files(), kind_fields());
  const auto prepared = *load_rules(prepared_rule_files(), kind_fields());
  ASSERT_EQ(prepared.rules.size(), loaded.rules.size());
  for (std::size_t i = 0; i < loaded.rules.size(); ++i) {
    EXPECT_EQ(prepared.rules[i].info.id, loaded.rules[i].info.id);
    EXPECT_EQ(prepared.rules[i].message, loaded.rules[i].message);
    EXPECT_EQ(prepared.rules[i].info.severity, loaded.rules[i].info.severity);
  }
  ASSERT_EQ(prepared.lists.size(), loaded.lists.size());
  for (const auto& [name, list] : loaded.lists) {
    const auto& entries = prepared.lists.at(name).entries;
    ASSERT_EQ(entries.size(), list.entries.size()) << name;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      EXPECT_EQ(entries[i].text, list.entries[i].text) << name;
      EXPECT_EQ(entries[i].weight, list.entries[i].weight) << name;
    }
  }
}

}  // namespace
}  // namespace stet
