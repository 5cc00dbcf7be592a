// reviewdog's diagnostic format, `reviewdog -f=rdjson`. Columns count bytes of UTF-8 from 1, and the end is not included.
#include <algorithm>

#include "findings/project.h"
#include "reports/formats.h"
#include "reports/json_finding.h"
#include "reports/shared.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

Json position(const Source& source, std::uint32_t offset) {
  const std::uint32_t line = source.lines.line_at(offset);
  return {{"line", line}, {"column", offset - source.lines.line(line).begin + 1}};
}

Json range(const Source& source, Span span) { return {{"start", position(source, span.begin)}, {"end", position(source, span.end)}}; }

Json location(const std::string& path, const Source& source, Span span) { return {{"path", path}, {"range", range(source, span)}}; }

/// Of a place in another article only the lines are known.
Json range_elsewhere(const PlaceElsewhere& place, const ReportOptions& options) {
  const std::uint32_t first = std::max(place.first_line, 1U);
  return {{"path", shown_path(place.path, options)},
          {"range", {{"start", {{"line", first}}}, {"end", {{"line", std::max(place.last_line, first)}}}}}};
}

std::string_view rdjson_severity(Severity severity) {
  return severity == Severity::error ? "ERROR" : severity == Severity::warning ? "WARNING" : "INFO";
}

}  // namespace

std::string render_rdjson(const RunFindings& run, const ReportOptions& options) {
  Json diagnostics = Json::array();
  for (const FileFindings& file : run.files) {
    const std::string path = shown_path(file.source.path, options);
    for (const Finding& finding : file.findings) {
      Json json = {{"message", finding.message},
                   {"location", location(path, file.source, finding.source)},
                   {"severity", rdjson_severity(finding.severity)},
                   {"code", {{"value", run.rules[finding.rule].id}}}};
      if (const std::string page = rule_page(run.rules[finding.rule].id); !page.empty()) json["code"]["url"] = page;
      for (const RelatedLocation& related : finding.related) {
        Json there = related.elsewhere ? range_elsewhere(*related.elsewhere, options) : location(path, file.source, related.source);
        json["related_locations"].push_back({{"message", related.message}, {"location", std::move(there)}});
      }
      for (const Fix& fix : finding.fixes) {
        for (const TextEdit& edit : fix.edits)
          json["suggestions"].push_back({{"range", range(file.source, edit.source)}, {"text", edit.replacement}});
      }
      diagnostics.push_back(std::move(json));
    }
  }
  for (const Problem* problem : problems_of(run)) {
    Json place = {{"path", shown_path(problem->path, options)}};
    if (problem->line > 0) place["range"] = {{"start", {{"line", problem->line}}}};
    diagnostics.push_back({{"message", said(*problem)}, {"location", std::move(place)}, {"severity", "ERROR"}});
  }
  const Json json = {{"source", {{"name", "stet"}}}, {"diagnostics", std::move(diagnostics)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stet
