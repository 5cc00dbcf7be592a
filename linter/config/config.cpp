#include "config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "text/paths.h"
#include "text/walk.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 32;
constexpr std::size_t most_settings = 10'000;

/// Is the path the folder or below it? Both are canonical.
bool lies_in(const std::string& path, const std::string& folder) {
  return path == folder || folder == "/" || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

/// The tree that a configuration may refer to: the repository that holds its folder, or the folder itself. As a real path, so that no link
/// leads out of it unseen.
std::string tree_of(const fs::path& config_path) {
  const fs::path folder = in_real_folder(config_path).parent_path();
  return nearest_folder(folder).value_or(folder).generic_string();
}

/// A path as people read it: relative to where the command runs when it is below.
std::string shown(const std::string& path) {
  std::error_code error;
  const std::string here = real_path(fs::current_path(error));
  return lies_in(path, here) && path != here ? fs::path(path).lexically_relative(here).generic_string() : path;
}

/// Globs of a configuration's files as lines.
std::string lines_of(const YamlValue& globs) {
  std::string lines;
  for (const YamlValue* glob : one_or_many(globs)) lines += glob->scalar.string() + "\n";
  return lines;
}

/// Every glob of a configuration is tried on each article's path.
void check_globs(const Faults& faults, const YamlValue& root) {
  std::vector<const YamlValue*> lists;
  if (const YamlValue* exclude = root.find("exclude")) lists.push_back(exclude);
  if (const YamlValue* overrides = root.find("overrides")) {
    for (const YamlValue* item : one_or_many(*overrides)) {
      if (const YamlValue* files = item->find("files")) lists.push_back(files);
    }
  }
  std::size_t cost = 0;
  for (const YamlValue* globs : lists) {
    cost += glob_cost(lines_of(*globs));
    if (cost <= most_glob_cost) continue;
    faults.add(globs->position, "these are too many globs", "write fewer or shorter ones, with fewer `*`");
    return;
  }
}

/// An address in place of a domain would match no link at all.
void check_domains(const Faults& faults, const YamlValue& root) {
  const YamlValue* citations = root.find("citations");
  const YamlValue* domains = citations == nullptr ? nullptr : citations->find("domains");
  if (domains == nullptr) return;
  for (const YamlValue* domain : one_or_many(*domains)) {
    std::string_view name = domain->scalar;
    if (name.find_first_of("/: ") == std::string_view::npos) continue;
    if (const std::size_t scheme = name.find("://"); scheme != std::string_view::npos) name.remove_prefix(scheme + 3);
    name = name.substr(0, name.find_first_of("/: "));
    faults.add(domain->position, fmt::format("`{}` is no domain", domain->scalar), name.empty() ? "" : fmt::format("write `{}`", name));
  }
}

}  // namespace

struct ConfigReader::File {
  std::shared_ptr<const YamlDocument> document;
  std::string path;  ///< canonical
};

namespace {

/// Adds what one mapping says of rules: packs first, so that a rule's own setting wins over its pack's.
void add_rules(const std::shared_ptr<const YamlDocument>& document, const YamlValue& map, Config& config) {
  const YamlValue* rules = map.find("rules");
  if (rules == nullptr) return;
  for (const bool packs : {true, false}) {
    for (const auto& [key, value] : rules->entries) {
      if ((key.scalar.find('/') == std::string::npos) != packs) continue;
      RuleSetting setting{key.scalar, {}, nullptr, document, key.position};
      if (value.kind == YamlKind::map) {
        setting.options = &value;
      } else {
        setting.state = value.scalar;
      }
      config.rules.push_back(std::move(setting));
    }
  }
}

void add_texts(const std::shared_ptr<const YamlDocument>& document, const YamlValue* value, std::vector<Sourced>& into) {
  if (value == nullptr) return;
  into.clear();
  for (const YamlValue* item : one_or_many(*value)) into.push_back({item->scalar, document, item->position});
}

void add_citations(const std::shared_ptr<const YamlDocument>& document, const YamlValue& map, Config& config) {
  const YamlValue* citations = map.find("citations");
  if (citations == nullptr) return;
  add_texts(document, citations->find("domains"), config.domains);
  add_texts(document, citations->find("shortcodes"), config.shortcodes);
}

void add_limits(const std::shared_ptr<const YamlDocument>& document, const YamlValue& map, Config& config) {
  const YamlValue* limits = map.find("limits");
  if (limits == nullptr) return;
  for (const auto& [key, value] : limits->entries)
    config.limits.push_back({key.scalar.string() + "=" + value.scalar.string(), document, value.position});
}

void add_suppressions(const std::shared_ptr<const YamlDocument>& document, const YamlValue& map, Config& config) {
  if (const YamlValue* suppressions = map.find("suppressions")) add_texts(document, suppressions->find("blanket"), config.blanket);
}

void add_folders(const std::shared_ptr<const YamlDocument>& document, const std::string& path, const std::string& tree, Config& config,
                 Problems& problems) {
  const YamlValue* folders = document->root.find("rule-folders");
  if (folders == nullptr) return;
  for (const YamlValue* item : one_or_many(*folders)) {
    const std::string folder = real_path(fs::path(path).parent_path() / item->scalar.string());
    std::error_code error;
    if (folder.empty() || !lies_in(folder, tree)) {  // NOLINT(readability-suspicious-call-argument): this folder lies in the tree
      problems.push_back(document->problem(item->position, fmt::format("`{}` is outside the tree", item->scalar),
                                           "name a folder of this repository", ProblemKind::configuration));
    } else if (!fs::is_directory(folder, error)) {
      problems.push_back(document->problem(item->position, fmt::format("there is no folder `{}`", item->scalar),
                                           "it is looked for beside this file", ProblemKind::configuration));
    } else {
      config.folders.push_back({shown(folder), document, item->position});
    }
  }
}

}  // namespace

