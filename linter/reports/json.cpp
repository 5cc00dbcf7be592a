#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "reports/formats.h"
#include "reports/json_finding.h"
#include "reports/shared.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

Json place(const Source& source, Span span) {
  const Position begin = source.position(span.begin);
  const Position end = source.position(span.end);
  return {{"line", begin.line},      {"column", begin.column},   {"endLine", end.line},
          {"endColumn", end.column}, {"byteOffset", span.begin}, {"byteLength", span.size()}};
}

Json elsewhere_json(const PlaceElsewhere& place, const ReportOptions& options) {
  return {{"path", shown_path(place.path, options)}, {"line", place.first_line}, {"endLine", place.last_line}, {"text", place.text}};
}

/// Words of one end, and how they stand to the other: under "marks" when there are any.
void add_marks(Json& end, const Source& source, const std::vector<Mark>& marks) {
  for (const Mark& mark : marks) {
    Json json = {{"kind", name(mark.kind)}};
    json.update(place(source, mark.source));
    end["marks"].push_back(std::move(json));
  }
}

}  // namespace

nlohmann::ordered_json finding_json(const FileFindings& file, const Finding& finding, const RuleInfo& rule, const ReportOptions& options) {
  Json json = {{"rule", rule.id}, {"severity", name(finding.severity)}, {"message", finding.message}};
  json.update(place(file.source, finding.source));
  json["text"] = file.source.view(finding.source);
  json["fingerprint"] = fmt::format("{:016x}", finding.fingerprint);
  add_marks(json, file.source, finding.marks);
  for (const RelatedLocation& related : finding.related) {
    Json end = {{"message", related.message}};
    if (related.elsewhere) {
      end.update(elsewhere_json(*related.elsewhere, options));
    } else {
      end.update(place(file.source, related.source));
      end["text"] = file.source.view(related.source);
      add_marks(end, file.source, related.marks);
    }
    json["related"].push_back(std::move(end));
  }
  for (const Fix& fix : finding.fixes) {
    Json edits = Json::array();
    for (const TextEdit& edit : fix.edits) {
      Json change = place(file.source, edit.source);
      change["replacement"] = edit.replacement;
      edits.push_back(std::move(change));
    }
    json["fixes"].push_back({{"description", fix.description}, {"safe", fix.safe}, {"edits", std::move(edits)}});
  }
  return json;
}

nlohmann::ordered_json problem_json(const Problem& problem, const ReportOptions& options) {
  return {{"path", shown_path(problem.path, options)},
          {"line", problem.line},
          {"column", problem.column},
          {"what", problem.what},
          {"mend", problem.mend}};
}

std::string render_json(const RunFindings& run, const ReportOptions& options) {
  const Totals totals = totals_of(run);
  Json json = {{"version", options.program_version},
               {"summary",
                {{"files", totals.files},
                 {"errors", totals.errors},
                 {"warnings", totals.warnings},
                 {"notes", totals.notes},
                 {"unread", totals.unread}}},
               {"files", Json::array()},
               {"problems", Json::array()}};
  for (const FileFindings& file : run.files) {
    if (file.findings.empty()) continue;
    Json findings = Json::array();
    for (const Finding& finding : file.findings) findings.push_back(finding_json(file, finding, run.rules[finding.rule], options));
    json["files"].push_back({{"path", shown_path(file.source.path, options)}, {"findings", std::move(findings)}});
  }
  for (const Problem* problem : problems_of(run)) json["problems"].push_back(problem_json(*problem, options));
  for (const Problem& notice : run.notices) json["notices"].push_back(problem_json(notice, options));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stet
