#include "lsp/json_rpc.h"

namespace stet {
namespace {

constexpr int deepest = 64;

/// JSON without exceptions; a discarded value when it is none or nested too deep.
Json parse(std::string_view body) {
  bool too_deep = false;
  const auto bound = [&](int depth, Json::parse_event_t /*event*/, Json& /*value*/) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  Json value = Json::parse(body, bound, false);
  return too_deep ? Json(Json::value_t::discarded) : value;
}

bool is_id(const Json& value) { return value.is_string() || value.is_number_integer(); }

}  // namespace

tl::expected<RpcMessage, BadMessage> read_message(std::string_view body) {
  const auto bad = [](Json id, int code, std::string what) { return tl::unexpected(BadMessage{std::move(id), {code, std::move(what)}}); };
  Json value = parse(body);
  if (value.is_discarded()) return bad(nullptr, rpc::parse_error, "this is not JSON, or nested too deep");
  if (!value.is_object()) return bad(nullptr, rpc::invalid_request, "a message is an object; batches are not part of the protocol");
  const auto id = value.find("id");
  const bool has_id = id != value.end();
  const Json known_id = has_id && is_id(*id) ? *id : Json();
  if (value.value("jsonrpc", Json()) != "2.0") return bad(known_id, rpc::invalid_request, "`jsonrpc` is not \"2.0\"");
  const auto method = value.find("method");
  if (method == value.end()) {
    // An answer to one of our requests may carry a null id when the client could not read it.
    if (value.contains("result") || value.contains("error")) return RpcMessage{RpcKind::response, known_id, {}, {}};
    return bad(known_id, rpc::invalid_request, "there is no `method`");
  }
  if (!method->is_string()) return bad(known_id, rpc::invalid_request, "`method` is not a text");
  if (has_id && !is_id(*id)) return bad(nullptr, rpc::invalid_request, "`id` is neither a number nor a text");
  RpcMessage message{has_id ? RpcKind::request : RpcKind::notification, known_id, method->get<std::string>(), Json::object()};
  if (const auto params = value.find("params"); params != value.end()) message.params = std::move(*params);
  return message;
}

Json make_response(const Json& id, Json result) { return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}; }

Json make_error(const Json& id, const RpcError& error) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", error.code}, {"message", error.message}}}};
}

Json make_notification(std::string_view method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

Json make_request(Json id, std::string_view method, Json params) {
  return {{"jsonrpc", "2.0"}, {"id", std::move(id)}, {"method", method}, {"params", std::move(params)}};
}

std::string to_text(const Json& message) { return message.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace stet
