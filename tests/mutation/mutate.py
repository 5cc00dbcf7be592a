"""Finds what may be changed in a C++ source, and writes the source with all changes in it, each behind a number.

Tokens are enough, without a compiler's tree: clang-format, which a test asks, puts blanks around every binary operator and none around the
brackets of a template or the star of a pointer, so that an operator is known by its blanks, and an operand ends where its brackets or a
weaker operator do. What is taken for an expression and is none does not compile; the compiler says in which line, and the mutants of that
line are left out.

    regions(text)                      what may be changed, where, and into what
    with_mutants(text, regions)        the text, `a < b` being `(mutant(7) ? a <= b : a < b)`: one line remains one line
"""

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|^[ \t]*\#(?:[^\n\\]|\\.|\\\n)*"  # comments, lines of the preprocessor
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r"|\d[\d'.]*(?:[eE][-+]?\d+)?[FfUuLl]*|[A-Za-z_]\w*"
    r"|::|->|<=>|<<=|>>=|<<|&&|\|\||[-+*/%&|^=!<>]=|\+\+|--|.",
    re.S | re.M,
)
CLOSING = {"(": ")", "[": "]", "{": "}"}
STOPS = {",", ";", "?", ":", "=", "+=", "-=", "*=", "/=", "|=", "&=", "return", "else", "do", "case"}
LOGICAL = ["||", "&&"]
COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
SUMS = {"+": "-", "-": "+"}
PRODUCTS = {"*": "/", "/": "*"}
CONSTANT = re.compile(r"constexpr (?:float|double|std::size_t|std::u?int\d+_t|int) (\w+) = ([\d'.]+)(F?);")


@dataclass
class Token:
    text: str
    begin: int
    end: int
    match: int = -1  # of a bracket: the other one


@dataclass
class Region:
    begin: int
    end: int
    changes: list  # (what kind of change, the text in its place)
    numbers: list = field(default_factory=list)
    inside: list = field(default_factory=list)
    name: str = ""  # of a constant, whose uses are changed together


def tokens_of(text):
    tokens = []
    for found in TOKEN.finditer(text):
        if found.group().isspace() or found.group().lstrip().startswith(("//", "/*", "#")):
            continue
        tokens.append(Token(found.group(), found.start(), found.end()))
    open_brackets = []
    for i, token in enumerate(tokens):
        if token.text in CLOSING:
            open_brackets.append(i)
        elif open_brackets and token.text == CLOSING[tokens[open_brackets[-1]].text]:
            token.match = open_brackets.pop()
            tokens[token.match].match = i
    return tokens


def written(text, begin, end):
    """A stretch on one line, without its comments."""
    part = text[begin:end]
    return "".join(token.text + " " * part[token.end : token.end + 1].isspace() for token in tokens_of(part)).strip()


