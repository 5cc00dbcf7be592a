#include "findings/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::string_view heading =
    "# stet baseline: findings that stood when stet was taken up. One a line: path, rule, identity by content, words; tabs between.\n"
    "# `stet --baseline FILE --update-baseline PATH...` takes out what is mended. `until 2027-01-31` behind an identity lets it end.\n";
constexpr std::size_t longest_words = 80;  // bytes

/// Control characters, `%` and a `#` at the start as %XX, so that any path is one field of one line.
std::string encoded(std::string_view path) {
  std::string result;
  for (const char c : path) {
    const bool plain = static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '%' && (c != '#' || !result.empty());
    result += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const bool escape = text[i] == '%' && i + 2 < text.size() &&
                        std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3;
    result += escape ? static_cast<char>(value) : text[i];
    if (escape) i += 2;
  }
  return result;
}

/// The first words of a passage on one line.
std::string first_words(std::string_view passage) {
  std::string words;
  for (const char c : visible(passage.substr(0, 4 * longest_words))) {
    const bool gap = c == ' ' || c == '\n' || c == '\r';
    if (!gap || (!words.empty() && words.back() != ' ')) words += gap ? ' ' : c;
  }
  while (words.ends_with(' ')) words.pop_back();
  if (words.size() <= longest_words) return words;
  std::size_t cut = longest_words;
  while (cut > 0 && (static_cast<unsigned char>(words[cut]) & 0xC0U) == 0x80U) --cut;
  return words.substr(0, cut) + "…";
}

bool is_date(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  }
  return true;
}

tl::unexpected<Problem> entry_fault(const std::string& path, std::uint32_t line, std::string_view text, std::string what,
                                    std::string mend) {
  return tl::unexpected(Problem{.kind = ProblemKind::usage,
                                .path = path,
                                .line = line,
                                .column = line == 0 ? 0U : 1U,
                                .what = std::move(what),
                                .mend = std::move(mend),
                                .source_line = std::string(text.substr(0, 400))});
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (fields.size() < 3 && line.find('\t') != std::string_view::npos) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  fields.push_back(line);
  return fields;
}

Result<BaselineEntry> read_entry(const std::string& path, std::uint32_t number, std::string_view line) {
  if (line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>")) {
    const std::string name = path.substr(path.rfind('/') + 1);
    return entry_fault(
        path, number, line, "a merge conflict has not been resolved",
        fmt::format("keep the entries of both sides, in any order; the line `{} merge=union` in .gitattributes has git do so", name));
  }
  const std::vector<std::string_view> fields = fields_of(line);
  BaselineEntry entry;
  entry.line = number;
  bool valid = fields.size() == 4 && fields[2].size() >= 16;
  if (valid) {
    entry.path = decoded(fields[0]);
    entry.rule = fields[1];
    entry.words = fields[3];
    const char* const end = fields[2].data() + 16;
    const auto read = std::from_chars(fields[2].data(), end, entry.content, 16);
    const std::string_view rest = fields[2].substr(16);
    if (rest.starts_with(" until ")) entry.until = rest.substr(7);
    valid =
        read.ec == std::errc() && read.ptr == end && (rest.empty() || is_date(entry.until)) && !entry.path.empty() && !entry.rule.empty();
  }
  if (valid) return entry;
  return entry_fault(path, number, line, "this is no entry of a baseline: path, rule, identity and words with tabs between",
                     "make the file anew with --grow-baseline, or take the line out");
}

using Key = std::tuple<std::string_view, std::uint64_t, std::string_view>;

/// Entries that are equal, in order, and the next that may be free.
struct Queue {
  std::vector<std::size_t> entries;
  std::size_t next = 0;
};

/// A finding of the run and where it is.
struct Place {
  std::size_t file = 0;
  std::size_t finding = 0;
};

