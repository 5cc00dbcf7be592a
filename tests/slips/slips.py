"""Articles whose slips are known: fixtures/slips/<part>/*.md, and <part>.tsv with a line for each two places that are at odds, or only look it.

The articles of `read` were read by whoever tunes rules on them, those of `held` by nobody: what is found there tells how a stranger's article
fares. Lines of a place are numbers with commas between: the first tells it, the others tell it again.
"""

import csv
import pathlib

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / "fixtures" / "slips"


def lines(text):
    return {int(number) for number in text.split(",")}


def articles(part):
    """Path of each article -> its pairs of places: (lines, other lines, kind, what)."""
    result = {path: [] for path in sorted((FOLDER / part).glob("*.md"))}
    with open(FOLDER / f"{part}.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pair = (lines(row["lines"]), lines(row["other lines"]), row["kind"], row["what"])
            result[FOLDER / part / f"{row['article']}.md"].append(pair)
    return result
