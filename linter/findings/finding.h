// What a check emits, and what every report is made from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/prose.h"
#include "text/problem.h"
#include "text/shared_text.h"
#include "text/source.h"
#include "text/span.h"

namespace stet {

/// SARIF's levels.
enum class Severity : std::uint8_t { note, warning, error };
std::string_view name(Severity severity);

/// How often a finding of a rule is right, as measured: CodeQL's and code scanning's `precision`.
enum class Precision : std::uint8_t { low, medium, high, very_high };
std::string_view name(Precision precision);

/// What reports say of a rule; made by the rules stage, so that reports need not know rules.
struct RuleInfo {
  std::string id;    ///< "citation/unsourced-research"
  SharedText title;  ///< one line, the fault
  SharedText why;
  SharedText instead;
  Severity severity = Severity::warning;
  Precision precision = Precision::medium;
  std::vector<SharedText> tags;
  std::vector<SharedText> bad_examples;
  std::vector<SharedText> good_examples;
  std::vector<SharedText> yields_to;  ///< ids of rules inside and around whose findings this one keeps still
};

/// A place in another file, which this run need not have read: what reports show of it.
struct PlaceElsewhere {
  std::string path;  ///< as reports show paths
  std::uint32_t first_line = 1;
  std::uint32_t last_line = 1;
  std::string text;  ///< how it begins
};

/// How the words under a mark stand to the other end of their finding.
enum class MarkKind : std::uint8_t {
  flips,   ///< here the ends come apart: "never" against nothing, "1902" against "1911"
  aligns,  ///< both ends say this
};
std::string_view name(MarkKind kind);

/// Words of one end of a finding. An end's marks ascend and do not overlap; there may be none. They lie in the end's span, or, of a finding
/// about a whole paragraph or section, in all that is compared.
struct Mark {
  Span source;
  MarkKind kind = MarkKind::aligns;

  bool operator==(const Mark&) const = default;
};

/// The other end of a finding: an earlier passage, a contradicting sentence, a further claim.
struct RelatedLocation {
  Span source;
  std::string message;                      ///< "earlier", "says otherwise": short, it becomes a link's text
  bool further = false;                     ///< one more place with the same fault, without which the finding would stand as well
  std::optional<PlaceElsewhere> elsewhere;  ///< in another file: then `source` is empty
  std::vector<Mark> marks = {};             ///< the words of this end that flip, and those that align
};

/// Bytes to put in the place of others: SARIF's `replacement`. An empty span inserts, an empty text deletes.
struct TextEdit {
  Span source;
  std::string replacement;
  constexpr auto operator<=>(const TextEdit&) const = default;  // NOLINT(modernize-use-nullptr): not there; clang-tidy 14 errs
};

/// A way to mend a finding, offered only where it is certain.
struct Fix {
  std::string description;      ///< what it does: "Remove the repeated sentence"
  std::vector<TextEdit> edits;  ///< ascending, not overlapping; all of them or none
  bool safe = true;             ///< nothing is lost and nothing is left to write: `--fix` may apply it unasked
};

struct Finding {
  std::uint32_t rule = 0;  ///< index into Report::rules
  Severity severity = Severity::warning;
  Span source;          ///< one sentence, or less
  Span covers;          ///< all that the finding speaks of, when that is more than `source`: a whole paragraph or section
  std::string message;  ///< a whole sentence in a writer's words
  std::vector<RelatedLocation> related;
  std::vector<Mark> marks = {};  ///< the words of `source` that flip, and those that align
  /// Identity by content: hash of rule id and the words of the sentences at all ends (folded). Survives moves, renames and rewrapping;
  /// equal findings share it. Filled by finish().
  std::uint64_t content = 0;
  /// The same with a counter among the equals of a file: one finding, one fingerprint. Filled by finish().
  std::uint64_t fingerprint = 0;
  std::vector<Fix> fixes = {};  ///< the best first
};

/// Something that asks for a companion, such as a claim for its source: what statistics count.
struct SeenClaim {
  std::uint32_t rule = 0;  ///< as Finding::rule
  Span source;
  bool met = false;  ///< the companion is there
};

/// All that was found in one file.
struct FileFindings {
  Source source;
  std::vector<Finding> findings;  ///< sorted by place, then rule, then message
  Problems problems;              ///< what was not read
  std::vector<Span> sentences;    ///< source spans, ascending; what is said by whom is told apart by them
  Prose prose;                    ///< empty unless a report of the run shows articles
  std::vector<SeenClaim> claims;  ///< by rule, then by place; empty unless they are asked for
};

/// An article that could not be read or checked, and why.
FileFindings unread_file(std::string path, Problem why);

/// All of a run, in the order of paths.
struct RunFindings {
  std::vector<RuleInfo> rules;
  std::vector<FileFindings> files;
  Problems problems;  ///< of the run as a whole
  Problems notices;   ///< worth saying, but nothing that was left unread: entries of a baseline that match no more
};

/// Removes findings of rules that keep still inside what a finding of another rule is about, or around it (RuleInfo::yields_to). A finding
/// that is removed makes others keep still all the same.
void drop_covered(FileFindings& file, const std::vector<RuleInfo>& rules);

/// The folded words of a passage with single spaces between: equal for equal words, however they are wrapped and marked up.
std::string folded_words(std::string_view passage);

/// `span` and the sentences that it touches; `span` itself where there are none.
Span with_sentences(const std::vector<Span>& sentences, Span span);

/// Sorts by place, then rule, then message.
void sort(std::vector<Finding>& findings);

/// Sorts a file's findings, removes exact doubles and fills in their identities.
void finish(FileFindings& file, const std::vector<RuleInfo>& rules);

}  // namespace stet
