// Any bytes as a `.stet.yaml` beside another one, a folder of rules and links that lead out. What stands behind a line `%%%` is the other
// one. Whatever they say, nothing outside of their folder may come in.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "checks/registry.h"
#include "config/config.h"

namespace {

namespace fs = std::filesystem;

/// A tree to be configured, in memory where the system has a place for that; removed at the end.
class Tree {
 public:
  Tree() {
    fs::create_directories(root_ / "tree/.git");
    fs::create_directories(root_ / "tree/docs/house");
    fs::create_directories(root_ / "outside");
    write("outside/.stet.yaml", "rules: {repetition: off}\n");
    write("tree/docs/house/rule.yaml", "kind: forbids\n");
    fs::create_symlink(root_ / "outside", root_ / "tree/docs/link");
    fs::create_symlink(root_ / "outside/.stet.yaml", root_ / "tree/docs/link.yaml");
  }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;
  ~Tree() {
    std::error_code error;
    fs::remove_all(root_, error);
  }
  void write(const std::string& name, std::string_view text) const { std::ofstream(root_ / name, std::ios::binary) << text; }
  std::string path(const std::string& name) const { return (root_ / name).string(); }

 private:
  fs::path root_ =
      fs::canonical(fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) / ("stet-fuzz-" + std::to_string(::getpid()));
};

/// A few rules with fields of many types.
const stet::RuleSet& rules() {
  static const stet::RuleSet loaded = [] {
    auto files = stet::builtin_rule_files();
    std::erase_if(files,
                  [](const stet::RuleFile& file) { return !file.path.starts_with("words/") && !file.path.starts_with("citation/"); });
    return *stet::load_rules(files, stet::kind_fields());
  }();
  return loaded;
}

void expect_inside(const Tree& tree, const std::string& path) {
  if (!fs::weakly_canonical(path).string().starts_with(tree.path("tree"))) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Tree tree;
  static const std::vector<stet::KindFields> kinds = stet::kind_fields();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(text.find("%%%\n"), text.size());
  tree.write("tree/docs/.stet.yaml", text.substr(0, cut));
  tree.write("tree/other.yaml", text.substr(std::min(cut + 4, text.size())));
  stet::ConfigReader reader;
  const auto config = reader.for_file(tree.path("tree/docs/blog/a.md"));
  if (!config) {
    for (const stet::Problem& problem : config.error()) stet::render(problem);
    return 0;
  }
  for (const std::string& file : config->files) expect_inside(tree, file);
  for (const stet::Sourced& folder : config->folders) expect_inside(tree, folder.value);
  stet::RuleSet changed = rules();
  for (const stet::Problem& problem : stet::apply(*config, changed, kinds)) stet::render(problem);
  return 0;
}
