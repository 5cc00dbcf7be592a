#include "checks/opposes/pair_rule.h"

namespace stet {

PairRule compile_pair_rule(const Rule& rule, CompileContext& context, std::uint16_t places) {
  return {.within = read_window(rule, "within", {Reach::article}),
          .conditions = compile_conditions(rule, context, places),
          .severity = rule.info.severity,
          .message = rule.message};
}

}  // namespace stet
