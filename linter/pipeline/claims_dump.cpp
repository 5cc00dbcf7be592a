#include "pipeline/claims_dump.h"

#include <fmt/format.h>

#include <functional>
#include <optional>

#include "claims/attributes.h"
#include "comparing/decision_trees.h"
#include "comparing/guards/repetition.h"
#include "comparing/repeat_evidence.h"
#include "comparing/told_values.h"
#include "comparing/value_evidence.h"
#include "language/house_grammar.h"
#include "matching/quoting.h"
#include "pipeline/front_matter_text.h"

namespace stet {

namespace {

/// "12:4"
std::string place_of(const CheckInput& input, const Claim& claim) {
  const Position at = input.source.position(source_of_value(input, claim).begin);
  return fmt::format("{}:{}", at.line, at.column);
}

/// As the article writes it.
std::string value_of(const CheckInput& input, const Claim& claim) {
  return words_as_written(input_of(input, claim), claim.value.words, 60);
}

/// One line for each two values of an attribute that differ and may both be right.
std::string silences_of(const CheckInput& input, const Attribute& attribute, const std::vector<Told>& told) {
  std::string text;
  const auto written = [&](std::uint32_t one) {
    return fmt::format("{} “{}”", place_of(input, *told[one].claim), value_of(input, *told[one].claim));
  };
  for (const SilentPair& pair : silent_pairs(input, told)) {
    if (pair.why == WhyBoth::counted) continue;
    text += fmt::format("{} and {}, the {}: {}\n", written(pair.earlier), written(pair.later), attribute.what, name(pair.why));
  }
  return text;
}

/// Reads an article with the phrases that `compile` asks for, and hands it to `use`.
void with_input(const RuleSet& rules, const Source& source, const Article& article, const std::function<void(CompileContext&)>& compile,
                const std::function<void(const CheckInput&)>& use) {
  Problems problems;  // compile() has looked for them
  const std::shared_ptr<const Grammar> grammar = grammar_of(rules, problems);
  Vocabulary base(*grammar);
  AutomatonBuilder builder(rules.lists, base);
  const FrameCues cues = add_frame_cues(builder);
  CompileContext context{builder, rules};
  compile(context);
  const Automaton automaton = builder.build();
  const CitationPolicy citations;
  Vocabulary vocabulary(&base);
  const Units units = read_units(article, vocabulary);
  const Matches matches = automaton.find(article, units, vocabulary);
  std::optional<FrontMatterText> front_matter;
  if (article.front_matter) front_matter.emplace(source, article, base, automaton, cues, citations);
  CheckInput input{source, article, units, vocabulary, matches, cues, automaton.capture_names(), citations};
  if (front_matter) input.front_matter = &front_matter->input;
  use(input);
}

std::string claims_and_silences(const CheckInput& input, const std::vector<Attribute>& attributes) {
  const Claims& claims = claims_of(input);
  std::vector<std::string> told(claims.claims.size());
  std::string silences;
  for (const Attribute& attribute : attributes) {
    const std::vector<Told> all = told_by(input, attribute);
    if (!attribute.of_wording) silences += silences_of(input, attribute, all);
    for (const Told& one : all) {
      std::string& names = told[static_cast<std::size_t>(one.claim - claims.claims.data())];
      names += (names.empty() ? "" : ", ") + attribute.what;
      for (const IndexRange words : one.apart_words) names += " [" + words_as_written(input_of(input, *one.claim), words, 40) + "]";
    }
  }
  return dump(claims, input, told) + (silences.empty() ? "" : "\nValues that differ, and why nothing is said of them:\n" + silences);
}

std::string pairs_as_table(const CheckInput& input, ListId circumstances) {
  std::string text = "earlier\tlater\tearlier value\tlater value\tscore";
  for (const std::string_view name : evidence_names) text += fmt::format("\t{}", name);
  text += '\n';
  for (const ValuePair& pair : value_pairs(input, circumstances)) {
    text += fmt::format("{}\t{}\t{}\t{}\t{:.3f}", place_of(input, *pair.earlier), place_of(input, *pair.later),
                        value_of(input, *pair.earlier), value_of(input, *pair.later), likelihood(value_trees, pair.evidence));
    for (const float piece : pair.evidence) text += fmt::format("\t{:.4g}", piece);
    text += '\n';
  }
  return text;
}

/// The sentences that repetition/sentence compares.
Passages sentences_of(const CheckInput& input) {
  constexpr std::uint32_t at_least = 4;
  return read_sentences(input, at_least, [&](std::uint32_t sentence) {
    const Place place = input.units.sentences[sentence].place;
    return place == Place::paragraph || place == Place::list || place == Place::quote || place == Place::table;
  });
}

std::string repeats_as_table(const CheckInput& input) {
  std::string text = "earlier\tlater\tscore";
  for (const std::string_view name : repeat_evidence_names) text += fmt::format("\t{}", name);
  text += '\n';
  const Passages passages = sentences_of(input);
  const auto line = [&](std::uint32_t passage) { return line_of(input, source_of(input, words_of(input, passages.passages[passage]))); };
  for (const RepeatCandidate& pair : repeat_candidates(input, passages)) {
    text += fmt::format("{}\t{}\t{:.3f}", line(pair.earlier), line(pair.later), likelihood(repeat_trees, pair.evidence));
    for (const float piece : pair.evidence) text += fmt::format("\t{:.4g}", piece);
    text += '\n';
  }
  return text;
}

}  // namespace

std::string dump_repeats(const RuleSet& rules, const Source& source, const Article& article) {
  std::string text;
  with_input(
      rules, source, article, [](CompileContext&) {}, [&](const CheckInput& input) { text = repeats_as_table(input); });
  return text;
}

std::string dump_claims(const RuleSet& rules, const Source& source, const Article& article) {
  std::vector<Attribute> attributes;
  std::string text;
  const auto compile = [&](CompileContext& context) {
    for (const Rule& rule : rules.rules) {
      if (rule.kind == "one-value") attributes.push_back(compile_attribute(rule, context));
    }
  };
  with_input(rules, source, article, compile, [&](const CheckInput& input) { text = claims_and_silences(input, attributes); });
  return text;
}

std::string dump_pairs(const RuleSet& rules, const Source& source, const Article& article) {
  ListId circumstances = no_index;
  std::string text;
  const auto compile = [&](CompileContext& context) { circumstances = context.automaton.add_list("circumstance"); };
  with_input(rules, source, article, compile, [&](const CheckInput& input) { text = pairs_as_table(input, circumstances); });
  return text;
}

}  // namespace stet
