// Runs a guide: every command in it, in order, as written. Arguments: the program, a folder that the guide's reader is in, the guides.
//
// Each guide runs in a fresh copy of the folder. What stands before a block says what is done with it:
//
//   <!-- run -->              an `sh` block that ends with 0, or with 1 when findings are what it is about: <!-- run, exit 1 -->
//   <!-- says -->             a `text` block: what the commands of the block before it printed
//   <!-- file: PATH -->       a block that the reader saves there
//   <!-- run in a clone -->   an `sh` block for who has a clone of stet: recipes.mjs runs it
//   <!-- not run: reason -->  an `sh` block that a test cannot run
//
// Links to files must lead somewhere. An `sh` block without a word before it fails the test. STET_UPDATE_GUIDES=1 writes what the commands say into the guides.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

import { blocksOf } from "./blocks.mjs";

const [stet, folder, ...guides] = process.argv.slice(2).map((path) => resolve(path));
let failures = 0;

function fail(guide, line, text) {
  console.log(`${guide}:${line}: ${text}`);
  failures++;
}

/** Relative links of a guide that lead nowhere, outside of its blocks. */
function deadLinks(path, text) {
  const prose = text.replace(/```[^]*?\n```/g, "");
  const targets = [...prose.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, target]) => target);
  return targets.filter((target) => !existsSync(join(dirname(path), target)));
}

function environment(home) {
  const bin = join(home, "bin");
  mkdirSync(bin);
  symlinkSync(stet, join(bin, "stet"));
  const git = { GIT_CONFIG_GLOBAL: join(home, "no-git-config"), GIT_CONFIG_NOSYSTEM: "1" };
  for (const who of ["AUTHOR", "COMMITTER"]) Object.assign(git, { [`GIT_${who}_NAME`]: "Ada", [`GIT_${who}_EMAIL`]: "ada@example.org" });
  return { PATH: `${bin}:${process.env.PATH}`, HOME: home, LC_ALL: "C.UTF-8", TSAN_OPTIONS: process.env.TSAN_OPTIONS ?? "", ...git };
}

function runGuide(path) {
  const guide = basename(path);
  const home = mkdtempSync(join(tmpdir(), "stet-guide-"));
  const here = join(home, "site");
  cpSync(folder, here, { recursive: true });
  const env = environment(home);
  let said = null;
  let ran = 0;
  const written = readFileSync(path, "utf8");
  let updated = written;
  for (const { line, language, text, word } of blocksOf(written)) {
    if (word.startsWith("file: ")) {
      mkdirSync(dirname(join(here, word.slice(6))), { recursive: true });
      writeFileSync(join(here, word.slice(6)), text);
    } else if (word === "says") {
      if (said !== text && process.env.STET_UPDATE_GUIDES) updated = updated.replace(`<!-- says -->\n\`\`\`text\n${text === "\n" ? "" : text}\`\`\``, `<!-- says -->\n\`\`\`text\n${said}\`\`\``);
      else if (said !== text) fail(guide, line, `is not what the commands say; they say\n${said}`);
    } else if (/^run(, exit \d)?$/.test(word)) {
      const { status, stdout, stderr } = spawnSync("sh", ["-eu", "-c", text], { cwd: here, env, encoding: "utf8" });
      if (status !== Number(word.slice(-1) === "n" ? 0 : word.slice(-1))) fail(guide, line, `ended with ${status}\n${stdout}${stderr}`);
      said = stdout;
      ran++;
    } else if (language === "sh" && word !== "run in a clone" && !word.startsWith("not run: ")) {
      fail(guide, line, "says neither `run` nor `not run` with a reason");
    }
  }
  for (const target of deadLinks(path, written)) fail(guide, 1, `leads to ${target}, which is not there`);
  if (updated !== written) writeFileSync(path, updated);
  rmSync(home, { recursive: true, force: true });
  if (ran === 0 && guide !== "README.md") fail(guide, 1, "runs nothing");
  console.log(`${guide}: ${ran} blocks run`);
}

guides.forEach(runGuide);
process.exitCode = failures === 0 ? 0 : 1;
