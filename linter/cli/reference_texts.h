// What the reference says between its tables.
#pragma once

#include <string_view>

namespace stet {

inline constexpr std::string_view rules_intro = R"(# Rules

What stet finds, why that is a fault, and what to write instead. This page is made from the rules themselves: change a rule, then run
`cmake --build build/dev --target references`. How rules are written is in [LANGUAGE.md](LANGUAGE.md).

A passage is let stand by a comment before it, with a reason: `<!-- stet citation/unsourced-research: quoted from the 1998 label -->`.
A rule is turned off, made milder or given other options in `.stet.yaml`; `stet config FILE` prints what holds for a file.

)";

inline constexpr std::string_view language_intro = R"(# The language of rules

This page is made from the program's own tables: run `cmake --build build/dev --target references` when they change.

## A first rule

A rule is one file. Save this as `house/wording/guarantee.yaml`; the rule is then called `wording/guarantee`, and `wording` is its pack:

    kind: forbids
    title: A result is guaranteed
    severity: warning
    message: "“{found}” guarantees a result"
    find:
      - guaranteed to (work|cure|help)
      - works every time
    why: No method works for everyone, and a reader can hold us to a guarantee.
    instead: Say for whom it worked, and how often.
    examples:
      bad:
        - The velmora diet is guaranteed to work.
        - The tea worked every time.
      good:
        - The velmora diet helped four of the ten people who tried it.

Then, in the folder that holds `house`:

    stet test --rules house wording      # tries the examples, and says what was found in those that fail, and why
    stet --rules house articles/         # checks articles by this rule and the built-in ones

To have it hold from now on, write `rule-folders: [house]` into `.stet.yaml`. A rule that cannot work is refused with its line, a caret, and
what to write instead.

- `find` lists phrases. A word stands for all its forms: `works` is found in “worked” and “working” too.
- `message` is what a writer reads at the place; `{found}` is the words found there.
- `why` and `instead` are shown with it; `stet explain wording/guarantee` prints all of it.
- `severity` is `error` for what must not go out, `warning`, or `note`.
- Each `bad` example must give exactly one finding, each `good` one none. Write the sentence that made you think of the rule, and one that
  must stay allowed.

## Something and its companion

`forbids` is one of the kinds of rules; all are described below. `requires` finds what is said without something that must stand near it:

    # yaml-language-server: $schema=schema/rule.json
    kind: requires
    title: A return is promised without a word on risk
    severity: error
    message: "“{found}” promises {$what}, but nothing near it names the risk"
    find:
      - "guaranteed $what:{returns}"
      - "$what:{returns} of <percent>"
    needs:
      - "(capital|money) [*] at risk"
    within: paragraph
    why: A reader may put money in on the strength of it.
    instead: Say in the same paragraph that the money can be lost.
    examples:
      bad:
        - Our fund pays guaranteed returns.
      good:
        - Our fund pays guaranteed returns. Your capital is at risk.

`{returns}` is a word list, the file `house/words/returns.yaml`: `words: [return, yield, capital growth]`.

With the first line, an editor that knows the YAML language server completes keys and marks errors while you type; the path is that of
`schema/rule.json`, which `stet schema rule` prints.

## An attribute of your own

`one-value` finds one thing with two values: in a sentence and in a table, in front matter and in a heading, behind a label and in the
summary. A file says by which words the attribute is known, and what its values are of. For a shop whose jams have a shelf life:

    kind: one-value
    title: A jam is given two shelf lives
    severity: warning
    message: "“{found}” here, but “{other}” in line {line}: {what}"
    what: shelf life
    of: duration
    says:
      - keep [for]
      - "shelf life"
    labels: [best before]
    apart:
      - (opened|frozen)
    why: A customer may eat what has gone off.
    instead: Ask the kitchen, and give the same time in both places.
    examples:
      bad:
        - |
          # Selby plum jam

          The jam keeps for two years.

          | Shelf life | 18 months |
          | --- | --- |
          | Weight | 340 g |
      good:
        - |
          # Selby plum jam

          The jam keeps for two years. Once opened, it keeps for three weeks.

`apart` names what makes two circumstances of the attribute; what always does (children and adults, summer and winter, before and after) is
in the word list `circumstance`, which a house can extend. `stet dump claims FILE` shows what is read of an article, and of what.

## Phrases

A phrase is matched on words, inside one sentence. Letter case, bold and italics, links, line breaks, hyphens, curly or straight quotes and
Unicode normal forms do not matter: `state of the art` finds “State-of-the-*art*”. “Don't” is the two words do not. What is written as one
word is another word than what is written as two: write `(e-mail|email)`. So is a word with an accent: `naïve` is not `naive`.

