#!/usr/bin/env node
// Runs the program that the package of this platform holds, with the same arguments, streams and exit code.
"use strict";
const { spawnSync } = require("node:child_process");

// The packages of the platforms are named by the one that asks npm for them.
const { optionalDependencies } = require("../package.json");
const scope = Object.keys(optionalDependencies)[0].split("/")[0];
const name = `${scope}/${process.platform}-${process.arch}`;
let program;
try {
  program = require.resolve(`${name}/bin/stet`);
} catch {
  console.error(
    `stet: there is no package ${name} here. Either there is no binary for this platform, and stet has to be built from its sources; ` +
      "or npm left optional dependencies out: install without --omit=optional.",
  );
  process.exit(2);
}
const result = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (result.error) {
  console.error(`stet: ${program} cannot be run: ${result.error.message}`);
  process.exit(2);
}
if (result.signal) process.kill(process.pid, result.signal);
process.exit(result.status ?? 2);
