#include "site/merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <queue>

namespace stet {
namespace {

constexpr std::size_t articles_at_once = 4096;  // articles, until memory is given back

/// Every part once, all of one division.
std::optional<Problem> division_fault(const std::vector<NamedPart>& parts) {
  const std::uint32_t count = parts.front().index.parts();
  std::vector<const NamedPart*> by_number(std::min<std::size_t>(count, parts.size()) + 1, nullptr);
  for (const NamedPart& part : parts) {
    if (part.index.parts() != count) {
      return usage_fault(part.path, fmt::format("is one of {} parts, and {} one of {}", part.index.parts(), parts.front().path, count),
                         "name the parts of one division");
    }
    // Of more parts than are given, some are missing.
    if (part.index.part() >= by_number.size()) continue;
    const NamedPart*& known = by_number[part.index.part()];
    if (known != nullptr) {
      return usage_fault(part.path, fmt::format("is part {} of {}, as {} is", part.index.part(), count, known->path),
                         "name each part once");
    }
    known = &part;
  }
  if (parts.size() == count) return std::nullopt;
  const auto missing = std::find(by_number.begin() + 1, by_number.end(), nullptr);
  return usage_fault(parts.front().path, fmt::format("part {} of {} is missing", missing - by_number.begin(), count), "name all parts");
}

/// An article that stands twice, in one part or in two.
std::optional<Problem> overlap(const std::vector<NamedPart>& parts) {
  std::vector<std::pair<std::string_view, std::uint32_t>> paths;
  for (std::uint32_t p = 0; p < parts.size(); ++p) {
    for (std::uint32_t a = 0; a < parts[p].index.article_count(); ++a) paths.emplace_back(parts[p].index.path(a), p);
  }
  std::sort(paths.begin(), paths.end());
  const auto twice = std::adjacent_find(paths.begin(), paths.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice == paths.end()) return std::nullopt;
  return unread_fault(parts[(twice + 1)->second].path, fmt::format("{} stands in {} as well", twice->first, parts[twice->second].path),
                      "make all parts anew, of the same articles");
}

}  // namespace

MergedArticles::MergedArticles(std::vector<MergeSource> sources) : sources_(std::move(sources)) {
  const auto after = [&](const Place& a, const Place& b) {
    const SiteIndex& one = index_of(a);
    const SiteIndex& two = index_of(b);
    return comes_before(two.article(b.article).date, two.path(b.article), one.article(a.article).date, one.path(a.article));
  };
  std::priority_queue<Place, std::vector<Place>, decltype(after)> next(after);
  const auto push = [&](Place place) {
    const auto& [index, kept] = sources_[place.source];
    while (place.article < index->article_count() && kept != nullptr && !(*kept)[place.article]) ++place.article;
    if (place.article < index->article_count()) next.push(place);
  };
  for (std::uint32_t s = 0; s < sources_.size(); ++s) push({s, 0});
  while (!next.empty()) {
    order_.push_back(next.top());
    next.pop();
    push({order_.back().source, order_.back().article + 1});
  }
}

void MergedArticles::give_back_at(std::size_t article) const {
  if (article % articles_at_once != 0) return;
  for (const MergeSource& source : sources_) give_back(source.index->image());
}

ArticleOutline MergedArticles::outline(std::size_t article, std::vector<std::uint64_t>& contents, std::vector<std::uint8_t>& stems) const {
  give_back_at(article);
  const SiteIndex& index = index_of(order_[article]);
  const ArticleRecord& record = index.article(order_[article].article);
  ArticleOutline outline{index.path(order_[article].article), record.path_size, record.claims_end - record.claims_begin};
  for (std::uint32_t p = record.paragraphs_begin; p < record.paragraphs_end; ++p) {
    const ParagraphRecord& paragraph = index.paragraph(p);
    const ContentRecord& content = index.content(paragraph.content);
    contents.push_back(content.hash);
    stems.push_back(static_cast<std::uint8_t>(content.stems_size));
    outline.text += paragraph.excerpt_size;
  }
  for (std::uint32_t c = record.claims_begin; c < record.claims_end; ++c) {
    const ClaimRecord& claim = index.claim_record(c);
    outline.linked += claim.link != 0 ? 1U : 0U;
    outline.text += std::uint64_t{claim.unit_size} + claim.value_size + claim.thing_size + claim.excerpt_size;
  }
  return outline;
}

IndexedArticle MergedArticles::take(std::size_t article) {
  give_back_at(article);
  return article_of(index_of(order_[article]), order_[article].article);
}

ClaimSchema schema_of(const SiteIndex& index) {
  ClaimSchema schema{index.claim_rules(), {}};
  for (std::uint32_t a = 0; a < index.attribute_count(); ++a) {
    schema.attributes.push_back({std::string(index.rule(a)), std::string(index.what(a))});
  }
  return schema;
}

bool is_in_order(const SiteIndex& index) {
  for (std::uint32_t a = 1; a < index.article_count(); ++a) {
    if (!comes_before(index.article(a - 1).date, index.path(a - 1), index.article(a).date, index.path(a))) return false;
  }
  return true;
}

Result<bool> check_parts(const std::vector<NamedPart>& parts) {
  if (parts.empty()) return tl::unexpected(usage_fault({}, "there are no parts to merge"));
  const ClaimSchema schema = schema_of(parts.front().index);
  for (const NamedPart& part : parts) {
    if (part.index.claim_rules() != schema.rules || schema_of(part.index).attributes != schema.attributes) {
      return tl::unexpected(
          unread_fault(part.path, fmt::format("was made by other rules than {}", parts.front().path), "make all parts by the same rules"));
    }
    if (!is_in_order(part.index)) return tl::unexpected(unread_fault(part.path, "the part is damaged", "make it anew"));
  }
  if (auto problem = division_fault(parts)) return tl::unexpected(std::move(*problem));
  if (auto problem = overlap(parts)) return tl::unexpected(std::move(*problem));
  return true;
}

Result<SharedBytes> merged(const std::vector<NamedPart>& parts, unsigned jobs) {
  std::vector<MergeSource> sources;
  for (const NamedPart& part : parts) sources.push_back({&part.index, nullptr});
  MergedArticles articles(std::move(sources));
  auto assembly = Assembly::plan(articles, schema_of(parts.front().index));
  if (!assembly) return tl::unexpected(std::move(assembly.error()));
  MemorySink sink(assembly->size());
  assembly->write(sink, jobs);
  return sink.bytes();
}

}  // namespace stet
