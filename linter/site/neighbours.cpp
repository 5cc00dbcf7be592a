#include "site/neighbours.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <tuple>

#include "text/threads.h"
#include "text/unicode.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t members_read = 64;  // of one content
constexpr std::size_t most_related = 5;

/// The path below the canonical root, or the whole path when it lies elsewhere.
std::string site_path(const fs::path& root, const std::string& file) {
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(file, error);
  const fs::path below = whole.lexically_relative(root);
  return below.empty() || *below.begin() == ".." ? whole.generic_string() : below.generic_string();
}

/// A checked file that is not as the index has it.
struct Changed {
  bool changed = false;
  std::optional<std::uint32_t> known;
  IndexedArticle article;
};

}  // namespace

/// The article that asks: its place in the order of articles, and its number on each shelf that has it.
struct SiteNeighbours::Self {
  std::uint32_t date = no_date;
  std::string path;
  std::array<std::optional<std::uint32_t>, 2> article;
};

/// A paragraph elsewhere that is like the one asked about.
struct SiteNeighbours::Occurrence {
  std::uint8_t shelf = 0;
  std::uint32_t paragraph = no_index;
  Likeness likeness;
  std::uint32_t words = 0;  ///< content words compared: of the shorter one
  bool earlier = false;
  bool checked = false;
};

/// All that is found of one paragraph: the original first.
struct SiteNeighbours::Found {
  std::vector<Occurrence> occurrences;
  std::uint32_t uncounted = 0;  ///< further articles that have it word for word
  bool or_more = false;         ///< there may be others that are like it
};

SiteNeighbours::SiteNeighbours(SiteIndex index, std::string root, const std::vector<std::string>& checked, const IndexOptions& options,
                               const Drift& drift)
    : root_(std::move(root)), options_(options) {
  const std::uint32_t count = index.article_count();
  shelves_.push_back({std::move(index), std::vector<bool>(count, false), std::vector<bool>(count, false)});
  verified_ = std::vector<std::atomic<std::uint8_t>>(count);
  hide_changed(checked, options, drift);
}

SiteNeighbours::SiteNeighbours(SiteIndex index, std::map<std::string, std::string> texts, const IndexOptions& options)
    : options_(options), texts_(std::move(texts)) {
  const std::uint32_t count = index.article_count();
  shelves_.push_back({std::move(index), std::vector<bool>(count, false), std::vector<bool>(count, true)});
}

/// Reads the checked files and those that have drifted; what the index does not know byte by byte goes to the second shelf.
void SiteNeighbours::hide_changed(const std::vector<std::string>& checked, const IndexOptions& options, const Drift& drift) {
  std::error_code error;
  const fs::path root = fs::weakly_canonical(root_, error);
  std::vector<std::string> files = checked;
  std::vector<std::string> paths;
  for (const std::string& file : checked) paths.push_back(site_path(root, file));
  const std::set<std::string> checked_paths(paths.begin(), paths.end());
  for (const std::string& file : drift.changed) {
    std::string path = site_path(root, file);
    if (checked_paths.contains(path)) continue;
    files.push_back(file);
    paths.push_back(std::move(path));
  }
  std::vector<Changed> read(files.size());
  const SiteIndex& index = shelves_[0].index;
  const auto look_at = [&](std::size_t i, Vocabulary& vocabulary) {
    read[i].known = index.find_article(paths[i]);
    const auto source = read_source(files[i], options.limits);
    read[i].changed =
        !source || !read[i].known || index.article(*read[i].known).bytes_hash != XXH3_64bits(source->bytes.data(), source->bytes.size());
    Problems told_by_the_run;
    if (source && read[i].changed) read[i].article = index_source(*source, paths[i], vocabulary, options, told_by_the_run);
  };
  in_parallel(
      files.size(), options.jobs, [] { return Vocabulary(); }, look_at);
  std::vector<IndexedArticle> changed;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool is_checked = i < checked.size();
    if (is_checked) path_of_.emplace(files[i], paths[i]);
    if (read[i].known && read[i].changed) shelves_[0].hidden[*read[i].known] = true;
    if (read[i].known && !read[i].changed) shelves_[0].checked[*read[i].known] = is_checked;
    if (!read[i].article.path.empty()) changed.push_back(std::move(read[i].article));
  }
  for (const std::uint32_t article : drift.gone) shelves_[0].hidden[article] = true;
  if (!changed.empty()) add_shelf(std::move(changed), checked_paths, options);
}

