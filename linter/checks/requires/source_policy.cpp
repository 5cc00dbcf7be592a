#include "checks/requires/source_policy.h"

#include <algorithm>

#include "text/unicode.h"
#include "units/citation_policy.h"

namespace stet {
namespace {

std::vector<std::string> texts_of(const YamlValue& map, std::string_view name) {
  std::vector<std::string> result;
  const YamlValue* value = map.find(name);
  if (value == nullptr) return result;
  if (value->kind == YamlKind::scalar) result.push_back(fold(value->scalar));
  for (const YamlValue& item : value->items) result.push_back(fold(item.scalar));
  return result;
}

/// Hosts are compared without `www.`; see host_of.
std::vector<std::string> domains_of(const YamlValue& map, std::string_view name) {
  std::vector<std::string> domains = texts_of(map, name);
  for (std::string& domain : domains) {
    if (domain.starts_with("www.")) domain.erase(0, 4);
  }
  return domains;
}

bool is_below(std::string_view host, std::string_view domain) {
  if (!domain.ends_with(".*")) return host == domain || (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
  const std::string_view name = domain.substr(0, domain.size() - 1);  // with its dot
  return host.starts_with(name) || host.find("." + std::string(name)) != std::string_view::npos;
}

bool any_below(const std::string& host, const std::vector<std::string>& domains) {
  return std::any_of(domains.begin(), domains.end(), [&](const std::string& domain) { return is_below(host, domain); });
}

bool takes_link(const SourcePolicy& policy, std::string_view target) {
  if (policy.allow.empty() && policy.refuse.empty()) return true;
  const std::string host = host_of(target);
  return !any_below(host, policy.refuse) && (policy.allow.empty() || any_below(host, policy.allow));
}

bool is_source(const SourcePolicy& policy, const CheckInput& input, const Citation& citation) {
  return citation.kind != CitationKind::link || takes_link(policy, input.article.links[citation.link].target);
}

/// "cite" of `{{< cite "hall" >}}`, `{% cite hall %}`, `<cite>`, `</Cite>`, `<Cite id="hall" />`.
std::string name_of_mark(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of("{</%$ ");
  if (begin == std::string_view::npos) return {};
  const auto is_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; };
  std::size_t end = begin;
  while (end < bytes.size() && is_name(bytes[end])) ++end;
  return fold(bytes.substr(begin, end - begin));
}

/// "https://example.org/x" of `<a href="https://example.org/x">`; empty when it leads nowhere outside.
std::string_view target_of(std::string_view tag) {
  const std::size_t attribute = tag.find("href=");
  if (attribute == std::string_view::npos) return {};
  tag.remove_prefix(attribute + 5);
  tag.remove_prefix(std::min(tag.find_first_not_of("\"'"), tag.size()));
  return tag.starts_with("http://") || tag.starts_with("https://") ? tag.substr(0, tag.find_first_of("\"' >")) : std::string_view();
}

/// A shortcode or element of one of the names; `<sup>` with a number in it; `<a>` that leads out.
bool is_citing_mark(const SourcePolicy& policy, const CheckInput& input, const Inline& mark) {
  const std::string name = name_of_mark(input.source.view(mark.source));
  if (std::find(policy.shortcodes.begin(), policy.shortcodes.end(), name) != policy.shortcodes.end()) return true;
  if (name == "a") {
    const std::string_view target = target_of(input.source.view(mark.source));
    return !target.empty() && may_cite(input.citations, target) && takes_link(policy, target);
  }
  const std::string_view plain = input.article.plain;
  return name == "sup" && !input.source.view(mark.source).starts_with("</") && mark.plain.begin < plain.size() &&
         plain[mark.plain.begin] >= '1' && plain[mark.plain.begin] <= '9';
}

/// The sentence in which the byte before `plain` stands.
std::uint32_t sentence_before(const Units& units, std::uint32_t plain) {
  const auto after = std::lower_bound(units.sentences.begin(), units.sentences.end(), plain,
                                      [](const Sentence& sentence, std::uint32_t at) { return sentence.plain.begin < at; });
  return after == units.sentences.begin() ? no_index : static_cast<std::uint32_t>(after - units.sentences.begin()) - 1;
}

}  // namespace

SourcePolicy read_source_policy(const Rule& rule) {
  SourcePolicy policy;
  policy.shortcodes = {"cite", "citation", "ref", "reference", "footnote", "fn", "doi", "pubmed"};
  const YamlValue* value = rule.field("sources");
  if (value == nullptr) return policy;
  policy.allow = domains_of(*value, "allow");
  policy.refuse = domains_of(*value, "refuse");
  if (value->find("shortcodes") != nullptr) policy.shortcodes = texts_of(*value, "shortcodes");
  const YamlValue* bibliography = value->find("bibliography");
  policy.bibliography = bibliography != nullptr && bibliography->scalar == "true";
  return policy;
}

Field source_policy_field() {
  return {.name = "sources",
          .type = FieldType::mapping,
          .description = "What counts as `<citation>`.",
          .fields = {{.name = "allow",
                      .type = FieldType::text_list,
                      .description = "Only links into these domains, and what is below them. Other forms of reference count all the same."},
                     {.name = "refuse",
                      .type = FieldType::text_list,
                      .description = "Links into these domains do not count; `shop.*` is any top-level domain."},
                     {.name = "shortcodes",
                      .type = FieldType::text_list,
                      .description = "Names of shortcodes and elements that cite; cite, citation, ref and the like unless given."},
                     {.name = "bibliography",
                      .type = FieldType::boolean,
                      .description = "true: a list of sources at the end serves every sentence, though nothing ties them."}}};
}

std::vector<std::uint32_t> cited_sentences(const SourcePolicy& policy, const CheckInput& input) {
  std::vector<std::uint32_t> sentences;
  for (const Citation& citation : input.units.citations) {
    if (is_source(policy, input, citation)) sentences.push_back(citation.sentence);
  }
  for (const Inline& mark : input.article.inlines) {
    if (mark.kind != InlineKind::shortcode && mark.kind != InlineKind::html_tag) continue;
    const std::uint32_t sentence = sentence_before(input.units, mark.plain.begin);
    if (sentence != no_index && is_citing_mark(policy, input, mark)) sentences.push_back(sentence);
  }
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  return sentences;
}

}  // namespace stet
