#include <algorithm>

#include "reports/formats.h"
#include "reports/report.h"

namespace stet {

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"text", "for a terminal: the line, a caret, the other end", render_text},
      {"json", "one object, for programs", render_json},
      {"jsonl", "one object a line, for programs that read as it comes", render_jsonl},
      {"sarif", "SARIF 2.1.0, for code scanning", render_sarif},
      {"github", "GitHub workflow commands: annotations on a pull request", render_github},
      {"markdown", "a table, for a job's summary or a comment", render_markdown},
      {"gitlab", "GitLab code quality", render_gitlab},
      {"rdjson", "reviewdog's diagnostics", render_rdjson},
      {"checkstyle", "Checkstyle XML", render_checkstyle},
      {"junit", "JUnit XML", render_junit},
      {"html", "a page for writers: the articles with the findings in the margin", render_html, true},
  };
  return all;
}

const Format* find_format(std::string_view name) {
  const auto found = std::find_if(formats().begin(), formats().end(), [&](const Format& format) { return format.name == name; });
  return found == formats().end() ? nullptr : &*found;
}

}  // namespace stet
