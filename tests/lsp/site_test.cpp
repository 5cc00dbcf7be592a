// The server on a site with an index: what an article shares with others that are not open.
#include "lsp/client.h"
#include "scratch.h"
#include "site/store.h"

namespace stet::site_test {
namespace {

const std::string harbour =
    "The old harbour of Brenholm, built by Danish merchants in a sheltered bay, draws thousands of visitors every summer.\n";
const std::string ferry =
    "A ferry of the island line crosses the sound at noon with letters, bread and whoever has business on the mainland.\n";

class ServedSite : public ScratchFolder {
 protected:
  Client client;

  void SetUp() override {
    write("guides/harbour.md", "# Brenholm\n\n" + harbour);
    write("news.md", "Nothing is new.\n");
    update();
    client.initialize({{"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}});
  }
  void update() const { ASSERT_TRUE(update_index(folder.string(), {})); }
  std::string uri(const std::string& name) const { return uri_of_path(path(name)); }
  void open(const std::string& name) {
    client.open(uri(name), read(name));
    client.wait();
  }
  void type(const std::string& name, const std::string& text) {
    client.change(uri(name), ++version_, Json::array({{{"text", text}}}));
    client.wait();
  }
  void save(const std::string& name) {
    client.notify("textDocument/didSave", {{"textDocument", {{"uri", uri(name)}}}});
    client.wait();
  }
  /// Files that the article's diagnostics of repetition/site point at.
  std::vector<std::string> repeats(const std::string& name) const {
    std::vector<std::string> files;
    const Json published = client.published(uri(name));
    for (const Json& diagnostic : published["diagnostics"]) {
      if (diagnostic["code"] != "repetition/site") continue;
      for (const Json& related : diagnostic["relatedInformation"]) {
        files.push_back(
            std::filesystem::path(*path_of_uri(related["location"]["uri"].get<std::string>())).lexically_relative(folder).string());
      }
    }
    return files;
  }

 private:
  int version_ = 1;
};

using Files = std::vector<std::string>;

TEST_F(ServedSite, PointsAtTheOtherArticleAsOneTypes) {
  open("news.md");
  EXPECT_EQ(repeats("news.md"), Files());
  type("news.md", "# News\n\n" + harbour);
  EXPECT_EQ(repeats("news.md"), Files{"guides/harbour.md"});
  type("news.md", "# News\n\nNothing is new.\n");
  EXPECT_EQ(repeats("news.md"), Files());
}
TEST_F(ServedSite, ComparesNoArticleWithItself) {
  open("guides/harbour.md");
  EXPECT_EQ(repeats("guides/harbour.md"), Files());
}
TEST_F(ServedSite, ReadsAnIndexThatIsMadeAnew) {
  open("news.md");
  write("ferry.md", "# Ferry\n\n" + ferry);
  type("news.md", "# News\n\n" + ferry);
  EXPECT_EQ(repeats("news.md"), Files()) << "the index does not know the new article";
  update();
  type("news.md", "# News\n\nToday: " + ferry);
  EXPECT_EQ(repeats("news.md"), Files{"ferry.md"});
}
TEST_F(ServedSite, BringsTheIndexUpToDateOnSaving) {
  write("news.md", "# News\n\n" + harbour);
  open("news.md");
  EXPECT_EQ(repeats("news.md"), Files{"guides/harbour.md"});
  write("guides/harbour.md", "# Brenholm\n\nIt is a town.\n");
  save("news.md");
  EXPECT_EQ(repeats("news.md"), Files()) << "the other article does not say it any more";
}
TEST_F(ServedSite, GoesOnWithoutAnIndexThatIsDamaged) {
  write(".stet/site.index", "no index");
  write("news.md", "# News\n\n" + harbour + "\nResearch suggests that walking eases worry.\n");
  open("news.md");
  EXPECT_EQ(repeats("news.md"), Files());
  EXPECT_EQ(client.published(uri("news.md"))["diagnostics"].size(), 1U);
}

}  // namespace
}  // namespace stet::site_test
