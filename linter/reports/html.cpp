// The HTML report: one page that asks for nothing else, made from the template in html/.
//
// The page is data and a script that shows it. Data stands in elements of type application/json, which browsers do not run: one for the
// run, one for its counts (read by later reports), and one for each article with findings, which the script reads when it is opened.
// `<` is escaped in all of them, so that no text of an article can end its element. The content security policy lets the page's own script
// and style run, by their hashes, and nothing else.
#include <fmt/format.h>

#include <algorithm>

#include "reports/formats.h"
#include "reports/html_article.h"
#include "reports/shared.h"
#include "text/embedded.h"

namespace stet {
namespace {

using Json = nlohmann::ordered_json;

std::string_view template_file(std::string_view path) {
  const auto& files = embedded::report_template;
  const auto file = std::find_if(files.begin(), files.end(), [&](const embedded::File& candidate) { return candidate.path == path; });
  return file == files.end() ? std::string_view() : file->bytes;
}

/// A hash as CMake writes it, in hexadecimal digits, as content security policies want it (RFC 4648, section 4).
std::string base64_of_hexadecimal(std::string_view digits) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char digit : digits) {
    bits = bits << 4U | static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    held += 4;
    if (held < 6) continue;
    held -= 6;
    result += alphabet[bits >> static_cast<unsigned>(held) & 63U];
  }
  if (held > 0) result += alphabet[bits << static_cast<unsigned>(6 - held) & 63U];
  while (result.size() % 4 != 0) result += '=';
  return result;
}

/// Data for an element of type application/json, in ASCII: `<` could end the element, control characters of Unicode have no place in HTML.
std::string data_element(std::string_view id, const Json& data) {
  const std::string json = data.dump(-1, ' ', true, Json::error_handler_t::replace);
  std::string text = fmt::format(R"(<script type="application/json" id="{}">)", id);
  for (const char c : json) text += c == '<' ? "\\u003c" : std::string_view(&c, 1);
  return text + "</script>\n";
}

/// Rules that found something, and by rule of the run their place in the report.
struct UsedRules {
  std::vector<std::uint32_t> places;
  Json rules = Json::array();
};

UsedRules used_rules(const RunFindings& run) {
  UsedRules used;
  std::vector<bool> is_used(run.rules.size(), false);
  for (const FileFindings& file : run.files) {
    for (const Finding& finding : file.findings) is_used[finding.rule] = true;
  }
  for (std::size_t rule = 0; rule < run.rules.size(); ++rule) {
    used.places.push_back(static_cast<std::uint32_t>(used.rules.size()));
    const RuleInfo& info = run.rules[rule];
    if (!is_used[rule]) continue;
    used.rules.push_back({{"id", info.id},
                          {"family", family_of(info.id)},
                          {"title", info.title},
                          {"why", info.why},
                          {"instead", info.instead},
                          {"precision", name(info.precision)}});
  }
  return used;
}

/// Sections as [heading, level, words]; the first is what stands before the first heading.
Json sections_json(const Prose& prose) {
  Json sections = Json::array({Json::array({"", 0, 0})});
  for (const ProseBlock& block : prose.blocks) {
    if (block.kind == ProseKind::heading) sections.push_back(Json::array({heading_text(prose, block), block.level, 0}));
    sections.back()[2] = sections.back()[2].get<std::uint32_t>() + block.words;
  }
  return sections;
}

/// The front matter's title, else the first heading of the first level; a section's heading names a section.
std::string title_of(const Prose& prose) {
  if (!prose.title.empty()) return prose.title;
  const auto heading = std::find_if(prose.blocks.begin(), prose.blocks.end(),
                                    [](const ProseBlock& block) { return block.kind == ProseKind::heading && block.level == 1; });
  return heading == prose.blocks.end() ? std::string() : heading_text(prose, *heading);
}

