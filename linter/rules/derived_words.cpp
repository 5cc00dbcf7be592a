#include "rules/derived_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "rules/wordnet.h"

namespace stet {
namespace {

std::vector<const YamlValue*> values_of(const YamlValue& from, std::string_view key) {
  const YamlValue* value = from.find(key);
  return value == nullptr ? std::vector<const YamlValue*>() : one_or_many(*value);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

void not_built_in(const Faults& faults, const YamlValue& name, const WordNetWords& wordnet) {
  faults.add(name.position, fmt::format("`{}` is none of the synsets that are built in", name.scalar),
             fmt::format("{}; write other words below `words:`", did_you_mean(name.scalar, wordnet.synsets())));
}

}  // namespace

const std::vector<Field>& derivation_fields() {
  static const std::vector<Field> fields = {
      {.name = "wordnet",
       .type = FieldType::text_list,
       .description = "Synsets of WordNet, such as `symptom#1` (lemma and number of its sense): all that is a kind of one, where that is "
                      "the first sense of the word. Those that built-in lists name are there.",
       .required = true},
      {.name = "common",
       .type = FieldType::integer,
       .description = "How often the rarest part of a word must stand in SUBTLEX's 51 million words (0)."},
      {.name = "without", .type = FieldType::text_list, .description = "Synsets whose words do not belong here."},
      {.name = "ending", .type = FieldType::text_list, .description = "Only words that end in one of these."},
  };
  return fields;
}

std::vector<std::string> derived_words(const Faults& faults, const YamlValue& from) {
  if (from.kind == YamlKind::scalar) return lines_of(from.scalar);
  const WordNetWords wordnet;
  const YamlValue* common = from.find("common");
  const auto least = common == nullptr ? 0UL : std::strtoul(common->scalar.string().c_str(), nullptr, 10);
  const std::vector<const YamlValue*> endings = values_of(from, "ending");
  const auto fits = [&](const WordNetWord& word) {
    return word.count >= least && (endings.empty() || std::any_of(endings.begin(), endings.end(), [&](const YamlValue* ending) {
                                     return word.text.ends_with(ending->scalar);
                                   }));
  };
  std::set<std::string_view> words;
  bool known = true;
  for (const std::string_view key : {"wordnet", "without"}) {
    for (const YamlValue* name : values_of(from, key)) {
      const auto below = wordnet.below(name->scalar);
      if (!below) {
        not_built_in(faults, *name, wordnet);
        known = false;
        continue;
      }
      for (const WordNetWord& word : *below) {
        if (key == "without") {
          words.erase(word.text);
        } else if (fits(word)) {
          words.insert(word.text);
        }
      }
    }
  }
  if (known && words.empty()) faults.add(from.position, "`from` leaves no word", "lower `common`, or take out `ending` or `without`");
  return {words.begin(), words.end()};
}

void prepare_derived_words(YamlDocument& list, Problems& problems) {
  YamlValue* from = nullptr;
  YamlValue* except = nullptr;
  for (auto& [key, value] : list.root.entries) {
    if (key.scalar == "from") from = &value;
    if (key.scalar == "except") except = &value;
  }
  if (from == nullptr) return;
  std::vector<std::string> words = derived_words({list, problems}, *from);
  const auto is_out = [&](const std::string& word) { return std::binary_search(words.begin(), words.end(), word); };
  if (except != nullptr) {
    std::vector<std::string> unwanted = lines_of(except->scalar);
    for (const YamlValue& item : except->items) unwanted.push_back(item.scalar);
    const auto first_met = std::stable_partition(unwanted.begin(), unwanted.end(), [&](const std::string& word) { return !is_out(word); });
    const std::set<std::string_view> met(first_met, unwanted.end());
    std::erase_if(words, [&](const std::string& word) { return met.contains(word); });
    unwanted.erase(first_met, unwanted.end());
    except->kind = YamlKind::scalar;
    except->items.clear();
    except->scalar = fmt::format("{}\n", fmt::join(unwanted, "\n"));
    if (unwanted.empty()) std::erase_if(list.root.entries, [](const auto& entry) { return entry.key.scalar == "except"; });
  }
  for (auto& [key, value] : list.root.entries) {
    if (key.scalar == "from")
      value = {.kind = YamlKind::scalar, .position = value.position, .scalar = fmt::format("{}", fmt::join(words, "\n"))};
  }
}

}  // namespace stet
