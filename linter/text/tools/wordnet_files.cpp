#include "text/tools/wordnet_files.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace stet {

void each_entry(const std::string& folder, std::string_view part, const std::function<void(const WordNetEntry&)>& use) {
  std::ifstream input(fmt::format("{}/index.{}", folder, part));
  for (std::string line; std::getline(input, line);) {
    // lemma pos synset_cnt p_cnt [symbol…] sense_cnt tagsense_cnt offset…
    std::istringstream fields(line);
    WordNetEntry entry;
    std::string skipped;
    std::size_t count = 0;
    std::size_t pointers = 0;
    if (line.starts_with(' ') || !(fields >> entry.lemma >> skipped >> count >> pointers)) continue;
    for (std::size_t i = 0; i < pointers + 2; ++i) fields >> skipped;
    for (std::string offset; entry.senses.size() < count && fields >> offset;) entry.senses.push_back(offset);
    use(entry);
  }
}

void each_synset(const std::string& folder, std::string_view part, const std::function<void(const WordNetSynset&)>& use) {
  std::ifstream input(fmt::format("{}/data.{}", folder, part));
  for (std::string line; std::getline(input, line);) {
    // offset lex_filenum ss_type w_cnt (word lex_id)… p_cnt (symbol offset pos source/target)…
    std::istringstream fields(line);
    WordNetSynset synset;
    std::string skipped;
    std::string count;
    if (line.starts_with(' ') || !(fields >> synset.offset >> skipped >> skipped >> count)) continue;
    synset.words.resize(std::stoul(count, nullptr, 16));
    for (std::string& word : synset.words) fields >> word >> skipped;
    std::size_t pointers = 0;
    fields >> pointers;
    synset.pointers.resize(pointers);
    for (WordNetSynset::Pointer& pointer : synset.pointers) fields >> pointer.symbol >> pointer.target >> skipped >> skipped;
    use(synset);
  }
}

void each_sense(const std::string& folder, const std::function<void(const WordNetSense&)>& use) {
  std::ifstream input(folder + "/index.sense");
  for (std::string line; std::getline(input, line);) {
    // lemma%part:file:id:head:head offset sense_number tag_count
    std::istringstream fields(line);
    std::string key;
    std::string skipped;
    WordNetSense sense;
    if (!(fields >> key >> skipped >> skipped >> sense.tagged)) continue;
    const std::size_t percent = key.find('%');
    if (percent == std::string::npos || percent + 1 >= key.size()) continue;
    sense.lemma = key.substr(0, percent);
    sense.part = key[percent + 1];
    use(sense);
  }
}

std::map<std::string, double> read_frequencies(const std::string& path) {
  std::ifstream input(path);
  std::map<std::string, double> frequencies;
  const auto words = nlohmann::json::parse(input, nullptr, false);
  if (words.is_discarded()) return frequencies;
  for (const auto& entry : words) frequencies[entry.at("word")] = entry.at("count").get<double>();
  return frequencies;
}

}  // namespace stet
