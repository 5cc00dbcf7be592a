// Run by the build: turns word frequencies (JSON: [{"word", "count"}, …]) into a table of weights by stem.
//   make_weights INPUT.json OUTPUT.cpp
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "units/vocabulary.h"

namespace {

/// Stems seen less often than this weigh as much as unknown ones.
constexpr double least_count = 3;

/// Inverse document frequency in nats, spread so that the commonest words weigh nothing and a word seen a handful of times weighs about 9.
/// Spoken counts stand for documents.
double weight_of(double count, double total) { return std::clamp((std::log(total / count) - 3.5) * 0.75, 0.0, 9.5); }

/// Weights by the hashes of stems.
std::map<std::uint64_t, int> weights_of(const nlohmann::json& words) {
  std::map<std::string, double> counts;
  double total = 0;
  for (const auto& entry : words) {
    const std::string word = entry.at("word");
    counts[stet::stem(word)] += entry.at("count").get<double>();
    total += entry.at("count").get<double>();
  }
  std::map<std::uint64_t, int> table;
  for (const auto& [stem, seen] : counts) {
    if (seen >= least_count) table[XXH3_64bits(stem.data(), stem.size())] = static_cast<int>(std::lround(weight_of(seen, total) * 25));
  }
  return table;
}

void write(std::ostream& output, const std::map<std::uint64_t, int>& table) {
  output << "// Made by make_weights; do not edit.\n#include \"units/weights.h\"\n\nnamespace stet::weights {\n\n"
            "// NOLINTBEGIN(*-avoid-c-arrays): their sizes are left to the compiler\n"
            "constexpr std::uint64_t stem_table[] = {\n";
  for (const auto& [hash, weight] : table) output << fmt::format("{:#x},\n", hash);
  output << "};\nconstexpr std::uint8_t weight_table[] = {\n";
  for (const auto& [hash, weight] : table) output << weight << ",\n";
  output << "};\n// NOLINTEND(*-avoid-c-arrays)\n\nconst std::span<const std::uint64_t> stems{stem_table};\nconst std::span<const "
            "std::uint8_t> values{weight_table};\n\n} "
            " // namespace stet::weights\n";
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 3) return 2;
  std::ifstream input(arguments[1]);
  const auto table = weights_of(nlohmann::json::parse(input));
  std::ofstream output(arguments[2]);
  write(output, table);
  return output.good() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "make_weights: " << error.what() << '\n';
  return 1;
}
