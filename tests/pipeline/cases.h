// Files of cases: "=== name (mark)", an input, "--- says", the answer. STET_UPDATE_GOLDENS=1 writes the answers anew; read the difference
// before it is committed. Cases marked (schema) are wrong to the JSON Schema as well; see tests/rules/schema.mjs.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>

namespace stet {

/// Compares the answer of each case with the one in the file; returns how many there are.
inline std::size_t check_cases(const std::string& path, const std::function<std::string(const std::string&)>& says) {
  const std::string divider = "--- says\n";
  std::ostringstream whole;
  whole << std::ifstream(path).rdbuf();
  const std::string text = whole.str();
  std::string all;
  std::size_t count = 0;
  for (std::size_t at = text.find("=== "); at != std::string::npos; ++count) {
    const std::size_t next = text.find("\n=== ", at);
    const std::string one = text.substr(at, next == std::string::npos ? next : next + 1 - at);
    const std::size_t line = one.find('\n') + 1;
    const std::size_t middle = one.find(divider);
    const std::string input = one.substr(line, middle - line);
    const std::string answer = says(input);
    EXPECT_EQ(answer, one.substr(middle + divider.size())) << one.substr(0, line);
    all += one.substr(0, line) + input + divider + answer;
    at = next == std::string::npos ? next : next + 1;
  }
  if (std::getenv("STET_UPDATE_GOLDENS") != nullptr) std::ofstream(path) << all;
  return count;
}

}  // namespace stet
