// What the doors of the stages share: an article of any bytes, and an engine of some of the built-in rules.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "checks/registry.h"
#include "pipeline/pipeline.h"

namespace stet::fuzz {

/// The first byte chooses the dialect; nothing where there are no bytes, or none that are a text.
inline Result<Source> source_of(const std::uint8_t* data, std::size_t size) {
  const bool mdx = size > 0 && (data[0] & 1U) != 0;
  return make_source(mdx ? "fuzz.mdx" : "fuzz.md", size == 0 ? std::string() : std::string(data + 1, data + size));
}

/// Built-in rules of these packs alone: a whole article's road is walked many times faster.
inline std::shared_ptr<const Engine> engine_of(std::initializer_list<std::string_view> packs) {
  RuleSet rules = *load_rules(builtin_rule_files(), kind_fields());
  const auto is_chosen = [&](const Rule& rule) {
    return std::any_of(packs.begin(), packs.end(), [&](std::string_view pack) { return rule.info.id.starts_with(pack); });
  };
  const auto others = std::stable_partition(rules.rules.begin(), rules.rules.end(), is_chosen);
  std::move(others, rules.rules.end(), std::back_inserter(rules.unselected));
  rules.rules.erase(others, rules.rules.end());
  return *compile(rules);
}

inline void expect(bool holds) {
  if (!holds) std::abort();
}

inline bool is_within(Span span, std::size_t size) { return span.begin <= span.end && span.end <= size; }

/// Findings must lie within the file.
inline void expect_in_bounds(const FileFindings& file) {
  const std::size_t size = file.source.bytes.size();
  for (const Finding& finding : file.findings) {
    expect(is_within(finding.source, size) && is_within(finding.covers, size));
    for (const RelatedLocation& related : finding.related) expect(is_within(related.source, size));
    for (const Fix& fix : finding.fixes) {
      for (const TextEdit& edit : fix.edits) expect(is_within(edit.source, size));
    }
  }
}

}  // namespace stet::fuzz
