// node packaging/notes.mjs VERSION [CHANGELOG]: what the changelog says of a release, for its draft. Fails when it says nothing.
import { readFileSync } from "node:fs";

const [version, changelog = new URL("../CHANGELOG.md", import.meta.url)] = process.argv.slice(2);
const sections = readFileSync(changelog, "utf8").split(/^## /m).slice(1);
const section = sections.find((text) => /^\[?(\d+\.\d+\.\d+)/.exec(text)?.[1] === version);
const notes = section?.slice(section.indexOf("\n")).trim();
if (!notes) {
  console.error(`notes.mjs: CHANGELOG.md has no section \`## ${version}\`: name what is under “Unreleased” so before the tag is made`);
  process.exit(1);
}
console.log(notes);
