#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "lsp/checked.h"

namespace stet {
namespace {

constexpr std::string_view repetition = "repetition/";

/// Passages that are said again, as sets: two that overlap are one, the ends of a finding are in one set.
struct Passages {
  std::vector<Span> spans;           ///< ascending, none overlapping
  std::vector<std::uint32_t> roots;  ///< by span: another one of its set, or itself

  std::uint32_t root(std::uint32_t span) {
    while (roots[span] != span) span = roots[span] = roots[roots[span]];
    return span;
  }
  /// The span that holds this one.
  std::uint32_t at(Span span) const {
    const auto after = std::upper_bound(spans.begin(), spans.end(), span.begin, [](std::uint32_t b, Span s) { return b < s.begin; });
    return static_cast<std::uint32_t>(after - spans.begin()) - 1;
  }
};

bool is_repetition(const CheckedArticle& article, const Finding& finding) {
  return article.engine->infos[finding.rule].id.starts_with(repetition);
}

/// The ends of a finding in this article; the first is its own.
std::vector<Span> ends_of(const Finding& finding) {
  std::vector<Span> ends = {extent_of(finding)};
  for (const RelatedLocation& related : finding.related) {
    if (!related.elsewhere && !related.source.empty()) ends.push_back(related.source);
  }
  return ends;
}

Passages passages_of(const CheckedArticle& article) {
  Passages passages;
  std::vector<std::vector<Span>> sets;
  std::vector<Span> all;
  for (const Finding& finding : article.file.findings) {
    if (!is_repetition(article, finding)) continue;
    std::vector<Span> ends = ends_of(finding);
    if (ends.size() < 2) continue;
    all.insert(all.end(), ends.begin(), ends.end());
    sets.push_back(std::move(ends));
  }
  std::sort(all.begin(), all.end());
  for (const Span span : all) {
    if (!passages.spans.empty() && passages.spans.back().overlaps(span)) {
      passages.spans.back() = cover(passages.spans.back(), span);
    } else {
      passages.spans.push_back(span);
    }
  }
  passages.roots.resize(passages.spans.size());
  std::iota(passages.roots.begin(), passages.roots.end(), 0U);
  for (const std::vector<Span>& set : sets) {
    for (const Span span : set) passages.roots[passages.root(passages.at(span))] = passages.root(passages.at(set.front()));
  }
  return passages;
}

Json lens(const CheckedArticle& article, Span span, const std::string& title, Json locations, PositionEncoding encoding) {
  const Json start = to_json(position_at(article.file.source, span.begin, encoding));
  return {{"range", {{"start", start}, {"end", start}}},
          {"command", {{"title", title}, {"command", next_command}, {"arguments", {article.uri, start, std::move(locations)}}}}};
}

std::string said(std::size_t times) { return times == 2 ? "said twice" : fmt::format("repeated {} times", times); }

Json lenses_within(const CheckedArticle& article, PositionEncoding encoding) {
  Passages passages = passages_of(article);
  std::vector<std::vector<std::uint32_t>> members(passages.spans.size());
  for (std::uint32_t span = 0; span < passages.spans.size(); ++span) members[passages.root(span)].push_back(span);
  std::vector<Json> locations(members.size(), Json::array());
  for (std::uint32_t root = 0; root < members.size(); ++root) {
    for (const std::uint32_t span : members[root]) {
      locations[root].push_back({{"uri", article.uri}, {"range", range_of(article.file.source, passages.spans[span], encoding)}});
    }
  }
  Json lenses = Json::array();
  for (std::uint32_t span = 0; span < passages.spans.size(); ++span) {
    const std::uint32_t root = passages.root(span);
    if (members[root].size() < 2) continue;
    lenses.push_back(lens(article, passages.spans[span], said(members[root].size()), locations[root], encoding));
  }
  return lenses;
}

}  // namespace

Json code_lenses(const CheckedArticle& article, const ClientAbilities& abilities) {
  Json lenses = lenses_within(article, abilities.encoding);
  for (const Finding& finding : article.file.findings) {
    if (!is_repetition(article, finding)) continue;
    Json locations = Json::array();
    for (const RelatedLocation& related : finding.related) {
      if (!related.elsewhere) continue;
      const Json start = to_json({std::max(related.elsewhere->first_line, 1U) - 1, 0});
      locations.push_back({{"uri", uri_of_path(related.elsewhere->path)}, {"range", {{"start", start}, {"end", start}}}});
    }
    if (locations.empty()) continue;
    const std::string title = locations.size() == 1 ? "in another article too" : fmt::format("in {} other articles too", locations.size());
    lenses.push_back(lens(article, extent_of(finding), title, std::move(locations), abilities.encoding));
  }
  return lenses;
}

}  // namespace stet
