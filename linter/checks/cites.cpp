// cites: a source that is cited leads to what is said, and to no more than that.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "checks/kinds.h"
#include "checks/wording/message.h"
#include "matching/conditions.h"
#include "units/citation_policy.h"
#include "units/within.h"

namespace stet {
namespace {

/// A rule of this kind, compiled.
struct Cites {
  bool shared = false;  ///< one source of two claims is looked for, else sources that lead to a front page
  PatternId find = 0;
  PatternId find_listed = 0;
  PatternId of = 0;
  Conditions conditions;
  Severity severity = Severity::note;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const {
    const ConditionTest test(conditions, input);
    shared ? check_shared(input, test, findings) : check_front_pages(input, test, findings);
  }
  bool is_said(const CheckInput& input, const ConditionTest& test, std::uint32_t sentence) const;
  void check_front_pages(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const;
  void check_shared(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const;
};

/// Does it lead to the first page of another site, "https://example.org/", where nobody finds what was cited?
bool leads_to_front_page(std::string_view target) {
  if (host_of(target).empty()) return false;
  if (const std::size_t slashes = target.find("//"); slashes != std::string_view::npos) target.remove_prefix(slashes + 2);
  const std::size_t path = target.find_first_of("/?#");
  return path == std::string_view::npos || target.substr(path) == "/" || target.substr(path) == "/index.html";
}

/// Lemmas of what a pattern finds in a sentence, ascending.
std::vector<LemmaId> lemmas_in(const CheckInput& input, PatternId pattern, std::uint32_t sentence) {
  std::vector<LemmaId> lemmas;
  for (const Match& match : input.matches.in(pattern, sentence)) {
    for (std::uint32_t word = match.words.begin; word < match.words.end; ++word) lemmas.push_back(form_of(input, word).lemma);
  }
  std::sort(lemmas.begin(), lemmas.end());
  return lemmas;
}

bool share_one(const std::vector<LemmaId>& a, const std::vector<LemmaId>& b) {
  return std::any_of(a.begin(), a.end(), [&](LemmaId lemma) { return std::binary_search(b.begin(), b.end(), lemma); });
}

/// The links of an article that lead out, with their text's words.
template <typename Use>
void each_link(const CheckInput& input, const Use& use) {
  for (const Citation& citation : input.units.citations) {
    if (citation.kind != CitationKind::link || citation.link == no_index) continue;
    const IndexRange words = words_within(input.units, citation.plain);
    if (!words.empty()) use(citation, words, std::string_view(input.article.links[citation.link].target));
  }
}

bool holds_any(const CheckInput& input, PatternId pattern, std::uint32_t sentence) { return !input.matches.in(pattern, sentence).empty(); }

/// Does a match of `find` stand in the sentence under the rule's conditions?
bool Cites::is_said(const CheckInput& input, const ConditionTest& test, std::uint32_t sentence) const {
  const auto found = input.matches.in(find, sentence);
  return std::any_of(found.begin(), found.end(), [&](const Match& match) { return test.holds(match); });
}

void Cites::check_front_pages(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const {
  each_link(input, [&](const Citation& citation, IndexRange words, std::string_view target) {
    if (!leads_to_front_page(target)) return;
    const bool is_entry = input.units.sentences[citation.sentence].place == Place::bibliography;
    if (!(is_entry ? holds_any(input, find_listed, citation.sentence) : is_said(input, test, citation.sentence))) return;
    findings.push_back({.severity = severity,
                        .source = source_of(input, words),
                        .message = fill(message, {{"found", words_as_written(input, words)}, {"host", host_of(target)}}),
                        .related = {}});
  });
}

/// What is said in a sentence that cites a source.
struct CitedClaim {
  IndexRange link;
  std::vector<LemmaId> of;     ///< of what
  std::vector<LemmaId> claim;  ///< and what of it

  bool has_nothing_of(const CitedClaim& other) const { return !share_one(of, other.of) && !share_one(claim, other.claim); }
};

void Cites::check_shared(const CheckInput& input, const ConditionTest& test, std::vector<Finding>& findings) const {
  constexpr std::size_t most_compared = 20;  // claims of one source
  std::map<std::string, std::vector<CitedClaim>> by_address;
  each_link(input, [&](const Citation& citation, IndexRange words, std::string_view target) {
    if (leads_to_front_page(target) || !is_said(input, test, citation.sentence)) return;
    CitedClaim claim{words, lemmas_in(input, of, citation.sentence), lemmas_in(input, find, citation.sentence)};
    if (claim.of.empty() || claim.claim.empty()) return;
    std::vector<CitedClaim>& earlier = by_address[std::string(target.substr(0, target.find('#')))];
    if (earlier.size() >= most_compared) return;
    const auto other = std::find_if(earlier.begin(), earlier.end(), [&](const CitedClaim& one) { return claim.has_nothing_of(one); });
    if (other != earlier.end()) {
      const Span source = source_of(input, other->link);
      findings.push_back({.severity = severity,
                          .source = source_of(input, words),
                          .message = fill(message, {{"found", words_as_written(input, words)},
                                                    {"host", host_of(target)},
                                                    {"line", std::to_string(line_of(input, source))}}),
                          .related = {{source, "cited here too", true}}});
    }
    earlier.push_back(std::move(claim));
  });
}

tl::expected<Check, Problems> compile_cites(const Rule& rule, CompileContext& context) {
  Cites check;
  check.shared = rule.text("asks", "front-page") == "shared";
  check.find = context.automaton.add(rule.phrases("find"));
  check.find_listed = context.automaton.add(rule.phrases("find-listed"));
  check.of = context.automaton.add(rule.phrases("of"));
  check.conditions = compile_conditions(rule, context, all_prose, check.find);
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind cites_kind() {
  return {
      .name = "cites",
      .description =
          "A source that is cited leads to what is said, and to no more than that. {found} is the text of the link, {host} "
          "where it leads, {line} where a `shared` source is cited first.",
      .fields =
          {{.name = "asks",
            .type = FieldType::choice,
            .description = "`front-page`: sentences with `find`, and entries of a list of sources with `find-listed`, do not cite "
                           "the front page of a site. `shared`: no source is cited for two claims that share neither what they are "
                           "`of` nor what they say of it, `find`.",
            .required = true,
            .values = {"front-page", "shared"}},
           {.name = "find", .type = FieldType::phrase_list, .description = "What asks for a source, or what is said.", .required = true},
           {.name = "find-listed", .type = FieldType::phrase_list, .description = "What an entry of a list of sources holds."},
           {.name = "of", .type = FieldType::phrase_list, .description = "What claims of a `shared` source are of."}},
      .quotes = {"found", "host", "line"},
      .compile = compile_cites};
}

}  // namespace stet
