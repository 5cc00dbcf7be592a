// What the cache keeps of a file, with some bytes of it changed: each three bytes of an input are a place and what is written there, the
// last one or two are the length at which it is cut.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "findings/packed_findings.h"
#include "reports/report.h"
#include "reports/run.h"

namespace {

/// A file with all that a finding can hold.
stet::FileFindings sample() {
  stet::FileFindings file = stet::sample_run().files.front();
  for (stet::Finding& finding : file.findings) {
    finding.related.push_back({{}, "in another article", true, stet::PlaceElsewhere{"other.md", 3, 4, "begins"}});
  }
  file.sentences = {{0, 19}, {21, 39}, {41, 60}};
  return file;
}

std::string damaged(std::string packed, const std::uint8_t* data, std::size_t size) {
  for (; size >= 3; data += 3, size -= 3) packed[(data[0] * 256U + data[1]) % packed.size()] = static_cast<char>(data[2]);
  if (size > 0) packed.resize(std::size_t{data[0]} * (size > 1 ? 1U + data[1] : 1U) % (packed.size() + 1));
  return packed;
}

void expect_inside(const stet::FileFindings& file, stet::Span span) {
  if (span.begin > span.end || span.end > file.source.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const stet::FileFindings original = sample();
  static const std::string packed = stet::pack(original);
  stet::RunFindings run = stet::sample_run();
  stet::FileFindings& file = run.files.front();
  file.findings.clear();
  if (!stet::unpack(damaged(packed, data, size), run.rules.size(), file)) {
    if (size == 0 || !file.findings.empty()) std::abort();
    return 0;
  }
  for (const stet::Finding& finding : file.findings) {
    expect_inside(file, finding.source);
    if (finding.rule >= run.rules.size()) std::abort();
    for (const stet::RelatedLocation& related : finding.related) expect_inside(file, related.source);
  }
  for (const stet::Format& format : stet::formats()) format.render(run, {});
  return 0;
}
