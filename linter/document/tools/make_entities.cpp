// Run by the build: turns the HTML standard's named character references (JSON: {"&amp;": {"characters": "&"}, …}) into a sorted table.
//   make_entities INPUT.json OUTPUT.cpp
#include <fmt/format.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace {

/// Names without their `&`; those that need no `;` come once with it and once without.
std::map<std::string, std::string> references_of(const nlohmann::json& input) {
  std::map<std::string, std::string> references;
  for (const auto& [name, reference] : input.items()) references[name.substr(1)] = reference.at("characters").get<std::string>();
  return references;
}

std::string quoted(const std::string& text) {
  std::string result;
  for (const char c : text) result += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
  return '"' + result + '"';
}

void write(std::ostream& output, const std::map<std::string, std::string>& references) {
  output << "// Made by make_entities; do not edit.\n#include \"document/entities.h\"\n\nnamespace stet {\n\n"
            "// NOLINTNEXTLINE(*-avoid-c-arrays): its size is left to the compiler\n"
            "constexpr NamedReference table[] = {\n";
  for (const auto& [name, text] : references) output << "{\"" << name << "\", " << quoted(text) << "},\n";
  output << "};\n\nconst std::span<const NamedReference> named_references{table};\n\n}  // namespace stet\n";
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 3) return 2;
  std::ifstream input(arguments[1]);
  const auto references = references_of(nlohmann::json::parse(input));
  std::ofstream output(arguments[2]);
  write(output, references);
  return output.flush() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "make_entities: " << error.what() << '\n';
  return 1;
}
