// requires: when this is said, that must stand near it.
#include <algorithm>
#include <map>

#include "checks/conditions.h"
#include "checks/kinds.h"
#include "checks/message.h"

namespace stet {
namespace {

enum class Reach : std::uint8_t { sentences, paragraph, section, article };

/// How far the companion may stand from the claim.
struct Window {
  Reach reach = Reach::sentences;
  std::uint32_t sentences = 1;  ///< the claim's own and so many after it, within the same block
  std::uint32_t before = 0;     ///< and so many before it
};

enum class Once : std::uint8_t { sentence, section, article };

struct Requires {
  PatternId find = 0;
  PatternId needs = 0;
  bool needs_citation = false;
  std::optional<PatternId> needs_section;
  Window window;
  Once once = Once::sentence;
  Conditions conditions;
  Severity severity = Severity::warning;
  std::string message;

  void operator()(const CheckInput& input, std::vector<Finding>& findings) const;
};

/// What serves a claim: a match of `needs`, or a citation (no match).
struct Companion {
  std::uint32_t sentence = 0;
  const Match* match = nullptr;
};

/// Companions that are not negated, ascending by sentence.
std::vector<Companion> companions(const Requires& check, const CheckInput& input) {
  std::vector<Companion> found;
  for (const Match& match : input.matches.of(check.needs)) {
    const std::uint16_t frames =
        frames_of(input.article, input.units, input.vocabulary, input.matches, input.cues, match.sentence, match.words);
    if ((frames & frame_negated) == 0) found.push_back({match.sentence, &match});
  }
  if (check.needs_citation) {
    for (const Citation& citation : input.units.citations) found.push_back({citation.sentence, nullptr});
  }
  std::stable_sort(found.begin(), found.end(), [](const Companion& a, const Companion& b) { return a.sentence < b.sentence; });
  return found;
}

bool within(const Window& window, const CheckInput& input, std::uint32_t claim, std::uint32_t companion) {
  const Sentence& said = input.units.sentences[claim];
  const Sentence& other = input.units.sentences[companion];
  switch (window.reach) {
    case Reach::sentences:
      return companion == claim ||
             (companion + window.before >= claim && companion <= claim + window.sentences && said.block == other.block);
    case Reach::paragraph:
      return said.block == other.block;
    case Reach::section:
      return said.section == other.section;
    case Reach::article:
      return true;
  }
  return false;
}

bool satisfied(const Requires& check, const CheckInput& input, const std::vector<Companion>& companions, const Match& claim) {
  // Only an article-wide or section-wide window needs more than the neighbours.
  auto first = companions.begin();
  auto last = companions.end();
  if (check.window.reach == Reach::sentences) {
    const std::uint32_t from = claim.sentence - std::min(claim.sentence, check.window.before);
    first = std::lower_bound(first, last, from, [](const Companion& companion, std::uint32_t at) { return companion.sentence < at; });
    last = std::upper_bound(first, last, claim.sentence + check.window.sentences,
                            [](std::uint32_t at, const Companion& companion) { return at < companion.sentence; });
  }
  return std::any_of(first, last, [&](const Companion& companion) {
    return within(check.window, input, claim.sentence, companion.sentence) &&
           (companion.match == nullptr || captures_agree(input.units, input.vocabulary, claim, *companion.match));
  });
}

/// Findings that may be one: by what of `once-per` they share.
std::uint32_t group_of(Once once, const CheckInput& input, std::uint32_t sentence) {
  if (once == Once::sentence) return sentence;
  return once == Once::section ? input.units.sentences[sentence].section : 0;
}

void Requires::operator()(const CheckInput& input, std::vector<Finding>& findings) const {
  if (input.matches.of(find).empty()) return;
  if (needs_section) {
    const std::vector<bool> headed = sections_headed_by(input, *needs_section);
    if (std::find(headed.begin(), headed.end(), true) != headed.end()) return;
  }
  const ConditionTest test(conditions, input);
  const std::vector<Companion> near = companions(*this, input);
  std::map<std::uint32_t, std::size_t> groups;
  for (const Match& match : input.matches.of(find)) {
    if (!test.holds(match) || satisfied(*this, input, near, match)) continue;
    const auto [group, is_new] = groups.emplace(group_of(once, input, match.sentence), findings.size());
    if (!is_new) {
      if (once != Once::sentence) findings[group->second].related.push_back({source_of(input, match.words), "also here"});
      continue;
    }
    findings.push_back({.severity = severity,
                        .source = source_of(input, match.words),
                        .message = fill_match(message, input, match, input.capture_names),
                        .related = {}});
  }
}

Window window_of(const Rule& rule) {
  const YamlValue* value = rule.field("within");
  if (value == nullptr) return {};
  if (value->kind == YamlKind::map) {
    const auto count = [&](std::string_view name) {
      const YamlValue* number = value->find(name);
      return number == nullptr ? 0U : static_cast<std::uint32_t>(std::strtoul(number->scalar.c_str(), nullptr, 10));
    };
    return {Reach::sentences, count("sentences"), count("before")};
  }
  if (value->scalar == "paragraph") return {Reach::paragraph, 0, 0};
  return {value->scalar == "section" ? Reach::section : Reach::article, 0, 0};
}

bool is_citation(const WrittenPhrase& phrase) {
  return phrase.phrase.children.size() == 1 && phrase.phrase.children.front().kind == PhraseKind::typed &&
         phrase.phrase.children.front().text == "citation";
}

tl::expected<Check, Problems> compile_requires(const Rule& rule, CompileContext& context) {
  Requires check;
  check.find = context.automaton.add(rule.phrases("find"));
  std::vector<WrittenPhrase> needs = rule.phrases("needs");
  check.needs_citation = std::erase_if(needs, is_citation) > 0;
  check.needs = context.automaton.add(needs, check.find);
  if (rule.field("needs-section") != nullptr) check.needs_section = context.automaton.add(rule.phrases("needs-section"));
  check.window = window_of(rule);
  const std::string once = rule.text("once-per", "sentence");
  check.once = once == "section" ? Once::section : once == "article" ? Once::article : Once::sentence;
  check.conditions = compile_conditions(rule, context, all_prose, check.find);
  check.severity = rule.info.severity;
  check.message = rule.message;
  return check;
}

}  // namespace

Kind requires_kind() {
  return {
      .name = "requires",
      .description = "When `find` is said, `needs` must stand within reach of it. A companion that is negated does not count.",
      .fields =
          {
              {.name = "find", .type = FieldType::phrase_list, .description = "What asks for a companion.", .required = true},
              {.name = "needs",
               .type = FieldType::phrase_list,
               .description =
                   "What must stand near it. `<citation>` is any reference to a source, footnotes and links out of the site included.",
               .required = true},
              {.name = "within",
               .type = FieldType::window,
               .description = "How far the companion may stand: {sentences: n, before: m}, n after and m before the claim's own in the "
                              "same block, paragraph, section, article."},
              {.name = "needs-section",
               .type = FieldType::phrase_list,
               .description = "A section whose heading matches, anywhere in the article, serves as well."},
              {.name = "once-per",
               .type = FieldType::choice,
               .description = "One finding for all claims of a sentence, a section or the article; the other claims are related locations.",
               .values = {"sentence", "section", "article"}},
          },
      .quotes = {"found"},
      .compile = compile_requires};
}

}  // namespace stet