class Finder:
    def __init__(self, text):
        self.text = text
        self.tokens = tokens_of(text)
        self.regions = {}

    def find(self):
        for i, token in enumerate(self.tokens):
            if token.text in LOGICAL and self.is_binary(i):
                self.logical(i)
            elif token.text in COMPARISONS and self.is_binary(i):
                self.operator(i, COMPARISONS, LOGICAL)
            elif token.text in SUMS and self.is_binary(i):
                self.operator(i, SUMS, LOGICAL + list(COMPARISONS) + ["<<"], SUMS)
            elif token.text in PRODUCTS and self.is_binary(i):
                self.operator(i, PRODUCTS, LOGICAL + list(COMPARISONS) + list(SUMS) + ["<<"], PRODUCTS)
            elif token.text in ("if", "while") and self.tokens[i + 1].text == "(":
                self.condition(i)
            elif token.text == "return":
                self.returned(i)
            elif token.text[0].isdigit():
                self.number(i)
        self.constants()
        return sorted(self.regions.values(), key=lambda region: (region.begin, -region.end))

    def add(self, begin, end, kind, changed):
        region = self.regions.setdefault((begin, end), Region(begin, end, []))
        if all(changed != other for _, other in region.changes):
            region.changes.append((kind, changed))

    def is_binary(self, i):
        token = self.tokens[i]
        blank = self.text[token.begin - 1].isspace() and self.text[token.end : token.end + 1].isspace()
        return blank and self.tokens[i - 1].text not in STOPS and self.tokens[i - 1].text not in ("template", "operator")

    def stops(self, i, operators):
        token = self.tokens[i]
        return token.text in STOPS or (token.text in operators and self.is_binary(i))

    def left(self, i, operators):
        """The first token of the operand that ends before token i."""
        i -= 1
        while True:
            token = self.tokens[i]
            if token.text in (")", "]", "}"):
                i = token.match
            elif token.text in CLOSING or self.stops(i, operators):
                return i + 1
            i -= 1

    def right(self, i, operators):
        """The last token of the operand that begins behind token i."""
        i += 1
        while True:
            token = self.tokens[i]
            if token.text in CLOSING:
                i = token.match
            elif token.text in (")", "]", "}") or self.stops(i, operators):
                return i - 1
            i += 1

    def stretch(self, first, last):
        return self.tokens[first].begin, self.tokens[last].end

    def logical(self, i):
        """Leaves out one side: a guard that is dropped."""
        here = self.tokens[i].text
        weaker = ["||"] if here == "||" else LOGICAL
        neutral = "true" if here == "&&" else "false"
        kind = "operand of " + here
        for first, last in ((self.left(i, weaker), i - 1), (i + 1, self.right(i, weaker))):
            if first <= last:
                self.add(*self.stretch(first, last), kind, neutral)

    def operator(self, i, changes, weaker, same=()):
        first, last = self.left(i, weaker), self.right(i, list(weaker) + list(same) + list(changes))
        token = self.tokens[i]
        begin, end = self.stretch(first, last)
        if first >= i or last <= i or (same and '"' in self.text[begin:end]):
            return
        changed = f"{written(self.text, begin, token.begin)} {changes[token.text]} {written(self.text, token.end, end)}"
        self.add(begin, end, "operator " + token.text, changed)

    def condition(self, i):
        begin, end = i + 2, self.tokens[i + 1].match - 1
        inner = range(begin, end + 1)
        depth_zero, at = [], begin
        while at <= end:
            depth_zero.append(at)
            at = self.tokens[at].match + 1 if self.tokens[at].text in CLOSING else at + 1
        for at in depth_zero:
            if self.tokens[at].text == ";":
                begin = at + 1
        plain = [self.tokens[at].text for at in depth_zero if at >= begin]
        if "=" in plain or begin > end or not inner:
            return
        values = ["false"] if self.tokens[i].text == "while" else ["true", "false"]
        for value in values:
            self.add(*self.stretch(begin, end), "condition", value)

    def returned(self, i):
        first, last = i + 1, self.right(i, [])
        if first > last or self.tokens[last + 1].text != ";":
            return
        texts = [self.tokens[at].text for at in range(first, last + 1)]
        begin, end = self.stretch(first, last)
        if texts in (["true"], ["false"]):
            self.add(begin, end, "returned", "false" if texts == ["true"] else "true")
            return
        at, outer = first, []
        while at <= last:
            outer.append(at)
            at = self.tokens[at].match + 1 if self.tokens[at].text in CLOSING else at + 1
        operators = [self.tokens[at].text for at in outer if self.is_binary(at)]
        compared = sum(text in COMPARISONS for text in operators)
        joined = any(text in LOGICAL for text in operators)
        if joined or texts[0] == "!" or (compared == 1 and "==" not in operators and "!=" not in operators):
            self.add(begin, end, "returned", f"!({written(self.text, begin, end)})")

    def number(self, i):
        """A number beside an operator or returned: one more."""
        token, before = self.tokens[i], self.tokens[i - 1].text
        beside = (before in COMPARISONS or before in SUMS or before in PRODUCTS) and self.is_binary(i - 1)
        if not beside or not re.fullmatch(r"\d+U?", token.text) or token.text.startswith("0x"):
            return
        if self.text[: token.begin].rsplit("\n", 1)[-1].find("constexpr") >= 0:
            return
        self.add(token.begin, token.end, "number", str(int(token.text.rstrip("U")) + 1) + "U" * token.text.endswith("U"))

    def constants(self):
        """Each threshold, wherever it is used in its scope: a little more, a little less."""
        for found in CONSTANT.finditer(self.text):
            name, value, ending = found.group(1), found.group(2).replace("'", ""), found.group(3)
            whole = "." not in value and not ending
            around = [t for t in self.tokens if t.text == "{" and t.begin < found.start() and self.tokens[t.match].begin > found.start()]
            end = self.tokens[around[-1].match].begin if around else len(self.text)
            number = float(value)
            less, more = (int(number) - 1, int(number) + 1) if whole else (f"{number * 0.8:.6g}", f"{number * 1.25:.6g}")
            texts = [f"{x}{'.0' if not whole and '.' not in str(x) and 'e' not in str(x) else ''}{ending}" for x in (less, more)]
            for token in self.tokens:
                line = self.text[: token.begin].rsplit("\n", 1)[-1]
                if token.text != name or not found.end() < token.begin < end or "constexpr" in line:
                    continue
                region = Region(token.begin, token.end, [("threshold", text) for text in texts], name=f"{name}@{found.start()}")
                self.regions[(token.begin, token.end)] = region


def regions(text):
    """Outermost first, each with those inside it; what only half overlaps another is left out."""
    outer, stack = [], []
    for region in Finder(text).find():
        while stack and stack[-1].end <= region.begin:
            stack.pop()
        if stack and region.end > stack[-1].end:
            continue
        (stack[-1].inside if stack else outer).append(region)
        stack.append(region)
    return outer


def each(found):
    for region in found:
        yield region
        yield from each(region.inside)


def with_mutants(text, found, begin=0, end=None):
    end = len(text) if end is None else end
    out, at = [], begin
    for region in found:
        out.append(text[at : region.begin])
        inner = with_mutants(text, region.inside, region.begin, region.end)
        choices = [(n, c) for n, (_, c) in zip(region.numbers, region.changes) if n]
        choice = "".join(f"stet::mutation::mutant({number}) ? ({changed}) : " for number, changed in choices)
        truth = any(changed in ("true", "false") for _, changed in choices)
        out.append(f"({choice}{'static_cast<bool>' if truth else ''}({inner}))" if choice else inner)
        at = region.end
    out.append(text[at:end])
    return "".join(out)
