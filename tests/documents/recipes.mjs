// Does what CONTRIBUTING says in a fresh clone of this tree, edits that are not committed included, and what other documents have behind
// `<!-- run in a clone -->`.
//   node recipes.mjs SOURCE BUILD [DOCUMENT…]
//
// What stands before a block says what is done with it:
//
//   <!-- run -->                        an `sh` block that ends with 0, or <!-- run, exit 1 -->
//   <!-- run, at the next build -->     one that builds: done once all files and lines of all recipes are in place, so that there is one build
//   <!-- run, after the next build -->  the same, behind those
//   <!-- file: PATH -->                 a block that the reader saves there
//   <!-- into: PATH, behind: TEXT -->   lines that the reader puts behind the line, or the word, that reads so
//   <!-- not run: reason -->            an `sh` block that this test cannot run
//
// Objects of the build that exists are taken where nothing that they were made of has changed (see `reuse`). Commands in tables are looked
// at: a preset or a script that they name must be there, and a `ctest` must select a test.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import { blocksOf } from "./blocks.mjs";

const [source, build, ...documents] = process.argv.slice(2).map((path) => resolve(path));
const home = mkdtempSync(join(tmpdir(), "stet-recipes-"));
const clone = join(home, "stet");
const reuse = join(home, "reuse");
const env = { ...process.env, REUSE: reuse, NINJA_STATUS: "[%f/%t] " };
let page = "CONTRIBUTING.md";
let failures = 0;

function fail(line, text) {
  console.log(`${page}:${line}: ${text}`);
  failures++;
}

function git(...words) {
  return execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...words], { cwd: clone, encoding: "utf8" });
}

function sh(text) {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync("sh", ["-eu", "-c", text], { cwd: clone, env, encoding: "utf8", maxBuffer: 1 << 28 });
  console.log(`${Math.round((Date.now() - began) / 1000)} s: ${text.trim().replaceAll("\n", "; ")}`);
  return { status, said: stdout + stderr };
}

function makeClone() {
  const names = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: source, encoding: "utf8" });
  for (const name of names.split("\0")) {
    if (name !== "" && existsSync(join(source, name))) cpSync(join(source, name), join(clone, name), { verbatimSymlinks: true });
  }
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "-m", "A fresh clone");
  symlinkSync(join(source, "node_modules"), join(clone, "node_modules"));
  const packager = "editors/vscode/node_modules"; // which looks at where its packages are
  if (existsSync(join(source, packager))) cpSync(join(source, packager), join(clone, packager), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(clone, ".git/info/exclude"), "node_modules\n");
}

