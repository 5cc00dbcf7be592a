// Any bytes as an article with findings anywhere in it, in every report: reports must take what checks may say, however odd the place.
#include "doors.h"
#include "reports/report.h"

namespace {

/// Places that the bytes themselves choose, at borders of characters.
std::uint32_t place(const std::string& bytes, std::size_t choice) {
  std::uint32_t at = static_cast<std::uint32_t>(choice * 2654435761U % (bytes.size() + 1));
  while (at > 0 && at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) --at;
  return at;
}

stet::Span span_at(const std::string& bytes, std::size_t choice) {
  const auto [begin, end] = std::minmax({place(bytes, choice), place(bytes, choice * 7 + 1)});
  return {begin, end};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto source = stet::fuzz::source_of(data, size);
  if (!source) return 0;
  const std::string& bytes = source->bytes;
  stet::RunFindings run;
  run.rules = {{.id = "citation/made-up", .title = "A made-up rule", .why = bytes.substr(0, place(bytes, 3))}};
  stet::FileFindings file;
  for (std::size_t number = 0; number < 4; ++number) {
    const std::size_t choice = (size > number ? data[number] : number) + number * 257;
    stet::Finding finding{.severity = static_cast<stet::Severity>(number % 3), .source = span_at(bytes, choice)};
    finding.covers = span_at(bytes, choice + 5);
    finding.message = bytes.substr(finding.source.begin, finding.source.size());
    finding.related.push_back({.source = span_at(bytes, choice + 11), .message = "earlier"});
    const stet::Span edited = span_at(bytes, choice + 17);
    finding.fixes.push_back({.description = "Put it right", .edits = {{edited, finding.message}}, .safe = number % 2 == 0});
    file.findings.push_back(std::move(finding));
  }
  file.source = std::move(*source);
  stet::finish(file, run.rules);
  run.files.push_back(std::move(file));
  for (const stet::Format& format : stet::formats()) format.render(run, {});
  return 0;
}
