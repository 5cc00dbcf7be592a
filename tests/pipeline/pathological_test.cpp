// Texts that have cost parsers and matchers more than linear time, after cmark's pathological tests: each through the whole road, with all
// built-in rules, within a bounded processor time a byte. STET_PATHOLOGICAL_BYTES makes them of another size, such as 16000000.
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/check.h"
#include "sanitizer.h"

namespace stet::pathological_test {
namespace {

std::size_t size_of_texts() {
  const char* given = std::getenv("STET_PATHOLOGICAL_BYTES");
  return given == nullptr ? 200'000 : std::strtoul(given, nullptr, 10);
}

const std::size_t size = size_of_texts();  // bytes of each text, about

/// Processor seconds allowed: five for the start, and ten a megabyte, where ordinary articles need about half of one.
double allowed_seconds(std::size_t bytes) { return sanitizer_slowness * (5 + 10e-6 * static_cast<double>(bytes)); }

struct Pathology {
  std::string name;
  std::function<std::string()> text;
};

std::ostream& operator<<(std::ostream& out, const Pathology& pathology) { return out << pathology.name; }

/// `unit` as often as fits.
std::string filled(std::string_view unit, std::size_t bytes = size) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

Pathology repeated(std::string name, std::string unit) {
  return {std::move(name), [unit = std::move(unit)] { return filled(unit) + "\n"; }};
}

/// Numbered copies: `before`, a number, `after`.
Pathology numbered(std::string name, std::string before, std::string after) {
  return {std::move(name), [before = std::move(before), after = std::move(after)] {
            std::string text;
            for (std::size_t i = 0; text.size() < size; ++i) text += before + std::to_string(i) + after;
            return text;
          }};
}

Pathology opened_and_closed(std::string name, std::string open, std::string close) {
  return {std::move(name), [open = std::move(open), close = std::move(close)] {
            const std::size_t times = size / (open.size() + close.size());
            std::string text;
            for (std::size_t i = 0; i < times; ++i) text += open;
            text += "a";
            for (std::size_t i = 0; i < times; ++i) text += close;
            return text + "\n";
          }};
}

std::string every_control_byte() {
  std::string text;
  while (text.size() < size) {
    for (char byte = 1; byte < 32; ++byte) text += std::string("word") + byte + "word ";
  }
  return text;
}

std::string wide_table() {
  std::string header = filled("|a", 20'000) + "|\n";
  return header + filled("|-", 20'000) + "|\n" + header + header + header + header;
}

std::string table_of_10000_columns() {
  const std::string row = filled("|a", 20'000) + "|\n";
  return row + filled("|-", 20'000) + "|\n" + row + row;
}

std::string headings_by_the_100000() {
  std::string text;
  for (std::size_t i = 0; i < 100'000; ++i) text += "# a\n";
  return text;
}

std::string long_word() { return std::string(size, 'a') + "\n"; }

std::string long_table() { return "| a | b |\n|---|---|\n" + filled("| one *two* | [three](four) |\n"); }

std::string two_sentences_in_turn() {
  return filled("The ferry to Tarsin leaves the quay at dawn. The ferry to Tarsin never leaves the quay at dawn. ");
}

std::string sentences_that_share_all_but_one_word() {
  std::string text;
  for (std::size_t i = 0; text.size() < size; ++i)
    text += "The ferry to Tarsin carries mail, milk and bottles to harbour" + std::to_string(i) + ". ";
  return text;
}

/// A name of letters for each number, as figures are none.
std::string name_of(std::size_t number) {
  std::string name = "lamp";
  for (; number > 0; number /= 20) name += static_cast<char>('a' + number % 20);
  return name;
}

std::string things_of_two_properties() {
  std::string text;
  for (std::size_t i = 0; text.size() < size; ++i)
    text += "On the desk the dimmable " + name_of(i) + " stands.\n\nThe " + name_of(i) + " is not dimmable.\n\n";
  return text;
}

std::string prices_of_a_thing_and_of_its_kind() {
  std::string text;
  for (std::size_t i = 0; text.size() < size; ++i) {
    text += "The boat costs $" + std::to_string(5 + i % 90) + ".\n\nA ferry costs $" + std::to_string(100 + i % 80) + ".\n\n";
    text += "The harbour has " + name_of(i) + ".\n\n";
  }
  return text;
}

std::string prices_below_a_long_title() {
  std::string text = "# " + filled("Kelp tea ", size / 2) + "\n\n";
  for (std::size_t i = 0; text.size() < size; ++i) {
    text += (i % 2 == 0 ? "The hut costs $" : "The inn costs $") + std::to_string(5 + i % 90) + ".\n\n";
  }
  return text;
}

std::string clauses_of_many_values() {
  std::string text;
  for (std::size_t value = 0; text.size() < size;) {
    text += "The ferry to Tarsin carries";
    for (std::size_t i = 0; i < 120; ++i) text += " " + std::to_string(value++ % 10'000) + " kg mail";
    text += ".\n\n";
  }
  return text;
}

std::string two_long_sections() {
  std::string above = "## Above\n\n";
  std::string below = "## Below\n\n";
  for (std::size_t i = 0; above.size() + below.size() < size; ++i) {
    above += "The path to " + name_of(i) + " is easy and flat.\n\n";
    below += "The path to " + name_of(i) + " is easy and steep.\n\n";
  }
  return above + below;
}

std::string many_sentences(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; ++i) text += "Kelp " + name_of(i) + ". ";
  return text;
}

std::string field_of_many_sentences() {
  return "---\ntitle: \"" + many_sentences(size / 2) + "\"\ntags: " + many_sentences(size / 2) + "\n---\n\nText.\n";
}

std::string heading_of_many_sentences() { return "# " + many_sentences(size / 2) + "\n\n" + filled("The kelp is 2 m long. ", size / 2); }

std::string long_list_of_ingredients() {
  std::string text = "## Ingredients\n\n";
  for (std::size_t i = 0; text.size() < size; ++i) text += "- 5 g " + name_of(i) + "\n";
  return text;
}

std::vector<Pathology> markup() {
  return {
      repeated("mixed emphasis", "*a _b "),
      repeated("many emphasis openers", "*a "),
      repeated("many emphasis closers", "a* "),
      repeated("strong and emphasis", "**x*y*"),
      repeated("underscores within words", "a_b_"),
      repeated("tildes", "~~a "),
      repeated("open brackets", "["),
      repeated("closing brackets", "]"),
      opened_and_closed("nested brackets", "[", "]"),
      opened_and_closed("nested links", "[", "](a)"),
      opened_and_closed("nested images", "![", "](a)"),
      opened_and_closed("nested emphasis", "*a ", " b*"),
      opened_and_closed("nested strong", "**a ", " b**"),
      repeated("open links", "[a]("),
      repeated("open links with angle brackets", "[a](<b"),
      repeated("links with titles", "[a](b \"c"),
      repeated("open images", "!["),
      repeated("images of nothing", "![] "),
      repeated("images beside footnotes", "[^a]!["),
      repeated("images beside tags", "</b> ![[^a]"),
      repeated("emphasis within links", "*[a*](b)"),
      repeated("links within emphasis", "[*a](b)* "),
      repeated("strikethrough and emphasis", "~~*a~~ _b* "),
      repeated("many marks of one kind", "*"),
      repeated("underscores", "_"),
      repeated("tildes without text", "~"),
      repeated("backticks without text", "`"),
      repeated("reference links", "[a][b] "),
      repeated("footnote references", "a[^b] "),
      numbered("footnote definitions", "[^", "]: a\n\n"),
      numbered("footnotes never defined", "a[^", "] "),
      numbered("link definitions", "[", "]: b\n"),
      repeated("the same link definition", "[a]: b\n"),
      {"backticks of growing length",
       [] {
         std::string text;
         for (std::size_t i = 1; text.size() < size; ++i) text += "e" + std::string(i, '`');
         return text;
       }},
      repeated("backticks", "`a``b"),
      repeated("dollars", "$a "),
      repeated("angle brackets", "<a "),
      repeated("open tags", "<a href=\""),
      repeated("comments", "<!-- "),
      repeated("closed comments", "<!-- a --> "),
      repeated("suppression comments", "<!-- stet repetition: because -->\n\n"),
      repeated("processing instructions", "<?a "),
      repeated("declarations", "<!A "),
      repeated("character data", "<![CDATA["),
      repeated("entities", "&amp;"),
      repeated("entities without an end", "&amp"),
      repeated("numeric entities", "&#x10FFFF;"),
      repeated("backslashes", "\\"),
      repeated("escapes", "\\*"),
      repeated("hard breaks", "a  \n"),
      repeated("bare addresses", "https://example.org/a "),
      repeated("mail addresses", "a@example.org "),
  };
}

std::vector<Pathology> blocks() {
  return {
      repeated("quotes a line", "> a\n"),
      opened_and_closed("nested quotes", "> ", ""),
      opened_and_closed("nested lists", "- ", ""),
      repeated("deep quotes", "> > > > > > > > > > > > > > > > a\n"),
      repeated("list items", "- a\n"),
      repeated("loose list items", "- a\n\n"),
      repeated("ordered items", "1. a\n"),
      repeated("items of changing markers", "- a\n+ b\n* c\n"),
      repeated("task items", "- [ ] a\n"),
      repeated("headings", "# a\n"),
      repeated("setext headings", "a\n=\n"),
      numbered("different headings", "## heading ", "\n"),
      repeated("headings of all levels", "# a\n## b\n### c\n#### d\n##### e\n###### f\n"),
      repeated("fences", "```\n"),
      repeated("fences of tildes", "~~~ a\n"),
      repeated("indented code", "    a\n"),
      repeated("thematic breaks", "---\n"),
      repeated("paragraphs", "*a _b\n\n"),
      repeated("short lines", "a\n"),
      repeated("blank lines", "\n"),
      repeated("tabs", "\t"),
      repeated("spaces", " "),
      repeated("HTML blocks", "<div>\n\n"),
      repeated("table rows without a table", "|a|b\n"),
      {"a wide table", wide_table},
      {"a long table", long_table},
      {"a table of many columns", table_of_10000_columns},
      {"many headings", headings_by_the_100000},
      repeated("footnotes of several paragraphs", "[^a]: b\n\n    c\n\n"),
      repeated("definitions without an end", "[a]: <"),
      repeated("lists in quotes in lists", "- > 1. a\n"),
      repeated("lazy continuation", "> > > a\nb\n"),
      {"a field of many sentences", field_of_many_sentences},
      {"a heading of many sentences", heading_of_many_sentences},
      repeated("setext underlines", "===\n"),
      repeated("table delimiters", "|-|-|\n"),
      repeated("HTML comments without an end", "<!--\n\n"),
      repeated("script blocks", "<script>\n"),
      repeated("front matter without an end", "---\na: b\n"),
      repeated("scripts in emphasis", "*<script>* "),
      repeated("open shortcodes", "{{< "),
      repeated("closed shortcodes", "{{< a >}}\n"),
      repeated("Liquid tags", "{% if a %}\n"),
      repeated("braces", "{"),
      opened_and_closed("nested braces", "{a ", "}"),
      repeated("imports", "import a from 'b'\n"),
      repeated("containers", ":::note\n"),
      repeated("ids without an end", "id="),
      repeated("rows of pipes", "||\n"),
      {"code that never ends", [] { return "```\n" + filled("a\n"); }},
      {"instructions in HTML", [] { return "<div>\n" + filled("<? >\n") + "</div>\n"; }},
      {"tags within tags", [] { return "<div>\n" + filled("<a") + ">\n</div>\n"; }},
      {"tags that close nothing", [] { return "a " + filled("<b>", size / 2) + filled("</i>", size / 2) + "\n"; }},
      {"terms in HTML", [] { return "<dl>" + filled("<dt>a<dd>b") + "</dl>\n"; }},
      repeated("open attributes", "{#"),
  };
}

std::vector<Pathology> characters() {
  return {
      repeated("combining marks", "a\xCC\x81\xCC\x81"),
      {"a tower of combining marks", [] { return "a" + filled("\xCC\x81"); }},
      repeated("right-to-left text", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "),
      repeated("direction marks",
               "a\xE2\x80\xAE"
               "b\xE2\x80\xAC"),
      repeated("zero-width joiners", "a\xE2\x80\x8D"),
      repeated("zero-width spaces", "a\xE2\x80\x8B"),
      repeated("homoglyphs", "th\xD0\xB5 f\xD0\xB5rry "),
      repeated("astral characters", "\xF0\x9D\x92\x9C\xF0\x9F\x9A\xA2"),
      repeated("emoji of many parts", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"),
      repeated("ideographs", "\xE6\xB8\xAF\xE5\x8F\xA3"),
      repeated("letters that fold to more", "\xC3\x9F\xEF\xAC\x83"),
      repeated("soft hyphens", "a\xC2\xAD"),
      {"every control byte", every_control_byte},
      {"one long word", long_word},
      repeated("digits", "7"),
      repeated("digits and commas", "7,"),
      repeated("digits and dots", "7.7."),
      repeated("hyphens", "a-"),
      repeated("apostrophes", "a'"),
      repeated("quotation marks", "\"a "),
      repeated("parentheses", "("),
      opened_and_closed("nested parentheses", "(a ", ")"),
  };
}

std::vector<Pathology> prose() {
  return {
      repeated("stops", ". "),
      repeated("abbreviations", "e.g. Dr. "),
      repeated("question marks", "a? "),
      repeated("words without a stop", "ferry "),
      repeated("a sentence again and again", "The ferry to Tarsin leaves the eastern quay at dawn. "),
      repeated("a paragraph again and again", "The ferry to Tarsin leaves the eastern quay at dawn with the mail.\n\n"),
      repeated("a dated paragraph again and again", "The fair in Tarsin opens beside the quay on Monday, 12 March 2019.\n\n"),
      repeated("a section again and again", "## Ferries\n\nThe ferry to Tarsin leaves the eastern quay at dawn.\n\n"),
      {"two sentences in turn", two_sentences_in_turn},
      {"sentences that share all but one word", sentences_that_share_all_but_one_word},
      numbered("different numbers of one thing", "The ferry to Tarsin carries ", " people. "),
      repeated("appeals to research", "Research suggests that velmora helps. "),
      repeated("claims", "Velmora cures headaches. "),
      repeated("negations", "not never no "),
      repeated("names", "Marie Lund "),
      repeated("dates", "12 March 2019 "),
      repeated("quantities", "10 mg to 20 mg "),
      repeated("numbered markers", "a [1] "),
      repeated("contents entries", "- [a](#a)\n"),
      numbered("contents entries without sections", "- [a](#a", ")\n"),
      numbered("suppressions within each other", "<!-- stet-begin citation: kept -->\n\nResearch suggests way ", ".\n\n"),
      numbered("suppressions one by one", "<!-- stet citation: kept -->\n\nResearch suggests way ", ".\n\n"),
      repeated("possessives without an owner", "Its architect was Ada Quill. "),
      {"many things with and without a property", things_of_two_properties},
      {"prices of a thing and of its kind", prices_of_a_thing_and_of_its_kind},
      {"prices below a long title", prices_below_a_long_title},
      numbered("things that are there already", "The lights of hut ", " are already fitted. "),
      {"clauses of many values", clauses_of_many_values},
      {"two long sections of one form", two_long_sections},
      repeated("promises", "## Five reasons\n\n- one\n- two\n\n"),
      numbered("promises of different things", "## 5 reasons for way ", "\n\n- one [a](#b)\n- two\n- three\n\n"),
      repeated("promises that are not kept", "There are five lamps.\n\n"),
      repeated("promises of all there are", "## All ten mistakes\n\n- one\n- two\n\n"),
      numbered("sections that are named and not there", "## Part ", "\n\nSee the section *Lot* for more.\n\n"),
      numbered("copies with comments between", "The ferry to Tarsin leaves the quay at dawn with the mail.\n\n<!-- ", " -->\n\n"),
      {"a long list of ingredients", long_list_of_ingredients},
  };
}

std::vector<Pathology> all() {
  std::vector<Pathology> result;
  for (const auto& group : {markup(), blocks(), characters(), prose()}) result.insert(result.end(), group.begin(), group.end());
  return result;
}

class Pathological : public testing::TestWithParam<Pathology> {};

TEST_P(Pathological, IsCheckedInBoundedTime) {
  const std::string text = GetParam().text();
  const Engine& engine = builtin_engine();
  const std::clock_t start = std::clock();
  check_source(engine, *make_source("test.md", text));
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, allowed_seconds(text.size()));
}

INSTANTIATE_TEST_SUITE_P(Texts, Pathological, testing::ValuesIn(all()), [](const auto& test) {
  std::string name;
  for (const char c : test.param.name) name += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? c : '_';
  return name;
});

/// A rule that is looked for in its paragraph, of as many claims as there is evidence.
TEST(PathologicalParagraph, IsCheckedInBoundedTime) {
  constexpr std::size_t bytes = 1'000'000;
  const std::string rule =
      "kind: requires\ntitle: T\nseverity: error\nmessage: M\nwhy: W.\ninstead: I.\nfind: so\nneeds: ok\nwithin: paragraph\n"
      "examples:\n  bad: [So]\n  good: [Good]\n";
  const auto engine = or_end(compile(or_end(load_rules({{"t/t.yaml", "t.yaml", rule}}, kind_fields()))));
  const std::string text = filled("Ok. ", bytes / 2) + filled("So. ", bytes / 2) + "\n";
  const std::clock_t start = std::clock();
  EXPECT_TRUE(check_source(*engine, *make_source("test.md", text)).findings.empty());
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 5 * sanitizer_slowness);
}

}  // namespace
}  // namespace stet::pathological_test
