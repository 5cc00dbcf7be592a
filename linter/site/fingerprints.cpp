#include "site/fingerprints.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "checks/wording/message.h"
#include "claims/stated.h"
#include "comparing/passages.h"
#include "matching/conditions.h"

namespace stet {
namespace {

constexpr std::size_t excerpt_bytes = 96;

class PrintMaker {
 public:
  explicit PrintMaker(const CheckInput& input) : input_(input) {}

  ArticlePrint make() {
    const std::uint16_t places = place_bits({Place::paragraph, Place::list});
    const auto taken = [&](std::uint32_t sentence) {
      const auto place = static_cast<unsigned>(input_.units.sentences[sentence].place);
      return (places >> place & 1U) != 0 && says_something(input_, sentence);
    };
    const Passages passages = read_passages(input_, PassageUnit::block, least_words, taken);
    for (const Passage& passage : passages.passages) add(passages, passage);
    const std::string_view front_matter = input_.article.front_matter ? input_.source.view(*input_.article.front_matter) : "";
    print_.date = article_date(front_matter, input_.source.path);
    // Of a whole site all prints are in memory at once.
    print_.paragraphs.shrink_to_fit();
    print_.stems.shrink_to_fit();
    print_.text.shrink_to_fit();
    return std::move(print_);
  }

 private:
  const CheckInput& input_;
  ArticlePrint print_;

  const Word& word(std::uint32_t index) const { return input_.units.words[index]; }
  const Form& form(std::uint32_t index) const { return input_.vocabulary.form(word(index).form); }

  bool starts_sentence(std::uint32_t index, const Passage& passage) const {
    const auto first = input_.units.sentences.begin() + passage.first_sentence;
    const auto end = input_.units.sentences.begin() + passage.end_sentence;
    const auto at = std::partition_point(first, end, [&](const Sentence& sentence) { return sentence.words.begin < index; });
    return at != end && at->words.begin == index;
  }

  SiteStem marked(StemId stem, std::uint32_t index, const Passage& passage) const {
    const std::uint16_t flags = word(index).flags;
    const bool capital = (flags & word_capitalized) != 0 && !starts_sentence(index, passage);
    const bool is_name = capital || (flags & (word_all_caps | word_code)) != 0;
    const bool is_number = (form(index).flags & form_number) != 0;
    return site_stem(input_.vocabulary.stem_text(stem)) | (is_name ? name_mark : 0U) | (is_number ? number_mark : 0U);
  }

  bool is_negated(const Passage& passage) const {
    return holds_denial(
        input_, {input_.units.sentences[passage.first_sentence].words.begin, input_.units.sentences[passage.end_sentence - 1].words.end});
  }

  /// Readable text from the passage's start, cut between two words.
  void add_excerpt(ParagraphPrint& paragraph, Span plain) {
    std::string_view text = input_.article.text(plain);
    if (text.size() > excerpt_bytes) {
      const std::size_t space = text.substr(0, excerpt_bytes).find_last_of(' ');
      std::size_t end = space == std::string_view::npos ? excerpt_bytes : space;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
      text = text.substr(0, end);
    }
    paragraph.excerpt.begin = static_cast<std::uint32_t>(print_.text.size());
    print_.text += text;
    paragraph.excerpt.end = static_cast<std::uint32_t>(print_.text.size());
  }

  void add(const Passages& passages, const Passage& passage) {
    std::vector<SiteStem> stems;
    for (std::uint32_t i = passage.stems.begin; i < passage.stems.end; ++i) {
      stems.push_back(marked(passages.stems[i], passages.words[i], passage));
    }
    ParagraphPrint paragraph;
    paragraph.sentences = {passage.first_sentence, passage.end_sentence};
    paragraph.words = static_cast<std::uint32_t>(stems.size());
    paragraph.negated = is_negated(passage);
    paragraph.content = XXH3_64bits_withSeed(stems.data(), stems.size() * sizeof(SiteStem), paragraph.negated ? 1 : 0);
    stems.resize(std::min<std::size_t>(stems.size(), most_words));
    paragraph.stems.begin = static_cast<std::uint32_t>(print_.stems.size());
    print_.stems.insert(print_.stems.end(), stems.begin(), stems.end());
    paragraph.stems.end = static_cast<std::uint32_t>(print_.stems.size());
    const Span plain{input_.units.sentences[passage.first_sentence].plain.begin,
                     input_.units.sentences[passage.end_sentence - 1].plain.end};
    const Span source = input_.article.to_source(plain);
    paragraph.first_line = input_.source.lines.line_at(source.begin);
    paragraph.last_line = input_.source.lines.line_at(std::max(source.begin + 1, source.end) - 1);
    add_excerpt(paragraph, plain);
    print_.paragraphs.push_back(paragraph);
  }
};

/// Multiply-add hashing (Dietzfelbinger et al. 1997): the high half of a * x + b with an odd a. The multipliers are splitmix64's sequence.
struct HashFunction {
  std::uint64_t multiplier = 0;
  std::uint64_t addend = 0;
};

constexpr std::uint64_t splitmix(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t z = state;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

constexpr auto make_hash_functions() {
  std::array<HashFunction, std::size_t{band_count} * band_rows> functions{};
  std::uint64_t state = 0x73746574;  // "stet"
  for (HashFunction& function : functions) {
    function.multiplier = splitmix(state) | 1U;
    function.addend = splitmix(state);
  }
  return functions;
}

constexpr auto hash_functions = make_hash_functions();

/// Hashes of each two neighbouring stems, without their marks.
std::vector<std::uint64_t> shingles_of(std::span<const SiteStem> stems) {
  std::vector<std::uint64_t> shingles;
  for (std::size_t i = 0; i + 1 < stems.size(); ++i) {
    const std::array<std::uint32_t, 2> pair = {stems[i] & stem_bits, stems[i + 1] & stem_bits};
    shingles.push_back(XXH3_64bits(pair.data(), sizeof pair));
  }
  return shingles;
}

}  // namespace

SiteStem site_stem(std::string_view stem) { return static_cast<SiteStem>(XXH3_64bits(stem.data(), stem.size()) >> 34U); }

ArticlePrint fingerprint(const CheckInput& input) { return PrintMaker(input).make(); }

ArticlePrint fingerprint(const Source& source, Vocabulary& vocabulary, const ParseLimits& limits, Problems& problems) {
  Article article = parse_article(source, Dialect::by_path, limits);
  std::move(article.problems.begin(), article.problems.end(), std::back_inserter(problems));
  const Units units = read_units(article, vocabulary);
  const Matches matches;
  const FrameCues cues{};
  const std::vector<std::string> capture_names;
  const CitationPolicy citations;
  return fingerprint({source, article, units, vocabulary, matches, cues, capture_names, citations});
}

BandHashes band_hashes(std::span<const SiteStem> stems) {
  const std::vector<std::uint64_t> shingles = shingles_of(stems);
  std::array<std::uint32_t, hash_functions.size()> least{};
  least.fill(std::numeric_limits<std::uint32_t>::max());
  for (const std::uint64_t shingle : shingles) {
    for (std::size_t i = 0; i < least.size(); ++i) {
      const auto hash = static_cast<std::uint32_t>((hash_functions[i].multiplier * shingle + hash_functions[i].addend) >> 32U);
      least[i] = std::min(least[i], hash);
    }
  }
  BandHashes bands{};
  for (std::uint32_t band = 0; band < band_count; ++band) {
    bands[band] = static_cast<std::uint32_t>(XXH3_64bits(least.data() + std::size_t{band} * band_rows, band_rows * sizeof(std::uint32_t)));
  }
  return bands;
}

}  // namespace stet
