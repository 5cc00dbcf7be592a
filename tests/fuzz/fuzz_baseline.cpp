// Any bytes as a baseline: read, applied to a run, written, and read again.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "findings/baseline.h"

namespace {

stet::Finding finding(std::uint64_t content, std::uint32_t begin) {
  stet::Finding result;
  result.source = {begin, begin + 5};
  result.content = content;
  result.fingerprint = content;
  return result;
}

stet::RunFindings run() {
  stet::RunFindings result;
  result.rules.push_back({.id = "repetition/sentence"});
  for (const char* path : {"docs/harbour.md", "b.md"}) {
    stet::FileFindings file;
    file.source = *stet::make_source(path, "The old harbour of Brenholm. The old harbour of Brenholm.\n");
    file.findings = {finding(1, 0), finding(1, 29), finding(0x10d8342c0440d18a, 29)};
    result.files.push_back(std::move(file));
  }
  return result;
}

/// What is written must be read, and say the same.
void expect_round_trip(const std::vector<stet::BaselineEntry>& entries) {
  const std::string text = stet::render_baseline(entries);
  const auto again = stet::parse_baseline("baseline", text);
  if (!again || again->size() != entries.size() || stet::render_baseline(*again) != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto entries = stet::parse_baseline("baseline", {reinterpret_cast<const char*>(data), size});
  if (!entries) {
    stet::render(entries.error());
    return 0;
  }
  expect_round_trip(*entries);
  stet::RunFindings findings = run();
  const stet::BaselineContext context{
      .today = "2026-11-24",
      .relative = [](const std::string& path) { return path; },
      .exists = [](const std::string& path) { return path.size() % 2 == 0; },
  };
  stet::BaselineOutcome outcome = stet::apply_baseline(findings, *entries, context);
  if (outcome.kept.size() + outcome.stale.size() + outcome.expired.size() < entries->size()) std::abort();
  expect_round_trip(outcome.kept);
  expect_round_trip(outcome.added);
  return 0;
}
