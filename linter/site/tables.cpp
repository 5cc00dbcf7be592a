#include "site/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "site/pairs.h"

namespace stet {
namespace {

constexpr std::size_t piece_bytes = std::size_t{64} << 10U;
constexpr std::uint32_t rows_at_once = 65536;  // paragraphs or claims, until memory is given back

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
  bool line(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(piece_), format, std::forward<Values>(values)...);
    return piece_.size() < piece_bytes || flush();
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
    if (p % rows_at_once == 0) give_back(index.image());
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
  const auto write = [&](const ParagraphPair& pair) {
    const ParagraphRecord& first = index.paragraph(pair.first);
    const ParagraphRecord& second = index.paragraph(pair.second);
    return writer.line("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:.3f}\n", pair.first, escaped(index.path(first.article)), first.first_line,
                       pair.second, escaped(index.path(second.article)), second.first_line, pair.bands, pair.likeness.shared, pair.words,
                       pair.likeness.overlap);
  };
  return for_each_pair(index, jobs, write) && writer.flush();
}

bool write_claims(const SiteIndex& index, const TextSink& sink) {
  PieceWriter writer(sink);
  writer.line(
      "claim\tarticle\tline\tcolumn\tdate\tedition\tentity\tlink\tthing\tattribute\tcounted\tcircumstances\tflags\tkind\tunit\tlow\thigh\tv"
      "alue"
      "\n");
  for (std::uint32_t c = 0; c < index.claim_count(); ++c) {
    if (c % rows_at_once == 0) give_back(index.image());
    const ClaimRecord& claim = index.claim_record(c);
    const ClaimView view = index.view(c);
    const ArticleRecord& article = index.article(claim.article);
    writer.line("{}\t{}\t{}\t{}\t{}\t{:016x}\t{:016x}\t{:016x}\t{}\t{}\t{:016x}\t{:016x}\t{}\t{}\t{}\t{}\t{}\t{}\n", c,
                escaped(index.path(claim.article)), claim.line, claim.column, article.date, article.edition, claim.entity, claim.link,
                escaped(index.thing(claim)), escaped(index.rule(claim.attribute)), claim.counted, claim.circumstances, claim.flags,
                kind_name(view.kind), escaped(view.unit), view.low, view.high, escaped(index.value(claim)));
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
