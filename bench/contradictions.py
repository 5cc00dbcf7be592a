#!/usr/bin/env python3
"""Recall of planted contradictions, by kind: a table, not a threshold.

    bench/contradictions.py STET FOLDER [MUTANTS]

Takes sentences of the Markdown articles in FOLDER, says each again at the end of its article with one change, and counts how often STET reports a
contradiction there. `copy` changes nothing: what is reported there is a false alarm. Same input, same mutants (a fixed seed).
"""
import collections, json, pathlib, random, re, subprocess, sys, tempfile

RULES = pathlib.Path(__file__).resolve().parent.parent / 'rules' / 'contradiction'
NAMES = ['Brenholm', 'Oskerry', 'Marbeck', 'Quillon', 'Velmora', 'Tarvex']
SENTENCE = re.compile(r'(?<=[.!?] )[A-Z][^.!?:`*\[\]()|<>\n]{40,200}\.(?= |$)', re.MULTILINE)


def groups(rule):
    lines = (RULES / f'{rule}.yaml').read_text(encoding='utf8').splitlines()
    sides = [line.strip()[2:].split('|') for line in lines if re.match(r'  - [a-z, -]+\|', line)]
    return [[[word.strip() for word in side.split(',')] for side in group] for group in sides]


def replace_one(sentence, rule):
    """The first word of the sentence that a group knows as written, by the first word of another side."""
    for group in groups(rule):
        for index, side in enumerate(group):
            for word in side:
                changed, count = re.subn(rf'(?<= ){word}(?=[ ,.])', group[index - 1][0], sentence, count=1)
                if count:
                    return changed
    return None


def negate(sentence, cue):
    changed, count = re.subn(r' (is|are|was|were|can|will|has been|have been)(?= (?!not|never|no ))', rf' \1 {cue}', sentence, count=1)
    return changed if count else None


MONTHS = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
NUMBER = re.compile(r'(?<=[ $£€])(?!(1[0-9]|20)\d\d(?![,\d]))\d{1,3}(,\d{3})*(?=[ %.]|, )(?! [AaPp]\.?[Mm])(?!\.\d)')


def replace_number(sentence):
    """The first count, amount or percentage, no year and no day of a month, by three times as much."""
    for match in NUMBER.finditer(sentence):
        if not any(sentence[:match.start()].endswith(month + ' ') or sentence[match.end():].startswith(' ' + month) for month in MONTHS):
            return f'{sentence[:match.start()]}{3 * int(match.group(0).replace(",", "")):,}{sentence[match.end():]}'
    return None


def replace_number_word(sentence):
    words = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twelve', 'twenty']
    changed, count = re.subn(rf'(?<= )({"|".join(words)})(?= [a-z]+s\b)', lambda m: words[(words.index(m.group(0)) + 4) % len(words)], sentence, count=1)
    return changed if count else None


def replace_year(sentence):
    changed, count = re.subn(r'(?<=[a-z] )(1[5-9]|20)\d\d(?=[ ,.])', lambda m: str(int(m.group(0)) - 17), sentence, count=1)
    return changed if count else None


def replace_month(sentence):
    changed, count = re.subn(rf'(?<= )({"|".join(MONTHS)})(?= \d)', lambda m: MONTHS[(MONTHS.index(m.group(0)) + 5) % len(MONTHS)], sentence,
                             count=1)
    return changed if count else None


def rename(sentence):
    changed, count = re.subn(r'(?<=[a-z] )[A-Z][a-z]{3,}(?=[ ,.])', random.choice(NAMES), sentence, count=1)
    return changed if count else None


KINDS = {
    'not': lambda s: negate(s, 'not'),
    'never': lambda s: negate(s, 'never'),
    'opposite': lambda s: replace_one(s, 'opposite'),
    'quantifier': lambda s: replace_one(s, 'quantifier'),
    'one of a kind': lambda s: replace_one(s, 'near-copy'),
    'name': rename,
    'number': replace_number,
    'number word': replace_number_word,
    'year': replace_year,
    'month': replace_month,
    'copy': lambda s: s,
}


def mutants(folder, most):
    for path in sorted(pathlib.Path(folder).rglob('*.md')):
        article = path.read_text(encoding='utf8', errors='ignore')
        sentences = [s for s in SENTENCE.findall(article) if article.count(s) == 1]
        random.shuffle(sentences)
        for kind, change in KINDS.items():
            for sentence in sentences[:most]:
                changed = change(sentence)
                if changed:
                    yield kind, article.rstrip() + '\n\n## Afterword\n\n' + changed + '\n'
                    break


def main():
    stet, folder, most = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 20
    random.seed(7)
    planted, found = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as work:
        kinds = {}
        for number, (kind, article) in enumerate(mutants(folder, most)):
            name = f'{number:05}.md'
            pathlib.Path(work, name).write_text(article, encoding='utf8')
            kinds[name] = kind, article.count('\n')
            planted[kind] += 1
        report = subprocess.run([stet, 'check', '--ignore', 'repetition,citation,medical', '--fail-on', 'never', '--format', 'json', work],
                                capture_output=True, text=True, check=True).stdout
        for file in json.loads(report)['files']:
            kind, last = kinds[pathlib.Path(file['path']).name]
            found[kind] += any(finding['line'] >= last for finding in file['findings'])
    print(f'{"kind":14} {"planted":>8} {"found":>6} {"recall":>7}')
    for kind in KINDS:
        if planted[kind]:
            print(f'{kind:14} {planted[kind]:8} {found[kind]:6} {found[kind] / planted[kind]:7.2f}')


if __name__ == '__main__':
    main()
