// node owners.mjs FOLDER: whose project this is, is said in packaging/repository. Files that must repeat it, because people copy them or a
// registry reads them, say the same. With STET_UPDATE_OWNERS=1 they are made to.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const [, owner] = readFileSync(join(folder, "packaging/repository"), "utf8").match(/^([A-Za-z0-9-]+)\/stet\n$/) ?? [];
if (!owner) throw new Error("packaging/repository does not say OWNER/stet");

// Where an owner stands: the middle group.
const places = [
  /(github\.com\/)([A-Za-z0-9-]+)(\/stet\b(?!-))/g,
  /(\buses: )([A-Za-z0-9-]+)(\/stet@)/g,
  /("publisher": ")([A-Za-z0-9-]+)(")/g,
  /(ext install )([A-Za-z0-9-]+)(\.stet\b)/g,
  /(\bORGANISATION\b)()()/g,
];

let files;
try {
  files = execFileSync("git", ["-C", folder, "ls-files", "-z"], { encoding: "utf8" }).split("\0");
} catch {
  console.log("a git repository is not there");
  process.exit(0);
}
let faults = 0;
let met = 0;
for (const file of files) {
  if (!file || file.endsWith(".png") || file.endsWith("package-lock.json") || file === "tests/packaging/owners.mjs" || !existsSync(join(folder, file))) continue;
  const text = readFileSync(join(folder, file), "utf8");
  let changed = text;
  for (const place of places) {
    for (const [all, , other] of text.matchAll(place)) {
      ++met;
      if (other === owner) continue;
      ++faults;
      console.error(`${file}: \`${all}\` is not of ${owner}, whom packaging/repository names`);
    }
    changed = changed.replace(place, `$1${owner}$3`);
  }
  if (process.env.STET_UPDATE_OWNERS && changed !== text) writeFileSync(join(folder, file), changed);
}
if (met < 5) throw new Error("hardly any place was found that names an owner: is this test out of date?");
process.exit(faults === 0 || process.env.STET_UPDATE_OWNERS ? 0 : 1);
