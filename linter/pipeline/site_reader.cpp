#include "pipeline/site_reader.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/front_matter_text.h"
#include "rules/prepared.h"
#include "rules/word_lists.h"
#include "text/packed.h"

namespace stet {
namespace {

/// Keys of a rule from which no claim follows.
constexpr auto said_of_findings =
    std::to_array<std::string_view>({"examples", "instead", "message", "precision", "severity", "title", "why", "yields-to"});

void write_rule(const Rule& rule, PackedWriter& writer) {
  writer.text(rule.info.id);
  for (const auto& [key, value] : rule.document.root.entries) {
    if (std::find(said_of_findings.begin(), said_of_findings.end(), key.scalar) != said_of_findings.end()) continue;
    writer.text(key.scalar);
    writer.text(pack(value));
  }
}

ClaimSchema schema_of(const Engine& engine) {
  ClaimSchema schema;
  PackedWriter writer;
  // Stances are kept as attributes, behind these, and what is there behind both.
  for (const NamedAttribute& attribute : engine.site.attributes) schema.attributes.push_back({attribute.rule, attribute.attribute.what});
  for (const NamedStance& stance : engine.site.stances) schema.attributes.push_back({stance.rule, {}});
  for (const NamedExistence& existence : engine.site.existence) schema.attributes.push_back({existence.rule, {}});
  for (const ClaimSchema::Name& attribute : schema.attributes) {
    const auto rule = std::find_if(engine.rules.rules.begin(), engine.rules.rules.end(),
                                   [&](const Rule& candidate) { return candidate.info.id == attribute.rule; });
    if (rule != engine.rules.rules.end()) write_rule(*rule, writer);
  }
  for (const auto& [name, list] : engine.rules.lists) {
    writer.text(name);
    if (list.document != nullptr) writer.text(is_packed(list) ? list.document->root.scalar.string() : pack(list.document->root));
  }
  schema.rules = std::max<std::uint64_t>(XXH3_64bits(writer.bytes().data(), writer.bytes().size()), 1);
  return schema;
}

}  // namespace

EngineReader::EngineReader(const Engine& engine) : engine_(engine), schema_(schema_of(engine)) {}

void EngineReader::read(const Source& source, const ParseLimits& limits, Problems& problems,
                        const std::function<void(const CheckInput&)>& use) const {
  Article article = parse_article(source, Dialect::by_path, limits);
  std::move(article.problems.begin(), article.problems.end(), std::back_inserter(problems));
  Vocabulary vocabulary(&engine_.vocabulary);
  Units units = read_units(article, vocabulary);
  if (!engine_.citations.empty()) apply(engine_.citations, article, source, units);
  const Matches matches = engine_.automaton.find(article, units, vocabulary);
  std::optional<FrontMatterText> front_matter;
  if (article.front_matter) front_matter.emplace(source, article, engine_.vocabulary, engine_.automaton, engine_.cues, engine_.citations);
  CheckInput input{source, article, units, vocabulary, matches, engine_.cues, engine_.automaton.capture_names(), engine_.citations};
  if (front_matter) input.front_matter = &front_matter->input;
  use(input);
}

}  // namespace stet