void SiteNeighbours::add_shelf(std::vector<IndexedArticle> changed, const std::set<std::string>& checked, const IndexOptions& options) {
  auto image = assemble(std::move(changed), options.jobs, options.reader == nullptr ? ClaimSchema{} : options.reader->schema());
  auto second = image ? SiteIndex::open(std::move(*image)) : Result<SiteIndex>(tl::unexpected(std::move(image.error())));
  if (!second) return;
  const std::uint32_t count = second->article_count();
  std::vector<bool> is_checked(count, false);
  for (std::uint32_t a = 0; a < count; ++a) is_checked[a] = checked.contains(std::string(second->path(a)));
  shelves_.push_back({std::move(*second), std::vector<bool>(count, false), std::move(is_checked)});
}

std::string SiteNeighbours::site_path_of(const CheckInput& input) const {
  const auto known = path_of_.find(input.source.path);
  if (known != path_of_.end()) return known->second;
  std::error_code error;
  return root_.empty() ? input.source.path : site_path(fs::weakly_canonical(root_, error), input.source.path);
}

SiteNeighbours::Self SiteNeighbours::self_of(const CheckInput& input, const ArticlePrint& print) const {
  Self self{print.date, site_path_of(input), {}};
  for (std::size_t shelf = 0; shelf < shelves_.size(); ++shelf) self.article[shelf] = shelves_[shelf].index.find_article(self.path);
  return self;
}

void SiteNeighbours::add_members(const Self& self, std::uint8_t shelf, std::uint32_t content, const Likeness& likeness,
                                 Found& found) const {
  const auto& [index, hidden, checked] = shelves_[shelf];
  const auto members = index.members(content);
  const std::uint32_t words = index.content(content).stems_size;
  std::uint32_t last = no_index;
  std::uint32_t articles = 0;
  for (const std::uint32_t paragraph : members.first(std::min(members.size(), members_read))) {
    const std::uint32_t article = index.paragraph(paragraph).article;
    if (hidden[article] || article == self.article[shelf] || article == last) continue;
    last = article;
    ++articles;
    const std::string_view path = index.path(article);
    const bool earlier = std::tuple(index.article(article).date, path) < std::tuple(self.date, std::string_view(self.path));
    found.occurrences.push_back({shelf, paragraph, likeness, words, earlier, checked[article]});
  }
  if (members.size() > members_read) found.uncounted += std::max(index.content(content).articles, articles + 1) - articles - 1;
}

SiteNeighbours::Found SiteNeighbours::occurrences(const Self& self, const ParagraphContent& own, std::uint64_t hash, float alike) const {
  Found found;
  const auto shelves = static_cast<std::uint8_t>(shelves_.size());  // one or two
  for (std::uint8_t shelf = 0; shelf < shelves; ++shelf) {
    const SiteIndex& index = shelves_[shelf].index;
    const auto same = index.find_content(hash);
    const auto words = static_cast<std::uint32_t>(own.stems.size());
    if (same) add_members(self, shelf, *same, {.contained = 1, .overlap = 1, .cohesion = 1, .shared = words}, found);
    std::size_t like = same ? 1 : 0;
    for (const Candidate& candidate : index.candidates(own.stems)) {
      if (candidate.content == same) continue;
      const ParagraphContent other = index.words_of(candidate.content);
      const Likeness likeness = likeness_of(own, other);
      if (!is_same_passage(likeness, alike) || differs_on_purpose(own, other, likeness)) continue;
      ++like;
      add_members(self, shelf, candidate.content, likeness, found);
    }
    found.or_more = found.or_more || like >= most_candidates;
  }
  const auto order = [&](const Occurrence& occurrence) {
    const SiteIndex& index = shelves_[occurrence.shelf].index;
    const std::uint32_t article = index.paragraph(occurrence.paragraph).article;
    return std::tuple(!occurrence.earlier, !occurrence.earlier && occurrence.checked, -occurrence.likeness.overlap,
                      index.article(article).date, index.path(article), occurrence.paragraph);
  };
  std::sort(found.occurrences.begin(), found.occurrences.end(),
            [&](const Occurrence& a, const Occurrence& b) { return order(a) < order(b); });
  return found;
}

bool SiteNeighbours::is_as_indexed(std::uint32_t article) const {
  if (verified_.empty()) return true;
  const std::uint8_t known = verified_[article];
  if (known != 0) return known == 1;
  const SiteIndex& index = shelves_[0].index;
  const auto source = read_entry(root_, index.path(article));
  const bool same = source && XXH3_64bits(source->bytes.data(), source->bytes.size()) == index.article(article).bytes_hash;
  verified_[article] = same ? 1 : 2;
  return same;
}

