// Random edits, one after the other: after each, the server says what a fresh run says.
#include <array>
#include <random>

#include "folders.h"
#include "lsp/client.h"

namespace stet::replay_test {
namespace {

const std::string uri = "file:///articles/a.md";

std::string read_fixture(const std::string& name) {
  const auto source = read_source(source_folder() + "/fixtures/" + name);
  return source ? source->bytes : std::string();
}

/// What one types, pastes and breaks.
constexpr auto typed = std::to_array<std::string_view>({"a",
                                                        " ",
                                                        "e ",
                                                        "\n",
                                                        "\n\n",
                                                        "\r\n",
                                                        "# ",
                                                        "- ",
                                                        "1. ",
                                                        "> ",
                                                        "```\n",
                                                        "    ",
                                                        "|",
                                                        "---\n",
                                                        "===\n",
                                                        "<div>\n",
                                                        "<!-- stet citation: a test -->",
                                                        "-->",
                                                        "[a]: b\n",
                                                        "[^1]",
                                                        "* * *\n",
                                                        "**",
                                                        "`",
                                                        "_",
                                                        "\t",
                                                        "\xC3\xA9",
                                                        "\xF0\x9D\x95\x8F",
                                                        "not ",
                                                        "Research suggests that it helps. ",
                                                        "{{< x >}}"});

class Edits {
 public:
  Edits(std::string text, std::uint32_t seed) : text_(std::move(text)), random_(seed) {}

  const std::string& text() const { return text_; }

  /// Changes the text in one place; the change as the protocol has it.
  Json next(PositionEncoding encoding) {
    const std::uint32_t begin = border(below(text_.size() + 1));
    std::uint32_t end = begin;
    std::string put;
    const std::size_t kind = below(10);
    if (kind < 6) put = typed[below(std::size(typed))];
    if (kind >= 6) end = border(std::min<std::size_t>(text_.size(), begin + 1 + below(kind == 9 ? 300 : 5)));
    if (kind == 8) {
      const std::uint32_t from = border(below(text_.size() + 1));
      put = text_.substr(from, border(std::min<std::size_t>(text_.size(), from + below(400))) - from);
    }
    const auto before = make_source("a.md", text_);
    Json change = {{"range", range_of(*before, {begin, std::max(begin, end)}, encoding)}, {"text", put}};
    text_.replace(begin, std::max(begin, end) - begin, put);
    return change;
  }

 private:
  std::string text_;
  std::minstd_rand random_;

  std::size_t below(std::size_t end) { return random_() % end; }
  /// Characters and line ends are not cut: no place in an editor is inside of one.
  std::uint32_t border(std::size_t at) const {
    const auto inside = [&] {
      const bool character = at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U;
      return character || (at > 0 && at < text_.size() && text_[at - 1] == '\r' && text_[at] == '\n');
    };
    while (inside()) --at;
    return static_cast<std::uint32_t>(at);
  }
};

struct Replay {
  std::string fixture;
  PositionEncoding encoding;
  std::uint32_t seed;
  int edits;
};

class Replayed : public testing::TestWithParam<Replay> {};

TEST_P(Replayed, EveryEditGivesWhatAFreshRunGives) {
  const auto& [fixture, encoding, seed, count] = GetParam();
  Client client;
  client.initialize(
      {{"general", {{"positionEncodings", {name(encoding)}}}}, {"textDocument", {{"publishDiagnostics", {{"relatedInformation", true}}}}}});
  const ClientAbilities abilities{.encoding = encoding, .related_information = true};
  Edits edits(read_fixture(fixture), seed);
  ASSERT_FALSE(edits.text().empty());
  client.open(uri, edits.text());
  for (int edit = 0; edit < count; ++edit) {
    client.change(uri, edit + 2, Json::array({edits.next(encoding)}));
    client.wait();
    CheckedArticle fresh{
        .uri = uri, .path = "/articles/a.md", .version = nullptr, .edition = 0, .engine = shared_builtin_engine(), .file = {}};
    fresh.file = check_source(builtin_engine(), *make_source(fresh.path, edits.text()));
    ASSERT_EQ(client.published(uri), diagnostics_of(fresh, abilities)) << "edit " << edit << " of\n" << edits.text();
    client.inbox.clear();
  }
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Replayed,
                         testing::Values(Replay{"example.md", PositionEncoding::utf16, 1, 120},
                                         Replay{"articles/tour.md", PositionEncoding::utf8, 2, 120},
                                         Replay{"articles/carriage-returns.md", PositionEncoding::utf16, 4, 60},
                                         Replay{"articles/sentences.md", PositionEncoding::utf32, 3, 80}));

}  // namespace
}  // namespace stet::replay_test
