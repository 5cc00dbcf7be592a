// Run by the build: writes the words below every WordNet synset that a word list names with `from:`, for rules/wordnet.h to find.
//   derive_words DICT-FOLDER FREQUENCIES.json OUTPUT RULES-FOLDER FILE…      (FILEs relative to RULES-FOLDER)
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <vector>

#include "rules/yaml.h"
#include "text/tools/wordnet_files.h"

namespace {

using Offset = std::string;  // of a synset in data.noun

struct Synset {
  std::vector<std::string> words;
  std::vector<Offset> kinds;  // hyponyms; instances are out
};

struct Nouns {
  std::map<std::string, std::vector<Offset>> senses;  // by lemma, the commonest first
  std::map<Offset, Synset> synsets;
};

Nouns read_nouns(const std::string& folder) {
  Nouns nouns;
  stet::each_entry(folder, "noun", [&](const stet::WordNetEntry& entry) { nouns.senses[entry.lemma] = entry.senses; });
  stet::each_synset(folder, "noun", [&](const stet::WordNetSynset& read) {
    Synset& synset = nouns.synsets[read.offset];
    synset.words = read.words;
    for (const stet::WordNetSynset::Pointer& pointer : read.pointers) {
      if (pointer.symbol == "~") synset.kinds.push_back(pointer.target);
    }
  });
  return nouns;
}

/// In small letters.
std::map<std::string, std::uint32_t> read_counts(const std::string& path) {
  std::map<std::string, std::uint32_t> counts;
  for (const auto& [word, count] : stet::read_frequencies(path)) {
    std::string folded = word;
    std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char letter) { return std::tolower(letter); });
    counts[folded] = static_cast<std::uint32_t>(count);
  }
  return counts;
}

/// How common the rarest part of a lemma is.
std::uint32_t count_of(const std::string& lemma, const std::map<std::string, std::uint32_t>& counts) {
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  std::string part;
  const auto end_part = [&] {
    if (part.ends_with("'s")) part.resize(part.size() - 2);
    const auto known = counts.find(part);
    least = std::min(least, known == counts.end() ? 0 : known->second);
    part.clear();
  };
  for (const char letter : lemma) {
    if (letter == '_' || letter == '-') {
      end_part();
    } else {
      part += letter;
    }
  }
  end_part();
  return least;
}

bool is_plain(const std::string& lemma) {
  return std::all_of(lemma.begin(), lemma.end(),
                     [](unsigned char letter) { return std::isalnum(letter) != 0 || letter == '_' || letter == '-' || letter == '\''; });
}

std::set<Offset> below(const Nouns& nouns, const Offset& root) {
  std::set<Offset> found;
  std::vector<Offset> open = {root};
  while (!open.empty()) {
    const Offset offset = open.back();
    open.pop_back();
    if (!found.insert(offset).second) continue;
    const std::vector<Offset>& kinds = nouns.synsets.at(offset).kinds;
    open.insert(open.end(), kinds.begin(), kinds.end());
  }
  return found;
}

/// "symptom#1": the offset; empty when there is no such sense.
Offset root_of(const Nouns& nouns, const std::string& name) {
  const std::size_t sign = name.find('#');
  std::string lemma = name.substr(0, sign);
  std::replace(lemma.begin(), lemma.end(), ' ', '_');
  const auto senses = nouns.senses.find(lemma);
  const std::size_t number = sign == std::string::npos ? 0 : std::strtoul(name.c_str() + sign + 1, nullptr, 10);
  return senses == nouns.senses.end() || number == 0 || number > senses->second.size() ? Offset() : senses->second[number - 1];
}

std::map<std::string, std::uint32_t> words_below(const Nouns& nouns, const Offset& root,
                                                 const std::map<std::string, std::uint32_t>& counts) {
  const std::set<Offset> offsets = below(nouns, root);
  std::map<std::string, std::uint32_t> words;
  for (const Offset& offset : offsets) {
    for (std::string lemma : nouns.synsets.at(offset).words) {
      std::transform(lemma.begin(), lemma.end(), lemma.begin(), [](unsigned char letter) { return std::tolower(letter); });
      if (!is_plain(lemma) || lemma.size() < 2 || !offsets.contains(nouns.senses.at(lemma).front())) continue;
      const std::uint32_t count = count_of(lemma, counts);
      std::replace(lemma.begin(), lemma.end(), '_', ' ');
      words[lemma] = count;
    }
  }
  return words;
}

void add_texts(const stet::YamlValue* value, std::set<std::string>& names) {
  if (value == nullptr) return;
  if (value->kind == stet::YamlKind::scalar) names.insert(value->scalar);
  for (const stet::YamlValue& item : value->items) names.insert(item.scalar);
}

/// Synsets that the lists of these files name.
std::set<std::string> named_in(const std::string& folder, const std::vector<std::string>& files) {
  std::set<std::string> names;
  for (const std::string& file : files) {
    std::ifstream input(folder + "/" + file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(input), {});
    if (bytes.find("\nfrom:") == std::string::npos) continue;
    const auto document = stet::parse_yaml(folder + "/" + file, bytes);
    if (!document) throw std::runtime_error(render(document.error()));
    const stet::YamlValue* from = document->root.find("from");
    if (from == nullptr) continue;
    add_texts(from->find("wordnet"), names);
    add_texts(from->find("without"), names);
  }
  return names;
}

}  // namespace

int main(int count, char** arguments) try {
  if (count < 5) return 2;
  const std::string dictionary = arguments[1];
  const Nouns nouns = read_nouns(dictionary);
  const auto counts = read_counts(arguments[2]);
  std::ofstream output(arguments[3], std::ios::binary);
  for (const std::string& name : named_in(arguments[4], {arguments + 5, arguments + count})) {
    const Offset root = root_of(nouns, name);
    if (root.empty()) return std::cerr << "derive_words: WordNet has no `" << name << "`\n", 1;
    output << fmt::format("#{}\n", name);
    for (const auto& [word, commonness] : words_below(nouns, root, counts)) output << fmt::format("{} {}\n", commonness, word);
  }
  return output.good() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "derive_words: " << error.what() << '\n';
  return 1;
}