| Write | to find |
|---|---|
| `suggest` | the word in any inflection: suggests, suggested, suggesting; `find` finds found, `mouse` finds mice, `be` finds is, are, was, were, been (but `is` finds only is) |
| `=suggests` | only this form |
| `{research}` | any entry of the word list `words/research.yaml`; entries may have several words |
| `(a b\|c)` | either |
| `[x]` | x or nothing; `[a\|b]` for a choice that may be missing |
| `*` | any one word |
| `...` | a gap of up to eight words, inside the sentence; between words only |
| `<number>` | a typed token, see below |
| `$name:x` | a capture: what x (a word, `{list}`, `(choice)` or `<type>`) matches. `{$name}` in the message quotes it |
| `$name` | the same words again, inflection aside: later in the phrase, or in the `unless` and `needs` of the same rule. Names are small letters, digits and `_` |
| `\` | before one of the signs above: the sign itself |
| `{regex: '…'}` | instead of a phrase: a regular expression in RE2's syntax over the sentence's readable text, letter case ignored unless it says `(?-i)`. What it matches is widened to whole words; a named group `(?P<name>…)` is a capture |

YAML wants quotes around a phrase that begins with one of `{ [ * & ! | > % @ =` or holds `: ` or ` #`; when in doubt, quote.

| Typed token | finds |
|---|---|
| `<number>` | 12, 2,500, twenty-five, two million, 10–12; the number of a measure, a price or a percentage belongs to that, so write `<quantity>` for 10 mg |
| `<percent>` | 7%, 7 percent, 7 per cent |
| `<money>` | $5, €3 million, 20 dollars |
| `<quantity>` | 10 mg, 3 litres, 20 °C |
| `<duration>` | two weeks, 90 minutes |
| `<date>` | 12 March 2019, March 12 |
| `<year>` | 1998 |
| `<time>` | 9 am, 14:30 |
| `<ordinal>` | 3rd, twenty-first |
| `<name>` | Marie Curie, Acme Corp: capitalized words |
| `<proper>` | the same, or one capitalized word that does not begin its sentence |
| `<citation>` | a link out of the site, a footnote, a numbered mark with an entry, a DOI, (Singh 2014), and what `citations` in `.stet.yaml` adds |

A phrase that can never match is refused: one that is all optional, names a sign that is no part of a word, has a full stop in its middle,
refers to a capture that nothing makes, stands in `unless` as it does in `find`, or lacks what its kind reads of it.

## Senses

`only-when` and `not-when` ask in what sense something is said:

| Sense | holds when |
|---|---|
| `negated` | not, no, never, without … stand before it in its clause |
| `hedged` | may, might, possibly … stand in its clause |
| `questioned` | the sentence asks |
| `quoted` | it stands between quotation marks or in a block quote |
| `attributed` | the sentence says who says so: critics say, according to |
| `conditional` | if, unless … stand before it in the sentence |
| `past` | formerly, no longer, in the past … stand in the sentence |
| `myth` | a heading above it, or the sentence's opening, speaks of a myth or misconception |

The words are those of the lists `frame-*`, which a house can replace or extend like any other: “neighbours say” is no attribution until
`words/frame-attribution.yaml` says `include: [builtin:frame-attribution]` and `words: [neighbours say]`. Kinds that compare whole sentences
(`repeats`, `recurs`, `opposes` with `by`) ask each word of the sentence: one in that sense is enough, and so is one phrase of `unless`.

)";

inline constexpr std::string_view distances = R"(## Distances

`unless-within` says how far from what is found a phrase of `unless` may stand. `within` says how far apart the two places of a finding may
stand: in `requires` what is said and its companion (`{sentences: 1}` when nothing is said), in `repeats`, `opposes` and `agrees` the two
passages that are compared (the whole article when nothing is said). The other kinds find one place, look where what they count or refer to
must stand, or compare two articles: they have no `within`.

| Value | reaches |
|---|---|
| `clause` | the words around it up to a comma, colon, dash, bracket, or “but”, “although”, “while” and the like; only of `unless-within`, where it holds when nothing is said |
| `sentence` | its sentence |
| `{sentences: 2}` | its sentence and two more behind it in the same paragraph; `{sentences: 2, before: 1}` also one before it. Of two passages that are compared: so many sentences apart, in either order |
| `paragraph` | its paragraph, heading, list item or table cell |
| `section` | all under the nearest heading above it, subsections included; a title over the whole article makes no section |
| `article` | everything |

)";

inline constexpr std::string_view lists_intro = R"(## Word lists

`words/<name>.yaml` holds words that phrases name as `{name}`. A list of the same name in your own folder replaces the built-in one; to extend
it, write `include: [builtin:name]` there. `stet rules --words NAME` prints a list as it is in the end.

)";

inline constexpr std::string_view grammar_intro = R"(## Grammar

`grammar/<class>.yaml` says which words are negators, articles, conjunctions …: what stet reads sentences by. Such a list is written, replaced
and extended like any other word list (`include: [builtin:grammar/negator]`, `stet rules --words grammar/negator`), but for three things: its
entries are single words; they are found only as written, in no other inflection; and `word: 7` is the number that the word means. There are
these lists, and no others: the program asks for each of them by its name. The index of a site is made with the built-in ones.

| List | Holds |
|---|---|
)";

inline constexpr std::string_view config_intro = R"(## Configuration

`.stet.yaml` is looked for upward from each article, as far as the repository's root, and the nearest one wins. It can `extend` others.
What it names must lie in the same repository. A rule's own setting wins over its pack's, an override over the rest, and what extends over
what is extended. `stet init` writes a commented one, and `stet config FILE` prints what holds for a file and where each value comes from.

)";

}  // namespace stet
