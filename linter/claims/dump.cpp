// The picture of claims that `stet dump claims` prints.
#include <fmt/format.h>

#include "claims/claim.h"
#include "matching/quoting.h"

namespace stet {

std::string_view name(ClaimPlace place) {
  switch (place) {
    case ClaimPlace::prose:
      return "prose";
    case ClaimPlace::item:
      return "item";
    case ClaimPlace::cell:
      return "cell";
    case ClaimPlace::label:
      return "label";
    case ClaimPlace::caption:
      return "caption";
    case ClaimPlace::heading:
      return "heading";
    case ClaimPlace::title:
      return "title";
    case ClaimPlace::field:
      return "field";
  }
  return {};
}

std::string_view name(OwnerKind kind) {
  switch (kind) {
    case OwnerKind::elided:
      return "elided";
    case OwnerKind::pronoun:
      return "pronoun";
    case OwnerKind::generic:
      return "generic";
    case OwnerKind::nominal:
      return "noun";
    case OwnerKind::name:
      return "name";
  }
  return {};
}

namespace {

std::string owner_text(const CheckInput& text, const Owner& owner) {
  std::string shown(name(owner.kind));
  if (owner.words.empty() && owner.kind == OwnerKind::name) shown += " in the heading above";
  if (!owner.words.empty()) shown += fmt::format(" “{}”", words_as_written(text, owner.words, 60));
  return shown + (owner.topic ? " (the article's thing)" : "");
}

std::string value_text(const Value& value) {
  const std::string unit(value.unit);
  if (value.low == value.high) return fmt::format("{:g}{}", value.low, unit.empty() ? "" : " " + unit);
  return fmt::format("{:g} to {:g}{}", value.low, value.high, unit.empty() ? "" : " " + unit);
}

}  // namespace

std::string dump(const Claims& claims, const CheckInput& input, const std::vector<std::string>& told) {
  std::string result;
  for (std::size_t i = 0; i < claims.claims.size(); ++i) {
    const Claim& claim = claims.claims[i];
    const CheckInput& text = input_of(input, claim);
    const Span source = source_of_value(input, claim);
    const Position at = input.source.position(source.begin);
    result +=
        fmt::format("{}:{} {} “{}” = {}{}; of: {}", at.line, at.column, name(claim.place), words_as_written(text, claim.value.words, 60),
                    value_text(claim.value), claim.asserted ? "" : " (not asserted)", owner_text(text, claim.owner));
    for (const IndexRange label : claim.labels) result += fmt::format("; label “{}”", words_as_written(text, label, 60));
    if (!claim.key.empty()) result += fmt::format("; key “{}”", claim.key);
    result += told[i].empty() ? "\n" : fmt::format(" -> {}\n", told[i]);
  }
  return result;
}

}  // namespace stet
