// node release.mjs FOLDER: the notes of a release are the changelog's section of it, and its list of contents is that of the lock.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const run = (script, ...words) => spawnSync(process.execPath, [join(folder, "packaging", script), ...words], { encoding: "utf8" });

const scratch = mkdtempSync(join(tmpdir(), "stet-release-"));
const changelog = join(scratch, "CHANGELOG.md");
writeFileSync(changelog, "# Changelog\n\n## Unreleased\n\n- soon\n\n## 1.2.0 - 2031-05-04\n\n### Added\n\n- tea\n\n## 1.1.0\n\n- cups\n");
assert.equal(run("notes.mjs", "1.2.0", changelog).stdout, "### Added\n\n- tea\n");
assert.equal(run("notes.mjs", "1.1.0", changelog).stdout, "- cups\n");
assert.equal(run("notes.mjs", "1.3.0", changelog).status, 1);
rmSync(scratch, { recursive: true });

const made = run("sbom.mjs", "1.2.0");
assert.equal(made.status, 0, made.stderr);
const { bomFormat, components } = JSON.parse(made.stdout);
assert.equal(bomFormat, "CycloneDX");
const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
const parser = components.find(({ name }) => name === "tree-sitter");
assert.equal(parser.version, lock.packages["node_modules/tree-sitter"].version);
assert.match(parser.hashes[0].content, /^[0-9a-f]{128}$/);
assert.equal(components.some(({ name }) => name === "axe-core"), false, "what only tests need is not in the program");
assert.notEqual(run("sbom.mjs").status, 0);
console.log("the release's notes and contents are as they should be");
