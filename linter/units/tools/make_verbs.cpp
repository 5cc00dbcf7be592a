// Run by the build: turns WordNet's counts of senses into tables of the third persons that are hardly ever nouns ("sings", "weighs"), of
// the base forms that are verbs at least as often as nouns ("leave", "reach"), and of all that may be one or the other.
//   make_verbs DICT-FOLDER FREQUENCIES.json OUTPUT.cpp
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>

#include "text/tools/wordnet_files.h"

namespace {

constexpr double least_seen = 3;   // rarer forms are left out
constexpr int least_tagged = 2;    // as a verb, in the texts that WordNet counted
constexpr double least_share = 3;  // times as often a verb as a noun: "links", "runs" and "drinks" are left to the sentence
constexpr double least_share_of_base = 1;
/// Verbs that are nouns as often, and in whose third person a sentence says what something is.
constexpr auto also_nouns = std::to_array<std::string_view>({"costs", "hosts", "measures", "features"});

std::string third_person(std::string_view verb) {
  const auto ends = [&](std::string_view ending) { return verb.ends_with(ending); };
  const bool consonant_before = verb.size() > 1 && std::string_view("aeiou").find(verb[verb.size() - 2]) == std::string_view::npos;
  if (ends("y") && consonant_before) return std::string(verb.substr(0, verb.size() - 1)) + "ies";
  const bool hisses = ends("s") || ends("sh") || ends("ch") || ends("x") || ends("z") || ends("o");
  return std::string(verb) + (hisses ? "es" : "s");
}

struct Tagged {
  int noun = 0;
  int verb = 0;
  bool is_noun = false;  // there is such a noun at all
  bool is_verb = false;
};

/// How often each word was tagged as noun and verb.
std::map<std::string, Tagged> read_tagged(const std::string& folder) {
  std::map<std::string, Tagged> tagged;
  stet::each_sense(folder, [&](const stet::WordNetSense& sense) {
    if (sense.lemma.find('_') != std::string::npos) return;
    Tagged& word = tagged[sense.lemma];
    if (sense.part == '1') word.noun += sense.tagged, word.is_noun = true;
    if (sense.part == '2') word.verb += sense.tagged, word.is_verb = true;
  });
  return tagged;
}

void write_table(std::ostream& output, std::string_view name, const std::set<std::uint64_t>& hashes) {
  output << "// NOLINTNEXTLINE(*-avoid-c-arrays): its size is left to the compiler\n"
         << fmt::format("constexpr std::uint64_t table_of_{}[] = {{\n", name);
  for (const std::uint64_t hash : hashes) output << fmt::format("{:#x},\n", hash);
  output << fmt::format("}};\nconst std::span<const std::uint64_t> {}{{table_of_{}}};\n\n", name, name);
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 4) return 2;
  const auto tagged = read_tagged(arguments[1]);
  const auto seen = stet::read_frequencies(arguments[2]);
  if (tagged.empty() || seen.empty()) return std::cerr << "make_verbs: cannot read " << arguments[1] << '\n', 1;
  std::set<std::uint64_t> forms;
  std::set<std::uint64_t> bases;
  std::set<std::uint64_t> possible_bases;
  std::set<std::uint64_t> possible_forms;
  const auto add = [&](std::string_view form) { forms.insert(XXH3_64bits(form.data(), form.size())); };
  std::for_each(also_nouns.begin(), also_nouns.end(), add);
  const auto count_of = [&](const std::string& form) {
    const auto known = seen.find(form);
    return known == seen.end() ? 0.0 : known->second;
  };
  for (const auto& [word, parts] : tagged) {
    const std::string form = third_person(word);
    if (word.size() < 2 || std::max(count_of(form), count_of(word)) < least_seen) continue;
    const bool only_verb = parts.is_verb && !parts.is_noun;
    if (only_verb || (parts.verb >= least_tagged && parts.verb >= least_share * parts.noun)) add(form);
    if (only_verb || (parts.verb >= least_tagged && parts.verb >= least_share_of_base * parts.noun))
      bases.insert(XXH3_64bits(word.data(), word.size()));
    if (only_verb || parts.verb >= least_tagged) {
      possible_bases.insert(XXH3_64bits(word.data(), word.size()));
      possible_forms.insert(XXH3_64bits(form.data(), form.size()));
    }
  }
  std::ofstream output(arguments[3]);
  output << "// Made by make_verbs from WordNet, Copyright 2006 by Princeton University; do not edit.\n"
            "#include \"units/verbs.h\"\n\nnamespace stet::verbs {\n\n";
  write_table(output, "third_persons", forms);
  write_table(output, "base_forms", bases);
  write_table(output, "possible_bases", possible_bases);
  write_table(output, "possible_third_persons", possible_forms);
  output << "}  // namespace stet::verbs\n";
  return output.good() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "make_verbs: " << error.what() << '\n';
  return 1;
}
