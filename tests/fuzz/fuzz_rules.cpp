// Any bytes as a rule: loaded, compiled, and run over a short article. The first byte chooses between a rule and a word list.
#include <cstdint>
#include <string>

#include "checks/registry.h"
#include "pipeline/pipeline.h"

namespace {

constexpr std::string_view article =
    "# Five reasons\n\nResearch suggests that velmora calms the mind. It is not addictive.\n\n- one\n- two\n\n> Marie Lund said 10 mg on 3 "
    "May "
    "2019.\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string path = (data[0] & 1U) != 0 ? "words/research.yaml" : "pack/rule.yaml";
  std::vector<stet::RuleFile> files = stet::builtin_rule_files();
  std::erase_if(files, [](const stet::RuleFile& file) { return !file.path.starts_with("words/"); });
  files.push_back({path, path, std::string(data + 1, data + size)});
  auto rules = stet::load_rules(files, stet::kind_fields());
  if (!rules) return 0;
  auto engine = stet::compile(std::move(*rules));
  if (engine) stet::check_source(**engine, *stet::make_source("test.md", std::string(article)));
  return 0;
}
