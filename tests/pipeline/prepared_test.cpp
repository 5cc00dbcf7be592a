// A program that starts from prepared rules checks as one that has read and judged them.
#include "matching/prepared.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "checks/registry.h"
#include "folders.h"
#include "matching/tables.h"
#include "pipeline/pipeline.h"
#include "rules/word_lists.h"
#include "text/walk.h"

namespace stet::prepared_test {
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
  for (const std::string& path : walk({source_folder() + "/fixtures"}).files) {
    const FileFindings expected = check_source(**loaded, *read_source(path));
    EXPECT_EQ(shown(check_source(**prepared, *read_source(path))), shown(expected)) << path;
    findings += expected.findings.size();
  }
  EXPECT_GT(findings, 0U);
}

TEST(Prepared, RulesAreTheLoadedOnes) {
  const auto loaded = *load_rules(builtin_rule_files(), kind_fields());
  auto prepared = *load_rules(prepared_rule_files(), kind_fields());
  prepared.lists = read_packed(prepared.lists);
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

/// Engines of the built-in rules as `change` leaves them: compiled, and from what is prepared of all of them.
class PreparedMatching : public testing::Test {
 protected:
  static const FrozenBytes& prepared() {
    static const FrozenBytes bytes = [] {
      const auto engine = *compile(*load_rules(prepared_rule_files(), kind_fields()));
      return prepare(engine->automaton, engine->vocabulary, engine->patterns, engine->rules.lists);
    }();
    return bytes;
  }

  static std::shared_ptr<const Engine> engine(const std::function<void(RuleSet&)>& change, bool prepares) {
    RuleSet rules = *load_rules(prepared_rule_files(), kind_fields());
    change(rules);
    return *compile(std::move(rules), {}, {}, prepares ? as_text(prepared()) : std::string_view());
  }

  /// Is the automaton the prepared one, which needs no memory of its own?
  static bool is_prepared(const Engine& engine) { return engine.automaton.first_part().everywhere->memory == nullptr; }

  static void expect_the_same(const std::function<void(RuleSet&)>& change, bool from_prepared) {
    const auto compiled = engine(change, false);
    const auto taken = engine(change, true);
    EXPECT_FALSE(is_prepared(*compiled));
    EXPECT_EQ(is_prepared(*taken), from_prepared);
    std::size_t findings = 0;
    for (const std::string& path : walk({source_folder() + "/fixtures"}).files) {
      const FileFindings expected = check_source(*compiled, *read_source(path));
      EXPECT_EQ(shown(check_source(*taken, *read_source(path))), shown(expected)) << path;
      findings += expected.findings.size();
    }
    EXPECT_GT(findings, 0U);
  }
};

TEST_F(PreparedMatching, FindsWhatACompiledOneFinds) {
  expect_the_same([](RuleSet&) {}, true);
}

TEST_F(PreparedMatching, ServesSomeOfTheRules) {
  const auto is_left_out = [](const Rule& rule) { return rule.info.id.size() % 3 == 0; };
  expect_the_same([&](RuleSet& rules) { std::erase_if(rules.rules, is_left_out); }, true);
}

TEST_F(PreparedMatching, ServesRulesInAnotherOrder) {
  expect_the_same([](RuleSet& rules) { std::reverse(rules.rules.begin(), rules.rules.end()); }, true);
}

TEST_F(PreparedMatching, IsLeftAloneWhenAWordListHasAnotherEntry) {
  const auto add_entry = [](RuleSet& rules) {
    rules.lists = read_packed(rules.lists);
    rules.lists.at("research").entries.push_back({"folklore", 1, {}});
  };
  expect_the_same(add_entry, false);
}

TEST_F(PreparedMatching, ServesTheOthersWhenARuleHasAnotherPhrase) {
  const auto add_phrase = [](RuleSet& rules) {
    for (Rule& rule : rules.rules) {
      for (auto& [key, value] : rule.document.root.entries) {
        if (key.scalar == "find" && value.kind == YamlKind::sequence)
          return value.items.push_back({.kind = YamlKind::scalar, .scalar = "walk"});
      }
    }
  };
  expect_the_same(add_phrase, true);
}

TEST_F(PreparedMatching, ServesBesideAHousesRules) {
  const auto change_all = [](RuleSet& rules) {
    std::size_t changed = 0;
    for (Rule& rule : rules.rules) {
      for (auto& [key, value] : rule.document.root.entries) {
        // Another phrase makes the pattern another: with captures, lists, expressions and all.
        if ((key.scalar == "find" || key.scalar == "says" || key.scalar == "unless") && value.kind == YamlKind::sequence &&
            ++changed % 5 == 0)
          value.items.push_back({.kind = YamlKind::scalar, .scalar = "lantern number " + std::to_string(changed)});
      }
    }
    EXPECT_GT(changed, 50U);
  };
  expect_the_same(change_all, true);
}

}  // namespace
}  // namespace stet::prepared_test
