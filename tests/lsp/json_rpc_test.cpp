#include "lsp/json_rpc.h"

#include <gtest/gtest.h>

namespace stet::json_rpc_test {
namespace {

struct Bad {
  std::string name;
  std::string body;
  int code;
  Json id;
};

class BadMessageTest : public testing::TestWithParam<Bad> {};

TEST_P(BadMessageTest, IsAnsweredWithItsCode) {
  const auto message = read_message(GetParam().body);
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().error.code, GetParam().code);
  EXPECT_EQ(message.error().id, GetParam().id);
}

INSTANTIATE_TEST_SUITE_P(
    JsonRpc, BadMessageTest,
    testing::Values(Bad{"not_json", "{", rpc::parse_error, nullptr}, Bad{"empty", "", rpc::parse_error, nullptr},
                    Bad{"not_utf8", "{\"id\": \"\xFF\"}", rpc::parse_error, nullptr},
                    Bad{"lone_surrogate", R"({"id": "\ud800"})", rpc::parse_error, nullptr},
                    Bad{"deep", std::string(100'000, '['), rpc::parse_error, nullptr},
                    Bad{"deep_and_closed", std::string(5'000, '[') + std::string(5'000, ']'), rpc::parse_error, nullptr},
                    Bad{"batch", "[]", rpc::invalid_request, nullptr}, Bad{"a_number", "1", rpc::invalid_request, nullptr},
                    Bad{"old_version", R"({"jsonrpc": "1.0", "id": 3, "method": "m"})", rpc::invalid_request, 3},
                    Bad{"no_method", R"({"jsonrpc": "2.0", "id": "a"})", rpc::invalid_request, "a"},
                    Bad{"method_is_a_number", R"({"jsonrpc": "2.0", "id": 1, "method": 2})", rpc::invalid_request, 1},
                    Bad{"id_is_an_object", R"({"jsonrpc": "2.0", "id": {}, "method": "m"})", rpc::invalid_request, nullptr},
                    Bad{"id_is_null", R"({"jsonrpc": "2.0", "id": null, "method": "m"})", rpc::invalid_request, nullptr}),
    [](const auto& test) { return test.param.name; });

TEST(JsonRpc, TellsRequestsNotificationsAndAnswersApart) {
  EXPECT_EQ(read_message(R"({"jsonrpc": "2.0", "id": 1, "method": "m"})")->kind, RpcKind::request);
  EXPECT_EQ(read_message(R"({"jsonrpc": "2.0", "method": "m"})")->kind, RpcKind::notification);
  EXPECT_EQ(read_message(R"({"jsonrpc": "2.0", "id": 1, "result": null})")->kind, RpcKind::response);
  EXPECT_EQ(read_message(R"({"jsonrpc": "2.0", "id": null, "error": {"code": 1, "message": ""}})")->kind, RpcKind::response);
}

TEST(JsonRpc, ReplacesWhatIsNotUtf8) { EXPECT_EQ(to_text({{"a", "\xFF"}}), "{\"a\":\"\xEF\xBF\xBD\"}"); }

}  // namespace
}  // namespace stet::json_rpc_test