/// An article in the overview; `findings` are rule, severity and section of each.
Json file_json(const FileFindings& file, const UsedRules& used, const ReportOptions& options) {
  Json json = {{"path", shown_path(file.source.path, options)}, {"title", title_of(file.prose)}, {"words", file.prose.words()}};
  if (file.findings.empty()) return json;
  const ProseIndex index(file.prose);
  json["sections"] = sections_json(file.prose);
  for (const Finding& finding : file.findings) {
    json["findings"].push_back(Json::array(
        {used.places[finding.rule], static_cast<int>(finding.severity), index.section_of(index.leaf_at(finding.source.begin))}));
  }
  return json;
}

Json problems_json(const std::vector<const Problem*>& problems, const ReportOptions& options) {
  Json json = Json::array();
  for (const Problem* problem : problems) {
    json.push_back(
        {{"path", shown_path(problem->path, options)}, {"line", problem->line}, {"what", problem->what}, {"mend", problem->mend}});
  }
  return json;
}

Json run_json(const RunFindings& run, const UsedRules& used, const ReportOptions& options) {
  std::vector<const Problem*> notices;
  for (const Problem& notice : run.notices) notices.push_back(&notice);
  Json json = {{"version", options.program_version},
               {"rules", used.rules},
               {"files", Json::array()},
               {"problems", problems_json(problems_of(run), options)},
               {"notices", problems_json(notices, options)}};
  for (const FileFindings& file : run.files) json["files"].push_back(file_json(file, used, options));
  return json;
}

Json counts_of_runs(const RunFindings& run, const ReportOptions& options) {
  Json runs = Json::array();
  for (const RunCounts& earlier : options.earlier) runs.push_back(counts_json(earlier));
  runs.push_back(counts_json(counts_of(run, options.label)));
  return runs;
}

/// What is read where scripts do not run: a list.
std::string plain_list(const RunFindings& run, const ReportOptions& options) {
  std::string list;
  for (const Located& located : worst_first(run)) {
    const Position at = located.file->source.position(located.finding->source.begin);
    list += fmt::format("<li>{}:{}: {}: {} [{}]</li>\n", xml_escaped(shown_path(located.file->source.path, options)), at.line,
                        name(located.finding->severity), xml_escaped(located.finding->message),
                        xml_escaped(run.rules[located.finding->rule].id));
  }
  return list;
}

std::string summary(const RunFindings& run) {
  const Totals totals = totals_of(run);
  return fmt::format("{}, {}, {} in {}", counted(totals.errors, "error"), counted(totals.warnings, "warning"),
                     counted(totals.notes, "note"), counted(totals.files, "article"));
}

std::string data_elements(const RunFindings& run, const ReportOptions& options) {
  const UsedRules used = used_rules(run);
  std::string data = data_element("stet-counts", counts_of_runs(run, options)) + data_element("stet-run", run_json(run, used, options));
  for (std::size_t file = 0; file < run.files.size(); ++file) {
    if (run.files[file].findings.empty()) continue;
    data += data_element(fmt::format("stet-article-{}", file), article_json(run.files[file], used.places, options));
  }
  return data;
}

/// The template with `{{name}}` filled; what is filled in is not looked at again.
std::string fill_template(std::string_view text, const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string page;
  while (true) {
    const std::size_t begin = text.find("{{");
    page += text.substr(0, begin);
    if (begin == std::string_view::npos) return page;
    const std::size_t end = text.find("}}", begin);
    const std::string_view name = text.substr(begin + 2, end - begin - 2);
    for (const auto& [key, value] : values) {
      if (key == name) page += value;
    }
    text.remove_prefix(end + 2);
  }
}

}  // namespace

std::string render_html(const RunFindings& run, const ReportOptions& options) {
  return fill_template(template_file("page.html"), {{"style-hash", base64_of_hexadecimal(STET_REPORT_CSS_SHA256)},
                                                    {"script-hash", base64_of_hexadecimal(STET_REPORT_JS_SHA256)},
                                                    {"summary", summary(run)},
                                                    {"style", std::string(template_file("report.css"))},
                                                    {"list", plain_list(run, options)},
                                                    {"data", data_elements(run, options)},
                                                    {"script", std::string(template_file("report.js"))}});
}

}  // namespace stet
