#include "text/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace stet {
namespace {

constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30U;

/// "4M" is 4 << 20.
std::optional<std::uint64_t> read_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  constexpr std::string_view units = "KMG";
  if (unit.size() > 1 || (!unit.empty() && units.find(unit) == std::string_view::npos)) return std::nullopt;
  const std::size_t power = unit.empty() ? 0 : units.find(unit) + 1;
  if ((value << (10 * power)) >> (10 * power) != value) return std::nullopt;
  return value << (10 * power);
}

}  // namespace

const std::vector<LimitField>& limit_fields() {
  static const std::vector<LimitField> fields = {
      {"file-size", &Limits::file_bytes, gibibyte, true, "Bytes of an article; a larger one is not read."},
      {"findings-per-file", &Limits::findings_per_file, 1'000'000, true, "Findings in one article; the worst are kept."},
      {"findings", &Limits::findings, 10'000'000, false, "Findings of a run; the worst are kept."},
      {"rule-size", &Limits::rule_bytes, 64U << 20U, false, "Bytes of a file of rules, word lists or configuration."},
      {"expressions", &Limits::expressions, 100'000, false, "Regular expressions in the rules of a run; each is compiled."},
      {"include-depth", &Limits::include_depth, 64, false, "How deep configurations extend, and word lists include, each other."},
      {"index-size", &Limits::index_bytes, 64 * gibibyte, false, "Bytes of a site's index."},
      {"configurations", &Limits::configurations, 10'000, false, "Different configurations in one run; some 10 MB of memory each."},
  };
  return fields;
}

const LimitField* find_limit(std::string_view name) {
  const auto& fields = limit_fields();
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const LimitField& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

Result<bool> set_limit(Limits& limits, std::string_view setting) {
  const std::size_t sign = std::min(setting.find('='), setting.size());
  const LimitField* field = find_limit(setting.substr(0, sign));
  if (field == nullptr) {
    std::string names;
    for (const LimitField& known : limit_fields()) names += (names.empty() ? "" : ", ") + std::string(known.name);
    return tl::unexpected(usage_fault({}, fmt::format("--limit: there is no limit `{}`", setting.substr(0, sign)), "one of: " + names));
  }
  const auto value = sign == setting.size() ? std::nullopt : read_number(setting.substr(sign + 1));
  if (!value || *value == 0 || *value > field->largest) {
    return tl::unexpected(
        usage_fault({}, fmt::format("--limit: `{}` is no number for {}", setting, field->name),
                    fmt::format("write `{}=N`, with N from 1 to {}; K, M and G stand for powers of 1,024", field->name, field->largest)));
  }
  limits.*(field->value) = *value;
  return true;
}

}  // namespace stet
