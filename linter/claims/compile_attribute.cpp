// From a rule of the kind `one-value` to the attribute that it describes.
#include <algorithm>
#include <array>

#include "claims/attributes.h"

namespace stet {
namespace {

/// What a rule may say that its values are `of`.
struct Dimension {
  std::string_view name;
  TypedKind kind;
  std::string_view unit;
};
constexpr auto dimensions = std::to_array<Dimension>({{"money", TypedKind::money, ""},
                                                      {"mass", TypedKind::quantity, "g"},
                                                      {"length", TypedKind::quantity, "m"},
                                                      {"area", TypedKind::quantity, "m2"},
                                                      {"volume", TypedKind::quantity, "l"},
                                                      {"speed", TypedKind::quantity, "m/s"},
                                                      {"temperature", TypedKind::quantity, "K"},
                                                      {"energy", TypedKind::quantity, "J"},
                                                      {"data", TypedKind::quantity, "B"},
                                                      {"power", TypedKind::quantity, "W"},
                                                      {"voltage", TypedKind::quantity, "V"},
                                                      {"electric charge", TypedKind::quantity, "Ah"},
                                                      {"light", TypedKind::quantity, "lm"},
                                                      {"sound", TypedKind::quantity, "dB"},
                                                      {"pixels", TypedKind::quantity, "px"},
                                                      {"units of activity", TypedKind::quantity, "IU"},
                                                      {"rating", TypedKind::quantity, rating_unit},
                                                      {"duration", TypedKind::duration, "s"},
                                                      {"frequency", TypedKind::quantity, "times a day"},
                                                      {"date", TypedKind::date, ""},
                                                      {"time", TypedKind::time, "min"},
                                                      {"weekday", TypedKind::time, weekday_unit},
                                                      {"percent", TypedKind::percent, ""},
                                                      {"rank", TypedKind::ordinal, rank_unit},
                                                      {"ordinal", TypedKind::ordinal, ""},
                                                      {"number", TypedKind::number, ""},
                                                      {"count", TypedKind::number, ""},
                                                      {"label", TypedKind::name, ""},
                                                      {"wording", TypedKind::name, ""}});

/// Lemma keys of the words of a label as a rule writes it.
std::vector<std::string> keys_of_words(std::string_view label) {
  std::vector<std::string> words;
  while (!label.empty()) {
    const std::size_t end = std::min(label.find_first_of(" -_"), label.size());
    if (end > 0) words.push_back(lemma_key(label.substr(0, end)));
    label.remove_prefix(std::min(end + 1, label.size()));
  }
  return words;
}

/// A phrase of nothing but words, or one choice of such, tells a label or a key by itself.
void add_plain_label(const SharedText& written, AttributeLabels& labels) {
  const bool choice = written.starts_with('(') && written.ends_with(')');
  std::size_t at = choice ? 1 : 0;
  const std::size_t end = written.size() - at;
  if (written.substr(at, end - at).find_first_not_of("abcdefghijklmnopqrstuvwxyz -|") != std::string_view::npos) return;
  for (; at < end; ++at) {
    const std::size_t stop = std::min(written.find('|', at), end);
    labels.add(written.part(at, stop - at));
    at = stop;
  }
}

}  // namespace

const std::vector<std::vector<std::string>>& AttributeLabels::keys() const {
  labels_->read.call([&] {
    std::vector<std::vector<std::string>> keys;  // memory may end meanwhile
    for (const SharedText& label : labels_->written) {
      if (auto words = keys_of_words(label); !words.empty()) keys.push_back(std::move(words));
    }
    labels_->keys = std::move(keys);
  });
  return labels_->keys;
}

Attribute compile_attribute(const Rule& rule, CompileContext& context) {
  Attribute attribute;
  attribute.what = rule.text("what", rule.info.id.substr(rule.info.id.find('/') + 1));
  const std::string of = rule.text("of", "number");
  for (const Dimension& dimension : dimensions) {
    if (dimension.name != of) continue;
    attribute.kind = dimension.kind;
    attribute.unit = dimension.unit;
  }
  attribute.of_labels = of == "label";
  attribute.of_wording = of == "wording";
  // Phrases of an attribute are asked for beside its values.
  const auto beside_values = [&](std::string_view field) {
    return context.automaton.add(rule.phrases(field), std::nullopt, Sought::where_asked);
  };
  if (rule.field("says") != nullptr) attribute.says = beside_values("says");
  if (rule.field("counted") != nullptr) attribute.counted = beside_values("counted");
  if (rule.field("counts") != nullptr) attribute.counts = beside_values("counts");
  attribute.in_brackets = rule.boolean("in-brackets", false);
  attribute.counts_anything = of == "count" && !attribute.counted;
  if (rule.field("apart") != nullptr) attribute.apart = beside_values("apart");
  for (const SharedText& label : rule.texts("labels")) attribute.labels.add(label);
  for (const WrittenPhrase& phrase : rule.phrases("says")) add_plain_label(phrase.text, attribute.labels);
  attribute.lists = context.derived.get<AttributeLists>([&] {
    return AttributeLists{.circumstances = context.automaton.add_list("circumstance"),
                          .nearby = context.automaton.add_list("nearby-circumstance"),
                          .usual = context.automaton.add_list("usual-audience"),
                          .exceptions = context.automaton.add_list("exception"),
                          .things = context.automaton.add_list("article-thing"),
                          .texts = context.automaton.add_list("article-itself"),
                          .praise = context.automaton.add_list("praise")};
  });
  attribute.limit = rule.boolean("limit", false);
  attribute.begins_span = rule.boolean("begins-span", false);
  attribute.of_named = rule.text("whose") == "named";
  attribute.of_article = rule.text("whose") == "article";
  attribute.conditions = compile_conditions(
      rule, context, place_bits({Place::paragraph, Place::heading, Place::list, Place::table, Place::footnote, Place::front_matter}));
  return attribute;
}

std::vector<std::string_view> dimension_names() {
  std::vector<std::string_view> names;
  names.reserve(dimensions.size());
  for (const Dimension& dimension : dimensions) names.push_back(dimension.name);
  return names;
}

}  // namespace stet
