#include "lsp/session.h"

#include "lsp/client.h"

namespace stet::session_test {
namespace {

const std::string uri = "file:///articles/a.md";
const std::string unsourced = "Research suggests that walking eases worry.\n";
const std::string clean = "Walking takes time.\n";

Json article() { return {{"uri", uri}}; }

class SessionTest : public testing::Test {
 protected:
  Client client;
  void SetUp() override {
    client.initialize({{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}, {"versionSupport", true}}}}}});
  }
};

TEST(SessionStart, RefusesRequestsBeforeInitialize) {
  Client client;
  EXPECT_EQ(client.request("textDocument/hover", Json::object())["error"]["code"], rpc::server_not_initialized);
}

TEST(SessionStart, IgnoresNotificationsBeforeInitialize) {
  Client client;
  client.open(uri, unsourced);
  client.wait();
  EXPECT_TRUE(client.inbox.empty());
}

TEST(SessionStart, AgreesOnTheUnitOfPlaces) {
  const auto agreed = [](const Json& offered) {
    Client client;
    return client.initialize({{"general", {{"positionEncodings", offered}}}})["result"]["capabilities"]["positionEncoding"];
  };
  EXPECT_EQ(agreed({"utf-16", "utf-8"}), "utf-8");
  EXPECT_EQ(agreed({"utf-32"}), "utf-32");
  EXPECT_EQ(agreed({"utf-7"}), "utf-16");
  EXPECT_EQ(agreed(nullptr), "utf-16");
}

TEST(SessionStart, AsksForFilesToBeWatchedWhereThatCanBeAsked) {
  Client able;
  able.initialize({{"workspace", {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}}});
  EXPECT_EQ(able.count("client/registerCapability"), 1U);
  Client unable;
  unable.initialize();
  EXPECT_EQ(unable.count("client/registerCapability"), 0U);
}

TEST_F(SessionTest, InitializesOnce) { EXPECT_EQ(client.request("initialize", Json::object())["error"]["code"], rpc::invalid_request); }

TEST_F(SessionTest, ExitsZeroAfterShutdownOnly) {
  EXPECT_EQ(client.session.exit_code(), 1);
  EXPECT_EQ(client.request("shutdown", nullptr)["result"], nullptr);
  EXPECT_EQ(client.request("textDocument/hover", Json::object())["error"]["code"], rpc::invalid_request);
  client.notify("exit", nullptr);
  EXPECT_TRUE(client.session.is_over());
  EXPECT_EQ(client.session.exit_code(), 0);
}

TEST_F(SessionTest, AnswersUnknownRequestsAndIgnoresUnknownNotifications) {
  EXPECT_EQ(client.request("textDocument/rename", Json::object())["error"]["code"], rpc::method_not_found);
  const std::size_t before = client.inbox.size();
  client.notify("$/setTrace", {{"value", "off"}});
  EXPECT_EQ(client.inbox.size(), before);
}

TEST_F(SessionTest, AnswersWrongParams) {
  EXPECT_EQ(client.request("textDocument/hover", {{"textDocument", 3}})["error"]["code"], rpc::invalid_params);
  client.open(uri, unsourced);
  EXPECT_EQ(client.request("textDocument/hover", {{"textDocument", article()}, {"position", "here"}})["error"]["code"],
            rpc::invalid_params);
  EXPECT_EQ(client.request("workspace/executeCommand", {{"command", "rm"}})["error"]["code"], rpc::invalid_params);
}

TEST_F(SessionTest, PublishesFindingsOfAnOpenedArticle) {
  client.open(uri, unsourced);
  client.wait();
  const Json published = client.published(uri);
  ASSERT_EQ(published["diagnostics"].size(), 1U);
  const Json& diagnostic = published["diagnostics"][0];
  EXPECT_EQ(published["version"], 1);
  EXPECT_EQ(diagnostic["code"], "citation/unsourced-research");
  EXPECT_EQ(diagnostic["source"], "stet");
  EXPECT_EQ(diagnostic["severity"], 1);
  EXPECT_EQ(diagnostic["range"], range(0, 0, 17));
}

