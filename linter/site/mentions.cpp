// The half of SiteNeighbours that hands out paragraphs of other articles with their bytes.
//
// The index has the stems of every paragraph: those that can hold a name are found by going through them, which costs some fifty
// milliseconds for a million paragraphs, and only these are read from their files.
#include <xxhash.h>

#include <algorithm>

#include "site/neighbours.h"
#include "text/unicode.h"

namespace stet {
namespace {

/// Sets of stems as the index has them.
std::vector<std::vector<SiteStem>> as_site_stems(const std::vector<StemTexts>& sets) {
  std::vector<std::vector<SiteStem>> result;
  for (const StemTexts& set : sets) {
    result.emplace_back();
    for (const std::string& stem : set) result.back().push_back(site_stem(stem));
  }
  return result;
}

bool holds_all(std::span<const SiteStem> stems, const std::vector<SiteStem>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](SiteStem stem) {
    return std::any_of(stems.begin(), stems.end(), [&](SiteStem other) { return (other & stem_bits) == stem; });
  });
}

std::string lines_of(const Source& source, std::uint32_t first, std::uint32_t last) {
  if (first == 0 || first > source.lines.count()) return {};
  const Span end = source.lines.line(std::min(std::max(first, last), source.lines.count()));
  return std::string(source.view({source.lines.line(first).begin, end.end}));
}

}  // namespace

std::optional<Source> SiteNeighbours::source_of(const Shelf& shelf, std::uint32_t article) const {
  const std::string path(shelf.index.path(article));
  const auto text = texts_.find(path);
  if (text == texts_.end() && root_.empty()) return std::nullopt;  // a site in memory has no files
  auto source = text == texts_.end() ? read_entry(root_, path) : make_source(path, text->second);
  if (!source) return std::nullopt;
  const bool same = XXH3_64bits(source->bytes.data(), source->bytes.size()) == shelf.index.article(article).bytes_hash;
  if (!same) stale_ = true;
  return same ? std::optional(std::move(*source)) : std::nullopt;
}

void SiteNeighbours::add_mentions(const Shelf& shelf, const std::vector<StemTexts>& sets, std::vector<MentionElsewhere>& mentions) const {
  const SiteIndex& index = shelf.index;
  const std::vector<std::vector<SiteStem>> wanted = as_site_stems(sets);
  std::vector<bool> holds(index.content_count(), false);
  for (std::uint32_t content = 0; content < index.content_count(); ++content) {
    const std::span<const SiteStem> stems = index.words_of(content).stems;
    holds[content] = std::any_of(wanted.begin(), wanted.end(), [&](const auto& set) { return holds_all(stems, set); });
  }
  std::uint32_t open = no_index;  // the article that was read last
  std::optional<Source> source;
  for (std::uint32_t p = 0; p < index.paragraph_count() && mentions.size() < most_mentions; ++p) {
    const ParagraphRecord& paragraph = index.paragraph(p);
    if (!holds[paragraph.content] || shelf.hidden[paragraph.article]) continue;
    if (paragraph.article != open) source = source_of(shelf, paragraph.article);
    open = paragraph.article;
    if (!source) continue;
    std::string path(index.path(open));
    if (find_invalid_utf8(path) != std::string_view::npos) continue;
    const std::string shown = root_.empty() ? path : joined(root_, path);
    mentions.push_back({{index.article(open).date, std::move(path)},
                        shelf.checked[open],
                        {shown, paragraph.first_line, paragraph.last_line, {}},
                        lines_of(*source, paragraph.first_line, paragraph.last_line)});
  }
}

std::vector<MentionElsewhere> SiteNeighbours::mentions(const std::vector<StemTexts>& sets) const {
  std::vector<MentionElsewhere> result;
  for (const Shelf& shelf : shelves_) add_mentions(shelf, sets, result);
  std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.article < b.article; });
  return result;
}

ArticleElsewhere SiteNeighbours::self(const CheckInput& input) const {
  const std::string_view front_matter = input.article.front_matter ? input.source.view(*input.article.front_matter) : "";
  return {article_date(front_matter, input.source.path), site_path_of(input)};
}

}  // namespace stet
