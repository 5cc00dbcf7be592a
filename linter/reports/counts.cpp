#include "reports/counts.h"

#include <nlohmann/json.hpp>

#include "reports/shared.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

void add(RunCounts& counts, std::string_view severity, const std::string& rule) {
  ++(severity == "error" ? counts.errors : severity == "warning" ? counts.warnings : counts.notes);
  ++counts.rules[rule];
}

/// A member of an object as text, or empty: earlier reports are input like any other.
std::string text_of(const Json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto member = object.find(key);
  return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

std::uint64_t number_of(const Json& object, const char* key) {
  if (!object.is_object()) return 0;
  const auto member = object.find(key);
  return member != object.end() && member->is_number_unsigned() ? member->get<std::uint64_t>() : 0;
}

const Json& list_of(const Json& object, const char* key) {
  static const Json none = Json::array();
  if (!object.is_object()) return none;
  const auto member = object.find(key);
  return member != object.end() && member->is_array() ? *member : none;
}

RunCounts from_json_report(const Json& report) {
  RunCounts counts;
  counts.articles = number_of(report["summary"], "files");
  for (const Json& file : list_of(report, "files")) {
    for (const Json& finding : list_of(file, "findings")) add(counts, text_of(finding, "severity"), text_of(finding, "rule"));
  }
  return counts;
}

RunCounts from_sarif(const Json& report) {
  RunCounts counts;
  for (const Json& run : list_of(report, "runs")) {
    for (const Json& result : list_of(run, "results")) add(counts, text_of(result, "level"), text_of(result, "ruleId"));
  }
  return counts;
}

RunCounts from_own(const Json& object) {
  RunCounts counts{.label = text_of(object, "label"),
                   .articles = number_of(object, "articles"),
                   .words = number_of(object, "words"),
                   .errors = number_of(object, "errors"),
                   .warnings = number_of(object, "warnings"),
                   .notes = number_of(object, "notes"),
                   .rules = {}};
  const auto rules = object.find("rules");
  if (rules == object.end() || !rules->is_object()) return counts;
  for (const auto& [rule, count] : rules->items()) {
    if (count.is_number_unsigned()) counts.rules[rule] = count.get<std::uint64_t>();
  }
  return counts;
}

/// What stands in the page's element of counts, or nothing.
std::string_view embedded_counts(std::string_view page) {
  constexpr std::string_view opening = R"(<script type="application/json" id="stet-counts">)";
  const std::size_t begin = page.find(opening);
  if (begin == std::string_view::npos) return {};
  page.remove_prefix(begin + opening.size());
  return page.substr(0, page.find("</script>"));
}

std::string file_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

}  // namespace

RunCounts counts_of(const RunFindings& run, std::string label) {
  RunCounts counts;
  counts.label = std::move(label);
  counts.articles = run.files.size();
  for (const FileFindings& file : run.files) {
    counts.words += file.prose.words();
    for (const Finding& finding : file.findings) add(counts, name(finding.severity), run.rules[finding.rule].id);
  }
  return counts;
}

nlohmann::ordered_json counts_json(const RunCounts& counts) {
  Json rules = Json::object();
  for (const auto& [rule, count] : counts.rules) rules[rule] = count;
  return {{"label", counts.label},       {"articles", counts.articles}, {"words", counts.words},    {"errors", counts.errors},
          {"warnings", counts.warnings}, {"notes", counts.notes},       {"rules", std::move(rules)}};
}

Result<std::vector<RunCounts>> read_counts(const std::string& path, std::string_view bytes) {
  const std::string_view own = embedded_counts(bytes);
  const Json report = Json::parse(own.empty() ? bytes : own, nullptr, false);
  std::vector<RunCounts> counts;
  if (!own.empty() && report.is_array()) {
    for (const Json& run : report) {
      if (run.is_object()) counts.push_back(from_own(run));
    }
  } else if (report.is_object() && report.contains("runs")) {
    counts.push_back(from_sarif(report));
  } else if (report.is_object() && report.contains("summary") && report.contains("files")) {
    counts.push_back(from_json_report(report));
  }
  if (counts.empty()) {
    return tl::unexpected(
        usage_fault(path, "is no earlier report of stet", "name reports that were written with --format html, json or sarif"));
  }
  if (counts.back().label.empty()) counts.back().label = file_name(path);
  return counts;
}

}  // namespace stet