TEST_F(SessionTest, ShowsTheOtherEnd) {
  client.open(uri, "Velmora is sold as a tea. Velmora is not habit-forming.\n\n## Risks\n\nVelmora is highly addictive.\n");
  client.wait();
  const Json diagnostic = client.published(uri)["diagnostics"].at(0);
  EXPECT_EQ(diagnostic["code"], "contradiction/addictive");
  EXPECT_EQ(diagnostic["relatedInformation"][0]["location"]["uri"], uri);
  EXPECT_EQ(diagnostic["relatedInformation"][0]["location"]["range"]["start"]["line"], 0);
}

TEST_F(SessionTest, WaitsUntilTheArticleIsQuiet) {
  client.open(uri, unsourced);
  EXPECT_FALSE(client.session.take_task(client.now));
  client.now += std::chrono::milliseconds(9);
  client.change(uri, 2, Json::array({{{"text", clean}}}));
  client.now += std::chrono::milliseconds(9);
  EXPECT_FALSE(client.session.take_task(client.now)) << "it changed 9 ms ago";
  client.now += std::chrono::milliseconds(1);
  EXPECT_TRUE(client.session.take_task(client.now));
  EXPECT_FALSE(client.session.take_task(client.now)) << "once is enough";
}

TEST_F(SessionTest, LetsTheClientSayHowLongToWait) {
  Client slow;
  slow.initialize(Json::object(), {{"debounce", 300}});
  slow.open(uri, unsourced);
  slow.now += std::chrono::milliseconds(299);
  EXPECT_FALSE(slow.session.take_task(slow.now));
}

TEST_F(SessionTest, ANewerVersionMakesTheCheckStale) {
  client.open(uri, unsourced);
  client.now += std::chrono::seconds(1);
  const auto task = client.session.take_task(client.now);
  ASSERT_TRUE(task);
  client.change(uri, 2, Json::array({{{"text", clean}}}));
  EXPECT_TRUE(*task->stale);
  client.session.finish(client.checker.check(*task));
  EXPECT_TRUE(client.session.take_outbox().empty()) << "findings of an old text are not shown";
  client.wait();
  EXPECT_EQ(client.published(uri)["version"], 2);
  EXPECT_TRUE(client.published(uri)["diagnostics"].empty());
}

TEST_F(SessionTest, ChecksTheArticleThatChangedLastFirst) {
  client.open("file:///b.md", clean);
  client.open(uri, clean);
  client.change("file:///b.md", 2, Json::array({{{"text", clean}}}));
  client.now += std::chrono::seconds(1);
  EXPECT_EQ(client.session.take_task(client.now)->uri, "file:///b.md");
}

TEST_F(SessionTest, AppliesChangesInOrder) {
  client.open(uri, "Research suggests.\r\nIt \xF0\x9D\x95\x8F ends.\n");
  client.change(uri, 2, Json::array({{{"range", range(1, 5, 6)}, {"text", "!"}}, {{"range", range(0, 9, 17)}, {"text", "shows"}}}));
  client.now += std::chrono::seconds(1);
  EXPECT_EQ(client.session.take_task(client.now)->text, "Research shows.\r\nIt \xF0\x9D\x95\x8F!ends.\n");
}

TEST_F(SessionTest, TakesARangeThatEndsBeforeItBeginsForEmpty) {
  client.open(uri, "abc");
  client.change(uri, 2, Json::array({{{"range", {{"start", position(0, 2)}, {"end", position(0, 1)}}}, {"text", "x"}}}));
  client.now += std::chrono::seconds(1);
  EXPECT_EQ(client.session.take_task(client.now)->text, "abxc");
}

TEST_F(SessionTest, AnswersWhenTheNewestVersionIsChecked) {
  client.open(uri, unsourced);
  const int id = client.ask("textDocument/hover", {{"textDocument", article()}, {"position", position(0, 3)}});
  EXPECT_EQ(client.answer_to(id), nullptr);
  client.wait();
  const std::string text = client.answer_to(id)["result"]["contents"]["value"];
  EXPECT_NE(text.find("**Instead:** Link the study"), std::string::npos) << text;
}

TEST_F(SessionTest, GivesUpRequestsAboutAnOldText) {
  client.open(uri, unsourced);
  const int id = client.ask("textDocument/codeLens", {{"textDocument", article()}});
  client.change(uri, 2, Json::array({{{"text", clean}}}));
  EXPECT_EQ(client.answer_to(id)["error"]["code"], rpc::content_modified);
}

