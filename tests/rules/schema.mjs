// Holds files against the JSON Schemas with ajv, and against the loader: all our rules and word lists fit, and what is marked (schema) among the
// broken rules is refused by both. Arguments: the source folder, the program, node_modules.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [source, stet, modules] = process.argv.slice(2).map((path) => resolve(path));
if (!existsSync(join(modules, "ajv")) || !existsSync(join(modules, "yaml"))) {
  console.log("validator is not there");
  process.exit(0);
}
const require = createRequire(resolve(modules, "x.js"));
const Ajv = require("ajv/dist/2020").default;
const { parse } = require("yaml");

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const compile = (of) => ajv.compile(JSON.parse(execFileSync(stet, ["schema", of])));
const [rule, words, config] = ["rule", "words", "config"].map(compile);
let failures = 0;
const fail = (text) => {
  console.log(text);
  failures += 1;
};

const files = (folder) => readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".yaml"));
for (const folder of ["rules", "fixtures/trades", ...["finance", "product"].map((name) => `fixtures/house/${name}`)]) {
  if (!existsSync(join(source, folder))) continue;
  for (const name of files(join(source, folder))) {
    const schema = /(words|grammar)\//.test(name) ? words : name.endsWith(".stet.yaml") ? config : rule;
    if (!schema(parse(readFileSync(join(source, folder, name), "utf8")))) {
      fail(`${folder}/${name}: ${ajv.errorsText(schema.errors)}`);
    }
  }
}

/// Cases of "=== name (mark)", YAML, "--- says", answer.
const cases = (path) =>
  readFileSync(join(source, path), "utf8")
    .split(/^=== /m)
    .slice(1)
    .map((one) => {
      const [, name, mark, yaml] = one.match(/^(.*) \((\w+)\)\n([^]*?)^--- says$/m);
      return { name, mark, yaml };
    });
const parsed = (text) => {
  try {
    return parse(text);
  } catch {
    return undefined; // no YAML: only the loader answers
  }
};
let compared = 0;
for (const { name, mark, yaml } of cases("tests/pipeline/broken_rules.txt")) {
  const value = parsed(yaml);
  if (value === undefined) continue;
  compared += 1;
  const refused = !rule(value);
  if (refused !== (mark === "schema")) fail(`broken rule "${name}": the schema ${refused ? "refuses" : "takes"} it`);
}

const folder = mkdtempSync(join(tmpdir(), "stet-schema-"));
mkdirSync(join(folder, ".git"));
for (const { name, mark, yaml } of cases("tests/cli/broken_configurations.txt")) {
  const value = parsed(yaml);
  writeFileSync(join(folder, ".stet.yaml"), yaml);
  const loader = spawnSync(stet, ["config", "a.md"], { cwd: folder });
  if (loader.status !== 2) fail(`broken configuration "${name}": the loader takes it`);
  if (value === undefined) continue;
  compared += 1;
  const refused = !config(value);
  if (refused !== (mark === "schema")) fail(`broken configuration "${name}": the schema ${refused ? "refuses" : "takes"} it`);
}
rmSync(folder, { recursive: true });
console.log(`${compared} wrong files compared, ${failures} failures`);
process.exit(failures === 0 && compared > 60 ? 0 : 1);
