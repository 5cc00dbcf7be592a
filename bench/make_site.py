#!/usr/bin/env python3
"""Writes a made-up site: articles of made-up words, some of whose paragraphs are copied from earlier ones.

usage: make_site.py FOLDER PARAGRAPHS [--kind plain|facts|one-sentence|prefix] [--seed N] [--copies SHARE]

plain          paragraphs of 25 to 60 words; SHARE of them (0.05) are copies, half of these with a few words changed
facts          as plain, and every fourth paragraph gives a value of the thing that the article, or one before it, is about; one thing in
               ten is told of with another value than its own article gives
one-sentence   every paragraph is the same
prefix         every paragraph begins with the same 30 words and goes on for as many of its own

The same arguments give the same bytes. Words follow Zipf's law as English ones do.
"""
import argparse
import itertools
import os
import random

SYLLABLES = [c + v for c in "b d f g h k l m n p r s t v z br dr gr kl pl st tr".split() for v in "a e i o u ai ou".split()]
PARAGRAPHS = 20  # of an article
FACTS = ["The {} weighs {} kg.", "The {} costs ${}.", "The {} is {} cm long.", "The {} holds {} litres.", "The {} comes with a warranty of {} months."]
GRAMMAR = "the of and a in to is was for on with as by at from it".split()


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.words = [self.made_up() for _ in range(30000)]
        self.weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(self.words))))

    def made_up(self):
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 4)))

    def sentence(self, length):
        words = self.random.choices(self.words, cum_weights=self.weights, k=length)
        for i in range(1, length, 3):
            words[i] = self.random.choice(GRAMMAR)
        return " ".join(words).capitalize() + "."

    def paragraph(self):
        return " ".join(self.sentence(self.random.randint(12, 20)) for _ in range(self.random.randint(2, 3)))

    def varied(self, paragraph):
        words = paragraph.split()
        for _ in range(max(1, len(words) // 20)):
            words[self.random.randrange(1, len(words) - 1)] = self.random.choice(self.words)
        return " ".join(words)


class Things:
    """What the articles are about: by the article's number a name, and the values of it that are told."""

    def __init__(self, writer):
        self.writer = writer

    def name(self, article):
        words = self.writer.words
        return f"{words[article % len(words)].capitalize()} {words[article // len(words) + 7].capitalize()}"

    def fact(self, article):
        choose = self.writer.random
        about = article if choose.random() < 0.5 else choose.randrange(article + 1)
        form = choose.randrange(len(FACTS))
        value = 3 + (about * 7 + form * 13) % 400
        if about != article and about % 10 == 0:
            value += 1
        return FACTS[form].format(self.name(about), value)


def paragraphs_of(writer, things, kind, count, copies):
    sentence = writer.sentence(30)
    kept = []
    for number in range(count):
        if kind == "one-sentence":
            text = sentence
        elif kind == "prefix":
            text = sentence[:-1] + " " + writer.sentence(30).lower()
        elif kept and writer.random.random() < copies:
            text = writer.random.choice(kept)
            if writer.random.random() < 0.5:
                text = writer.varied(text)
        else:
            text = writer.paragraph()
            if len(kept) < 50000:
                kept.append(text)
            else:
                kept[writer.random.randrange(len(kept))] = text
        if kind == "facts" and number % 4 == 0:
            text += " " + things.fact(number // PARAGRAPHS)
        yield text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("paragraphs", type=int)
    parser.add_argument("--kind", choices=["plain", "facts", "one-sentence", "prefix"], default="plain")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=float, default=0.05)
    arguments = parser.parse_args()
    writer = Writer(arguments.seed)
    things = Things(writer)
    paragraphs = paragraphs_of(writer, things, arguments.kind, arguments.paragraphs, arguments.copies)
    number = 0
    while text := "\n\n".join(itertools.islice(paragraphs, PARAGRAPHS)):
        folder = os.path.join(arguments.folder, f"{number // 1000:03}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"{number:06}.md"), "w", encoding="utf-8") as file:
            day, month, year = number % 28 + 1, number // 28 % 12 + 1, 2000 + number // 336
            title = things.name(number) if arguments.kind == "facts" else f"Article {number}"
            file.write(f"---\ntitle: {title}\ndate: {year:04}-{month:02}-{day:02}\n---\n\n# {title}\n\n{text}\n")
        number += 1


if __name__ == "__main__":
    main()
