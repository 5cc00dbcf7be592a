#include "reports/stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "reports/shared.h"
#include "text/unicode.h"

namespace stet {
namespace {

constexpr std::size_t most_sections = 20;
constexpr std::size_t most_sections_in_text = 5;
constexpr auto family_letters = std::to_array<std::string_view>({"R", "C", "M", "S", ""});

std::string_view family_name(std::string_view letter) {
  if (letter == "R") return "repetition";
  if (letter == "C") return "contradiction or inconsistency";
  if (letter == "M") return "missing source";
  return letter == "S" ? "missing caution" : "other rules";
}

/// Claims of the rules of a family. Those that overlap are one, which is met when any rule says so.
ClaimStats claims_of(const FileFindings& file, const std::vector<RuleInfo>& rules, std::string_view family) {
  std::vector<SeenClaim> claims;
  for (const SeenClaim& claim : file.claims) {
    if (family_of(rules[claim.rule].id) == family) claims.push_back(claim);
  }
  std::stable_sort(claims.begin(), claims.end(), [](const SeenClaim& a, const SeenClaim& b) { return a.source.begin < b.source.begin; });
  ClaimStats stats;
  for (std::size_t i = 0; i < claims.size();) {
    std::uint32_t end = claims[i].source.end;
    bool met = false;
    for (; i < claims.size() && (claims[i].source.begin < end || claims[i].source.end <= end); ++i) {
      end = std::max(end, claims[i].source.end);
      met = met || claims[i].met;
    }
    ++stats.claims;
    stats.met += met ? 1U : 0U;
  }
  return stats;
}

/// Words of the article that a finding of the repetition pack says stand there again.
std::uint64_t repeated_words(const FileFindings& file, const std::vector<RuleInfo>& rules) {
  std::vector<Span> repeated;
  for (const Finding& finding : file.findings) {
    if (family_of(rules[finding.rule].id) != "R") continue;
    repeated.push_back(finding.covers.empty() ? with_sentences(file.sentences, finding.source) : finding.covers);
  }
  std::sort(repeated.begin(), repeated.end());
  std::uint64_t words = 0;
  std::uint32_t counted_to = 0;
  for (const Span span : repeated) {
    const std::uint32_t begin = std::max(span.begin, counted_to);
    if (begin >= span.end) continue;
    const std::string folded = folded_words(file.source.view({begin, span.end}));
    words += folded.empty() ? 0U : 1U + static_cast<std::uint64_t>(std::count(folded.begin(), folded.end(), ' '));
    counted_to = span.end;
  }
  return words;
}

/// Findings by some name, and the articles that have them.
class Counter {
 public:
  void add(const std::string& name, std::uint64_t article) {
    CountedName& counted = names_[name];
    counted.name = name;
    ++counted.findings;
    if (last_article_[name] != article + 1) ++counted.articles;
    last_article_[name] = article + 1;
  }
  /// Most findings first.
  std::vector<CountedName> sorted() const {
    std::vector<CountedName> all;
    all.reserve(names_.size());
    for (const auto& [name, counted] : names_) all.push_back(counted);
    std::stable_sort(all.begin(), all.end(), [](const CountedName& a, const CountedName& b) { return a.findings > b.findings; });
    return all;
  }
  CountedName of(const std::string& name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? CountedName{.name = name} : found->second;
  }

 private:
  std::map<std::string, CountedName> names_;
  std::map<std::string, std::uint64_t> last_article_;
};

/// The heading above a place, folded; empty above the first one.
class Headings {
 public:
  explicit Headings(const Prose& prose) {
    for (const ProseBlock& block : prose.blocks) {
      if (block.kind != ProseKind::heading) continue;
      std::string text;
      for (std::uint32_t run = block.runs.begin; run < block.runs.end; ++run) text += prose.view(prose.runs[run]);
      headings_.emplace_back(block.source.begin, folded_words(text));
    }
  }
  std::string above(std::uint32_t offset) const {
    const auto behind = std::upper_bound(headings_.begin(), headings_.end(), offset,
                                         [](std::uint32_t at, const auto& heading) { return at < heading.first; });
    return behind == headings_.begin() ? std::string() : (behind - 1)->second;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::string>> headings_;
};

void add(ClaimStats& sum, const ClaimStats& more) {
  sum.claims += more.claims;
  sum.met += more.met;
}

std::string share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? "–" : fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

double per_thousand(std::uint64_t count, std::uint64_t words) {
  return words == 0 ? 0 : 1000.0 * static_cast<double>(count) / static_cast<double>(words);
}

std::string row(std::string_view name, std::uint64_t count, std::string_view rest) {
  return fmt::format("{:<34} {:>7}  {}\n", name, count, rest);
}

/// At most so many characters, the last of them an ellipsis where something was cut off.
std::string clipped(std::string_view text, std::size_t most) {
  if (count_code_points(text) <= most) return std::string(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < most; ++i) next_code_point(text, end);
  return std::string(text.substr(0, end)) + "…";
}

std::string counted_rows(std::string_view title, const std::vector<CountedName>& names, std::uint64_t words, std::size_t most) {
  if (names.empty()) return {};
  std::string text = fmt::format("\n{}\n", title);
  for (std::size_t i = 0; i < names.size() && i < most; ++i) {
    text +=
        row("  " + clipped(visible(names[i].name), 32), names[i].findings,
            fmt::format("{:.2f} per 1,000 words, in {}", per_thousand(names[i].findings, words), counted(names[i].articles, "article")));
  }
  return text;
}

nlohmann::ordered_json names_json(const std::vector<CountedName>& names, const char* key) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const CountedName& name : names) json.push_back({{key, name.name}, {"findings", name.findings}, {"articles", name.articles}});
  return json;
}

}  // namespace

