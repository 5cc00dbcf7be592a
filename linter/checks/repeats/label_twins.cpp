#include "checks/repeats/label_twins.h"

#include <algorithm>
#include <map>

#include "comparing/guards/repetition.h"

namespace stet {

std::vector<std::pair<std::uint32_t, std::uint32_t>> label_twins(const CheckInput& input, const Passages& passages) {
  std::map<std::vector<StemId>, std::vector<std::uint32_t>> by_label;
  for (std::uint32_t p = 0; p < passages.passages.size(); ++p) {
    std::vector<StemId> label = label_stems(input, passages.passages[p]);
    if (!label.empty()) by_label[std::move(label)].push_back(p);
  }
  const auto section_of = [&](std::uint32_t passage) { return input.units.sentences[passages.passages[passage].first_sentence].section; };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> twins;
  for (const auto& [label, labelled] : by_label) {
    if (labelled.size() != 2 || section_of(labelled.front()) == section_of(labelled.back())) continue;
    twins.emplace_back(labelled.back(), labelled.front());
  }
  std::sort(twins.begin(), twins.end());
  return twins;
}

}  // namespace stet
