// A report turns findings into text. One file per format; registry.cpp is the only list of them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"
#include "reports/counts.h"

namespace stet {

struct ReportOptions {
  bool color = false;  ///< ANSI colours (text only)
  std::string root;    ///< paths are shown relative to this folder; empty: as given
  std::string program_version;
  std::vector<std::string>* notes = nullptr;  ///< gets what whoever runs stet should know of the report, such as what was cut
  std::string label = {};                     ///< what this run is called among others: a date, a commit (html only)
  std::vector<RunCounts> earlier = {};        ///< runs before this one, oldest first (html only)
  std::size_t columns = 108;                  ///< how wide lines may be (text only)
  std::string files_at = {};                  ///< where the files are on the web, "https://host/owner/site/blob/COMMIT/" (markdown only)
  std::size_t hidden = 0;                     ///< findings that were asked not to be shown (text only)
};

struct Format {
  std::string_view name;  ///< as in --format
  std::string_view description;
  std::string (*render)(const RunFindings& run, const ReportOptions& options) = nullptr;
  bool shows_articles = false;  ///< reads FileFindings::prose
};

const std::vector<Format>& formats();
/// The format of that name, or nullptr.
const Format* find_format(std::string_view name);

}  // namespace stet
