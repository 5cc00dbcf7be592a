#include "cli/earlier_reports.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace stet {

Result<std::vector<RunCounts>> read_earlier_reports(const std::vector<std::string>& paths) {
  std::vector<RunCounts> all;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    if (!file.is_open() || file.bad()) {
      return tl::unexpected(usage_fault(path, "cannot be read"));
    }
    auto counts = read_counts(path, bytes);
    if (!counts) return tl::unexpected(std::move(counts.error()));
    for (RunCounts& run : *counts) {
      if (std::find(all.begin(), all.end(), run) == all.end()) all.push_back(std::move(run));
    }
  }
  return all;
}

}  // namespace stet
