// Goldens of the articles in fixtures/articles. STET_UPDATE_GOLDENS=1 writes them anew; read the difference before it is committed.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "folders.h"
#include "text/source.h"

namespace stet {

inline std::string fixture_folder() { return source_folder() + "/fixtures/articles/"; }

inline std::vector<std::string> fixture_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(fixture_folder())) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

inline std::string fixture_test_name(const testing::TestParamInfo<std::string>& test) {
  std::string name = test.param.substr(0, test.param.find('.'));
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

/// The article by its name alone, so that dumps do not depend on where the repository lies.
inline Source fixture(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(fixture_folder() + name, std::ios::binary).rdbuf();
  return *make_source(name, bytes.str());
}

inline void expect_golden(const std::string& stage, const std::string& name, const std::string& text) {
  const std::string path = source_folder() + "/tests/" + stage + "/goldens/" + name + ".txt";
  if (std::getenv("STET_UPDATE_GOLDENS") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ostringstream golden;
  golden << std::ifstream(path, std::ios::binary).rdbuf();
  EXPECT_EQ(text, golden.str());
}

}  // namespace stet
