#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "findings/project.h"
#include "lsp/checked.h"

namespace stet {
namespace {

/// DiagnosticSeverity: a hint would not be drawn, so a note is an information.
int severity_number(Severity severity) { return severity == Severity::error ? 1 : severity == Severity::warning ? 2 : 3; }

/// A whole line of another file, which was not read: its end is wherever the client finds it.
Json line_elsewhere(const PlaceElsewhere& place) {
  const std::uint32_t first = std::max(place.first_line, 1U) - 1;
  const std::uint32_t last = std::max(place.last_line, place.first_line);
  return {{"start", to_json({first, 0})}, {"end", to_json({last, 0})}};
}

Json related_of(const CheckedArticle& article, const RelatedLocation& related, PositionEncoding encoding) {
  if (related.elsewhere) {
    const PlaceElsewhere& place = *related.elsewhere;
    return {{"location", {{"uri", uri_of_path(place.path)}, {"range", line_elsewhere(place)}}},
            {"message", fmt::format("{}: {}…", related.message, place.text)}};
  }
  return {{"location", {{"uri", article.uri}, {"range", range_of(article.file.source, related.source, encoding)}}},
          {"message", related.message}};
}

/// The place of a problem, whose columns count code points, by the line that it carries.
EditorPosition place_of(const Problem& problem, PositionEncoding encoding) {
  if (problem.line == 0) return {};
  const std::string_view line = problem.source_line;
  const std::uint32_t column = std::max(problem.column, 1U) - 1;
  if (encoding == PositionEncoding::utf32 || line.empty()) return {problem.line - 1, line.empty() ? 0 : column};
  const std::uint32_t offset = offset_at(line, {0, column}, PositionEncoding::utf32);
  const auto source = make_source({}, std::string(line));
  return {problem.line - 1, source ? position_at(*source, offset, encoding).character : column};
}

Json diagnostic_of(const Problem& problem, PositionEncoding encoding) {
  const EditorPosition at = place_of(problem, encoding);
  const bool fault = problem.kind != ProblemKind::unread && problem.kind != ProblemKind::notice;
  std::string message = problem.kind == ProblemKind::unread ? "not read: " + problem.what : problem.what;
  if (!problem.mend.empty()) message += "\n" + problem.mend;
  return {{"range", {{"start", to_json(at)}, {"end", to_json({at.line, at.character + 1})}}},
          {"severity", fault ? 1 : 2},
          {"source", "stet"},
          {"message", message}};
}

}  // namespace

std::string file_of_rule(const Engine& engine, const std::string& id) {
  const auto& rules = engine.rules.rules;
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& candidate) { return candidate.info.id == id; });
  if (rule == rules.end() || rule->builtin) return {};
  std::error_code error;
  const std::string& path = rule->document.source.path;
  return std::filesystem::is_regular_file(path, error) ? path : std::string();
}

Json diagnostic_of(const CheckedArticle& article, const Finding& finding, const ClientAbilities& abilities) {
  const RuleInfo& rule = article.engine->infos[finding.rule];
  Json diagnostic = {{"range", range_of(article.file.source, finding.source, abilities.encoding)},
                     {"severity", severity_number(finding.severity)},
                     {"code", rule.id},
                     {"source", "stet"},
                     {"message", finding.message}};
  const std::string file = abilities.code_description ? file_of_rule(*article.engine, rule.id) : std::string();
  const std::string address = file.empty() ? rule_page(rule.id) : uri_of_path(file);
  if (abilities.code_description && !address.empty()) diagnostic["codeDescription"] = {{"href", address}};
  if (abilities.related_information && !finding.related.empty()) {
    Json& related = diagnostic["relatedInformation"] = Json::array();
    for (const RelatedLocation& place : finding.related) related.push_back(related_of(article, place, abilities.encoding));
  }
  return diagnostic;
}

Json diagnostics_of(const CheckedArticle& article, const ClientAbilities& abilities) {
  Json diagnostics = Json::array();
  for (const Problem& problem : article.file.problems) diagnostics.push_back(diagnostic_of(problem, abilities.encoding));
  for (const Finding& finding : article.file.findings) diagnostics.push_back(diagnostic_of(article, finding, abilities));
  Json params = {{"uri", article.uri}, {"diagnostics", std::move(diagnostics)}};
  if (abilities.versions && !article.version.is_null()) params["version"] = article.version;
  return params;
}

Json diagnostics_of_faults(const std::string& uri, const Problems& faults, const ClientAbilities& abilities) {
  Json diagnostics = Json::array();
  for (const Problem& fault : faults) diagnostics.push_back(diagnostic_of(fault, abilities.encoding));
  return {{"uri", uri}, {"diagnostics", std::move(diagnostics)}};
}

}  // namespace stet
