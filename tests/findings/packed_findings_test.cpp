#include "findings/packed_findings.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>

namespace stet::packed_findings_test {
namespace {

/// A file with a finding in which no field has its default.
FileFindings full_file() {
  FileFindings file;
  file.source = *make_source("a.md", "One sentence stands here. Another one stands there.\n");
  file.sentences = {{0, 25}, {26, 51}};
  RelatedLocation related{.source = {0, 25},
                          .message = "earlier",
                          .further = true,
                          .elsewhere = PlaceElsewhere{"b.md", 3, 4, "words"},
                          .marks = {{{0, 3}, MarkKind::flips}}};
  file.findings.push_back({.rule = 2,
                           .severity = Severity::error,
                           .source = {26, 51},
                           .covers = {0, 51},
                           .message = "is said twice",
                           .related = {related},
                           .marks = {{{26, 33}, MarkKind::flips}},
                           .content = 7,
                           .fingerprint = 8,
                           .fixes = {{.description = "Remove it", .edits = {{{25, 51}, "x"}}, .safe = false}}});
  return file;
}

FileFindings again(const std::string& packed, bool& read) {
  FileFindings file;
  file.source = full_file().source;
  read = unpack(packed, 3, file);
  return file;
}

TEST(PackedFindings, EveryFieldComesBack) {
  bool read = false;
  const FileFindings file = again(pack(full_file()), read);
  ASSERT_TRUE(read);
  EXPECT_EQ(file.sentences, full_file().sentences);
  ASSERT_EQ(file.findings.size(), 1U);
  const Finding& finding = file.findings.front();
  EXPECT_EQ(finding.rule, 2U);
  EXPECT_EQ(finding.severity, Severity::error);
  EXPECT_EQ(finding.source, (Span{26, 51}));
  EXPECT_EQ(finding.covers, (Span{0, 51}));
  EXPECT_EQ(finding.message, "is said twice");
  EXPECT_EQ(finding.marks, (std::vector<Mark>{{{26, 33}, MarkKind::flips}}));
  EXPECT_EQ(finding.content, 7U);
  EXPECT_EQ(finding.fingerprint, 8U);
  ASSERT_EQ(finding.related.size(), 1U);
  const RelatedLocation& related = finding.related.front();
  EXPECT_EQ(related.source, (Span{0, 25}));
  EXPECT_EQ(related.message, "earlier");
  EXPECT_TRUE(related.further);
  ASSERT_TRUE(related.elsewhere);
  EXPECT_EQ(related.elsewhere->path, "b.md");
  EXPECT_EQ(related.elsewhere->first_line, 3U);
  EXPECT_EQ(related.elsewhere->last_line, 4U);
  EXPECT_EQ(related.elsewhere->text, "words");
  EXPECT_EQ(related.marks, (std::vector<Mark>{{{0, 3}, MarkKind::flips}}));
  ASSERT_EQ(finding.fixes.size(), 1U);
  EXPECT_EQ(finding.fixes.front().description, "Remove it");
  EXPECT_EQ(finding.fixes.front().edits, (std::vector<TextEdit>{{{25, 51}, "x"}}));
  EXPECT_FALSE(finding.fixes.front().safe);
}

/// Each change of one field changes the bytes: none is forgotten.
TEST(PackedFindings, EveryFieldCounts) {
  const std::vector<std::function<void(Finding&)>> changes = {
      [](Finding& f) { f.rule = 1; },
      [](Finding& f) { f.severity = Severity::note; },
      [](Finding& f) {
        f.source = {26, 50};
      },
      [](Finding& f) { f.covers = {}; },
      [](Finding& f) { f.message = "other"; },
      [](Finding& f) { f.related.clear(); },
      [](Finding& f) {
        f.related[0].source = {1, 25};
      },
      [](Finding& f) { f.related[0].message = "other"; },
      [](Finding& f) { f.related[0].further = false; },
      [](Finding& f) { f.related[0].elsewhere.reset(); },
      [](Finding& f) { f.related[0].marks.clear(); },
      [](Finding& f) { f.marks[0].kind = MarkKind::aligns; },
      [](Finding& f) { f.content = 9; },
      [](Finding& f) { f.fingerprint = 9; },
      [](Finding& f) { f.fixes.clear(); },
      [](Finding& f) { f.fixes[0].description = "other"; },
      [](Finding& f) { f.fixes[0].edits[0].replacement = "y"; },
      [](Finding& f) { f.fixes[0].safe = true; },
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    FileFindings file = full_file();
    changes[i](file.findings.front());
    EXPECT_NE(pack(file), pack(full_file())) << i;
  }
}

TEST(PackedFindings, DamageIsSeenOrDoesNoHarm) {
  const std::string packed = pack(full_file());
  bool read = false;
  for (std::size_t size = 0; size < packed.size(); ++size) {
    again(packed.substr(0, size), read);
    EXPECT_FALSE(read) << size;
  }
  std::mt19937 random(3);  // NOLINT(cert-msc32-c,cert-msc51-cpp,bugprone-random-generator-seed): the same damage every time
  for (int round = 0; round < 20000; ++round) {
    std::string damaged = packed;
    for (unsigned i = 0; i <= random() % 3; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    const FileFindings file = again(damaged, read);
    if (!read) continue;
    for (const Finding& finding : file.findings) {
      EXPECT_LT(finding.rule, 3U);
      EXPECT_LE(finding.source.end, file.source.size());
      EXPECT_LE(finding.source.begin, finding.source.end);
      for (const RelatedLocation& related : finding.related) EXPECT_LE(related.source.end, file.source.size());
    }
  }
}

TEST(PackedFindings, ARuleThatIsNotThereSpoils) {
  FileFindings file;
  file.source = full_file().source;
  EXPECT_FALSE(unpack(pack(full_file()), 2, file));
  EXPECT_TRUE(file.findings.empty());
}

}  // namespace
}  // namespace stet::packed_findings_test
