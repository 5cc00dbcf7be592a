#include "checks/opposes/pair_rule.h"

#include <utility>

#include "checks/wording/message.h"
#include "claims/headings.h"
#include "comparing/guards/contradiction.h"
#include "comparing/parallel.h"

namespace stet {

PairSide side_of_sentence(const CheckInput& input, std::uint32_t sentence, std::vector<Mark> marks) {
  constexpr std::size_t most_bytes = 60;
  return {sentence, source_of_sentence(input, sentence), words_as_written(input, input.units.sentences[sentence].words, most_bytes),
          std::move(marks)};
}

Finding finding_of_pair(const CheckInput& input, const PairRule& rule, PairSide later, PairSide earlier, const std::string& shared) {
  const Span there = source_of_sentence(input, earlier.sentence);
  Finding finding{.severity = rule.severity, .source = later.source, .message = {}, .related = {}};
  finding.message = fill(
      rule.message, {{"here", later.said}, {"there", earlier.said}, {"shared", shared}, {"line", std::to_string(line_of(input, there))}});
  finding.marks = std::move(later.marks);
  finding.related.push_back({.source = there, .message = "says otherwise", .marks = std::move(earlier.marks)});
  return finding;
}

bool are_set_apart(const CheckInput& input, std::uint32_t later, std::uint32_t earlier) {
  return later == earlier || are_parallel(input, later, earlier) || in_two_entries(input, later, earlier) ||
         turns_between(input, earlier, later);
}

PairRule compile_pair_rule(const Rule& rule, CompileContext& context, std::uint16_t places) {
  return {.within = read_window(rule, "within", {Reach::article}),
          .conditions = compile_conditions(rule, context, places),
          .severity = rule.info.severity,
          .message = rule.message};
}

}  // namespace stet