bool ConfigReader::matches(const YamlValue& globs, const std::string& path) {
  auto known = globs_.find(&globs);
  if (known == globs_.end()) {
    known = globs_.emplace(&globs, IgnoreRules(lines_of(globs))).first;
  }
  const IgnoreRules& rules = known->second;
  IgnoreRules::Verdict verdict = IgnoreRules::Verdict::none;
  for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const IgnoreRules::Verdict folder = rules.verdict(path.substr(0, slash), true);
    if (folder != IgnoreRules::Verdict::none) verdict = folder;
  }
  const IgnoreRules::Verdict own = rules.verdict(path, false);
  return (own == IgnoreRules::Verdict::none ? verdict : own) == IgnoreRules::Verdict::ignored;
}

std::string ConfigReader::nearest_above(const std::string& folder) {
  if (const auto known = nearest_.find(folder); known != nearest_.end()) return known->second;
  std::error_code error;
  const fs::path candidate = fs::path(folder) / config_name;
  const fs::path parent = fs::path(folder).parent_path();
  std::string found;
  if (fs::exists(fs::symlink_status(candidate, error))) {
    found = candidate.generic_string();
  } else if (!holds_git(folder) && parent != folder && fs::path(folder).has_relative_path()) {
    found = nearest_above(parent.generic_string());
  }
  nearest_[folder] = found;
  return found;
}

std::shared_ptr<const ConfigReader::File> ConfigReader::read(const std::string& path, const std::string& shown_path, Problems& problems) {
  if (const auto known = files_.find(path); known != files_.end()) {
    problems.insert(problems.end(), known->second.faults.begin(), known->second.faults.end());
    return known->second.file;
  }
  auto source = read_source(path, {.file_bytes = limits_.rule_bytes});
  Problems faults;
  std::shared_ptr<const YamlDocument> document;
  if (!source) {
    source.error().path = shown_path;
    source.error().kind = ProblemKind::configuration;
    faults.push_back(std::move(source.error()));
  } else if (auto parsed = parse_yaml(shown_path, std::move(source->bytes), ProblemKind::configuration, limits_); !parsed) {
    faults.push_back(std::move(parsed.error()));
  } else {
    document = std::make_shared<const YamlDocument>(std::move(*parsed));
    const Faults collect{*document, faults, ProblemKind::configuration};
    if (document->root.kind == YamlKind::map) {
      check_fields(collect, document->root, pointers(config_fields()), "this configuration");
      check_domains(collect, document->root);
      check_globs(collect, document->root);
    } else if (document->root.kind != YamlKind::null) {
      collect.add(document->root.position, "a configuration is a mapping of keys",
                  "write keys, each with a colon and a space, such as `rules:`; `stet init` writes a commented one");
    }
  }
  problems.insert(problems.end(), faults.begin(), faults.end());
  std::shared_ptr<const File> file;
  if (faults.empty()) file = std::make_shared<const File>(File{document, path});
  files_[path] = {file, std::move(faults)};
  return file;
}

