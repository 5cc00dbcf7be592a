#include "site/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "site/parallel.h"

namespace stet {
namespace {

constexpr std::size_t piece_bytes = std::size_t{64} << 10U;
constexpr std::size_t joined_at_once = 4096;  // contents

std::string escaped(std::string_view path) {
  std::string result;
  for (const char c : path) {
    const std::size_t special = std::string_view("\t\n\r\\").find(c);
    if (special == std::string_view::npos) {
      result += c;
    } else {
      result += {'\\', "tnr\\"[special]};
    }
  }
  return result;
}

/// Gathers text and hands it on in pieces.
class PieceWriter {
 public:
  explicit PieceWriter(const TextSink& sink) : sink_(sink) {}
  template <typename... Values>
  void line(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(piece_), format, std::forward<Values>(values)...);
    if (piece_.size() >= piece_bytes) flush();
  }
  bool flush() {
    fine_ = fine_ && sink_(piece_);
    piece_.clear();
    return fine_;
  }

 private:
  const TextSink& sink_;
  std::string piece_;
  bool fine_ = true;
};

std::string_view kind_name(TypedKind kind) {
  switch (kind) {
    case TypedKind::percent:
      return "percent";
    case TypedKind::money:
      return "money";
    case TypedKind::quantity:
      return "quantity";
    case TypedKind::duration:
      return "duration";
    case TypedKind::date:
    case TypedKind::year:
      return "date";
    case TypedKind::time:
      return "time";
    default:
      return "number";
  }
}

struct Pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t bands = 0;
  Likeness likeness;
  std::uint32_t words = 0;
};

std::uint32_t article_of_paragraph(const SiteIndex& index, std::uint32_t paragraph) { return index.paragraph(paragraph).article; }

/// All pairs whose later paragraph is one of this content's.
std::vector<Pair> pairs_of(const SiteIndex& index, std::uint32_t content) {
  std::vector<Pair> pairs;
  const auto members = index.members(content);
  const ParagraphContent own = index.words_of(content);
  const auto words = static_cast<std::uint32_t>(own.stems.size());
  for (const Candidate& candidate : index.candidates(own.stems)) {
    const std::uint32_t first = index.members(candidate.content).front();
    if (candidate.content >= content || article_of_paragraph(index, first) == article_of_paragraph(index, members.front())) continue;
    const ParagraphContent other = index.words_of(candidate.content);
    const auto shorter = std::min(words, static_cast<std::uint32_t>(other.stems.size()));
    pairs.push_back({first, members.front(), candidate.bands, likeness_of(own, other), shorter});
  }
  for (const std::uint32_t member : members.subspan(1)) {
    if (article_of_paragraph(index, member) == article_of_paragraph(index, members.front())) continue;
    pairs.push_back({members.front(), member, band_count, {.overlap = 1, .shared = words}, words});
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.first < b.first; });
  return pairs;
}

/// The largest group of paragraphs that a band hash brings together.
std::size_t largest_bucket(const SiteIndex& index) {
  std::size_t largest = 0;
  for (std::uint32_t band = 0; band < band_count; ++band) {
    const auto postings = index.postings(band);
    for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
      while (end < postings.size() && postings[end].hash == postings[begin].hash) ++end;
      largest = std::max(largest, end - begin);
    }
  }
  return largest;
}

}  // namespace

bool write_prints(const SiteIndex& index, const TextSink& sink) {
  PieceWriter writer(sink);
  writer.line("paragraph\tarticle\tline\twords\tcontent\tband\thash\n");
  for (std::uint32_t p = 0; p < index.paragraph_count(); ++p) {
    const ParagraphRecord& paragraph = index.paragraph(p);
    const BandHashes hashes = band_hashes(index.words_of(paragraph.content).stems);
    const std::string start = fmt::format("{}\t{}\t{}\t{}\t{:016x}", p, escaped(index.path(paragraph.article)), paragraph.first_line,
                                          paragraph.words, index.content(paragraph.content).hash);
    for (std::uint32_t band = 0; band < band_count; ++band) writer.line("{}\t{}\t{:08x}\n", start, band, hashes[band]);
  }
  return writer.flush();
}

bool write_pairs(const SiteIndex& index, unsigned jobs, const TextSink& sink) {
  PieceWriter writer(sink);
  writer.line("first\tfirst_article\tfirst_line\tsecond\tsecond_article\tsecond_line\tbands\tshared\twords\toverlap\n");
  for (std::uint32_t begin = 0; begin < index.content_count(); begin += joined_at_once) {
    std::vector<std::vector<Pair>> pairs(std::min<std::size_t>(joined_at_once, index.content_count() - begin));
    in_parallel(pairs.size(), jobs, [&](std::size_t i) { pairs[i] = pairs_of(index, begin + static_cast<std::uint32_t>(i)); });
    for (const std::vector<Pair>& of_content : pairs) {
      for (const Pair& pair : of_content) {
        const ParagraphRecord& first = index.paragraph(pair.first);
        const ParagraphRecord& second = index.paragraph(pair.second);
        writer.line("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.3f}\n", pair.first, escaped(index.path(first.article)), first.first_line,
                    pair.second, escaped(index.path(second.article)), second.first_line, pair.bands, pair.likeness.shared, pair.words,
                    pair.likeness.overlap);
      }
    }
  }
  return writer.flush();
}

bool write_claims(const SiteIndex& index, const TextSink& sink) {
  PieceWriter writer(sink);
  writer.line(
      "article\tline\tcolumn\tdate\tedition\tentity\tthing\tattribute\tcounted\tcircumstances\tflags\tkind\tunit\tlow\thigh\tvalue\n");
  for (std::uint32_t c = 0; c < index.claim_count(); ++c) {
    const ClaimRecord& claim = index.claim_record(c);
    const ClaimView view = index.view(c);
    const ArticleRecord& article = index.article(claim.article);
    writer.line("{}\t{}\t{}\t{}\t{:016x}\t{:016x}\t{}\t{}\t{:016x}\t{:016x}\t{}\t{}\t{}\t{}\t{}\t{}\n", escaped(index.path(claim.article)),
                claim.line, claim.column, article.date, article.edition, claim.entity, escaped(index.thing(claim)),
                escaped(index.rule(claim.attribute)), claim.counted, claim.circumstances, claim.flags, kind_name(view.kind),
                escaped(view.unit), view.low, view.high, escaped(index.value(claim)));
  }
  return writer.flush();
}

std::string describe(const SiteIndex& index) {
  std::uint32_t dated = 0;
  for (std::uint32_t a = 0; a < index.article_count(); ++a) dated += index.article(a).date != no_date ? 1U : 0U;
  std::uint32_t repeated = 0;
  std::uint32_t most = 0;
  for (std::uint32_t c = 0; c < index.content_count(); ++c) {
    repeated += index.content(c).articles > 1 ? 1U : 0U;
    most = std::max(most, index.content(c).articles);
  }
  return fmt::format(
      "articles      {} ({} dated)\n"
      "paragraphs    {} ({} different)\n"
      "repeated      {} paragraphs stand word for word in several articles, one of them in {}\n"
      "bands         {} of {} hashes, the commonest hash {} times\n"
      "claims        {} of things that have a name\n"
      "bytes         {}, format {}\n",
      index.article_count(), dated, index.paragraph_count(), index.content_count(), repeated, most, band_count, band_rows,
      largest_bucket(index), index.claim_count(), index.byte_count(), index_format);
}

}  // namespace stet
