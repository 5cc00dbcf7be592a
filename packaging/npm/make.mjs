// Makes the npm packages of a release: `stet-lint`, whose program looks for the platform's own package, and one package a platform with the
// binary in it. npm installs only the one whose `os` and `cpu` fit.
//
//   node packaging/npm/make.mjs OUT VERSION PLATFORM=BINARY…      such as linux-x64=build/release/stet
//
// Each folder below OUT is then ready for `npm pack` or `npm publish`.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const platforms = {
  "linux-x64": { os: ["linux"], cpu: ["x64"] },
  "linux-arm64": { os: ["linux"], cpu: ["arm64"] },
};

const [out, version, ...binaries] = process.argv.slice(2);
if (!out || !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version ?? "") || binaries.length === 0) {
  console.error("usage: make.mjs OUT VERSION PLATFORM=BINARY…");
  process.exit(2);
}

const repository = readFileSync(join(root, "packaging/repository"), "utf8").trim();
const scope = `@${repository.split("/")[0]}`;
const common = {
  version,
  license: "Apache-2.0",
  homepage: `https://github.com/${repository}`,
  repository: { type: "git", url: `git+https://github.com/${repository}.git` },
};

function write(folder, manifest, files) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
  for (const [to, from] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    copyFileSync(from, join(folder, to));
  }
}

const optionalDependencies = {};
for (const argument of binaries) {
  const [platform, binary] = argument.split("=", 2);
  if (!platforms[platform] || !binary) {
    console.error(`make.mjs: "${argument}" is not PLATFORM=BINARY with one of ${Object.keys(platforms).join(", ")}`);
    process.exit(2);
  }
  const name = `${scope}/${platform}`;
  optionalDependencies[name] = version;
  const folder = join(out, platform);
  const copyright = join(dirname(binary), "copyright");
  write(
    folder,
    { name, ...common, description: `stet for ${platform}`, ...platforms[platform], files: ["bin", "LICENSE", "copyright"], preferUnplugged: true },
    { "bin/stet": binary, LICENSE: join(root, "LICENSE"), [basename(copyright)]: copyright },
  );
  chmodSync(join(folder, "bin/stet"), 0o755);
}

const description = JSON.parse(readFileSync(join(here, "package.json"), "utf8")).description;
write(
  join(out, "stet-lint"),
  { name: "stet-lint", ...common, description, bin: { stet: "bin/stet.js" }, files: ["bin", "LICENSE", "README.md"], engines: { node: ">=18" }, optionalDependencies },
  { "bin/stet.js": join(here, "stet.js"), LICENSE: join(root, "LICENSE"), "README.md": join(root, "README.md") },
);
