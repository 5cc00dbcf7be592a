// The formats, one file each; registry.cpp lists them.
#pragma once

#include "reports/report.h"

namespace stet {

std::string render_text(const RunFindings& run, const ReportOptions& options);
std::string render_json(const RunFindings& run, const ReportOptions& options);
std::string render_jsonl(const RunFindings& run, const ReportOptions& options);
std::string render_sarif(const RunFindings& run, const ReportOptions& options);
std::string render_github(const RunFindings& run, const ReportOptions& options);
std::string render_markdown(const RunFindings& run, const ReportOptions& options);
std::string render_gitlab(const RunFindings& run, const ReportOptions& options);
std::string render_rdjson(const RunFindings& run, const ReportOptions& options);
std::string render_checkstyle(const RunFindings& run, const ReportOptions& options);
std::string render_junit(const RunFindings& run, const ReportOptions& options);
std::string render_html(const RunFindings& run, const ReportOptions& options);

}  // namespace stet