TEST_F(SessionTest, CancelsWaitingRequests) {
  client.open(uri, unsourced);
  const int id = client.ask("textDocument/codeLens", {{"textDocument", article()}});
  client.notify("$/cancelRequest", {{"id", id}});
  EXPECT_EQ(client.answer_to(id)["error"]["code"], rpc::request_cancelled);
  client.notify("$/cancelRequest", {{"id", 12345}});
}

TEST_F(SessionTest, SaysHowOftenAPassageStandsThere) {
  const std::string sentence = "Velmora leaves are dried in the shade of old cedar trees for nine days.";
  client.open(uri, sentence + "\n\nOne.\n\n" + sentence + "\n\nTwo.\n\n" + sentence + "\n");
  const Json lenses = client.request("textDocument/codeLens", {{"textDocument", article()}})["result"];
  ASSERT_EQ(lenses.size(), 3U);
  EXPECT_EQ(lenses[1]["command"]["title"], "repeated 3 times");
  EXPECT_EQ(lenses[1]["range"]["start"], position(4, 0));
}

TEST_F(SessionTest, GoesToTheNextPassage) {
  const Json locations = Json::array({{{"uri", uri}, {"range", range(0, 0, 5)}}, {{"uri", uri}, {"range", range(4, 0, 5)}}});
  client.request("workspace/executeCommand", {{"command", next_command}, {"arguments", {uri, position(0, 0), locations}}});
  EXPECT_EQ(client.inbox.at(client.inbox.size() - 2)["params"]["message"], "stands at line 1, 5");
  Client shows;
  shows.initialize({{"window", {{"showDocument", {{"support", true}}}}}});
  shows.request("workspace/executeCommand", {{"command", next_command}, {"arguments", {uri, position(0, 0), locations}}});
  const Json shown = shows.inbox.at(shows.inbox.size() - 2);
  EXPECT_EQ(shown["method"], "window/showDocument");
  EXPECT_EQ(shown["params"]["selection"], range(4, 0, 5));
}

TEST_F(SessionTest, OffersToLetAPassageStand) {
  client.open(uri, unsourced);
  const Json actions =
      client.request("textDocument/codeAction",
                     {{"textDocument", article()}, {"range", range(0, 2, 2)}, {"context", {{"diagnostics", Json::array()}}}})["result"];
  EXPECT_EQ(actions.at(0)["title"], "Let it stand: citation/unsourced-research");
  EXPECT_EQ(actions[0]["edit"]["changes"][uri][0]["newText"], "<!-- stet citation/unsourced-research: -->\n");
  EXPECT_EQ(actions[0]["diagnostics"], client.published(uri)["diagnostics"]);
  EXPECT_EQ(actions.at(1)["command"]["command"], explain_command);
}

TEST_F(SessionTest, OffersToMendAFinding) {
  client.open(uri, "The fair opens on Monday, 12 March 2019.\n");
  const Json actions =
      client.request("textDocument/codeAction",
                     {{"textDocument", article()}, {"range", range(0, 20, 20)}, {"context", {{"diagnostics", Json::array()}}}})["result"];
  const Json expected = Json::array({{{"newText", "Tuesday"}, {"range", range(0, 18, 24)}}});
  EXPECT_EQ(actions.at(0)["edit"]["changes"][uri], expected);
  EXPECT_EQ(actions[0]["isPreferred"], true);
  EXPECT_EQ(actions.back()["command"]["command"], explain_command) << "mending everything is offered where it is asked for";
}

TEST_F(SessionTest, MendsAllThatIsSafeWhenAskedTo) {
  client.open(uri, "The fair opens on Monday, 12 March 2019.\n\nIt closed on 13 March 2019 (Thursday).\n");
  const Json actions =
      client.request("textDocument/codeAction",
                     {{"textDocument", article()}, {"range", range(0, 0, 0)}, {"context", {{"only", {"source.fixAll"}}}}})["result"];
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(actions[0]["edit"]["changes"][uri][0]["newText"],
            "The fair opens on Tuesday, 12 March 2019.\n\nIt closed on 13 March 2019 (Wednesday).\n");
}

