// The rules that the build has packed are those that the loader reads.
#include "rules/prepared.h"

#include <gtest/gtest.h>

#include "rules/derived_words.h"
#include "rules/rule.h"

namespace stet::prepared_test {
namespace {

void expect_equal(const YamlValue& a, const YamlValue& b, const std::string& where) {
  EXPECT_EQ(a.kind, b.kind) << where;
  EXPECT_EQ(a.quoted, b.quoted) << where;
  EXPECT_EQ(a.position, b.position) << where;
  EXPECT_EQ(a.scalar, b.scalar) << where;
  ASSERT_EQ(a.items.size(), b.items.size()) << where;
  for (std::size_t i = 0; i < a.items.size(); ++i) expect_equal(a.items[i], b.items[i], where);
  ASSERT_EQ(a.entries.size(), b.entries.size()) << where;
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    expect_equal(a.entries[i].key, b.entries[i].key, where);
    expect_equal(a.entries[i].value, b.entries[i].value, where + " " + a.entries[i].key.scalar.string());
  }
}

TEST(Prepared, EachBuiltInFileHasTheTreeThatItsTextGives) {
  const std::vector<RuleFile> files = prepared_rule_files();
  EXPECT_GT(files.size(), 100U);
  for (const RuleFile& file : files) {
    auto document = parse_yaml(file.shown, file.bytes);
    ASSERT_TRUE(document) << file.path;
    Problems problems;
    prepare_derived_words(*document, problems);
    EXPECT_TRUE(problems.empty());
    expect_equal(unpack_yaml(file.tree), document->root, file.path);
  }
}

TEST(Prepared, ATreeComesBackAsItWas) {
  const auto document = parse_yaml("x.yaml", "a: [1, 'two', ~]\nb:\n  - {c: d}\n  - |\n    e\n    f\n");
  ASSERT_TRUE(document);
  const std::string packed = pack(document->root);
  expect_equal(unpack_yaml(packed), document->root, "x.yaml");
}

}  // namespace
}  // namespace stet::prepared_test
