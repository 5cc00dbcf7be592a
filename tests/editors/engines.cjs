// node engines.cjs FOLDER: every package that the lock files pin runs on the oldest Node.js that we name, whatever runs this test.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const oldest = "18.20.4"; // Debian 12's
const root = path.resolve(process.argv[2]);
const semver = path.join(root, "editors/vscode/node_modules/semver");
if (!fs.existsSync(semver)) {
  console.log("semver is not there: npm ci in editors/vscode");
  process.exit(0);
}
const { satisfies } = require(semver);
let failures = 0;
for (const lock of ["package-lock.json", "editors/vscode/package-lock.json"]) {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, lock), "utf8"));
  for (const [name, { version, engines, optional }] of Object.entries(packages)) {
    if (optional || !engines?.node || satisfies(oldest, engines.node)) continue;
    console.log(`${lock}: ${name} ${version} wants Node.js ${engines.node}, not ${oldest}`);
    failures++;
  }
}
process.exitCode = failures === 0 ? 0 : 1;
