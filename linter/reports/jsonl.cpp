// JSON Lines (jsonlines.org): one object a finding, for programs that read as it comes.
#include "reports/formats.h"
#include "reports/json_finding.h"
#include "reports/shared.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string render_jsonl(const RunFindings& run, const ReportOptions& options) {
  std::string out;
  for (const FileFindings& file : run.files) {
    for (const Finding& finding : file.findings) {
      Json json = {{"path", shown_path(file.source.path, options)}};
      json.update(finding_json(file, finding, run.rules[finding.rule]));
      out += line_of(json);
    }
  }
  for (const Problem* problem : problems_of(run)) out += line_of({{"problem", problem_json(*problem, options)}});
  for (const Problem& notice : run.notices) out += line_of({{"notice", problem_json(notice, options)}});
  return out;
}

}  // namespace stet
