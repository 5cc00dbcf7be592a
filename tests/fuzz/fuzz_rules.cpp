// Any bytes as a rule: loaded, compiled, and run over a short article. The first byte chooses between a rule and a word list.
#include <cstdint>
#include <string>

#include "checks/registry.h"
#include "pipeline/pipeline.h"

namespace {

constexpr std::string_view article =
    "# Five reasons\n\nResearch suggests that velmora calms the mind. It is not addictive. Research suggests that velmora calms the "
    "body.\n\n"
    "- one\n- two\n\n> Marie Lund said 10 mg on 3 May 2019. She said 20 mg in 2018.\n\n[7] See Table 3, and [more](#more).\n";

/// The built-in word lists by name, two words each: reading all of them again for each input would take nearly all of the time.
const std::vector<stet::RuleFile>& short_lists() {
  static const std::vector<stet::RuleFile> lists = [] {
    std::vector<stet::RuleFile> files;
    for (stet::RuleFile& file : stet::builtin_rule_files()) {
      if (!file.path.starts_with("words/")) continue;
      file.bytes = "about: A short list.\nwords: [research, velmora]\n";
      files.push_back(std::move(file));
    }
    return files;
  }();
  return lists;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string path = (data[0] & 1U) != 0 ? "words/research.yaml" : "pack/rule.yaml";
  std::vector<stet::RuleFile> files = short_lists();
  files.push_back({path, path, std::string(data + 1, data + size)});
  auto rules = stet::load_rules(files, stet::kind_fields());
  if (!rules) {
    for (const stet::Problem& problem : rules.error()) stet::render(problem);
    return 0;
  }
  auto engine = stet::compile(std::move(*rules));
  if (engine) stet::check_source(**engine, *stet::make_source("test.md", std::string(article)));
  return 0;
}
