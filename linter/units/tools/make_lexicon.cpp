// Run by the build: turns WordNet's index and data files into a table of the senses of common words, and of what each is a kind of.
//   make_lexicon DICT-FOLDER FREQUENCIES.json OUTPUT.cpp
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <vector>

#include "text/tools/wordnet_files.h"
#include "units/vocabulary.h"

namespace {

constexpr double least_count = 5;       // rarer words are left out
constexpr std::size_t most_senses = 4;  // of one part of speech; WordNet lists the commonest first
constexpr std::array<std::string_view, 4> parts = {"noun", "verb", "adj", "adv"};

using Synset = std::string;  // part of speech and offset in its data file

/// By lemma key: its senses.
std::map<std::string, std::set<Synset>> read_senses(const std::string& folder, const std::map<std::string, double>& frequencies) {
  std::map<std::string, std::set<Synset>> senses;
  for (const std::string_view part : parts) {
    stet::each_entry(folder, part, [&](const stet::WordNetEntry& entry) {
      const auto known = frequencies.find(entry.lemma);
      if (known == frequencies.end() || known->second < least_count || entry.lemma.size() <= 2) return;
      std::set<Synset>& of_lemma = senses[stet::lemma_key(entry.lemma)];
      for (std::size_t i = 0; i < std::min(entry.senses.size(), most_senses); ++i)
        of_lemma.insert(fmt::format("{}{}", part, entry.senses[i]));
    });
  }
  return senses;
}

/// By synset: the first that it is a kind of (@, @i), or is similar to (&).
std::map<Synset, Synset> read_kinds(const std::string& folder) {
  std::map<Synset, Synset> kinds;
  for (const std::string_view part : parts) {
    stet::each_synset(folder, part, [&](const stet::WordNetSynset& synset) {
      const auto kind = std::find_if(synset.pointers.begin(), synset.pointers.end(), [](const stet::WordNetSynset::Pointer& pointer) {
        return pointer.symbol == "@" || pointer.symbol == "@i" || pointer.symbol == "&";
      });
      if (kind != synset.pointers.end()) kinds[fmt::format("{}{}", part, synset.offset)] = fmt::format("{}{}", part, kind->target);
    });
  }
  return kinds;
}

template <typename Values>
void write(std::ostream& output, std::string_view type, std::string_view name, const Values& values) {
  output << fmt::format(
      "// NOLINTNEXTLINE(*-avoid-c-arrays): its size is left to the compiler\nconstexpr {} {}_table[] = {{\n{}}};\nconst std::span<const "
      "{}> {}{{{}_table}};\n\n",
      type, name, fmt::format("{:#x}", fmt::join(values, ",\n")), type, name, name);
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 4) return 2;
  const auto senses = read_senses(arguments[1], stet::read_frequencies(arguments[2]));
  const auto kinds = read_kinds(arguments[1]);
  if (senses.empty() || kinds.empty()) return std::cerr << "make_lexicon: cannot read " << arguments[1] << '\n', 1;

  std::map<Synset, std::uint32_t> numbers;
  std::vector<Synset> synsets;
  const auto number = [&](const Synset& synset) {
    const auto [entry, is_new] = numbers.emplace(synset, static_cast<std::uint32_t>(synsets.size()));
    if (is_new) synsets.push_back(synset);
    return entry->second;
  };
  std::map<std::uint64_t, std::vector<std::uint32_t>> table;
  for (const auto& [lemma, of_lemma] : senses) {
    for (const Synset& synset : of_lemma) table[XXH3_64bits(lemma.data(), lemma.size())].push_back(number(synset));
  }
  // Numbers are given to kinds on the way, so the list grows to all that can be reached.
  std::vector<std::uint32_t> kind_of;
  for (std::size_t i = 0; i < synsets.size(); ++i) {
    const auto kind = kinds.find(synsets[i]);
    kind_of.push_back(kind == kinds.end() ? static_cast<std::uint32_t>(i) : number(kind->second));
  }
  std::vector<std::uint64_t> lemmas;
  std::vector<std::uint32_t> first = {0};
  std::vector<std::uint32_t> all;
  for (const auto& [hash, of_lemma] : table) {
    lemmas.push_back(hash);
    all.insert(all.end(), of_lemma.begin(), of_lemma.end());
    first.push_back(static_cast<std::uint32_t>(all.size()));
  }
  std::ofstream output(arguments[3]);
  output << "// Made by make_lexicon from WordNet, Copyright 2006 by Princeton University; do not edit.\n"
            "#include \"units/lexicon.h\"\n\nnamespace stet::lexicon {\n\n";
  write(output, "std::uint64_t", "lemmas", lemmas);
  write(output, "std::uint32_t", "first_senses", first);
  write(output, "std::uint32_t", "senses", all);
  write(output, "std::uint32_t", "kinds", kind_of);
  output << "}  // namespace stet::lexicon\n";
  return output.good() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "make_lexicon: " << error.what() << '\n';
  return 1;
}
