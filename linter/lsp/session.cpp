#include "lsp/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace stet {
namespace {

/// Requests that are answered from an article's findings.
constexpr auto about_articles = std::to_array<std::string_view>({"textDocument/hover", "textDocument/codeAction", "textDocument/codeLens"});

bool is_about_article(std::string_view method) {
  return std::find(std::begin(about_articles), std::end(about_articles), method) != std::end(about_articles);
}

bool can(const Json& capabilities, const char* path) {
  const Json::json_pointer pointer(path);
  return capabilities.is_structured() && capabilities.contains(pointer) && capabilities[pointer] == true;
}

/// UTF-8 is what we count in; what is not agreed on is UTF-16.
PositionEncoding agreed_encoding(const Json& capabilities) {
  const Json::json_pointer pointer("/general/positionEncodings");
  if (!capabilities.is_structured() || !capabilities.contains(pointer)) return PositionEncoding::utf16;
  const Json& offered = capabilities[pointer];
  for (const PositionEncoding encoding : {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
    if (std::find(offered.begin(), offered.end(), Json(name(encoding))) != offered.end()) return encoding;
  }
  return PositionEncoding::utf16;
}

ClientAbilities abilities_in(const Json& capabilities) {
  return {.encoding = agreed_encoding(capabilities),
          .related_information = can(capabilities, "/textDocument/publishDiagnostics/relatedInformation"),
          .versions = can(capabilities, "/textDocument/publishDiagnostics/versionSupport"),
          .code_description = can(capabilities, "/textDocument/publishDiagnostics/codeDescriptionSupport"),
          .document_changes = can(capabilities, "/workspace/workspaceEdit/documentChanges"),
          .show_document = can(capabilities, "/window/showDocument/support"),
          .watches_files = can(capabilities, "/workspace/didChangeWatchedFiles/dynamicRegistration")};
}

Json capabilities_of(PositionEncoding encoding) {
  return {{"positionEncoding", name(encoding)},
          {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
          {"hoverProvider", true},
          {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll.stet"}}}},
          {"codeLensProvider", {{"resolveProvider", false}}},
          {"executeCommandProvider", {{"commands", {explain_command, next_command}}}},
          {"workspace", {{"workspaceFolders", {{"supported", true}}}}}};
}

std::string uri_in(const Json& params) { return params.at("textDocument").at("uri").get<std::string>(); }

/// Is this a document that somebody writes? Others, such as an earlier version that an editor shows beside it (`git:`), are none of ours.
bool is_written(std::string_view uri) { return uri.starts_with("file:") || uri.starts_with("untitled:"); }

/// The path that an article is checked under. What is not on disk gets a name by which its dialect is known.
std::string path_for(const std::string& uri, const Json& document) {
  if (auto path = path_of_uri(uri)) return *path;
  return document.value("languageId", Json()) == "mdx" ? "untitled.mdx" : "untitled.md";
}

}  // namespace

void Session::receive(std::string_view body, Time now) {
  const auto message = read_message(body);
  if (!message) {
    outbox_.push_back(make_error(message.error().id, message.error().error));
    return;
  }
  if (message->kind == RpcKind::request) request(*message);
  if (message->kind == RpcKind::notification) notification(*message, now);
}

void Session::receive_fault(FrameStatus status) {
  const bool too_large = status == FrameStatus::too_large;
  if (too_large || status == FrameStatus::broken) {
    outbox_.push_back(make_error(nullptr, {rpc::parse_error, too_large ? "the message is too large" : "there is no Content-Length"}));
  }
  over_ = over_ || !too_large;
}

void Session::respond(const Json& id, const Answer& answer) {
  outbox_.push_back(answer ? make_response(id, *answer) : make_error(id, answer.error()));
}

void Session::ask(std::string_view method, Json params) {
  outbox_.push_back(make_request(fmt::format("stet/{}", ++asked_), method, std::move(params)));
}

void Session::request(const RpcMessage& message) {
  const auto refuse = [&](int code, std::string why) { respond(message.id, tl::unexpected(RpcError{code, std::move(why)})); };
  try {
    if (state_ == State::shut_down) return refuse(rpc::invalid_request, "the server is shut down");
    if (message.method == "initialize") return respond(message.id, initialize(message.params));
    if (state_ == State::new_) return refuse(rpc::server_not_initialized, "`initialize` comes first");
    if (is_about_article(message.method)) return wait(message);
    if (message.method == "workspace/executeCommand") return respond(message.id, execute_command(message.params));
    if (message.method == explain_request) return respond(message.id, explanation(message.params));
    if (message.method != "shutdown") return refuse(rpc::method_not_found, fmt::format("there is no `{}`", message.method));
    end();
    state_ = State::shut_down;
    respond(message.id, Json());
  } catch (const Json::exception& fault) {
    refuse(rpc::invalid_params, fault.what());
  }
}

void Session::notification(const RpcMessage& message, Time now) {
  if (message.method == "exit") {
    end();
    over_ = true;
  }
  if (state_ != State::initialized) return;
  try {
    if (message.method == "initialized") initialized();
    if (message.method == "textDocument/didOpen") did_open(message.params, now);
    if (message.method == "textDocument/didChange") did_change(message.params, now);
    if (message.method == "textDocument/didSave") did_save(message.params, now);
    if (message.method == "textDocument/didClose") did_close(message.params);
    if (message.method == "workspace/didChangeWatchedFiles" || message.method == "workspace/didChangeConfiguration") check_all(now);
    if (message.method == "$/cancelRequest") cancel(message.params);
  } catch (const Json::exception& fault) {
    // A notification has no answer.
    outbox_.push_back(
        make_notification("window/logMessage", {{"type", 1}, {"message", fmt::format("{}: {}", message.method, fault.what())}}));
  }
}

Session::Answer Session::initialize(const Json& params) {
  if (state_ != State::new_) return tl::unexpected(RpcError{rpc::invalid_request, "`initialize` comes once"});
  abilities_ = abilities_in(params.value("capabilities", Json::object()));
  const Json options = params.value("initializationOptions", Json());
  if (options.is_object() && options.contains("debounce") && options["debounce"].is_number_unsigned()) {
    settings_.quiet = std::chrono::milliseconds(std::min<std::uint64_t>(options["debounce"].get<std::uint64_t>(), 10'000));
  }
  state_ = State::initialized;
  return Json{{"capabilities", capabilities_of(abilities_.encoding)}, {"serverInfo", {{"name", "stet"}, {"version", settings_.version}}}};
}

/// A client that watches files when asked to tells of configurations and rules at once; others are served at the next change.
void Session::initialized() {
  if (!abilities_.watches_files) return;
  const Json watchers = Json::array({{{"globPattern", "**/*.{yaml,yml}"}}});
  ask("client/registerCapability",
      {{"registrations",
        Json::array(
            {{{"id", "stet-files"}, {"method", "workspace/didChangeWatchedFiles"}, {"registerOptions", {{"watchers", watchers}}}}})}});
}

void Session::did_open(const Json& params, Time now) {
  const Json& item = params.at("textDocument");
  const std::string uri = uri_in(params);
  if (!is_written(uri)) return;
  if (documents_.size() >= settings_.articles && documents_.find(uri) == documents_.end()) return say("too many articles are open");
  Document document;
  document.path = path_for(uri, item);
  document.text = item.at("text").get<std::string>();
  document.version = item.value("version", Json());
  give_up(uri, {rpc::content_modified, "the article was opened anew"});
  Document& opened = documents_[uri];
  if (opened.stale) *opened.stale = true;
  opened = std::move(document);
  changed(uri, opened, now);
}

void Session::apply_change(Document& document, const Json& change) const {
  const std::string text = change.at("text").get<std::string>();
  const auto range = change.find("range");
  if (range == change.end() || range->is_null()) {
    document.text = text;
    document.lost = false;
    return;
  }
  if (document.lost) return;
  const std::uint32_t begin = offset_at(document.text, read_position(range->at("start")), abilities_.encoding);
  const std::uint32_t end = std::max(begin, offset_at(document.text, read_position(range->at("end")), abilities_.encoding));
  document.text.replace(begin, end - begin, text);
}

void Session::did_change(const Json& params, Time now) {
  const std::string uri = uri_in(params);
  const auto document = documents_.find(uri);
  if (document == documents_.end()) return;
  document->second.version = params.at("textDocument").value("version", Json());
  const Json& changes = params.at("contentChanges");
  if (changes.is_array()) {
    for (const Json& change : changes) apply_change(document->second, change);
  }
  changed(uri, document->second, now);
}

/// The text is another one: what was known of it is known no more.
void Session::changed(const std::string& uri, Document& document, Time now) {
  if (document.text.size() > settings_.text_bytes) {
    document.text.clear();
    document.lost = true;
    say("an article grew too large; it is not checked until it is opened again");
  }
  document.edition = ++edition_;
  document.due = now + settings_.quiet;
  if (document.stale) *document.stale = true;
  give_up(uri, {rpc::content_modified, "the article has changed"});
}

void Session::did_save(const Json& params, Time now) {
  const auto document = documents_.find(uri_in(params));
  if (document == documents_.end()) return;
  document->second.saved = true;
  if (!document->second.due) document->second.due = now;
  if (document->second.stale) *document->second.stale = true;
}

void Session::did_close(const Json& params) {
  const std::string uri = uri_in(params);
  const auto document = documents_.find(uri);
  if (document == documents_.end()) return;
  if (document->second.stale) *document->second.stale = true;
  give_up(uri, {rpc::content_modified, "the article was closed"});
  documents_.erase(document);
  closed_.push_back(uri);
  outbox_.push_back(make_notification("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}}));
  faults_.erase(uri);
  publish_faults();
}

void Session::check_all(Time now) {
  for (auto& [uri, document] : documents_) {
    if (document.stale) *document.stale = true;
    if (!document.due) document.due = now;
    document.saved = true;
    document.checked = nullptr;
  }
}

void Session::cancel(const Json& params) {
  const auto asked = std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& one) { return one.id == params.at("id"); });
  if (asked == waiting_.end()) return;
  respond(asked->id, tl::unexpected(RpcError{rpc::request_cancelled, "cancelled"}));
  waiting_.erase(asked);
}

void Session::give_up(const std::string& uri, const RpcError& error) {
  for (const Waiting& one : waiting_) {
    if (one.uri == uri) respond(one.id, tl::unexpected(error));
  }
  std::erase_if(waiting_, [&](const Waiting& one) { return one.uri == uri; });
}

void Session::end() {
  for (const Waiting& one : waiting_) respond(one.id, tl::unexpected(RpcError{rpc::request_cancelled, "the server is shut down"}));
  waiting_.clear();
  for (auto& [uri, document] : documents_) {
    if (document.stale) *document.stale = true;
    document.due.reset();
  }
}

std::optional<CheckTask> Session::take_task(Time now) {
  auto next = documents_.end();
  for (auto document = documents_.begin(); document != documents_.end(); ++document) {
    if (!document->second.due || *document->second.due > now) continue;
    if (next == documents_.end() || document->second.edition > next->second.edition) next = document;
  }
  if (next == documents_.end()) return std::nullopt;
  Document& document = next->second;
  document.due.reset();
  document.stale = std::make_shared<std::atomic<bool>>(false);
  const bool saved = std::exchange(document.saved, false);
  return CheckTask{next->first, document.path, document.version, document.edition, document.text, saved, document.stale};
}

std::optional<Session::Time> Session::next_due() const {
  std::optional<Time> first;
  for (const auto& [uri, document] : documents_) {
    if (document.due && (!first || *document.due < *first)) first = document.due;
  }
  return first;
}

void Session::finish(const CheckOutcome& outcome) {
  const CheckedArticle& article = *outcome.article;
  const auto found = documents_.find(article.uri);
  if (state_ != State::initialized || found == documents_.end()) return;
  Document& document = found->second;
  // With a newer text, or a check asked for meanwhile, another result follows.
  if (document.edition != article.edition || document.due) return;
  document.stale.reset();
  document.checked = outcome.article;
  outbox_.push_back(make_notification("textDocument/publishDiagnostics", diagnostics_of(article, abilities_)));
  faults_[article.uri] = outcome.faults;
  publish_faults();
  for (const Waiting& one : waiting_) {
    if (one.uri == article.uri) respond(one.id, answer_about(one, document));
  }
  std::erase_if(waiting_, [&](const Waiting& one) { return one.uri == article.uri; });
}

/// Diagnostics on configurations and rules, of all open articles together.
void Session::publish_faults() {
  std::map<std::string, Problems> by_file;
  for (const std::string& uri : shown_faults_) by_file[uri];
  for (const auto& [article, faults] : faults_) {
    for (const Problem& fault : faults) {
      if (fault.path.empty()) continue;
      Problems& known = by_file[uri_of_path(fault.path)];
      const bool again = std::any_of(known.begin(), known.end(), [&](const Problem& other) {
        return other.line == fault.line && other.column == fault.column && other.what == fault.what;
      });
      if (!again) known.push_back(fault);
    }
  }
  for (const auto& [uri, faults] : by_file) {
    if (faults.empty()) shown_faults_.erase(uri);
    if (!faults.empty()) shown_faults_.insert(uri);
    outbox_.push_back(make_notification("textDocument/publishDiagnostics", diagnostics_of_faults(uri, faults, abilities_)));
  }
}

}  // namespace stet
