#include "cli/moved.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace stet {
namespace {

/// With more, each article is checked rather than searched for all of them.
constexpr std::size_t most_sought = 500;

std::set<std::string> sentences_at_fault(const RunFindings& run) {
  std::set<std::string> said;
  for (const FileFindings& file : run.files) {
    for (const Finding& finding : file.findings) {
      said.insert(folded_words(file.source.view(with_sentences(file.sentences, finding.source))));
    }
  }
  return said;
}

bool says_any(std::string_view text, const std::set<std::string>& sentences) {
  if (sentences.size() > most_sought) return true;
  const std::string words = folded_words(text);
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const std::string& sentence) { return words.find(sentence) != std::string::npos; });
}

/// By identity, how many findings articles had before, less those that they have now.
class Departed {
 public:
  Departed(const RunOptions& options, Engines& engines) : options_(options), engines_(engines) {
    whole_.limits = options.limits;
    whole_.parse_limits = options.parse_limits;
    whole_.elsewhere = options.elsewhere;
  }

  void add(const std::string& path, const std::string& before, bool is_gone) {
    const auto engine = engines_.for_file(path);
    if (engine == nullptr) return;
    count(*engine, make_source(path, before, options_.limits), 1);
    if (!is_gone) count(*engine, now(path), -1);
  }
  /// Takes one finding of this identity, if there is one.
  bool take(std::uint64_t content) {
    const auto found = left_.find(content);
    if (found == left_.end() || found->second <= 0) return false;
    --found->second;
    return true;
  }

 private:
  const RunOptions& options_;
  Engines& engines_;
  RunOptions whole_;
  std::map<std::uint64_t, int> left_;

  Result<Source> now(const std::string& path) const {
    const auto unsaved = options_.unsaved.find(path);
    return unsaved == options_.unsaved.end() ? read_source(path, options_.limits) : make_source(path, unsaved->second, options_.limits);
  }
  void count(const Engine& engine, Result<Source> source, int sign) {
    if (!source) return;
    for (const Finding& finding : check_source(engine, std::move(*source), whole_).findings) left_[finding.content] += sign;
  }
};

}  // namespace

void drop_moved(RunFindings& run, const RunOptions& options, const std::map<std::string, std::string>& gone, Engines& engines) {
  const std::set<std::string> sought = sentences_at_fault(run);
  if (sought.empty()) return;
  Departed departed(options, engines);
  for (const auto* articles : {&gone, &options.earlier}) {
    for (const auto& [path, before] : *articles) {
      if (says_any(before, sought)) departed.add(path, before, articles == &gone);
    }
  }
  for (FileFindings& file : run.files) {
    std::erase_if(file.findings, [&](const Finding& finding) { return departed.take(finding.content); });
  }
}

}  // namespace stet
