// Run by the build: writes files into a C++ source, as text/embedded.h declares them.
//   embed OUTPUT.cpp SYMBOL FOLDER FILE…      (FILEs relative to FOLDER)
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

/// Every byte escaped, 40 a line, so that any content is one valid literal.
std::string literal(const std::string& bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 40 == 0) text += i == 0 ? "\n    \"" : "\"\n    \"";
    text += fmt::format("\\{:03o}", static_cast<unsigned char>(bytes[i]));
  }
  return bytes.empty() ? "\"\"" : text + "\"";
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 2;
  const std::string folder = arguments[3];
  std::string data;
  std::string table;
  for (int i = 4; i < count; ++i) {
    std::ifstream input(folder + "/" + arguments[i], std::ios::binary);
    if (!input) return std::cerr << "embed: cannot read " << arguments[i] << '\n', 1;
    const std::string bytes(std::istreambuf_iterator<char>(input), {});
    data += fmt::format("alignas(std::uint64_t) constexpr char data{}[] = {};\n", i, literal(bytes));
    table += fmt::format("    {{\"{}\", {{data{}, {}}}}},\n", arguments[i], i, bytes.size());
  }
  std::ofstream output(arguments[1]);
  output
      << "// Made by embed; do not edit.\n#include <cstdint>\n\n#include \"text/embedded.h\"\n\nnamespace stet::embedded {\nnamespace {\n"
         "// NOLINTBEGIN(*-avoid-c-arrays): a string literal can begin no other\n"
      << data << "constexpr File table[] = {\n"
      << table << "    {\"\", {}},\n};\n// NOLINTEND(*-avoid-c-arrays)\n}  // namespace\n\nconst std::span<const File> " << arguments[2]
      << "{table, " << count - 4 << "};\n\n}  // namespace stet::embedded\n";
  return output.good() ? 0 : 1;
}
