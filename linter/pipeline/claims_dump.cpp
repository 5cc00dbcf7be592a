#include "pipeline/claims_dump.h"

#include <optional>

#include "claims/attributes.h"
#include "language/house_grammar.h"
#include "matching/quoting.h"
#include "pipeline/front_matter_text.h"

namespace stet {

std::string dump_claims(const RuleSet& rules, const Source& source, const Article& article) {
  Problems problems;  // compile() has looked for them
  const std::shared_ptr<const Grammar> grammar = grammar_of(rules, problems);
  Vocabulary base(*grammar);
  AutomatonBuilder builder(rules.lists, base);
  const FrameCues cues = add_frame_cues(builder);
  CompileContext context{builder, rules};
  std::vector<Attribute> attributes;
  for (const Rule& rule : rules.rules) {
    if (rule.kind == "one-value") attributes.push_back(compile_attribute(rule, context));
  }
  const Automaton automaton = builder.build();
  const CitationPolicy citations;
  Vocabulary vocabulary(&base);
  const Units units = read_units(article, vocabulary);
  const Matches matches = automaton.find(article, units, vocabulary);
  std::optional<FrontMatterText> front_matter;
  if (article.front_matter) front_matter.emplace(source, article, base, automaton, cues, citations);
  CheckInput input{source, article, units, vocabulary, matches, cues, automaton.capture_names(), citations};
  if (front_matter) input.front_matter = &front_matter->input;
  const Claims& claims = claims_of(input);
  std::vector<std::string> told(claims.claims.size());
  for (const Attribute& attribute : attributes) {
    for (const Told& one : told_by(input, attribute)) {
      std::string& names = told[static_cast<std::size_t>(one.claim - claims.claims.data())];
      names += (names.empty() ? "" : ", ") + attribute.what;
      for (const IndexRange words : one.apart_words) names += " [" + words_as_written(input_of(input, *one.claim), words, 40) + "]";
    }
  }
  return dump(claims, input, told);
}

}  // namespace stet