SiteStats stats_of(const RunFindings& run) {
  SiteStats stats;
  Counter families;
  Counter rules;
  Counter sections;
  for (std::size_t index = 0; index < run.files.size(); ++index) {
    const FileFindings& file = run.files[index];
    const bool is_read = !file.prose.blocks.empty() || file.problems.empty();
    stats.articles += is_read ? 1U : 0U;
    stats.words += file.prose.words();
    stats.articles_with_findings += file.findings.empty() ? 0U : 1U;
    add(stats.sources, claims_of(file, run.rules, "M"));
    add(stats.cautions, claims_of(file, run.rules, "S"));
    stats.repeated_words += repeated_words(file, run.rules);
    const Headings headings(file.prose);
    for (const Finding& finding : file.findings) {
      const std::string& rule = run.rules[finding.rule].id;
      families.add(std::string(family_of(rule)), index);
      rules.add(rule, index);
      if (const std::string heading = headings.above(finding.source.begin); !heading.empty()) sections.add(heading, index);
    }
  }
  for (const std::string_view letter : family_letters) stats.families.push_back(families.of(std::string(letter)));
  stats.rules = rules.sorted();
  stats.sections = sections.sorted();
  if (stats.sections.size() > most_sections) stats.sections.resize(most_sections);
  stats.articles_with_repeats = families.of("R").articles;
  stats.contradictions = families.of("C").findings;
  stats.articles_with_contradictions = families.of("C").articles;
  stats.unread = totals_of(run).unread;
  return stats;
}

std::string render_stats_text(const SiteStats& stats) {
  const auto rate = [&](std::uint64_t count) { return fmt::format("{:.2f} per 1,000 words", per_thousand(count, stats.words)); };
  std::string text = fmt::format("{}, {}; findings in {}", counted(stats.articles, "article"), counted(stats.words, "word"),
                                 counted(stats.articles_with_findings, "article"));
  if (stats.unread > 0) text += fmt::format("; {} not read", stats.unread);
  text += "\n\n";
  text += row("claims that ask for a source", stats.sources.claims,
              fmt::format("{}, {} with one", rate(stats.sources.claims), share(stats.sources.met, stats.sources.claims)));
  text += row("health claims", stats.cautions.claims,
              fmt::format("{}, {} with a word of caution", rate(stats.cautions.claims), share(stats.cautions.met, stats.cautions.claims)));
  text += row("words that stand there again", stats.repeated_words,
              fmt::format("{} of all, in {}", share(stats.repeated_words, stats.words), counted(stats.articles_with_repeats, "article")));
  text += row("contradictions, inconsistencies", stats.contradictions,
              fmt::format("{}, in {}", rate(stats.contradictions), counted(stats.articles_with_contradictions, "article")));
  std::vector<CountedName> families;
  for (CountedName family : stats.families) {
    if (family.name.empty() && family.findings == 0) continue;
    family.name = family_name(family.name);
    families.push_back(std::move(family));
  }
  text += counted_rows("findings by family", families, stats.words, families.size());
  text += counted_rows("findings by rule", stats.rules, stats.words, stats.rules.size());
  text += counted_rows("headings above most findings", stats.sections, stats.words, most_sections_in_text);
  return text;
}

std::string render_stats_json(const SiteStats& stats) {
  const auto claims = [](const ClaimStats& claim, const char* met) {
    return nlohmann::ordered_json{{"claims", claim.claims}, {met, claim.met}};
  };
  const nlohmann::ordered_json json = {
      {"articles", stats.articles},
      {"words", stats.words},
      {"articlesWithFindings", stats.articles_with_findings},
      {"unread", stats.unread},
      {"sources", claims(stats.sources, "cited")},
      {"cautions", claims(stats.cautions, "cautioned")},
      {"repetition", {{"words", stats.repeated_words}, {"articles", stats.articles_with_repeats}}},
      {"contradictions", {{"findings", stats.contradictions}, {"articles", stats.articles_with_contradictions}}},
      {"families", names_json(stats.families, "family")},
      {"rules", names_json(stats.rules, "rule")},
      {"headings", names_json(stats.sections, "heading")},
  };
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace stet