class Matcher {
 public:
  Matcher(RunFindings& run, const std::vector<BaselineEntry>& entries, const BaselineContext& context)
      : run_(run), entries_(entries), context_(context), finding_of_(entries.size()) {
    for (const FileFindings& file : run_.files) {
      paths_.push_back(context_.relative(file.source.path));
      if (file.problems.empty()) read_.insert(paths_.back());
    }
    for (const RuleInfo& rule : run_.rules) rules_.insert(rule.id);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      queues_[{entries_[i].rule, entries_[i].content, entries_[i].path}].entries.push_back(i);
      queues_[{entries_[i].rule, entries_[i].content, {}}].entries.push_back(i);
    }
  }

  BaselineOutcome apply() {
    match(true);
    match(false);
    BaselineOutcome outcome;
    std::set<std::pair<std::size_t, std::size_t>> hidden;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (!finding_of_[i]) {
        (takes_part(entries_[i]) ? outcome.stale : outcome.kept).push_back(entries_[i]);
        continue;
      }
      BaselineEntry entry = entry_of(*finding_of_[i]);
      entry.until = entries_[i].until;
      entry.line = entries_[i].line;
      if (entry.until.empty() || entry.until >= context_.today) {
        hidden.emplace(finding_of_[i]->file, finding_of_[i]->finding);
      } else {
        outcome.expired.push_back(entry);
      }
      outcome.kept.push_back(std::move(entry));
    }
    for (const Place& place : unmatched_) outcome.added.push_back(entry_of(place));
    take_out(hidden);
    return outcome;
  }

 private:
  RunFindings& run_;
  const std::vector<BaselineEntry>& entries_;
  const BaselineContext& context_;
  std::vector<std::string> paths_;                // by file of the run
  std::set<std::string> read_;                    // of these, what was read whole
  std::set<std::string_view> rules_;              // that ran
  std::map<Key, Queue> queues_;                   // entries by rule, identity and path; and once more without the path
  std::vector<std::optional<Place>> finding_of_;  // by entry
  std::vector<Place> unmatched_;

  const Finding& at(Place place) const { return run_.files[place.file].findings[place.finding]; }

  /// Could the entry's finding have been found in this run?
  bool takes_part(const BaselineEntry& entry) const {
    return rules_.contains(entry.rule) && (read_.contains(entry.path) || !context_.exists(entry.path));
  }

  BaselineEntry entry_of(Place place) const {
    const FileFindings& file = run_.files[place.file];
    const Finding& finding = at(place);
    return {.path = paths_[place.file],
            .rule = run_.rules[finding.rule].id,
            .content = finding.content,
            .until = {},
            .words = first_words(file.source.view(with_sentences(file.sentences, finding.source)))};
  }

  void match(bool in_own_path) {
    std::vector<Place> places = std::move(unmatched_);
    unmatched_.clear();
    if (in_own_path) {
      for (std::size_t file = 0; file < run_.files.size(); ++file) {
        for (std::size_t finding = 0; finding < run_.files[file].findings.size(); ++finding) places.push_back({file, finding});
      }
    }
    for (const Place& place : places) {
      if (!match(place, in_own_path)) unmatched_.push_back(place);
    }
  }

  /// Gives the finding the next entry that is free. No entry is looked at twice, however many are equal.
  bool match(Place place, bool in_own_path) {
    const std::string_view path = in_own_path ? std::string_view(paths_[place.file]) : std::string_view();
    const auto found = queues_.find({run_.rules[at(place).rule].id, at(place).content, path});
    if (found == queues_.end()) return false;
    Queue& queue = found->second;
    while (queue.next < queue.entries.size()) {
      const std::size_t i = queue.entries[queue.next++];
      if (finding_of_[i] || (!in_own_path && !takes_part(entries_[i]))) continue;
      finding_of_[i] = place;
      return true;
    }
    return false;
  }

  void take_out(const std::set<std::pair<std::size_t, std::size_t>>& hidden) {
    for (std::size_t file = 0; file < run_.files.size(); ++file) {
      std::size_t index = 0;
      std::erase_if(run_.files[file].findings, [&](const Finding&) { return hidden.contains({file, index++}); });
    }
  }
};

}  // namespace

Result<std::vector<BaselineEntry>> parse_baseline(const std::string& path, std::string_view text) {
  if (text.size() > longest_baseline) return entry_fault(path, 0, {}, fmt::format("larger than {} bytes", longest_baseline), "mend some");
  std::vector<BaselineEntry> entries;
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    while (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    auto entry = read_entry(path, number, line);
    if (!entry) return tl::unexpected(std::move(entry.error()));
    entries.push_back(std::move(*entry));
  }
  return entries;
}

std::string render_baseline(std::vector<BaselineEntry> entries) {
  const auto key = [](const BaselineEntry& entry) { return std::tie(entry.path, entry.rule, entry.words, entry.content, entry.until); };
  std::sort(entries.begin(), entries.end(), [&](const BaselineEntry& a, const BaselineEntry& b) { return key(a) < key(b); });
  std::string text(heading);
  for (const BaselineEntry& entry : entries) {
    const std::string until = entry.until.empty() ? "" : " until " + entry.until;
    text += fmt::format("{}\t{}\t{:016x}{}\t{}\n", encoded(entry.path), entry.rule, entry.content, until, entry.words);
  }
  return text;
}

BaselineOutcome apply_baseline(RunFindings& run, const std::vector<BaselineEntry>& entries, const BaselineContext& context) {
  return Matcher(run, entries, context).apply();
}

}  // namespace stet
