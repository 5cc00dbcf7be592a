// refers: what is referred to exists.
#include <algorithm>
#include <set>

#include "checks/conditions.h"
#include "checks/kinds.h"
#include "checks/message.h"
#include "text/unicode.h"

namespace stet {
namespace {

enum class Target : std::uint8_t { contents, footnotes };

struct Refers {
  Target target = Target::contents;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// Words of some sentences, folded, without numbering and punctuation: how headings and contents entries are compared.
std::string key_of(const CheckInput& input, IndexRange sentences) {
  std::string key;
  for (std::uint32_t s = sentences.begin; s < sentences.end; ++s) {
    const IndexRange words = input.units.sentences[s].words;
    for (std::uint32_t w = words.begin; w < words.end; ++w) {
      if (key.empty() && (input.units.words[w].flags & word_number) != 0) continue;
      key += input.vocabulary.form(input.units.words[w].form).text;
      key += ' ';
    }
  }
  return key;
}

std::string key_of_block(const CheckInput& input, const Block& block) {
  std::string key;
  for (std::uint32_t text = block.texts.begin; text < block.texts.end; ++text) key += key_of(input, input.units.sentences_of_text[text]);
  return key;
}

struct Entry {
  std::string key;
  Span source;
  std::string_view text;
};

/// Leaf texts of a list, one an item, nested ones too.
std::vector<Entry> entries_of(const CheckInput& input, std::uint32_t list) {
  std::vector<Entry> entries;
  for (std::uint32_t b = list + 1; b < input.article.blocks[list].end; ++b) {
    const Block& block = input.article.blocks[b];
    if (block.texts.empty()) continue;
    entries.push_back({key_of_block(input, block), block.source, input.article.text(input.article.texts[block.texts.begin].plain)});
  }
  return entries;
}

/// A contents list: at least three entries, at least two thirds of which are headings that come after it.
void check_contents(const Refers& check, const CheckInput& input, std::vector<Finding>& findings) {
  const Article& article = input.article;
  std::set<std::string> headings;
  for (std::size_t section = 1; section < article.sections.size(); ++section) {
    headings.insert(key_of_block(input, article.blocks[article.sections[section].heading]));
  }
  for (std::uint32_t b = 0; b < article.blocks.size(); ++b) {
    if (article.blocks[b].kind != BlockKind::list || article.blocks[b].parent != no_index) continue;
    const std::vector<Entry> entries = entries_of(input, b);
    const auto found = std::count_if(entries.begin(), entries.end(), [&](const Entry& entry) { return headings.contains(entry.key); });
    if (found < 2 || static_cast<std::size_t>(found) * 3 < entries.size() * 2) continue;
    for (const Entry& entry : entries) {
      if (headings.contains(entry.key) || entry.key.empty()) continue;
      findings.push_back(
          {.severity = check.severity, .source = entry.source, .message = fill(check.message, {{"found", entry.text}}), .related = {}});
    }
    return;
  }
}

void check_footnotes(const Refers& check, const CheckInput& input, std::vector<Finding>& findings) {
  for (const Inline& span : input.article.inlines) {
    if (span.kind != InlineKind::footnote_reference || span.link == no_index) continue;
    const Footnote& footnote = input.article.footnotes[span.link];
    if (footnote.block != no_index) continue;
    findings.push_back(
        {.severity = check.severity, .source = span.source, .message = fill(check.message, {{"found", footnote.label}}), .related = {}});
  }
}

void Refers::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  return target == Target::contents ? check_contents(*this, input, findings) : check_footnotes(*this, input, findings);
}

tl::expected<Check, Problems> compile_refers(const Rule& rule, CompileContext& /*context*/) {
  return Refers{rule.text("to") == "footnotes" ? Target::footnotes : Target::contents, rule.info.severity, rule.message};
}

}  // namespace

Kind refers_kind() {
  return {
      .name = "refers",
      .description =
          "What is referred to exists. `contents`: a list most of whose entries are headings; the others have no section. `footnotes`: a "
          "reference without a definition. {found} may stand in the message.",
      .fields = {{.name = "to",
                  .type = FieldType::choice,
                  .description = "What is looked for.",
                  .required = true,
                  .values = {"contents", "footnotes"}}},
      .compile = compile_refers};
}

}  // namespace stet
