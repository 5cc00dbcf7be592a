// `stet config FILE` and `stet init`.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/engines.h"
#include "cli/output.h"
#include "text/unicode.h"
#include "text/walk.h"

namespace stet {
namespace {

namespace fs = std::filesystem;

std::string place(const Sourced& setting) {
  if (setting.document == nullptr) return "built in";
  return fmt::format("{}:{}:{}", visible(setting.document->source.path), setting.position.line, setting.position.column);
}

void print_settings(std::string_view title, const std::vector<Sourced>& settings, std::string_view otherwise, std::ostream& out) {
  if (settings.empty()) out << fmt::format("{:<14}{:<38}  built in\n", title, otherwise);
  for (const Sourced& setting : settings) {
    out << fmt::format("{:<14}{:<38}  {}\n", &setting == settings.data() ? title : "", visible(setting.value), place(setting));
  }
}

void print_rule(const Rule& rule, const Config& config, std::size_t widest, std::ostream& out) {
  const RuleOrigin origin = origin_of(config, rule);
  const std::string_view state = rule.boolean("enabled", true) ? name(rule.info.severity) : "off";
  const std::string from = origin.state.document == nullptr && !rule.builtin ? visible(rule.document.source.path) : place(origin.state);
  out << fmt::format("  {:<{}}  {:<8}  {}\n", rule.info.id, widest, state, from);
  for (const Sourced& option : origin.options) {
    out << fmt::format("    {}: {}  {}\n", option.value, visible(in_one_line(*rule.field(option.value))), place(option));
  }
}

}  // namespace

int run_config(const CliOptions& options, std::ostream& out, std::ostream& err) {
  ConfigReader reader(options.limits);
  const auto config = config_for(options, reader, options.paths.front());
  if (!config) return report(config.error(), err);
  if (const auto limits = lowered(options.limits, *config); !limits) return report(limits.error(), err);
  const auto rules = load(options, *config);
  if (!rules) return report(rules.error(), err);
  out << fmt::format("What holds for {}\n\n", visible(options.paths.front()));
  if (config->files.empty()) out << fmt::format("{:<14}there is no {}\n", "read", config_name);
  for (const std::string& file : config->files)
    out << fmt::format("{:<14}{}\n", &file == config->files.data() ? "read" : "", visible(file));
  print_settings("excluded by", config->exclude, "nothing: the file is checked", out);
  print_settings("packs", config->packs, "all", out);
  print_settings("rule folders", config->folders, "none", out);
  print_settings("domains", config->domains, "all links out of the site", out);
  print_settings("limits", config->limits, "those of the command line", out);
  print_settings("shortcodes", config->shortcodes, "none", out);
  print_settings("blanket", config->blanket, "allowed: suppressions may name packs", out);
  out << "rules\n";
  std::size_t widest = 0;
  for (const Rule& rule : rules->rules) widest = std::max(widest, rule.info.id.size());
  for (const Rule& rule : rules->rules) print_rule(rule, *config, widest, out);
  return exit_clean;
}

namespace {

/// A site generator, by a file that its sites have, and where their articles are.
struct Generator {
  std::string_view name;
  std::vector<std::string_view> signs;
  std::vector<std::string_view> articles;
  std::string_view shortcode;  ///< an example of one that could cite
  std::string_view tree = "site made with";
};

const std::vector<Generator>& generators() {
  static const std::vector<Generator> all = {
      {"Hugo", {"hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config/_default"}, {"content"}, "cite"},
      {"Docusaurus", {"docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"}, {"docs", "blog", "src/pages"}, "Cite"},
      {"Astro", {"astro.config.mjs", "astro.config.ts", "astro.config.js"}, {"src/content", "src/pages"}, "Cite"},
      {"MkDocs", {"mkdocs.yml", "mkdocs.yaml"}, {"docs"}, "cite"},
      {"Eleventy", {".eleventy.js", "eleventy.config.js", "eleventy.config.mjs"}, {"src", "content", "posts"}, "cite"},
      {"Gatsby", {"gatsby-config.js", "gatsby-config.ts"}, {"content", "src/pages"}, "Cite"},
      {"Next.js", {"next.config.js", "next.config.mjs", "next.config.ts"}, {"content", "posts", "pages", "app"}, "Cite"},
      {"Hexo", {"_config.landscape.yml", "scaffolds"}, {"source"}, "cite"},
      {"Jekyll", {"_config.yml", "_config.yaml"}, {"_posts", "_docs", "_pages"}, "cite"},
      {"mdBook", {"book.toml"}, {"src"}, "cite"},
      {"VitePress", {".vitepress", "docs/.vitepress"}, {"docs"}, "Cite"},
      {"Sphinx with MyST", {"conf.py", "docs/conf.py"}, {"docs", "source"}, "cite"},
      {"Obsidian", {".obsidian"}, {}, "cite", "vault of"},
  };
  return all;
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

const Generator* generator_of(const fs::path& tree) {
  const auto& all = generators();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Generator& generator) {
    return std::any_of(generator.signs.begin(), generator.signs.end(), [&](std::string_view sign) { return is_there(tree / sign); });
  });
  return found == all.end() ? nullptr : &*found;
}

/// Folders with articles and how many each holds: the generator's, or those right below the tree.
std::vector<std::pair<std::string, std::size_t>> article_folders(const fs::path& tree, const Generator* generator) {
  std::vector<std::string> names;
  std::error_code error;
  if (generator != nullptr) names.assign(generator->articles.begin(), generator->articles.end());
  std::erase_if(names, [&](const std::string& name) { return !is_there(tree / name); });
  if (names.empty()) {
    for (fs::directory_iterator entry(tree, error), end; !error && entry != end; entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      if (entry->is_directory(error) && !name.starts_with('.') && name != "node_modules") names.push_back(name);
    }
    std::sort(names.begin(), names.end());
  }
  std::vector<std::pair<std::string, std::size_t>> folders;
  for (const std::string& name : names) {
    const std::size_t count = walk({(tree / name).string()}).files.size();
    if (count > 0) folders.emplace_back(name, count);
  }
  if (generator != nullptr && !generator->articles.empty()) return folders;
  std::size_t below = 0;
  for (const auto& [name, count] : folders) below += count;
  const std::size_t all = walk({tree.string()}).files.size();
  if (all > below) folders.insert(folders.begin(), {".", all - below});
  return folders;
}

std::string starting_config(const Generator* generator, const std::vector<std::pair<std::string, std::size_t>>& folders) {
  std::string text = "# What stet checks here, and how strictly. `stet config FILE` prints what holds for a file and why.\n";
  text += generator != nullptr ? fmt::format("# This looks like a {} {}.\n", generator->tree, generator->name)
                               : std::string("# No site generator was recognised.\n");
  for (const auto& [folder, count] : folders) {
    const std::string where = folder == "." ? "This folder itself" : folder + "/";
    text += fmt::format("# {} holds {} article{}.\n", where, count, count == 1 ? "" : "s");
  }
  if (!folders.empty()) {
    text += "# To check them:  stet";
    for (const auto& [folder, count] : folders) {
      text += " " + folder;
      if (folder == ".") break;  // all of them
    }
    text += "\n";
  }
  const std::string first = folders.empty() ? "docs/" : folders.front().first == "." ? "" : folders.front().first + "/";
  text += R"(
# Start from other files of this tree, or from only some of the built-in packs:
# extends: [builtin:citation, builtin:repetition]

# Folders of own rules and word lists, one rule a file; `stet test` tries their examples:
# rule-folders: [editorial/rules]

# By rule or pack: off, on, note, warning, error, or a mapping with options. `stet rules` lists them.
# rules:
#   repetition/sentence: note
#   medical: off
#   citation/unsourced-research: {severity: warning, within: paragraph}
)";
  text += fmt::format(R"(
# What counts as a citation. Without `domains`, every link that leads out of the site does.
# citations:
#   domains: [doi.org, example.edu]
#   shortcodes: [{}]

# Whether a comment may suppress a whole pack, or all rules:
# suppressions:
#   blanket: forbidden

# Files that are not checked (globs as in .gitignore):
# exclude: ["{}drafts/"]

# What else holds for some files; later ones win:
# overrides:
#   - files: ["{}news/**"]
#     rules:
#       citation: warning
)",
                      generator == nullptr ? "cite" : generator->shortcode, first, first);
  return text;
}

}  // namespace

int run_init(const CliOptions& options, std::ostream& out, std::ostream& err) {
  const fs::path tree = options.paths.empty() ? fs::path(".") : fs::path(options.paths.front());
  const fs::path target = (tree / config_name).lexically_normal();
  const auto refuse = [&](std::string path, std::string what, std::string mend) {
    return report({usage_fault(std::move(path), std::move(what), std::move(mend))}, err);
  };
  std::error_code error;
  if (!fs::is_directory(tree, error)) return refuse(tree.string(), "this is not a folder", {});
  if (is_there(target)) return refuse(target.string(), "it is there already", "edit it, or take it away first");
  const Generator* generator = generator_of(tree);
  const auto folders = article_folders(tree, generator);
  if (const auto written = write_file(target.string(), starting_config(generator, folders)); !written)
    return report({written.error()}, err);
  out << fmt::format("wrote {}\n", target.string());
  return exit_clean;
}

}  // namespace stet
