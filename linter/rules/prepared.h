// The trees of the built-in rules' YAML files, packed by the build: a start does not read YAML.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/yaml.h"

namespace stet {

/// A tree with its positions.
std::string pack(const YamlValue& value);

/// The tree that `pack` made; `packed` is known to be whole, and outlives the tree, which views it.
YamlValue unpack_yaml(std::string_view packed);

/// Packs files by path, and finds them again: paths and trees, ascending.
std::string pack_files(const std::map<std::string, YamlValue>& trees);
std::vector<std::pair<std::string_view, std::string_view>> packed_files(std::string_view packed);

}  // namespace stet
