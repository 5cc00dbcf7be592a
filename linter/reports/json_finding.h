// One finding as the json and jsonl formats write it.
#pragma once

#include <nlohmann/json.hpp>

#include "findings/finding.h"
#include "reports/report.h"

namespace stet {

nlohmann::ordered_json finding_json(const FileFindings& file, const Finding& finding, const RuleInfo& rule);

/// What was not read, or a notice: where, what is wrong and how to mend it.
nlohmann::ordered_json problem_json(const Problem& problem, const ReportOptions& options);

}  // namespace stet
