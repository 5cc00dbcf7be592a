#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "findings/fixes.h"
#include "lsp/checked.h"
#include "lsp/let_stand.h"

namespace stet {
namespace {

constexpr std::string_view quick_fix = "quickfix";
constexpr std::string_view fix_all = "source.fixAll.stet";

/// Are actions of this kind asked for? Kinds are hierarchies: `source` asks for `source.fixAll` too.
bool wants(const Json& context, std::string_view kind) {
  const auto only = context.find("only");
  if (only == context.end() || !only->is_array()) return true;
  return std::any_of(only->begin(), only->end(), [&](const Json& wanted) {
    const std::string name = wanted.is_string() ? wanted.get<std::string>() : std::string();
    return name.empty() || kind == name || (kind.starts_with(name) && kind[name.size()] == '.');
  });
}

Json workspace_edit(const CheckedArticle& article, Json edits, const ClientAbilities& abilities) {
  if (!abilities.document_changes) return {{"changes", {{article.uri, std::move(edits)}}}};
  return {{"documentChanges",
           Json::array({{{"textDocument", {{"uri", article.uri}, {"version", article.version}}}, {"edits", std::move(edits)}}})}};
}

/// Actions about one article; it is parsed again when the first one needs to know its blocks.
class Actions {
 public:
  Actions(const CheckedArticle& article, const ClientAbilities& abilities) : article_(article), abilities_(abilities) {}

  void add(const Finding& finding) {
    const RuleInfo& rule = article_.engine->infos[finding.rule];
    const Json diagnostic = diagnostic_of(article_, finding, abilities_);
    for (const Fix& fix : finding.fixes) add_fix(fix, diagnostic);
    if (!rule.id.starts_with("stet/")) add_let_stand(finding, rule, diagnostic);
    add_explain(rule, diagnostic);
  }

  /// One edit that applies all safe fixes, as `--fix` does in its first round.
  void add_fix_all() {
    const Source& source = article_.file.source;
    const FixedText fixed = apply_fixes(article_.file, false);
    if (fixed.fixed == 0) return;
    const Json edit = {{"range", range_of(source, {0, source.size()}, abilities_.encoding)}, {"newText", fixed.bytes}};
    actions_.push_back({{"title", "Mend all that can be mended safely"},
                        {"kind", fix_all},
                        {"edit", workspace_edit(article_, Json::array({edit}), abilities_)}});
  }

  Json take() { return std::move(actions_); }

 private:
  const CheckedArticle& article_;
  const ClientAbilities& abilities_;
  std::optional<Article> parsed_;
  Json actions_ = Json::array();
  std::set<std::string> explained_;

  void add_fix(const Fix& fix, const Json& diagnostic) {
    Json edits = Json::array();
    for (const TextEdit& edit : fix.edits) {
      edits.push_back({{"range", range_of(article_.file.source, edit.source, abilities_.encoding)}, {"newText", edit.replacement}});
    }
    actions_.push_back({{"title", fix.description},
                        {"kind", quick_fix},
                        {"isPreferred", fix.safe},
                        {"diagnostics", Json::array({diagnostic})},
                        {"edit", workspace_edit(article_, std::move(edits), abilities_)}});
  }

  void add_let_stand(const Finding& finding, const RuleInfo& rule, const Json& diagnostic) {
    if (!parsed_) parsed_ = parse_article(article_.file.source);
    const Insertion insertion = let_stand(*parsed_, article_.file.source, rule.id, finding.source);
    const Json at = to_json(position_at(article_.file.source, insertion.offset, abilities_.encoding));
    const Json edit = {{"range", {{"start", at}, {"end", at}}}, {"newText", insertion.text}};
    actions_.push_back({{"title", fmt::format("Let it stand: {}", rule.id)},
                        {"kind", quick_fix},
                        {"diagnostics", Json::array({diagnostic})},
                        {"edit", workspace_edit(article_, Json::array({edit}), abilities_)},
                        {"data", {{"rule", rule.id}, {"reasonAt", insertion.reason}}}});
  }

  void add_explain(const RuleInfo& rule, const Json& diagnostic) {
    if (!explained_.insert(rule.id).second) return;
    const std::string title = fmt::format("Explain {}", rule.id);
    actions_.push_back({{"title", title},
                        {"kind", quick_fix},
                        {"diagnostics", Json::array({diagnostic})},
                        {"command", {{"title", title}, {"command", explain_command}, {"arguments", Json::array({rule.id})}}}});
  }
};

}  // namespace

Json code_actions(const CheckedArticle& article, const Json& range, const Json& context, const ClientAbilities& abilities) {
  const Source& source = article.file.source;
  const std::uint32_t begin = offset_at(source.bytes, read_position(range.at("start")), abilities.encoding);
  const std::uint32_t end = std::max(begin, offset_at(source.bytes, read_position(range.at("end")), abilities.encoding));
  Actions actions(article, abilities);
  for (const Finding& finding : article.file.findings) {
    if (wants(context, quick_fix) && finding.source.begin <= end && begin <= finding.source.end) actions.add(finding);
  }
  // Offered where it is asked for by name: on saving, or in the menu of the source.
  if (context.contains("only") && wants(context, fix_all)) actions.add_fix_all();
  return actions.take();
}

}  // namespace stet
