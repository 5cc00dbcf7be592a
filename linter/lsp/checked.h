// What the server knows of one version of an article, and what it says of it to an editor: pure functions from findings to JSON.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "lsp/places.h"
#include "pipeline/pipeline.h"

namespace stet {

/// What the client can do, as `initialize` says.
struct ClientAbilities {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool related_information = false;  ///< of diagnostics
  bool versions = false;             ///< of diagnostics
  bool code_description = false;     ///< of diagnostics
  bool document_changes = false;     ///< edits may name the version they are made for
  bool show_document = false;
  bool watches_files = false;  ///< when asked to, after `initialized`
};

/// An article as checked; immutable, shared by both threads.
// NOLINTNEXTLINE(bugprone-exception-escape): to move JSON throws nothing
struct CheckedArticle {
  std::string uri;                       ///< as the client writes it
  std::string path;                      ///< as it is checked
  Json version;                          ///< the client's number
  std::uint64_t edition = 0;             ///< ours: no two texts have the same
  std::shared_ptr<const Engine> engine;  ///< nullptr: the configuration excludes it, or has a fault
  FileFindings file;                     ///< problems too; without a source when the text could not be read
};

/// Params of textDocument/publishDiagnostics.
Json diagnostics_of(const CheckedArticle& article, const ClientAbilities& abilities);

/// Diagnostics of a file of the configuration, or of a rule, from the faults that name it. Params of textDocument/publishDiagnostics.
Json diagnostics_of_faults(const std::string& uri, const Problems& faults, const ClientAbilities& abilities);

/// Why and what to write instead, for all findings at a position; null when there is none.
Json hover_at(const CheckedArticle& article, EditorPosition position, const ClientAbilities& abilities);

/// On each passage that is said again, how often it is said.
Json code_lenses(const CheckedArticle& article, const ClientAbilities& abilities);

/// What can be done about the findings in a range: apply a fix, let the passage stand, have the rule explained. `context` is
/// CodeActionContext. Throws Json::exception.
Json code_actions(const CheckedArticle& article, const Json& range, const Json& context, const ClientAbilities& abilities);

/// Commands that code actions and lenses name, as workspace/executeCommand gets them.
inline constexpr std::string_view explain_command = "stet.explainRule";  ///< arguments: rule id
inline constexpr std::string_view explain_request = "stet/explainRule";  ///< params: {rule}; the answer is {markdown, uri}, not shown
inline constexpr std::string_view next_command = "stet.nextPassage";     ///< arguments: uri, position, locations

/// A rule for people, in Markdown or as plain text.
std::string explain_rule(const RuleInfo& rule, bool markdown);

/// The file of a rule that is not built in; empty otherwise.
std::string file_of_rule(const Engine& engine, const std::string& id);

/// The diagnostic of one finding.
Json diagnostic_of(const CheckedArticle& article, const Finding& finding, const ClientAbilities& abilities);

/// All of the source that a finding stands for: what it covers, or where it is.
inline Span extent_of(const Finding& finding) { return finding.covers.empty() ? finding.source : finding.covers; }

}  // namespace stet
