// Constructs of site generators and note-taking programs: what each becomes, and that its spans are exact.
#include "document/dialects.h"

#include <gtest/gtest.h>

#include "document/constructs.h"
#include "document/read.h"

namespace stet::dialects_test {
namespace {

/// The bytes of the first block of a kind.
std::string source_of_first(const Read& read, BlockKind kind) {
  for (const Block& block : read.article.blocks) {
    if (block.kind == kind) return std::string(read.source.view(block.source));
  }
  return "none";
}

void expect_exact(const Read& read) {
  for (const PlainPiece& piece : read.article.pieces) {
    if (!piece.exact) continue;
    EXPECT_EQ(read.article.plain.substr(piece.plain, piece.source_size), read.source.bytes.substr(piece.source, piece.source_size));
  }
}

struct Case {
  std::string name;
  std::string markdown;
  std::string shape;
  std::string plain;
};

class Constructs_ : public testing::TestWithParam<Case> {};

TEST_P(Constructs_, AreReadAs) {
  const Read result = read(GetParam().markdown);
  EXPECT_EQ(shape(result.article), GetParam().shape);
  EXPECT_EQ(plain(result.article), GetParam().plain);
  expect_exact(result);
}

const std::vector<Case> boxes = {
    {"alert", "> [!NOTE]\n> Warm the pot.\n", "callout(paragraph)", "Warm the pot."},
    {"alert_with_title", "> [!tip]+ First\n> Warm the pot.\n", "callout(heading paragraph)", "First | Warm the pot."},
    {"alert_in_alert", "> [!a] One\n> > [!b] Two\n> > text\n", "callout(heading callout(heading paragraph))", "One | Two | text"},
    {"alert_in_the_midst", "> text\n> [!NOTE]\n", "quote(paragraph)", "text [!NOTE]"},
    {"admonition", "!!! note\n    Warm the pot.\n", "callout(paragraph)", "Warm the pot."},
    {"admonition_with_title", "!!! note inline end \"First\"\n\n    Warm.\n\n    Pour.\n", "callout(heading paragraph paragraph)",
     "First | Warm. | Pour."},
    {"admonition_by_tabs", "!!! note\n\tWarm the pot.\n\n\tPour.\n", "callout(paragraph paragraph)", "Warm the pot. | Pour."},
    {"admonition_then_text", "!!! note\n    Warm the pot.\nPour.\n", "callout(paragraph) paragraph", "Warm the pot. | Pour."},
    {"code_in_an_admonition", "!!! note\n    ```\n    !!! tip\n    ```\n    Pour.\n", "callout(code paragraph)", "Pour."},
    {"exclamations", "!!! What a kettle, what a lid, he said.\n", "paragraph", "!!! What a kettle, what a lid, he said."},
    {"indented_code_stays", "text\n\n    !!! note\n        in code\n", "paragraph code", "text"},
    {"tabs", "=== \"Gas\"\n\n    Low.\n\n=== \"Plate\"\n\n    Four.\n", "tab(heading paragraph) tab(heading paragraph)",
     "Gas | Low. | Plate | Four."},
    {"component", "<Tip title=\"First\">\nWarm the pot.\n</Tip>\n", "callout(heading paragraph)", "First | Warm the pot."},
    {"components_of_tabs", "<Tabs>\n<TabItem value=\"g\" label=\"Gas\">\n\nLow.\n\n</TabItem>\n</Tabs>\n",
     "directive tab(heading paragraph) directive", "Gas | Low."},
    {"component_not_closed", "<Tip>\n\nWarm the pot.\n", "html paragraph", "Warm the pot."},
    {"component_that_closes_itself", "<Pot size=\"2\" />\n\nWarm the pot.\n", "html paragraph", "Warm the pot."},
    {"old_html", "<DIV>\nWarm *the* pot.\n</DIV>\n", "paragraph", "Warm *the* pot."},
    {"html_with_markdown", "<div class=\"a\" markdown>\n<div>\n\nWarm *the* pot.\n\n</div>\nPour.\n</div>\n",
     "directive html paragraph paragraph directive", "Warm the pot. | Pour."},
    {"hidden_markdown", "<div hidden>\n<div>\n\nWarm *the* pot.\n\n</div>\nPour.\n</div>\n\nDrink.\n", "directive paragraph", "Drink."},
    {"markdown_that_is_not_displayed", "<p style=\"display:none\">\n\nWarm the pot.\n\n</p>\n\nDrink.\n", "directive paragraph", "Drink."},
    {"hidden_from_some", "<div aria-hidden=\"true\">\n\nWarm the pot.\n\n</div>\n", "html paragraph html", "Warm the pot."},
    {"html_without_markdown", "<div markdown=\"0\">\nWarm *the* pot.\n</div>\n", "paragraph", "Warm *the* pot."},
    {"fence", "```{note} Title\n:class: wide\nWarm the pot.\n```\n", "callout(heading paragraph)", "Title | Warm the pot."},
    {"fence_of_code", "```{code-block} sh\nls\n```\n", "code", ""},
    {"fences_in_fences", "````{tip}\n```sh\nls\n```\nPour.\n````\n", "callout(code paragraph)", "Pour."},
    {"colons", ":::note[Title]\nWarm the pot.\n:::\n", "callout(heading paragraph)", "Title | Warm the pot."},
    {"colons_by_class", "::: {.callout-tip title=\"Title\"}\nPour.\n:::\n", "callout(heading paragraph)", "Title | Pour."},
    {"colons_in_colons", "::::note\n:::tip\nPour.\n:::\nWarm.\n::::\n", "callout(callout(paragraph) paragraph)", "Pour. | Warm."},
    {"neighbours", ":::tip\nOne.\n:::\n:::tip\nTwo.\n:::\n", "callout(paragraph) callout(paragraph)", "One. | Two."},
    {"any_other_div", "::: {.column}\n## Left\n:::\n", "directive heading directive", "Left"},
    {"unclosed", ":::note\nWarm the pot.\n", "directive paragraph", "Warm the pot."},
    {"slashes", "/// note | Title\n    type: wide\nPour.\n///\n", "callout(heading paragraph)", "Title | Pour."},
    {"in_a_list", "- item\n\n    !!! note\n        Pour.\n", "list(list_item(paragraph callout(paragraph)))", "item | Pour."},
    {"quote_directive", "> [!quote] Ada\n> Clay forgives.\n", "quote(heading paragraph)", "Ada | Clay forgives."},
};
INSTANTIATE_TEST_SUITE_P(Boxes, Constructs_, testing::ValuesIn(boxes), [](const auto& test) { return test.param.name; });

const std::vector<Case> shortcodes = {
    {"of_code", "{{< highlight toml >}}\n# no heading\n{{< /highlight >}}\n", "code", ""},
    {"of_code_with_blanks", "{{< code-toggle >}}\na = 1\n\nb = 2\n{{</ code-toggle >}}\ntext\n", "code paragraph", "text"},
    {"of_liquid", "{% highlight ruby %}\nputs 1\n{% endhighlight %}\n", "code", ""},
    {"that_hide", "{% comment %}\nhidden\n\nwords\n{% endcomment %}\n", "directive", ""},
    {"raw_is_code", "{% raw %}\n{{ x }} shown\n{% endraw %}\n", "code", ""},
    {"raw_around_prose", "{% raw %}\nOne.\n\nTwo.\n{% endraw %}\n", "directive paragraph paragraph directive", "One. | Two."},
    {"of_prose", "{{% steps %}}\n## Pour\n{{% /steps %}}\n", "directive heading directive", "Pour"},
    {"of_boxes", "{{< notice title=\"Title\" >}}\nPour.\n{{< /notice >}}\n", "callout(heading paragraph)", "Title | Pour."},
    {"closed_behind_text", "{{< note >}}\nPour.{{< /note >}}\n\nText.\n", "callout(paragraph) paragraph", "Pour. | Text."},
    {"one_line_two_tags", "{% tab title=\"A\" %}\nOne.\n{% endtab %}{% tab title=\"B\" %}\nTwo.\n{% endtab %}\n",
     "tab(heading paragraph) tab(heading paragraph)", "A | One. | B | Two."},
    {"unclosed", "{{< note >}}\nPour.\n", "directive paragraph", "Pour."},
    {"in_code_spans", "Write `{{< note >}}` and `{{< /note >}}`.\n", "paragraph", "Write {{< note >}} and {{< /note >}}."},
    {"within_a_line", "Use {{< hl >}}x = 1{{< /hl >}} here.\n", "paragraph", "Use  here."},
};
INSTANTIATE_TEST_SUITE_P(Shortcodes, Constructs_, testing::ValuesIn(shortcodes), [](const auto& test) { return test.param.name; });

const std::vector<Case> lines = {
    {"definition", "Tin\n: A metal.\n", "list(list_item(term paragraph))", "Tin | A metal."},
    {"two_definitions", "Tin\n: A metal.\n: A box.\n", "list(list_item(term paragraph paragraph))", "Tin | A metal. | A box."},
    {"wide_definition", "Tin\n\n:   A metal.\n\n    Soft.\n\nLead\n\n:   Heavy.\n",
     "list(list_item(term paragraph paragraph) list_item(term paragraph))", "Tin | A metal. | Soft. | Lead | Heavy."},
    {"admonition_in_a_definition", "Tin\n\n:   A metal.\n\n    !!! note\n        Soft.\n",
     "list(list_item(term paragraph callout(paragraph)))", "Tin | A metal. | Soft."},
    {"colon_without_a_term", ": A metal.\n", "paragraph", ": A metal."},
    {"target", "(tin)=\n## Tin\n", "directive heading", "Tin"},
    {"comment", "% hidden\n\nTin.\n", "directive paragraph", "Tin."},
    {"comment_of_two_signs", "%% hidden\n\nTin.\n", "directive paragraph", "Tin."},
    {"table_caption", "| a |\n|---|\n| b |\n\n: Melting points {#tbl-tin}\n", "table(table_row table_row) paragraph",
     "a | b | Melting points"},
    {"colon_without_table", "One.\n\nTwo.\n\n\n: Tin.\n", "paragraph paragraph paragraph", "One. | Two. | : Tin."},
    {"percent_in_prose", "Some forty\n% of it.\n", "paragraph", "Some forty % of it."},
    {"block_break", "Tin.\n\n+++\n\nLead.\n", "paragraph directive paragraph", "Tin. | Lead."},
    {"abbreviation", "*[HTML]: Hyper Text\n", "directive", ""},
    {"contents", "[TOC]\n\nTin.\n", "directive paragraph", "Tin."},
};
INSTANTIATE_TEST_SUITE_P(Lines, Constructs_, testing::ValuesIn(lines), [](const auto& test) { return test.param.name; });

const std::vector<Case> spans = {
    {"attributes_of_an_image", "![](a.png){fig-alt=\"Research suggests it.\"} Tin.\n", "paragraph", " Tin."},
    {"attributes_of_a_span", "The [spout]{.part key='a b'} is short.\n", "paragraph", "The [spout] is short."},
    {"attributes_of_code", "Run `ls`{.sh} now.\n", "paragraph", "Run ls now."},
    {"braces_in_prose", "The set (a){x, y} is small.\n", "paragraph", "The set (a){x, y} is small."},
    {"role", "See {ref}`the lids <lids>` and {math}`x`.\n", "paragraph", "See the lids and x."},
    {"note_comment", "Tin %%ask Ada%%melts.\n", "paragraph", "Tin melts."},
    {"note_comment_of_lines", "%%\nhidden\n\nwords\n%%\nTin.\n", "directive directive directive directive paragraph", "Tin."},
    {"percents", "Some 5%% and 6%% of tin.\n", "paragraph", "Some 5%% and 6%% of tin."},
    {"wiki_link", "See [[Stoves#Gas|the stoves]] and [[Cups]].\n", "paragraph", "See the stoves and Cups."},
    {"embedded", "Tin.\n\n![[cup.png]]\n", "paragraph directive", "Tin."},
    {"block_mark", "Tin melts. ^tin-1\n", "paragraph", "Tin melts."},
    {"power", "It is 2 ^ 3 and x ^y z.\n", "paragraph", "It is 2 ^ 3 and x ^y z."},
};
INSTANTIATE_TEST_SUITE_P(Spans, Constructs_, testing::ValuesIn(spans), [](const auto& test) { return test.param.name; });

TEST(Constructs, CoverTheirMarkers) {
  EXPECT_EQ(source_of_first(read(":::tip\nPour.\n:::\n"), BlockKind::callout), ":::tip\nPour.\n:::");
  EXPECT_EQ(source_of_first(read("!!! tip\n\n    Pour.\n\nText.\n"), BlockKind::callout), "!!! tip\n\n    Pour.");
  EXPECT_EQ(source_of_first(read("{{< tip >}}\nPour.\n{{< /tip >}}\n"), BlockKind::callout), "{{< tip >}}\nPour.\n{{< /tip >}}");
}
TEST(Constructs, GiveSpansOfTheirOwnWords) {
  const Read result = read("- item\n\n    !!! tip\n\t\tWarm the\n        pot *well*.\n");
  const TextRun& run = result.article.texts.back();
  EXPECT_EQ(result.source.view(result.article.to_source(run.plain)), "Warm the\n        pot *well*.");
  const auto at = run.plain.begin + static_cast<std::uint32_t>(result.article.text(run.plain).find("well"));
  EXPECT_EQ(result.source.view(result.article.to_source({at, at + 4})), "well");
}
TEST(Constructs, TitlesAreNoSections) { EXPECT_EQ(read("!!! tip \"A\"\n    B.\n").article.sections.size(), 1U); }
TEST(Constructs, NameLabels) {
  std::string names;
  for (const Label& label : read("(tin)=\n# Tin { #metal }\n\n## Lead {/*heavy*/}\n\n## Zinc {#zinc .wide}\n\nText. ^end\n").article.labels)
    names += label.name + " ";
  EXPECT_EQ(names, "tin metal heavy zinc end ");
}
TEST(Constructs, WikiLinksLeadToTheirPage) {
  const Article article = read("See [[Stoves#Gas|the stoves]].\n").article;
  ASSERT_EQ(article.links.size(), 1U);
  EXPECT_EQ(article.links[0].target, "Stoves#Gas");
}
TEST(Constructs, OneLineOfTheTableSaysWhatAnAlertIs) {
  EXPECT_EQ(meaning_of(Syntax::alert, "NOTE"), Becomes::callout);
  EXPECT_EQ(meaning_of(Syntax::alert, "Quote"), Becomes::quote);
  EXPECT_EQ(meaning_of(Syntax::fence, "r"), Becomes::code);
  EXPECT_EQ(meaning_of(Syntax::colons, "callout-tip"), Becomes::callout);
}

/// What a stranger's file must not do.
TEST(Constructs, OfAnyDepthAreReadInBoundedTime) {
  std::string colons;
  std::string admonitions;
  for (std::size_t depth = 0; depth < 10'000; ++depth) colons += ":::note\n";
  for (std::size_t depth = 0; depth < 40; ++depth) admonitions += std::string(4 * depth, ' ') + "!!! note\n";
  EXPECT_EQ(plain(read(colons + "text\n").article), "text");
  std::string closers;
  for (std::size_t depth = 0; depth < 10'000; ++depth) closers += ":::\n";
  EXPECT_EQ(plain(read(colons + "text\n" + closers).article), "text");
  EXPECT_TRUE(read(admonitions + std::string(160, ' ') + "text\n").article.problems.empty());
}
TEST(Constructs, CarriageReturnsChangeNothing) {
  const Read result = read(":::tip\r\nPour.\r\n:::\r\n\r\nTin\r\n: A metal.\r\n");
  EXPECT_EQ(shape(result.article), "callout(paragraph) list(list_item(term paragraph))");
  EXPECT_EQ(plain(result.article), "Pour. | Tin | A metal.");
}

}  // namespace
}  // namespace stet::dialects_test
