// disagrees: another article of the site says otherwise of a declared subject.
#include <map>
#include <tuple>

#include "checks/disagrees/site_claims.h"
#include "checks/elsewhere.h"
#include "checks/kinds.h"
#include "checks/wording/marks.h"
#include "checks/wording/message.h"
#include "matching/conditions.h"

namespace stet {
namespace {

struct Disagrees {
  std::shared_ptr<const ClaimRules> rules;
  Conditions conditions;  ///< of the claim that is told
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// A claim of another article, and what a report shows of it.
struct ClaimElsewhere {
  SiteClaim claim;
  ArticleElsewhere article;
  bool checked = false;
  PlaceElsewhere place;
  std::string words;
};

using ClaimKey = std::tuple<std::uint32_t, bool, std::uint32_t>;  // subject, is a fact, relation
ClaimKey key_of(const SiteClaim& claim) { return {claim.subject, claim.is_fact, claim.relation}; }

/// All claims of a site, in the order of its articles.
struct SiteClaims {
  std::map<ClaimKey, std::vector<ClaimElsewhere>> by_key;
};

/// Claims of one subject and relation that are compared with each claim of an article.
constexpr std::size_t most_stances = 256;
constexpr std::size_t most_other_sides = 3;

void add_claims(const ClaimRules& rules, const CheckInput& input, const MentionElsewhere& mention, SiteClaims& site) {
  for (SiteClaim& claim : read_claims(rules, input)) {
    std::vector<ClaimElsewhere>& of_key = site.by_key[key_of(claim)];
    if (of_key.size() >= most_stances) continue;
    ClaimElsewhere other{{}, mention.article, mention.checked, mention.place, words_as_written(input, claim.words)};
    const Span source = source_of_sentence(input, claim.sentence);
    const std::uint32_t lines = input.source.lines.line_at(std::max(source.begin + 1, source.end) - 1) - line_of(input, source);
    other.place.first_line += line_of(input, source) - 1;
    other.place.last_line = other.place.first_line + lines;
    other.place.text = words_as_written(input, input.units.sentences[claim.sentence].words, 200);
    other.claim = std::move(claim);
    of_key.push_back(std::move(other));
  }
}

SiteClaims claims_of_site(const ClaimRules& rules, const CheckInput& input) {
  SiteClaims site;
  for (const MentionElsewhere& mention : input.elsewhere->mentions(rules.stems)) {
    const auto source = make_source(mention.article.path, mention.markdown);
    if (source) (*input.reread)(*source, [&](const CheckInput& other) { add_claims(rules, other, mention, site); });
  }
  return site;
}

/// A later article that is checked tells it there.
bool is_told_here(const ArticleElsewhere& self, const ClaimElsewhere& other) {
  return other.article.path != self.path && (!other.checked || other.article < self);
}

Finding finding_of(const Disagrees& check, const CheckInput& input, const SiteClaim& claim,
                   const std::vector<const ClaimElsewhere*>& others) {
  const ClaimElsewhere& first = *others.front();
  const std::string line = std::to_string(first.place.first_line);
  Finding finding{.severity = check.severity, .source = source_of(input, claim.words), .message = {}, .related = {}};
  finding.message =
      fill(check.message,
           {{"found", words_as_written(input, claim.words)}, {"other", first.words}, {"path", first.article.path}, {"line", line}});
  Marks marks(input);
  marks.add(claim.words, MarkKind::flips);
  marks.add(claim.subject_words, MarkKind::aligns);
  finding.marks = marks.take();
  for (const ClaimElsewhere* other : others) {
    finding.related.push_back({.source = {}, .message = other == &first ? "says otherwise" : "and here", .elsewhere = other->place});
  }
  return finding;
}

void Disagrees::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (input.elsewhere == nullptr || input.reread == nullptr || rules->stems.empty()) return;
  const std::vector<SiteClaim> claims = read_claims(*rules, input);
  if (claims.empty()) return;
  const auto& site = input.elsewhere->once<SiteClaims>(rules.get(), [&] { return claims_of_site(*rules, input); });
  const ArticleElsewhere self = input.elsewhere->self(input);
  const ConditionTest test(conditions, input);
  for (const SiteClaim& claim : claims) {
    if (!test.holds(claim.sentence, claim.words)) continue;
    const auto of_key = site.by_key.find(key_of(claim));
    if (of_key == site.by_key.end()) continue;
    std::vector<const ClaimElsewhere*> others;
    for (const ClaimElsewhere& other : of_key->second) {
      if (others.size() < most_other_sides && is_told_here(self, other) && contradict(*rules, claim, other.claim)) others.push_back(&other);
    }
    if (!others.empty()) findings.push_back(finding_of(*this, input, claim, others));
  }
}

tl::expected<Check, Problems> compile_disagrees(const Rule& rule, CompileContext& context) {
  auto rules = compile_claims(rule, context);
  if (!rules) return tl::unexpected(std::move(rules.error()));
  return Disagrees{std::make_shared<const ClaimRules>(std::move(*rules)), compile_conditions(rule, context, all_prose), rule.info.severity,
                   rule.message};
}

}  // namespace

Kind disagrees_kind() {
  return {
      .name = "disagrees",
      .description =
          "Another article of the site says otherwise of a declared subject; found only when a run looks at a site (`--site`). What is "
          "compared are the stances of all rules of `opposes` that have `says` and `denies`, and the facts of all rules of `agrees` that "
          "have `fact`. The subject must stand in the clause, or a pronoun for it behind a sentence that begins with it. The later "
          "article by date is told, when it is checked. {found}, {other}, {path} and {line} may stand in the message.",
      .fields = {{.name = "subjects",
                  .type = FieldType::phrase_list,
                  .description = "What the site speaks of: each phrase is one subject, other names of it are choices "
                                 "(`(velmora|velmora tea)`). Set it in `.stet.yaml`."}},
      .quotes = {"found", "other", "path", "line"},
      .compile = compile_disagrees};
}

}  // namespace stet
