// How much of what strangers wrote is taken. Each limit has a name, by which the command line and a configuration set it.
//
// A limit that is passed is said, and the run goes on without the rest: what is beyond a limit of articles or of the index gives exit code
// 3; beyond one of rules and configurations it is a fault of these, as any other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace stet {

struct Limits {
  std::uint64_t file_bytes = 16U << 20U;    ///< of an article; a larger one is not read
  std::uint64_t findings_per_file = 2'000;  ///< the worst are kept
  std::uint64_t findings = 100'000;         ///< of a run; the worst are kept
  std::uint64_t rule_bytes = 1U << 20U;     ///< of one file of rules, word lists or configuration
  std::uint64_t expressions = 300;          ///< regular expressions in all rules of a run: each is compiled, and costs up to 5 ms
  std::uint64_t include_depth = 8;          ///< of `extends` between configurations, and of `include` between word lists
  std::uint64_t index_bytes = std::uint64_t{4} << 30U;  ///< of a site's index
  std::uint64_t configurations = 64;                    ///< that hold in one run; each keeps rules of its own, some 10 MB
};

struct LimitField {
  std::string_view name;
  std::uint64_t Limits::*value = nullptr;
  std::uint64_t largest = 0;      ///< that can be set
  bool in_configuration = false;  ///< may a configuration lower it?
  std::string_view description;
};

const std::vector<LimitField>& limit_fields();
/// The field of that name, or nullptr.
const LimitField* find_limit(std::string_view name);

/// Sets one limit as the command line writes it: `file-size=4M`; K, M and G are powers of 1,024. Errors (usage): no such limit, no number,
/// 0, more than LimitField::largest.
Result<bool> set_limit(Limits& limits, std::string_view setting);

}  // namespace stet
