// No list of rules/grammar repeats another one: a list that holds all words of another, of more than five, includes it, so that a house which
// changes the one changes the other. Where that is not wanted, the longer list says why, in a comment of one line:
//   # not included: grammar/a, grammar/b, for REASON
//   # not included: all, for REASON
// Arguments: the source folder.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const most = 5; // words that may be repeated
const folder = join(process.argv[2], "rules/grammar");
let failures = 0;
const fail = (text) => {
  console.log(text);
  failures += 1;
};

const names = (text) => text.split(",").map((name) => name.trim().replace(/^builtin:/, "").replace(/^grammar\//, ""));

/** A list as written: {includes, excepted, words, apart}; the lists of this folder use no other YAML than this. */
function readList(file) {
  const list = { includes: [], excepted: [], words: [], apart: [], within: [] };
  for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
    const [, key, value] = line.match(/^(include|except): \[(.*)\]$/) ?? [];
    const [, word] = line.match(/^ {2}(?:- )?([^\s:]+)(?:: [\d.]+)?$/) ?? [];
    const [, apart] = line.match(/^# not included: (all|[a-z/, -]+?), for \S.*$/) ?? [];
    if (key === "include") list.includes = names(value);
    else if (key === "except") list.excepted = names(value);
    else if (word) list.words.push(word.replace(/^["']|["']$/g, ""));
    else if (apart) list.apart = names(apart);
    else if (/^# not included/.test(line)) fail(`${file}: “${line}” is not written as this test reads it`);
    else if (!/^(about: .*|words:( \|)?|#.*|)$/.test(line)) fail(`${file}: this test cannot read “${line}”`);
  }
  return list;
}

const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const lists = new Map(files.map((file) => [file.replace(/\.yaml$/, ""), readList(file)]));

/** The words of a list, and in `within` all lists that it includes, through others too. */
function resolve(name) {
  const list = lists.get(name);
  if (list.all) return list;
  list.all = new Set();
  for (const included of list.includes) {
    const other = resolve(included);
    for (const word of other.all) if (!list.excepted.includes(word)) list.all.add(word);
    list.within.push(included, ...other.within);
  }
  for (const word of list.words) {
    if (list.all.has(word)) fail(`${name}.yaml: “${word}” is among the words that are included`);
    list.all.add(word);
  }
  return list;
}
for (const name of lists.keys()) resolve(name);

for (const [name, list] of lists) {
  const repeated = [...lists.keys()].filter((other) => other !== name && lists.get(other).all.size > most && isWithin(other, list));
  const apart = (other) => list.apart.includes("all") || list.apart.includes(other);
  for (const other of repeated) {
    if (!list.within.includes(other) && !apart(other)) fail(`${name}.yaml holds all of grammar/${other}: include it, or say why not`);
  }
  for (const other of list.apart) {
    if (other !== "all" && !repeated.includes(other)) fail(`${name}.yaml does not hold all of grammar/${other}: it need not be named`);
  }
}

function isWithin(name, list) {
  return [...lists.get(name).all].every((word) => list.all.has(word));
}

if (lists.size < 100) fail(`only ${lists.size} lists were found in ${folder}`);
process.exit(failures === 0 ? 0 : 1);
