// One article as the HTML report's script reads it: its blocks with the places of findings marked, and the findings with their passages.
//
// Everything is data: the script makes elements of it and puts text into them, and never markup.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

#include "findings/finding.h"
#include "reports/report.h"

namespace stet {

/// Where things stand in an article's prose.
class ProseIndex {
 public:
  explicit ProseIndex(const Prose& prose);

  /// The leaf that holds the offset, or the last one that begins before it; the first when there is none.
  std::uint32_t leaf_at(std::uint32_t offset) const;
  /// How many headings stand at or before a block.
  std::uint32_t section_of(std::uint32_t block) const { return sections_.empty() ? 0 : sections_[block]; }
  /// By run: the block it belongs to.
  std::uint32_t block_of_run(std::uint32_t run) const { return block_of_run_[run]; }
  /// The first run that ends behind the offset.
  std::uint32_t first_run_behind(std::uint32_t offset) const;

 private:
  const Prose& prose_;
  std::vector<std::uint32_t> leaves_;
  std::vector<std::uint32_t> sections_;
  std::vector<std::uint32_t> block_of_run_;
};

/// A short name for a section or an article: its heading's text.
std::string heading_text(const Prose& prose, const ProseBlock& heading);

/// {"blocks": […], "findings": […]}. A block is {k, b, …} with runs `r` or children `c`; a run is its text, or [text, styles, marks]. A
/// mark is 64 × the finding's index + the end's (0: the finding itself; 1…: related). `rules`: by rule of the run its index in the report.
nlohmann::ordered_json article_json(const FileFindings& file, const std::vector<std::uint32_t>& rules, const ReportOptions& options);

}  // namespace stet