/** What the reader has after `./bootstrap test`: a build folder with a program. Its objects are taken from the build that exists. */
function makeBuild() {
  mkdirSync(join(reuse, "deps"), { recursive: true });
  writeFileSync(join(reuse, "from"), build);
  const moved = [[`${clone}/build/dev/`, `${build}/`], [`${clone}/`, `${source}/`]];
  writeFileSync(join(reuse, "moved.sed"), moved.map(([now, then]) => `s|"${now}|"${then}|`).join("\n") + "\n");
  const deps = execFileSync("ninja", ["-C", build, "-t", "deps"], { encoding: "utf8", maxBuffer: 1 << 28 });
  for (const one of deps.split("\n\n")) {
    const [head, ...paths] = one.split("\n");
    const [, object] = head.match(/^(\S+): #deps/) || [];
    if (object === undefined) continue;
    const file = join(reuse, "deps", `${object}.d`);
    mkdirSync(dirname(file), { recursive: true });
    const own = paths.map((path) => path.trim()).filter((path) => !/\/cmake_pch\.|\/Unity\/unity_/.test(path)).map((path) => (path.startsWith(source) ? clone + path.slice(source.length) : path));
    writeFileSync(file, `${object}: \\\n ${own.join(" \\\n ")}\n`);
  }
  const cache = readFileSync(join(build, "CMakeCache.txt"), "utf8");
  const set = ["CMAKE_C_COMPILER", "CMAKE_CXX_COMPILER", "CMAKE_EXE_LINKER_FLAGS", "STET_UNITY_BUILD"].map((name) => `-D${name}=${cache.match(new RegExp(`^${name}:\\w+=(.*)$`, "m"))[1]}`);
  const launcher = ["C", "CXX"].map((language) => `-DCMAKE_${language}_COMPILER_LAUNCHER=${join(source, "tests/documents/reuse")}`);
  execFileSync("cmake", ["--preset", "dev", ...set, ...launcher], { cwd: clone, env, encoding: "utf8", stdio: "pipe" });
  cpSync(join(build, "stet"), join(clone, "build/dev/stet"));
}

/** Objects hold the path of the source where that is written, and what the build makes is made anew. */
function noteChanges() {
  const changed = git("status", "--porcelain", "-uall").split("\n").map((line) => line.slice(3)).filter((path) => /\.(cpp|h)$/.test(path));
  const holds = execFileSync("git", ["grep", "-l", "STET_SOURCE_DIR", "--", "*.cpp", "*.h"], { cwd: clone, encoding: "utf8" }).trim().split("\n");
  writeFileSync(join(reuse, "changed"), [...changed, ...holds].map((path) => `/${path}`).concat(`${clone}/build/`).join("\n") + "\n");
}

function putBehind(line, path, behind, text) {
  const file = join(clone, path);
  const written = existsSync(file) ? readFileSync(file, "utf8") : "";
  const at = written.indexOf(behind);
  if (at < 0) return fail(line, `${path} holds no \`${behind}\``);
  const end = at + behind.length;
  const whole = written[end] === "\n";
  writeFileSync(file, written.slice(0, end) + (whole ? `\n${text.trimEnd()}` : ` ${text.trim()}`) + written.slice(end));
}

function run({ line, text, exit = 0 }) {
  noteChanges();
  const { status, said } = sh(text);
  if (status !== exit) fail(line, `ended with ${status}\n${said.split("\n").slice(-60).join("\n")}`);
}

function runBlocks(blocks) {
  const later = [[], []];
  for (const { line, language, text, word } of blocks) {
    const [, path, behind] = word.match(/^into: (\S+), behind: (.*)$/) || [];
    const [, when, exit] = word.match(/^run(, at the next build|, after the next build)?(?:, exit (\d))?$/) || [];
    if (word.startsWith("file: ")) {
      mkdirSync(dirname(join(clone, word.slice(6))), { recursive: true });
      writeFileSync(join(clone, word.slice(6)), text);
    } else if (path !== undefined) {
      putBehind(line, path, behind, text);
    } else if (when !== undefined) {
      later[when === ", at the next build" ? 0 : 1].push({ line, text });
    } else if (word.startsWith("run")) {
      run({ line, text, exit: Number(exit ?? 0) });
    } else if (language === "sh" && !word.startsWith("not run: ")) {
      fail(line, "says neither `run` nor `not run` with a reason");
    }
  }
  for (const name of ["linter/checks/registry.cpp"]) sh(`command -v clang-format >/dev/null && clang-format -i ${name} || true`);
  later.flat().forEach(run);
}

/** What a command in a table names must be there. */
function lookAt(line, command) {
  const presets = readFileSync(join(clone, "CMakePresets.json"), "utf8");
  const [, preset] = command.match(/--preset (\w+)/) || [];
  if (preset !== undefined && !presets.includes(`"name": "${preset}"`)) fail(line, `there is no preset ${preset}`);
  const [script] = command.split(" ");
  if (script.includes("/") && !script.startsWith("./build/") && !existsSync(join(clone, script))) fail(line, `${script} is not there`);
  if (!command.startsWith("ctest ")) return;
  if (!/Total Tests: [1-9]/.test(sh(`${command} -N`).said)) fail(line, `\`${command}\` selects no test`);
}

if (!existsSync(join(source, ".git"))) {
  console.log(`${source} is not a git repository`);
  process.exit(0);
}
makeClone();
makeBuild();
const text = readFileSync(join(clone, page), "utf8");
runBlocks(blocksOf(text));
text.split("\n").forEach((row, index) => {
  const [, command] = row.match(/^\| `([^`]+)` \|/) || [];
  if (command !== undefined && /[ /]/.test(command) && !/^\w+\/$/.test(command)) lookAt(index + 1, command);
});
for (const document of documents) {
  page = document;
  for (const { line, text, word } of blocksOf(readFileSync(document, "utf8"))) if (word === "run in a clone") run({ line, text });
}
const compiled = existsSync(join(reuse, "compiled")) ? readFileSync(join(reuse, "compiled"), "utf8").trim().split("\n") : [];
console.log(`${compiled.length} objects compiled`);
if (failures === 0) rmSync(home, { recursive: true, force: true });
else console.log(`left in ${home}`);
process.exitCode = failures === 0 ? 0 : 1;