TEST_F(SessionTest, OffersOnlyTheKindsThatAreAskedFor) {
  client.open(uri, unsourced);
  EXPECT_EQ(client.request("textDocument/codeAction",
                           {{"textDocument", article()}, {"range", range(0, 2, 2)}, {"context", {{"only", {"refactor"}}}}})["result"],
            Json::array());
}

TEST_F(SessionTest, ExplainsARule) {
  client.open(uri, unsourced);
  client.wait();
  client.request("workspace/executeCommand", {{"command", explain_command}, {"arguments", {"repetition/sentence"}}});
  EXPECT_EQ(client.count("window/showMessage"), 1U);
  const Json rule = client.request("stet/explainRule", {{"rule", "repetition/sentence"}})["result"];
  EXPECT_NE(rule["markdown"].get<std::string>().find("## Found in"), std::string::npos);
}

TEST_F(SessionTest, ForgetsAClosedArticle) {
  client.open(uri, unsourced);
  client.wait();
  client.notify("textDocument/didClose", {{"textDocument", article()}});
  EXPECT_TRUE(client.published(uri)["diagnostics"].empty());
  EXPECT_EQ(client.session.take_closed(), std::vector<std::string>{uri});
  EXPECT_EQ(client.request("textDocument/hover", {{"textDocument", article()}, {"position", position(0, 3)}})["result"], nullptr);
}

TEST_F(SessionTest, ChecksAllAgainWhenAFileOfRulesChanges) {
  client.open(uri, unsourced);
  client.wait();
  client.notify("workspace/didChangeWatchedFiles", {{"changes", Json::array()}});
  client.wait();
  EXPECT_EQ(client.count("textDocument/publishDiagnostics"), 2U);
}

TEST_F(SessionTest, SaysWhatCannotBeRead) {
  client.open(uri, std::string("a\0b", 3));
  client.wait();
  const std::string message = client.published(uri)["diagnostics"].at(0)["message"];
  EXPECT_TRUE(message.starts_with("not read: a NUL byte")) << message;
}

TEST_F(SessionTest, LetsGoOfAnArticleThatGrowsTooLarge) {
  Client small({.text_bytes = 100});
  small.initialize();
  small.open(uri, unsourced);
  small.change(uri, 2, Json::array({{{"range", range(0, 0, 0)}, {"text", std::string(200, 'x')}}}));
  small.wait();
  EXPECT_TRUE(small.published(uri)["diagnostics"].empty());
  small.change(uri, 3, Json::array({{{"text", unsourced}}}));
  small.wait();
  EXPECT_EQ(small.published(uri)["diagnostics"].size(), 1U) << "sent whole again";
}

TEST(Documents, ThatNobodyWritesAreNotAnsweredFor) {
  Client client;
  client.initialize();
  for (const char* other : {"git:/articles/a.md?ref=HEAD", "vscode-userdata:/a.md"}) {
    client.notify("textDocument/didOpen",
                  {{"textDocument", {{"uri", other}, {"languageId", "markdown"}, {"version", 1}, {"text", unsourced}}}});
    client.wait();
    EXPECT_TRUE(client.published(other).is_null()) << other;
  }
}
TEST(Findings, LinkWhatTheReferenceSaysOfTheirRule) {
  Client client;
  client.initialize({{"textDocument", {{"publishDiagnostics", {{"codeDescriptionSupport", true}}}}}});
  client.notify("textDocument/didOpen",
                {{"textDocument", {{"uri", "untitled:2"}, {"languageId", "markdown"}, {"version", 1}, {"text", unsourced}}}});
  client.wait();
  const std::string address = client.published("untitled:2")["diagnostics"][0]["codeDescription"]["href"].get<std::string>();
  EXPECT_NE(address.find("/rules/README.md#citationunsourced-research"), std::string::npos) << address;
}
TEST_F(SessionTest, ReadsAnUnsavedArticleInItsDialect) {
  client.notify(
      "textDocument/didOpen",
      {{"textDocument",
        {{"uri", "untitled:1"}, {"languageId", "mdx"}, {"version", 1}, {"text", "{/* stet citation: a test */}\n" + unsourced}}}});
  client.wait();
  EXPECT_TRUE(client.published("untitled:1")["diagnostics"].empty());
}

}  // namespace
}  // namespace stet::session_test
