#include "findings/packed_findings.h"

#include <algorithm>

#include "text/packed.h"

namespace stet {
namespace {

/// Both archives have the same members: number, fixed, text, flag, kind, span, list, maybe.
class Saver {
 public:
  void number(std::uint32_t& value) { writer_.number(value); }
  void fixed(std::uint64_t& value) { writer_.fixed(value); }
  void text(std::string& value) { writer_.text(value); }
  void flag(bool& value) { writer_.number(value ? 1 : 0); }
  template <typename Kind>
  void kind(Kind& value, Kind /*last*/) {
    writer_.number(static_cast<std::uint64_t>(value));
  }
  void span(Span& value) {
    writer_.number(value.begin);
    writer_.number(value.size());
  }
  template <typename Value>
  void list(std::vector<Value>& values) {
    writer_.number(values.size());
    for (Value& value : values) fields(*this, value);
  }
  template <typename Value>
  void maybe(std::optional<Value>& value) {
    writer_.number(value ? 1 : 0);
    if (value) fields(*this, *value);
  }
  std::string take() { return writer_.take(); }

 private:
  PackedWriter writer_;
};

/// Reads what a stranger may have written: spans lie in the source, kinds exist.
class Loader {
 public:
  Loader(std::string_view packed, std::uint32_t source_size) : reader_(packed), source_size_(source_size) {}

  void number(std::uint32_t& value) { value = reader_.number_to(0xFFFFFFFF); }
  void fixed(std::uint64_t& value) { value = reader_.fixed(); }
  void text(std::string& value) { value = reader_.text(); }
  void flag(bool& value) { value = reader_.number_to(1) != 0; }
  template <typename Kind>
  void kind(Kind& value, Kind last) {
    value = static_cast<Kind>(reader_.number_to(static_cast<std::uint32_t>(last)));
  }
  void span(Span& value) {
    value.begin = reader_.number_to(source_size_);
    value.end = value.begin + reader_.number_to(source_size_ - value.begin);
  }
  template <typename Value>
  void list(std::vector<Value>& values) {
    for (std::size_t left = reader_.count(); left > 0 && !reader_.spoiled(); --left) fields(*this, values.emplace_back());
  }
  template <typename Value>
  void maybe(std::optional<Value>& value) {
    if (reader_.number_to(1) != 0) fields(*this, value.emplace());
  }
  bool done() const { return reader_.done(); }

 private:
  PackedReader reader_;
  std::uint32_t source_size_;
};

template <typename Archive>
void fields(Archive& archive, Span& span) {
  archive.span(span);
}

template <typename Archive>
void fields(Archive& archive, Mark& mark) {
  auto& [source, kind] = mark;
  archive.span(source);
  archive.kind(kind, MarkKind::aligns);
}

template <typename Archive>
void fields(Archive& archive, PlaceElsewhere& place) {
  auto& [path, first_line, last_line, text] = place;
  archive.text(path);
  archive.number(first_line);
  archive.number(last_line);
  archive.text(text);
}

template <typename Archive>
void fields(Archive& archive, RelatedLocation& related) {
  auto& [source, message, further, elsewhere, marks] = related;
  archive.span(source);
  archive.text(message);
  archive.flag(further);
  archive.maybe(elsewhere);
  archive.list(marks);
}

template <typename Archive>
void fields(Archive& archive, TextEdit& edit) {
  auto& [source, replacement] = edit;
  archive.span(source);
  archive.text(replacement);
}

template <typename Archive>
void fields(Archive& archive, Fix& fix) {
  auto& [description, edits, safe] = fix;
  archive.text(description);
  archive.list(edits);
  archive.flag(safe);
}

template <typename Archive>
void fields(Archive& archive, Finding& finding) {
  auto& [rule, severity, source, covers, message, related, marks, content, fingerprint, fixes] = finding;
  archive.number(rule);
  archive.kind(severity, Severity::error);
  archive.span(source);
  archive.span(covers);
  archive.text(message);
  archive.list(related);
  archive.list(marks);
  archive.fixed(content);
  archive.fixed(fingerprint);
  archive.list(fixes);
}

/// The source is read anew, and a file with problems is not kept; neither is a run that shows prose or counts claims.
template <typename Archive>
void fields(Archive& archive, FileFindings& file) {
  auto& [source, findings, problems, sentences, prose, claims] = file;
  static_cast<void>(source);
  static_cast<void>(problems);
  static_cast<void>(prose);
  static_cast<void>(claims);
  archive.list(findings);
  archive.list(sentences);
}

}  // namespace

std::string pack(const FileFindings& file) {
  Saver saver;
  fields(saver, const_cast<FileFindings&>(file));  // NOLINT(cppcoreguidelines-pro-type-const-cast): a saver only reads
  return saver.take();
}

bool unpack(std::string_view packed, std::size_t rules, FileFindings& file) {
  FileFindings read;
  Loader loader(packed, file.source.size());
  fields(loader, read);
  const bool known = std::all_of(read.findings.begin(), read.findings.end(), [&](const Finding& finding) { return finding.rule < rules; });
  if (!loader.done() || !known) return false;
  file.findings = std::move(read.findings);
  file.sentences = std::move(read.sentences);
  return true;
}

}  // namespace stet
