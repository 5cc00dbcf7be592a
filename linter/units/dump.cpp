#include <fmt/format.h>

#include <array>

#include "text/unicode.h"
#include "units/units.h"

namespace stet {
namespace {

constexpr std::array<std::string_view, 7> place_names = {"paragraph", "heading", "list", "table", "quote", "footnote", "code"};
constexpr std::array<std::string_view, 12> typed_names = {"number", "percent", "money", "quantity", "duration", "date",
                                                          "year",   "time",    "name",  "citation", "ordinal",  "proper"};
constexpr std::array<std::string_view, 10> citation_names = {"link", "footnote",    "numbered",     "doi",     "pmid",
                                                             "key",  "author_year", "journal_year", "element", "shortcode"};

void dump_sentence(const Units& units, const Article& article, const Source& source, const Vocabulary& vocabulary, const Sentence& sentence,
                   std::string& out) {
  const Position at = source.position(article.to_source(sentence.plain).begin);
  out += fmt::format("{}:{} {}{}{} “{}”\n   ", at.line, at.column, place_names[static_cast<std::size_t>(sentence.place)],
                     sentence.question ? " question" : "", sentence.fragment ? " fragment" : "", visible(article.text(sentence.plain)));
  for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w) {
    const Form& form = vocabulary.form(units.words[w].form);
    out += fmt::format(" {}{}", (units.words[w].flags & word_joined) != 0 ? "~" : "", form.text);
    if (form.weight > 0) out += fmt::format("/{:.1f}", form.weight);
  }
  out += '\n';
}

void dump_typed(const Article& article, const Typed& token, std::string& out) {
  out += fmt::format("    {} “{}”", typed_names[static_cast<std::size_t>(token.kind)], visible(article.text(token.plain)));
  if (token.kind != TypedKind::name && token.kind != TypedKind::proper)
    out += fmt::format(" = {}..{}{}{}", token.low, token.high, token.unit, token.approximate ? " about" : "");
  out += '\n';
}

void dump_citation(const Article& article, const Citation& citation, std::string& out) {
  out +=
      fmt::format("    citation {} “{}”\n", citation_names[static_cast<std::size_t>(citation.kind)], visible(article.text(citation.plain)));
}

}  // namespace

std::string dump(const Units& units, const Article& article, const Source& source, const Vocabulary& vocabulary) {
  std::string out;
  std::size_t typed = 0;
  std::size_t citation = 0;
  for (std::uint32_t s = 0; s < units.sentences.size(); ++s) {
    const Sentence& sentence = units.sentences[s];
    dump_sentence(units, article, source, vocabulary, sentence, out);
    for (; typed < units.typed.size() && units.typed[typed].words.begin < sentence.words.end; ++typed)
      dump_typed(article, units.typed[typed], out);
    for (; citation < units.citations.size() && units.citations[citation].sentence == s; ++citation)
      dump_citation(article, units.citations[citation], out);
  }
  return out;
}

}  // namespace stet
