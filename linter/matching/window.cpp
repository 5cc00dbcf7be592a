#include "matching/window.h"

#include <cstdlib>

namespace stet {

Window read_window(const Rule& rule, std::string_view field, Window otherwise) {
  const YamlValue* value = rule.field(field);
  if (value == nullptr) return otherwise;
  if (value->kind == YamlKind::map) {
    const auto count = [&](std::string_view name) {
      const YamlValue* number = value->find(name);
      return number == nullptr ? 0U : static_cast<std::uint32_t>(std::strtoul(number->scalar.string().c_str(), nullptr, 10));
    };
    return {Reach::sentences, count("sentences"), count("before")};
  }
  if (value->scalar == "clause") return {Reach::clause};
  if (value->scalar == "sentence") return {Reach::sentences};
  if (value->scalar == "paragraph") return {Reach::paragraph};
  return {value->scalar == "section" ? Reach::section : Reach::article};
}

bool is_within(const Article& article, std::uint32_t inner, std::uint32_t outer) {
  const std::vector<Section>& sections = article.sections;
  while (inner > outer && sections[inner].parent != 0 && sections[sections[inner].parent].level >= 2) inner = sections[inner].parent;
  return inner == outer;
}

bool reaches(const Window& window, const CheckInput& input, std::uint32_t sentence, std::uint32_t other) {
  const Sentence& here = input.units.sentences[sentence];
  const Sentence& there = input.units.sentences[other];
  switch (window.reach) {
    case Reach::clause:
      return sentence == other;
    case Reach::sentences:
      return here.block == there.block && (other > sentence ? other - sentence <= window.after : sentence - other <= window.before);
    case Reach::paragraph:
      return here.block == there.block;
    case Reach::section:
      return is_within(input.article, there.section, here.section);
    case Reach::article:
      return true;
  }
  return false;
}

bool are_near(const Window& window, const CheckInput& input, std::uint32_t a, std::uint32_t b) {
  return reaches(window, input, a, b) || reaches(window, input, b, a);
}

Field pair_within_field() {
  return {.name = "within",
          .type = FieldType::window,
          .description =
              "How far apart the two may stand: with {sentences: n}, so many sentences in one paragraph; anywhere in the article "
              "when nothing is said.",
          .values = {"paragraph", "section", "article"}};
}

}  // namespace stet
