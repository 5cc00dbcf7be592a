// SARIF 2.1.0 (OASIS), as GitHub code scanning reads it.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "findings/project.h"
#include "reports/formats.h"
#include "reports/packed_size.h"
#include "reports/shared.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view schema = "https://json.schemastore.org/sarif-2.1.0.json";
/// What code scanning takes in one run: a file beyond these is refused as a whole. It keeps 5,000 results and shows 100 locations.
constexpr std::size_t most_results = 25'000;
constexpr std::size_t most_locations = 1'000;  ///< of one result, its own among them
constexpr std::size_t most_tags = 10;          ///< that are shown of a rule
constexpr std::size_t most_packed_bytes = 10'000'000;
constexpr std::size_t most_result_bytes = 64'000'000;  ///< of results as they are written: more than this is not held in memory
constexpr std::size_t longest_snippet = 4'096;         ///< a file of one line must not be copied into each result
constexpr std::size_t most_links = 5;                  ///< in one message

/// RFC 3986: everything but unreserved characters and slashes is percent-encoded.
std::string uri_of(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json region(const Source& source, Span span) {
  const Position begin = source.position_utf16(span.begin);
  const Position end = source.position_utf16(span.end);
  return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
}

/// Levels as `problem.severity` calls them.
std::string_view problem_severity(Severity severity) { return severity == Severity::note ? "recommendation" : name(severity); }

std::string fenced(const std::vector<SharedText>& examples) {
  std::string text;
  for (const SharedText& example : examples)
    text += fmt::format("\n````markdown\n{}{}````\n", example, example.ends_with('\n') ? "" : "\n");
  return text;
}

std::string help_markdown(const RuleInfo& rule) {
  std::string text = fmt::format("# {}\n\n**Why.** {}\n\n**Instead.** {}\n", rule.title, rule.why, rule.instead);
  if (!rule.bad_examples.empty()) text += "\n## Found\n" + fenced(rule.bad_examples);
  if (!rule.good_examples.empty()) text += "\n## Not found\n" + fenced(rule.good_examples);
  text += fmt::format("\nTo let a passage stand: `<!-- stet {}: reason -->` before it.\n", rule.id);
  return text;
}

/// "citation/unsourced-research" -> "CitationUnsourcedResearch", as rule names are written in SARIF.
std::string pascal_case(std::string_view id) {
  std::string result;
  bool upper = true;
  for (const char c : id) {
    if (c == '/' || c == '-' || c == '_') {
      upper = true;
    } else {
      result += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      upper = false;
    }
  }
  return result;
}

std::string sentence(std::string text) {
  if (!text.empty() && !text.ends_with('.')) text += '.';
  return text;
}

std::string help_address(std::string_view rule_id) {
  std::string page = rule_page(rule_id);
  return page.empty() ? homepage() : page;
}

Json rule_json(const RuleInfo& rule) {
  Json tags = Json::array({rule.id.substr(0, rule.id.find('/'))});
  for (std::size_t i = 0; i < rule.tags.size() && tags.size() < most_tags; ++i) tags.push_back(rule.tags[i]);
  return {{"id", rule.id},
          {"name", pascal_case(rule.id)},
          {"shortDescription", {{"text", sentence(rule.title)}}},
          {"fullDescription", {{"text", rule.why}}},
          {"help", {{"text", fmt::format("{} {}", rule.why, rule.instead)}, {"markdown", help_markdown(rule)}}},
          {"helpUri", help_address(rule.id)},
          {"defaultConfiguration", {{"level", name(rule.severity)}}},
          {"properties",
           {{"tags", std::move(tags)}, {"precision", name(rule.precision)}, {"problem.severity", problem_severity(rule.severity)}}}};
}

/// Square brackets and backslashes are SARIF's own in message texts (3.11.6).
std::string message_escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

/// Relative as code scanning wants it; a path outside of the folder that stet runs in becomes a file URI.
std::string artifact_uri(std::string_view path, const ReportOptions& options) {
  const std::string shown = shown_path(path, options);
  return (shown.starts_with('/') ? "file://" : "") + uri_of(shown);
}

/// The lines of a span, one before and one after.
Span lines_around(const Source& source, Span span) {
  const std::uint32_t first = source.lines.line_at(span.begin);
  const std::uint32_t last = source.lines.line_at(span.end);
  return {source.lines.line(std::max(first, 2U) - 1).begin, source.lines.line(std::min(last + 1, source.lines.count())).end};
}

/// The place with its text, and the lines around it.
Json physical_location(const std::string& uri, const Source& source, Span span) {
  Json exact = region(source, span);
  if (span.size() <= longest_snippet) exact["snippet"] = {{"text", source.view(span)}};
  Json location = {{"artifactLocation", {{"uri", uri}}}, {"region", std::move(exact)}};
  const Span lines = lines_around(source, span);
  if (lines != span && lines.size() <= longest_snippet) {
    Json around = region(source, lines);
    around["snippet"] = {{"text", source.view(lines)}};
    location["contextRegion"] = std::move(around);
  }
  return location;
}

/// The first sentence of a longer passage: an alert is shown on a pull request only when all of its lines are in the difference.
Span first_sentence(const FileFindings& file, Span span) {
  const auto& sentences = file.sentences;
  const auto first = std::partition_point(sentences.begin(), sentences.end(), [&](Span other) { return other.end <= span.begin; });
  if (first == sentences.end() || first->end >= span.end) return span;
  return {span.begin, first->end};
}

/// The message with a link to each related location: GitHub shows only those that are linked.
std::string linked_message(const Finding& finding) {
  std::string message = message_escaped(finding.message);
  if (finding.related.empty()) return sentence(std::move(message));
  const std::size_t links = std::min(finding.related.size(), most_links);
  for (std::size_t i = 0; i < links; ++i) {
    message += fmt::format("{}[{}]({})", i == 0 ? " (" : ", ", message_escaped(finding.related[i].message), i + 1);
  }
  if (finding.related.size() > links) message += fmt::format(" and {} more", finding.related.size() - links);
  return message + ").";
}

Json location_elsewhere(const PlaceElsewhere& place, const ReportOptions& options) {
  return {{"artifactLocation", {{"uri", artifact_uri(place.path, options)}}},
          {"region", {{"startLine", std::max(place.first_line, 1U)}, {"endLine", std::max(place.last_line, place.first_line)}}}};
}

Json fix_json(const std::string& uri, const Source& source, const Fix& fix) {
  Json replacements = Json::array();
  for (const TextEdit& edit : fix.edits) {
    Json replacement = {{"deletedRegion", region(source, edit.source)}};
    if (!edit.replacement.empty()) replacement["insertedContent"] = {{"text", edit.replacement}};
    replacements.push_back(std::move(replacement));
  }
  return {{"description", {{"text", sentence(fix.description)}}},
          {"artifactChanges", Json::array({Json{{"artifactLocation", {{"uri", uri}}}, {"replacements", std::move(replacements)}}})}};
}

/// Regions of an end that its marks lie on (3.28.5): the words that flip, and those that align.
void annotate(Json& location, const Source& source, const std::vector<Mark>& marks) {
  for (const Mark& mark : marks) {
    Json annotation = region(source, mark.source);
    annotation["message"] = {{"text", name(mark.kind)}};
    location["annotations"].push_back(std::move(annotation));
  }
}

Json result_json(const FileFindings& file, const Finding& finding, const RunFindings& run, const ReportOptions& options) {
  const std::string uri = artifact_uri(file.source.path, options);
  const Span anchor = first_sentence(file, finding.source);
  const auto location = [&](const RelatedLocation& other) {
    if (other.elsewhere) return location_elsewhere(*other.elsewhere, options);
    return Json{{"artifactLocation", {{"uri", uri}}}, {"region", region(file.source, other.source)}};
  };
  Json related = Json::array();
  for (std::size_t i = 0; i < finding.related.size() && i + 1 < most_locations; ++i) {
    const RelatedLocation& other = finding.related[i];
    Json end = {{"id", i + 1}, {"physicalLocation", location(other)}, {"message", {{"text", other.message}}}};
    if (!other.elsewhere) annotate(end, file.source, other.marks);
    related.push_back(std::move(end));
  }
  Json primary = {{"physicalLocation", physical_location(uri, file.source, anchor)}};
  annotate(primary, file.source, finding.marks);
  Json result = {{"ruleId", run.rules[finding.rule].id},
                 {"ruleIndex", finding.rule},
                 {"level", name(finding.severity)},
                 {"message", {{"text", linked_message(finding)}}},
                 {"locations", Json::array({std::move(primary)})}};
  if (!related.empty()) result["relatedLocations"] = std::move(related);
  for (const Fix& fix : finding.fixes) result["fixes"].push_back(fix_json(uri, file.source, fix));
  result["partialFingerprints"] = {{"stetContent/v1", fmt::format("{:016x}", finding.fingerprint)}};
  if (const std::string_view family = family_of(run.rules[finding.rule].id); !family.empty()) result["properties"] = {{"family", family}};
  return result;
}

Json notification(const Problem& problem, std::string_view level, const ReportOptions& options) {
  std::string text = sentence(problem.what);
  if (!problem.mend.empty()) text += fmt::format(" To mend it: {}", sentence(problem.mend));
  Json json = {{"level", level}, {"message", {{"text", std::move(text)}}}};
  if (problem.path.empty()) return json;
  Json physical = {{"artifactLocation", {{"uri", artifact_uri(problem.path, options)}}}};
  if (problem.line > 0) physical["region"] = {{"startLine", problem.line}, {"startColumn", std::max(problem.column, 1U)}};
  json["locations"] = Json::array({Json{{"physicalLocation", std::move(physical)}}});
  return json;
}

std::string written(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

constexpr std::size_t depth_of_results = 8;  ///< spaces before each line

/// A result as it stands in the file. One finding may have ten thousand lines.
std::string indented(std::string_view text) {
  std::string result;
  for (const char c : text) {
    result += c;
    if (c == '\n') result.append(depth_of_results, ' ');
  }
  return result;
}

/// How many of the results fit into a file that packs to no more than code scanning takes. `around` is the file without them.
std::size_t fitting(const Json& results, std::string_view around) {
  PackedSize packed;
  packed.add(around);
  std::size_t count = 0;
  for (const Json& result : results) {
    packed.add(indented(written(result)));
    if (packed.bytes() > most_packed_bytes) break;
    ++count;
  }
  return count;
}

/// Results, worst first, as many as code scanning takes; `left_out` counts the others.
Json results_json(const RunFindings& run, const ReportOptions& options, std::string_view around, std::size_t& left_out) {
  const std::vector<Located> all = worst_first(run);
  Json results = Json::array();
  std::size_t bytes = around.size();
  for (const Located& located : all) {
    if (results.size() == most_results) break;
    Json result = result_json(*located.file, *located.finding, run, options);
    bytes += written(result).size();
    if (bytes > most_result_bytes) break;
    results.push_back(std::move(result));
  }
  // What is small enough unpacked need not be packed to know.
  if (bytes > most_packed_bytes / 2) results.erase(results.begin() + static_cast<std::ptrdiff_t>(fitting(results, around)), results.end());
  left_out = all.size() - results.size();
  return results;
}

Json invocation_json(const RunFindings& run, const ReportOptions& options, std::size_t left_out) {
  const std::vector<const Problem*> problems = problems_of(run);
  Json notifications = Json::array();
  for (const Problem* problem : problems) notifications.push_back(notification(*problem, "error", options));
  for (const Problem& notice : run.notices) notifications.push_back(notification(notice, "note", options));
  if (left_out > 0) {
    const std::string text =
        fmt::format("{} left out, the mildest: GitHub takes {} results or 10 MB in one run.", counted(left_out, "result"), most_results);
    if (options.notes != nullptr) options.notes->push_back(text);
    notifications.push_back({{"level", "warning"}, {"message", {{"text", text}}}});
  }
  Json invocation = {{"executionSuccessful", problems.empty()}};
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
  return invocation;
}

}  // namespace

std::string render_sarif(const RunFindings& run, const ReportOptions& options) {
  Json rules = Json::array();
  for (const RuleInfo& rule : run.rules) rules.push_back(rule_json(rule));
  Json driver = {{"name", "stet"},
                 {"organization", "stet"},
                 {"semanticVersion", options.program_version},
                 {"informationUri", homepage()},
                 {"rules", std::move(rules)}};
  Json sarif = {{"$schema", schema},
                {"version", "2.1.0"},
                {"runs", Json::array({Json{{"tool", {{"driver", std::move(driver)}}},
                                           {"automationDetails", {{"id", "stet/"}}},
                                           {"invocations", Json::array({invocation_json(run, options, 0)})},
                                           {"columnKind", "utf16CodeUnits"},
                                           {"results", Json::array()}}})}};
  std::size_t left_out = 0;
  Json results = results_json(run, options, written(sarif), left_out);
  Json& only_run = sarif["runs"][0];
  only_run["results"] = std::move(results);
  if (left_out > 0) only_run["invocations"] = Json::array({invocation_json(run, options, left_out)});
  return written(sarif);
}

}  // namespace stet
