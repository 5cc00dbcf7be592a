// node packaging/sbom.mjs VERSION: what is compiled into the static program, as a CycloneDX 1.5 document: the npm packages that the lock pins,
// and the Debian packages of this system.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const [version] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+/.test(version ?? "")) {
  console.error("usage: sbom.mjs VERSION");
  process.exit(2);
}
const root = new URL("../", import.meta.url);
const lock = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8"));
// `node_modules/@scope/name` → its name; what only tests or building need is not in the program.
const fromNpm = Object.entries(lock.packages)
  .filter(([path, entry]) => path.startsWith("node_modules/") && !entry.dev && !entry.optional)
  .map(([path, entry]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const digest = Buffer.from((entry.integrity ?? "").split("-")[1] ?? "", "base64").toString("hex");
    return {
      type: "library",
      name,
      version: entry.version,
      purl: `pkg:npm/${name.replace("@", "%40")}@${entry.version}`,
      ...(entry.integrity?.startsWith("sha512-") ? { hashes: [{ alg: "SHA-512", content: digest }] } : {}),
      ...(entry.license ? { licenses: [{ license: { name: entry.license } }] } : {}),
    };
  });
const debian = ["libcli11-dev", "libexpected-dev", "libfmt-dev", "libgumbo-dev", "libicu-dev", "libre2-dev", "libstemmer-dev", "libxxhash-dev", "libyaml-cpp-dev", "nlohmann-json3-dev", "zlib1g-dev"];
const installed = (name) => {
  try {
    return execFileSync("dpkg-query", ["-W", "-f", "${Version}", name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
};
const fromDebian = debian
  .map((name) => ({ name, version: installed(name) }))
  .filter((entry) => entry.version)
  .map((entry) => ({ type: "library", ...entry, purl: `pkg:deb/debian/${entry.name}@${encodeURIComponent(entry.version)}` }));
const repository = readFileSync(new URL("packaging/repository", root), "utf8").trim();
const document = {
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  metadata: { component: { type: "application", name: "stet", version, purl: `pkg:github/${repository}@v${version}`, licenses: [{ license: { id: "Apache-2.0" } }] } },
  components: [...fromNpm, ...fromDebian],
};
console.log(JSON.stringify(document, null, 2));
