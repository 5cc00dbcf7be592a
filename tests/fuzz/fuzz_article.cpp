// Any bytes as an article, through the whole road and into every report.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "checks/registry.h"
#include "pipeline/pipeline.h"
#include "reports/report.h"

namespace {

const stet::Engine& engine() {
  static const auto built = *stet::compile(*stet::load_rules(stet::builtin_rule_files(), stet::kind_fields()));
  return *built;
}

/// The first byte chooses the dialect, and whether reports are made.
std::string path_for(std::uint8_t choice) { return (choice & 1U) != 0 ? "fuzz.mdx" : "fuzz.md"; }

/// Findings must lie within the file.
void expect_in_bounds(const stet::FileFindings& file) {
  const auto size = static_cast<std::uint32_t>(file.source.bytes.size());
  for (const stet::Finding& finding : file.findings) {
    if (finding.source.begin > finding.source.end || finding.source.end > size) std::abort();
    for (const stet::RelatedLocation& related : finding.related) {
      if (related.source.begin > related.source.end || related.source.end > size) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  auto source = stet::make_source(path_for(data[0]), std::string(data + 1, data + size));
  if (!source) return 0;
  stet::RunFindings run;
  run.rules = engine().infos;
  run.files.push_back(stet::check_source(engine(), std::move(*source)));
  expect_in_bounds(run.files.front());
  if ((data[0] & 2U) == 0) return 0;
  for (const stet::Format& format : stet::formats()) format.render(run, {});
  return 0;
}
