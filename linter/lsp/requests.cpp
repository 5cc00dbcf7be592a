// Requests of a session: about articles, and commands.
#include <fmt/format.h>

#include <algorithm>

#include "lsp/session.h"

namespace stet {

void Session::wait(const RpcMessage& message) {
  Waiting request{message.id, message.method, message.params.at("textDocument").at("uri").get<std::string>(), message.params};
  const auto document = documents_.find(request.uri);
  if (document == documents_.end()) {
    respond(message.id, message.method == "textDocument/hover" ? Json() : Json::array());
  } else if (document->second.checked != nullptr && document->second.checked->edition == document->second.edition) {
    respond(message.id, answer_about(request, document->second));
  } else if (waiting_.size() < settings_.waiting) {
    waiting_.push_back(std::move(request));
  } else {
    respond(message.id, tl::unexpected(RpcError{rpc::content_modified, "too many requests are waiting"}));
  }
}

Session::Answer Session::answer_about(const Waiting& request, const Document& document) const {
  try {
    const CheckedArticle& article = *document.checked;
    if (article.engine == nullptr) return request.method == "textDocument/hover" ? Json() : Json::array();
    if (request.method == "textDocument/hover") return hover_at(article, read_position(request.params.at("position")), abilities_);
    if (request.method == "textDocument/codeLens") return code_lenses(article, abilities_);
    return code_actions(article, request.params.at("range"), request.params.at("context"), abilities_);
  } catch (const Json::exception& fault) {
    return tl::unexpected(RpcError{rpc::invalid_params, fault.what()});
  }
}

void Session::say(std::string_view text) { outbox_.push_back(make_notification("window/showMessage", {{"type", 3}, {"message", text}})); }

void Session::show(const std::string& uri, const Json& range) {
  ask("window/showDocument", {{"uri", uri}, {"takeFocus", true}, {"selection", range}});
}

Session::Answer Session::execute_command(const Json& params) {
  const std::string command = params.at("command").get<std::string>();
  const Json arguments = params.value("arguments", Json::array());
  if (command == explain_command) return explain(arguments.at(0).get<std::string>());
  if (command == next_command) return go_to_next(arguments);
  return tl::unexpected(RpcError{rpc::invalid_params, fmt::format("there is no command `{}`", command)});
}

tl::expected<Session::KnownRule, RpcError> Session::find_rule(const std::string& id) const {
  for (const auto& [uri, document] : documents_) {
    const Engine* engine = document.checked == nullptr ? nullptr : document.checked->engine.get();
    if (engine == nullptr) continue;
    const auto rule = std::find_if(engine->infos.begin(), engine->infos.end(), [&](const RuleInfo& info) { return info.id == id; });
    if (rule != engine->infos.end()) return KnownRule{*rule, file_of_rule(*engine, id)};
  }
  return tl::unexpected(RpcError{rpc::invalid_params, fmt::format("no open article is checked by a rule `{}`", id)});
}

/// Opens the file of a house rule where the client can; says the rule otherwise.
Session::Answer Session::explain(const std::string& id) {
  const auto rule = find_rule(id);
  if (!rule) return tl::unexpected(rule.error());
  if (abilities_.show_document && !rule->file.empty()) {
    show(uri_of_path(rule->file), {{"start", to_json({})}, {"end", to_json({})}});
  } else {
    say(explain_rule(rule->info, false));
  }
  return Json();
}

/// For clients that show a rule themselves.
Session::Answer Session::explanation(const Json& params) const {
  const auto rule = find_rule(params.at("rule").get<std::string>());
  if (!rule) return tl::unexpected(rule.error());
  return Json{{"markdown", explain_rule(rule->info, true)}, {"uri", rule->file.empty() ? Json() : Json(uri_of_path(rule->file))}};
}

/// Shows the first location behind the given one, or the first of all. Locations are those of a lens: the same article, ascending.
Session::Answer Session::go_to_next(const Json& arguments) {
  const std::string uri = arguments.at(0).get<std::string>();
  const EditorPosition here = read_position(arguments.at(1));
  const Json& locations = arguments.at(2);
  if (!locations.is_array() || locations.empty()) return Json();
  const auto behind = std::find_if(locations.begin(), locations.end(), [&](const Json& location) {
    return location.at("uri") != uri || read_position(location.at("range").at("start")) > here;
  });
  const Json& next = behind == locations.end() ? locations.front() : *behind;
  if (abilities_.show_document) {
    show(next.at("uri").get<std::string>(), next.at("range"));
    return Json();
  }
  std::string lines;
  for (const Json& location : locations) {
    const std::uint32_t line = read_position(location.at("range").at("start")).line + 1;
    const std::string file =
        location.at("uri") == uri ? std::string() : path_of_uri(location.at("uri").get<std::string>()).value_or("") + ":";
    lines += fmt::format("{}{}{}", lines.empty() ? "" : ", ", file, line);
  }
  say("stands at line " + lines);
  return Json();
}

}  // namespace stet
