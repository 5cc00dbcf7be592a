// JSON-RPC 2.0 as the language server protocol uses it: no batches, and codes of its own beside the general ones.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace stet {

using Json = nlohmann::json;

namespace rpc {

inline constexpr int parse_error = -32700;
inline constexpr int invalid_request = -32600;
inline constexpr int method_not_found = -32601;
inline constexpr int invalid_params = -32602;
inline constexpr int server_not_initialized = -32002;
inline constexpr int request_cancelled = -32800;
inline constexpr int content_modified = -32801;

}  // namespace rpc

struct RpcError {
  int code = 0;
  std::string message;
};

enum class RpcKind : std::uint8_t { request, notification, response };

struct RpcMessage {
  RpcKind kind = RpcKind::notification;
  Json id;  ///< of a request or response: a number or a text
  std::string method;
  Json params;
};

/// What is to be answered to a body that is no message.
struct BadMessage {
  Json id;  ///< null when it could not be made out
  RpcError error;
};

/// Errors: not JSON, nested deeper than 64, a batch, no JSON-RPC 2.0.
tl::expected<RpcMessage, BadMessage> read_message(std::string_view body);

Json make_response(const Json& id, Json result);
Json make_error(const Json& id, const RpcError& error);
Json make_notification(std::string_view method, Json params);
Json make_request(Json id, std::string_view method, Json params);

/// As bytes; what is not UTF-8 is replaced.
std::string to_text(const Json& message);

}  // namespace stet
