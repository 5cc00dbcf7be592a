// Any bytes as an article, through the whole road and into every report. The first byte chooses the dialect, and whether reports are made.
#include "doors.h"
#include "reports/report.h"

namespace {

const stet::Engine& engine() {
  static const auto built = *stet::compile(*stet::load_rules(stet::builtin_rule_files(), stet::kind_fields()));
  return *built;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  auto source = stet::fuzz::source_of(data, size);
  if (!source) return 0;
  stet::RunFindings run;
  run.rules = engine().infos;
  run.files.push_back(stet::check_source(engine(), std::move(*source)));
  stet::fuzz::expect_in_bounds(run.files.front());
  if ((data[0] & 2U) == 0) return 0;
  for (const stet::Format& format : stet::formats()) format.render(run, {});
  return 0;
}
