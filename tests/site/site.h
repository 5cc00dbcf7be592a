// Helpers of the site tests: articles in memory and on disk.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "site/neighbours.h"
#include "site/store.h"

namespace stet {

using Articles = std::vector<std::pair<std::string, std::string>>;  // path, Markdown

inline std::vector<IndexedArticle> read_articles(const Articles& articles) {
  Vocabulary vocabulary;
  Problems problems;
  std::vector<IndexedArticle> result;
  for (const auto& [path, markdown] : articles) {
    result.push_back(index_source(*make_source(path, markdown), path, vocabulary, {}, problems));
  }
  return result;
}

inline SharedBytes image_of(const Articles& articles, unsigned jobs = 1) { return *assemble(read_articles(articles), jobs); }

inline SiteIndex index_of(const Articles& articles) { return *SiteIndex::open(image_of(articles)); }

inline ArticlePrint print_of(const std::string& markdown) { return read_articles({{"a.md", markdown}}).front().print; }

inline std::span<const SiteStem> stems_of(const ArticlePrint& print, std::size_t paragraph) {
  const IndexRange stems = print.paragraphs[paragraph].stems;
  return std::span(print.stems).subspan(stems.begin, stems.size());
}

inline std::string text_of(std::span<const std::byte> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

/// A folder with articles, removed at the end.
class SiteFolder {
 public:
  explicit SiteFolder(const std::string& name, const Articles& articles = {})
      : root(std::filesystem::temp_directory_path() / ("stet-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(root);
    std::filesystem::create_directories(root);
    for (const auto& [path, markdown] : articles) write(path, markdown);
  }
  SiteFolder(const SiteFolder&) = delete;
  SiteFolder& operator=(const SiteFolder&) = delete;
  ~SiteFolder() { std::filesystem::remove_all(root); }

  void write(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories((root / path).parent_path());
    std::ofstream(root / path, std::ios::binary) << text;
  }
  std::string read(const std::string& path) const {
    std::ostringstream text;
    text << std::ifstream(root / path, std::ios::binary).rdbuf();
    return text.str();
  }
  std::string path(const std::string& below) const { return (root / below).string(); }

  std::filesystem::path root;
};

/// What a check of `markdown` makes of the other articles.
inline std::vector<Recurrence> recurrences_of(const SiteNeighbours& site, const std::string& path, const std::string& markdown,
                                              std::uint32_t at_least = 10) {
  const Source source = *make_source(path, markdown);
  const Article article = parse_article(source);
  Vocabulary vocabulary;
  const Units units = read_units(article, vocabulary);
  const Matches matches;
  const std::vector<std::string> names;
  const CitationPolicy citations;
  RecurrenceQuery query;
  query.at_least = at_least;
  query.holds = [](std::uint32_t) { return true; };
  return site.find({source, article, units, vocabulary, matches, {}, names, citations}, query);
}

inline const std::string ferry =
    "The ferry to Tarsin leaves the eastern quay at dawn. It carries the mail, the milk and whoever has business on the mainland.\n";
inline const std::string harbour =
    "The old harbour of Brenholm, built by Danish merchants in a sheltered bay, draws thousands of visitors every summer.\n";
inline const std::string baker =
    "The baker of Tarsin rises before the gulls and fires the oven with driftwood that her sons gather on the northern beach.\n";

}  // namespace stet
