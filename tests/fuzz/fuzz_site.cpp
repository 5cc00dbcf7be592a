// Any bytes as the articles of a site: what they claim is read, kept in an index and held against each other; and when articles have
// changed, come and gone since the index was made, a check finds what it finds with a new one.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "doors.h"
#include "pipeline/site_reader.h"
#include "site/neighbours.h"

namespace {

namespace fs = std::filesystem;
using namespace stet;  // NOLINT(google-build-using-namespace): a door is a program of its own

constexpr std::string_view opens_article = "@@ ";  // then its path
constexpr std::size_t most_articles = 6;
constexpr std::size_t longest_path = 80;

struct Written {
  std::string path;
  std::string text;
};

/// Each has a path of its own, whose folders are a stranger's.
std::vector<Written> articles_in(std::string_view text) {
  std::vector<Written> articles;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    if (articles.empty() || (line.starts_with(opens_article) && articles.size() < most_articles)) {
      const std::string_view path = line.starts_with(opens_article) ? line.substr(3, std::min(line.size() - 4, longest_path)) : "";
      articles.push_back({std::string(path) + "/" + std::to_string(articles.size()) + ".md", {}});
    } else {
      articles.back().text += line;
    }
  }
  return articles;
}

const Engine& engine() {
  static const auto compiled = fuzz::engine_of({"consistency/"});
  return *compiled;
}

const IndexOptions& options() {
  static const EngineReader reader(engine());
  static const IndexOptions with_claims{.reader = &reader};
  return with_claims;
}

std::vector<Source> sources_of(const std::vector<Written>& articles) {
  std::vector<Source> sources;
  for (const Written& article : articles) {
    if (auto source = make_source(article.path, article.text)) sources.push_back(std::move(*source));
  }
  return sources;
}

/// Where findings stand, and what each says of which other article.
std::multiset<std::string> findings_of(std::vector<Source> sources, const Elsewhere& elsewhere) {
  RunOptions run;
  run.elsewhere = &elsewhere;
  std::multiset<std::string> found;
  for (Source& source : sources) {
    const std::string name = fs::path(source.path).filename();
    const FileFindings file = check_source(engine(), std::move(source), run);
    for (const Finding& finding : file.findings) {
      fuzz::expect(fuzz::is_within(finding.source, file.source.bytes.size()));
      for (const RelatedLocation& related : finding.related) {
        if (!related.elsewhere) continue;
        fuzz::expect(related.elsewhere->first_line > 0);
        found.insert(name + std::to_string(finding.source.begin) + fs::path(related.elsewhere->path).filename().string() +
                     std::to_string(related.elsewhere->first_line) + finding.message);
      }
    }
  }
  return found;
}

void check_in_memory(const std::vector<Written>& articles) {
  const std::vector<Source> sources = sources_of(articles);
  const auto index = index_sources(sources, options());
  if (!index) return;
  const auto reversed = index_sources({sources.rbegin(), sources.rend()}, options());
  fuzz::expect(reversed && std::equal(index->bytes().begin(), index->bytes().end(), reversed->bytes().begin(), reversed->bytes().end()));
  std::map<std::string, std::string> texts;
  for (const Source& source : sources) texts.emplace(source.path, source.bytes);
  const SiteNeighbours site(*index, std::move(texts), options());
  findings_of(sources, site);
}

/// A folder on a disk in memory where there is one.
const fs::path& folder() {
  static const fs::path path = [] {
    const fs::path memory = fs::is_directory("/dev/shm") ? fs::path("/dev/shm") : fs::temp_directory_path();
    return memory / ("stet-fuzz-site-" + std::to_string(::getpid()));
  }();
  return path;
}

void write(const Written& article) { std::ofstream(folder() / fs::path(article.path).filename(), std::ios::binary) << article.text; }

std::multiset<std::string> findings_on_disk(const SiteIndex& index, const Drift& drift) {
  std::vector<Source> sources;
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder())) {
    if (!entry.is_regular_file()) continue;
    files.push_back(entry.path());
    if (auto source = read_source(entry.path(), {})) sources.push_back(std::move(*source));
  }
  return findings_of(std::move(sources), SiteNeighbours(index, folder(), files, options(), drift));
}

void check_drift(std::vector<Written> articles) {
  fs::remove_all(folder());
  fs::create_directories(folder());
  const Written added = std::move(articles.back());
  articles.pop_back();
  for (const Written& article : articles) write(article);
  const auto before = update_index(folder(), options());
  if (!before) return;
  write(added);
  write({articles.front().path, articles.front().text + added.text});
  if (articles.size() > 2) fs::remove(folder() / fs::path(articles[1].path).filename());
  const Drift drift = drift_of(before->index, folder(), options());
  const auto drifted = findings_on_disk(before->index, drift);
  const auto after = update_index(folder(), options());
  if (after) fuzz::expect(drifted == findings_on_disk(after->index, {}));
  fs::remove_all(folder());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const bool on_disk = (data[0] & 4U) != 0;
  auto articles = articles_in(std::string(data + 1, data + size));
  if (on_disk && articles.size() > 1) {
    check_drift(std::move(articles));
  } else {
    check_in_memory(articles);
  }
  return 0;
}