void ConfigReader::extend(const File& file, const std::string& tree, std::set<std::string>& open, const std::string& relative,
                          Config& config, Problems& problems) {
  const YamlValue* bases = file.document->root.find("extends");
  if (bases == nullptr) return;
  for (const YamlValue* base : one_or_many(*bases)) {
    const auto fault = [&](std::string what, std::string mend) {
      problems.push_back(file.document->problem(base->position, std::move(what), std::move(mend), ProblemKind::configuration));
    };
    if (base->scalar.starts_with("builtin:")) {
      config.packs.push_back({std::string(base->scalar.substr(8)), file.document, base->position});
      continue;
    }
    const std::string path = real_path(fs::path(file.path).parent_path() / base->scalar.string());
    std::error_code error;
    if (path.empty() || !lies_in(path, tree)) {
      fault(fmt::format("`{}` is outside the tree", base->scalar), "name a file of this repository, or `builtin:pack`");
    } else if (open.contains(path)) {
      fault(fmt::format("`{}` extends itself", base->scalar), "break the circle");
    } else if (open.size() >= limits_.include_depth || config.files.size() >= most_files) {
      fault("too many configurations extend each other", "flatten them");
    } else if (!fs::is_regular_file(path, error)) {
      fault(fmt::format("there is no file `{}`", base->scalar),
            fmt::format("it is looked for beside this file; a built-in pack is written `builtin:{}`",
                        base->scalar.find_first_of("./") == std::string::npos ? base->scalar : "pack"));
    } else if (const auto read_file = read(path, shown(path), problems)) {
      open.insert(path);
      add(*read_file, tree, open, relative, config, problems);
      open.erase(path);
    }
  }
}

void ConfigReader::add(const File& file, const std::string& tree, std::set<std::string>& open, const std::string& relative, Config& config,
                       Problems& problems) {
  extend(file, tree, open, relative, config, problems);
  const YamlDocument& document = *file.document;
  config.files.push_back(document.source.path);
  config.key += file.path + "\n";
  add_folders(file.document, file.path, tree, config, problems);
  add_rules(file.document, document.root, config);
  add_citations(file.document, document.root, config);
  add_limits(file.document, document.root, config);
  add_suppressions(file.document, document.root, config);
  if (const YamlValue* exclude = document.root.find("exclude"); exclude != nullptr && matches(*exclude, relative)) {
    for (const YamlValue* item : one_or_many(*exclude)) config.exclude.push_back({item->scalar, file.document, item->position});
    config.key += "excluded\n";
  }
  const YamlValue* overrides = document.root.find("overrides");
  if (overrides == nullptr) return;
  std::size_t number = 0;
  for (const YamlValue* item : one_or_many(*overrides)) {
    ++number;
    if (!matches(*item->find("files"), relative)) continue;
    config.key += fmt::format("override {}\n", number);
    add_rules(file.document, *item, config);
    add_citations(file.document, *item, config);
    add_suppressions(file.document, *item, config);
  }
}

tl::expected<Config, Problems> ConfigReader::by(const std::string& config_path, const std::string& path) {
  Config config;
  Problems problems;
  const std::string tree = tree_of(config_path);
  const std::string real = real_path(config_path);
  std::error_code error;
  if (real.empty() || !lies_in(real, tree) || !fs::is_regular_file(real, error)) {
    const bool outside = !real.empty() && fs::is_regular_file(real, error);
    return tl::unexpected(Problems{{.kind = ProblemKind::configuration,
                                    .path = shown(config_path),
                                    .what = outside ? "this is a link to outside the tree" : "there is no such configuration"}});
  }
  const auto file = read(real, shown(real), problems);
  if (file != nullptr) {
    const std::string folder = fs::path(real).parent_path().generic_string();
    const std::string article = in_real_folder(path).generic_string();
    std::set<std::string> open = {real};
    add(*file, tree, open, fs::path(article).lexically_relative(folder).generic_string(), config, problems);
    if (config.rules.size() > most_settings) {
      problems.push_back(file->document->problem({}, "too many settings", {}, ProblemKind::configuration));
    }
  }
  if (file == nullptr && problems.empty()) return tl::unexpected(Problems{});  // said before
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return config;
}

tl::expected<Config, Problems> ConfigReader::for_file(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  const std::string folder = real_path(parent.empty() ? fs::path(".") : parent);
  const std::string config = folder.empty() ? std::string() : nearest_above(folder);
  if (config.empty()) return Config{};
  return by(config, path);
}

}  // namespace stet
