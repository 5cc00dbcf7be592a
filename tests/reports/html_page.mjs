// The HTML report without a browser: its policy names its own script and style and nothing else, its data can be read, and no element takes
// a listener or an address. Arguments: the program, the article.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";

const [stet, article] = process.argv.slice(2);
const page = execFileSync(stet, ["--no-config", "--fail-on", "never", "--format", "html", article], { encoding: "utf8", maxBuffer: 1 << 28 });
const part = (opening, closing) => {
  const begin = page.indexOf(opening) + opening.length;
  return page.slice(begin, page.indexOf(closing, begin));
};
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

assert.equal(
  part('Content-Security-Policy" content="', '"'),
  `default-src 'none'; script-src ${hash(part("<script>", "</script>"))}; style-src ${hash(part("<style>", "</style>"))}; base-uri 'none'; form-action 'none'`,
);

const data = [...page.matchAll(/<script type="application\/json" id="([a-z0-9-]+)">([^<]*)<\/script>/g)];
assert.deepEqual(data.map(([, id]) => id), ["stet-counts", "stet-run", "stet-article-0"]);
const [counts, run, shown] = data.map(([, , text]) => JSON.parse(text));
assert.equal(counts[0].errors + counts[0].warnings + counts[0].notes, shown.findings.length);
assert.equal(run.files[0].findings.length, shown.findings.length);

// Everything that is left without data, script and style.
const skeleton = page.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, "");
assert.ok(!/\son[a-z]+=|\ssrc=|\shref=|javascript:/i.test(skeleton), "an element takes a listener or an address");
console.log("the page holds what its policy allows");
