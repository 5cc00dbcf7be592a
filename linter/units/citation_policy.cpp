#include "units/citation_policy.h"

#include <algorithm>

#include "text/unicode.h"

namespace stet {
namespace {

bool allowed(const CitationPolicy& policy, const std::string& host) {
  return std::any_of(policy.domains.begin(), policy.domains.end(), [&](const std::string& name) {
    const std::string domain = fold(name);
    return host == domain || (host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
  });
}

/// "{{< cite key >}}" -> "cite"; "{% ref %}" -> "ref"; "<Cite id=1/>" -> "Cite"; empty for what closes.
std::string_view name_of(std::string_view written) {
  const auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  };
  std::size_t begin = 0;
  while (begin < written.size() && !is_name(written[begin]) && written[begin] != '/') ++begin;
  std::size_t end = begin;
  while (end < written.size() && is_name(written[end])) ++end;
  return written.substr(begin, end - begin);
}

/// The sentence of a run that a place belongs to; a mark at a sentence's very start was written behind the one before.
std::uint32_t sentence_at(const Units& units, std::uint32_t text, Span plain) {
  const IndexRange range = units.sentences_of_text[text];
  const std::uint32_t at = plain.empty() && plain.begin > 0 ? plain.begin - 1 : plain.begin;
  const auto first = units.sentences.begin() + range.begin;
  const auto after = std::upper_bound(first, units.sentences.begin() + range.end, at,
                                      [](std::uint32_t offset, const Sentence& sentence) { return offset < sentence.plain.begin; });
  return after == first ? range.begin : static_cast<std::uint32_t>(after - units.sentences.begin()) - 1;
}

void add_shortcodes(const CitationPolicy& policy, const Article& article, const Source& source, Units& units) {
  for (std::uint32_t text = 0; text < article.texts.size(); ++text) {
    if (units.sentences_of_text[text].empty()) continue;
    for (std::uint32_t i = article.texts[text].inlines.begin; i < article.texts[text].inlines.end; ++i) {
      const Inline& span = article.inlines[i];
      if (span.kind != InlineKind::shortcode && span.kind != InlineKind::html_tag) continue;
      const std::string_view name = name_of(source.view(span.source));
      if (std::find(policy.shortcodes.begin(), policy.shortcodes.end(), name) == policy.shortcodes.end()) continue;
      units.citations.push_back({CitationKind::shortcode, text, sentence_at(units, text, span.plain), span.plain, no_index});
    }
  }
  std::stable_sort(units.citations.begin(), units.citations.end(),
                   [](const Citation& a, const Citation& b) { return a.sentence < b.sentence; });
}

}  // namespace

std::string host_of(std::string_view target) {
  const std::size_t slashes = target.find("//");
  if (slashes == std::string_view::npos && !target.starts_with("www.")) return {};
  if (slashes != std::string_view::npos) target.remove_prefix(slashes + 2);
  target = target.substr(0, target.find_first_of("/?#"));
  if (const std::size_t user = target.rfind('@'); user != std::string_view::npos) target.remove_prefix(user + 1);
  target = target.substr(0, target.find(':'));
  std::string host = fold(target);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

bool may_cite(const CitationPolicy& policy, std::string_view target) { return policy.domains.empty() || allowed(policy, host_of(target)); }

void apply(const CitationPolicy& policy, const Article& article, const Source& source, Units& units) {
  if (!policy.domains.empty()) {
    std::erase_if(units.citations, [&](const Citation& citation) {
      return citation.kind == CitationKind::link && citation.link != no_index && !may_cite(policy, article.links[citation.link].target);
    });
  }
  if (!policy.shortcodes.empty()) add_shortcodes(policy, article, source, units);
}

}  // namespace stet
