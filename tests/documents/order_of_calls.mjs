// What a header names under “Order of calls” is there: a function that is called by itself is declared in a header of its stage, or in one that
// the header includes; so is the type of a variable that is made there; a member that is called, and what stands in backticks, is named in
// one of these. Arguments: the folder `linter`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const linter = process.argv[2];
const words_of_language = ["if", "for", "while"];
const of_caller = ["send", "writer", "check_batches"]; // what the caller brings: a function of its own, or one of a stage behind
let failures = 0;
let named = 0;

const headers = readdirSync(linter, { recursive: true }).filter((name) => name.endsWith(".h"));
const texts = new Map(headers.map((header) => [header, readFileSync(join(linter, header), "utf8")]));
const codes = new Map([...texts].map(([header, text]) => [header, text.replace(/\/\/.*$/gm, "")]));
const stage_of = (header) => header.split("/")[0];

/** The header and those that it includes, through others too. */
function included(header, known = new Set()) {
  if (known.has(header) || !texts.has(header)) return known;
  known.add(header);
  for (const [, other] of texts.get(header).matchAll(/^#include "(.*)"$/gm)) included(other, known);
  return known;
}

/** The paragraph of the opening comment that begins with “Order of calls”; empty where there is none. */
function order_in(text) {
  const opening = text.slice(0, Math.max(0, text.indexOf("#pragma once")));
  const lines = opening.split("\n").map((line) => line.replace(/^\/\/ ?/, ""));
  const first = lines.findIndex((line) => line.startsWith("Order of calls"));
  if (first < 0) return "";
  const end = lines.findIndex((line, at) => at > first && line.trim() === "");
  return lines.slice(first, end < 0 ? lines.length : end).join(" ");
}

for (const [header, text] of texts) {
  const order = order_in(text).replace(/"[^"]*"|“[^”]*”/g, "“”");
  if (!order) continue;
  const seen = [...new Set([...headers.filter((other) => stage_of(other) === stage_of(header)), ...included(header)])];
  const code = seen.map((other) => codes.get(other)).join("\n");
  const own = codes.get(header);
  const missing = (name, what) => {
    console.log(`${header}: its order of calls names ${what} \`${name}\`, which is not there`);
    failures += 1;
  };
  const has = (expression, within = code) => new RegExp(expression, "m").test(within);

  for (const [, before, name] of order.matchAll(/([\w>]+ +|\w+::|[\w)]\.|->|)\b([A-Za-z_]\w*)(?=\()/g)) {
    named += 1;
    const type = before.trim();
    if (words_of_language.includes(name) || of_caller.includes(name) || type === "std::") continue;
    const [, made] = before.match(/^([A-Z]\w*)>? /) ?? []; // a variable of that type, or of one made for it
    if (made) {
      if (!has(`^(struct|class|enum class|using|template.*class) ${made}\\b`) && !has(`\\b${made}\\b`, own)) missing(made, "the type");
    } else if (/[.>:]$/.test(type)) {
      if (!has(`\\b${name}\\(`)) missing(name, "the member");
    } else if (!has(`^[^\\s#].*\\b${name}\\(`) && !has(`^(struct|class) ${name}\\b`) && !has(`\\b${name}\\(`, own)) {
      missing(name, "the function");
    }
  }
  for (const [, quoted] of order.matchAll(/`([^`]*)`/g)) {
    if (!/^[\w.:(), ]+$/.test(quoted)) continue; // a path, or signs
    const name = quoted.replace(/\(.*$/, "").split(/[.:]/).at(-1);
    named += 1;
    if (name && !has(`\\b${name}\\b`)) missing(name, "the name");
  }
}
if (named < 50) {
  console.log(`only ${named} names were found: do headers of ${linter} say their order of calls otherwise now?`);
  failures += 1;
}
process.exit(failures === 0 ? 0 : 1);