ParagraphElsewhere SiteNeighbours::place_of(const Occurrence& occurrence) const {
  const SiteIndex& index = shelves_[occurrence.shelf].index;
  const ParagraphRecord& paragraph = index.paragraph(occurrence.paragraph);
  if (occurrence.shelf == 0 && !is_as_indexed(paragraph.article)) stale_ = true;
  const std::string path = valid_text(index.path(paragraph.article));
  return {path,
          {root_.empty() ? path : joined(root_, path), paragraph.first_line, paragraph.last_line, valid_text(index.excerpt(paragraph))},
          occurrence.earlier};
}

/// What to tell of a paragraph; without `others` when it is told at another article.
Recurrence SiteNeighbours::recurrence_of(const ParagraphPrint& paragraph, const Found& found, const RecurrenceQuery& query) const {
  Recurrence told;
  std::set<std::pair<std::uint8_t, std::uint32_t>> articles;
  bool earlier_checked = false;
  for (const Occurrence& occurrence : found.occurrences) {
    articles.emplace(occurrence.shelf, shelves_[occurrence.shelf].index.paragraph(occurrence.paragraph).article);
    earlier_checked = earlier_checked || (occurrence.earlier && occurrence.checked);
  }
  told.articles = static_cast<std::uint32_t>(articles.size()) + found.uncounted + 1;
  told.or_more = found.or_more;
  told.common = told.articles > query.most_articles;
  told.first_sentence = paragraph.sentences.begin;
  told.end_sentence = paragraph.sentences.end;
  if (found.occurrences.empty() || (told.common && earlier_checked)) return told;
  const Occurrence& first = found.occurrences.front();
  told.shared = first.likeness.shared;
  told.words = std::min(paragraph.stems.size(), first.words);
  for (const Occurrence& occurrence : found.occurrences) {
    if (told.others.size() == most_related) break;
    // A later article that is checked tells it there.
    const bool here = told.common || (first.earlier ? occurrence.earlier : !occurrence.checked);
    if (here) told.others.push_back(place_of(occurrence));
  }
  return told;
}

namespace {

constexpr std::uint32_t widest_gap = 3;  // paragraphs, in both articles

/// Puts the occurrence first that goes on where the paragraph before stood, when there is one.
template <typename Occurrences>
bool goes_on(Occurrences& occurrences, std::uint8_t shelf, std::uint32_t expected) {
  const auto next = std::find_if(occurrences.begin(), occurrences.end(),
                                 [&](const auto& occurrence) { return occurrence.shelf == shelf && occurrence.paragraph == expected; });
  if (next == occurrences.end() || next->earlier != occurrences.front().earlier) return false;
  std::rotate(occurrences.begin(), next, next + 1);
  return true;
}

void extend(Recurrence& told, const Recurrence& next) {
  told.end_sentence = next.end_sentence;
  ++told.paragraphs;
  told.shared += next.shared;
  told.words += next.words;
  told.articles = std::min(told.articles, next.articles);
  const ParagraphElsewhere& other = next.others.front();
  for (ParagraphElsewhere& place : told.others) {
    if (place.path == other.path) place.place.last_line = std::max(place.place.last_line, other.place.last_line);
  }
}

bool all_hold(const ParagraphPrint& paragraph, const RecurrenceQuery& query) {
  if (paragraph.words < query.at_least) return false;
  for (std::uint32_t s = paragraph.sentences.begin; s < paragraph.sentences.end; ++s) {
    if (!query.holds(s)) return false;
  }
  return true;
}

}  // namespace

std::vector<Recurrence> SiteNeighbours::find(const CheckInput& input, const RecurrenceQuery& query) const {
  const ArticlePrint print = fingerprint(input);
  const Self self = self_of(input, print);
  std::vector<Recurrence> result;
  Occurrence before;
  std::uint32_t before_paragraph = 0;
  for (std::uint32_t p = 0; p < print.paragraphs.size(); ++p) {
    const ParagraphPrint& paragraph = print.paragraphs[p];
    if (!all_hold(paragraph, query)) continue;
    const ParagraphContent own{std::span(print.stems).subspan(paragraph.stems.begin, paragraph.stems.size()), paragraph.negated};
    Found found = occurrences(self, own, paragraph.content, query.alike);
    const std::uint32_t gap = p - before_paragraph;
    const bool next = before.paragraph != no_index && gap <= widest_gap && goes_on(found.occurrences, before.shelf, before.paragraph + gap);
    const Recurrence told = recurrence_of(paragraph, found, query);
    if (told.others.empty()) {
      before.paragraph = no_index;
      continue;
    }
    before = found.occurrences.front();
    before_paragraph = p;
    if (next && told.common == result.back().common) {
      extend(result.back(), told);
    } else {
      result.push_back(told);
    }
  }
  return result;
}

}  // namespace stet
