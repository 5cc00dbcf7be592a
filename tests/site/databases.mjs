// A database finds what stet finds, by the SQL in docs/sql: node databases.mjs DATABASE STET SITE FOLDER SQL NODE_MODULES [LEAST_PAIRS LEAST_DENIALS]
// DATABASE is sqlite, duckdb (from NODE_MODULES) or postgresql (a server of its own in a temporary folder, reached by a socket there).
import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const [database, stet, site, folder, sql, modules] = [process.argv[2], ...process.argv.slice(3, 8).map((path) => resolve(path))];
const [leastPairs, leastDenials] = [Number(process.argv[8] ?? 0), Number(process.argv[9] ?? 0)];
const huge = { maxBuffer: 2 ** 31 };

function skip(what) {
  console.log(`${what} is not there`);
  process.exit(0);
}

const read = (name) => readFileSync(join(sql, name), "utf8");
const lines = (text) => text.split("\n").filter((line) => line !== "");
/// The statements of a file without its comments, the last one apart.
function parted(name) {
  const statements = read(name).replace(/--.*$/gm, "").split(";").map((one) => one.trim()).filter((one) => one !== "");
  return [statements.slice(0, -1), statements.at(-1)];
}

/// SQLite's command line: a database in memory.
function sqlite(name, table) {
  const infinite = "UPDATE claims SET low = -9e999 WHERE low = '-inf'; UPDATE claims SET high = 9e999 WHERE high = 'inf';";
  const script = `${read("tables.sql")}\n.mode ascii\n.separator "\\t" "\\n"\n.import --skip 1 ${table}.tsv ${table}\n${infinite}\n${read(name)}`;
  return lines(execFileSync("sqlite3", [], { input: script, cwd: folder, encoding: "utf8", ...huge }));
}

/// By way of Parquet, which it writes and reads.
async function duckdb(name, table) {
  const { DuckDBInstance } = createRequire(join(modules, "x.js"))("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const at = (file) => join(folder, file).replaceAll("'", "''");
  for (const statement of read("tables.sql").replace(/--.*$/gm, "").split(";").filter((one) => one.trim() !== "")) await connection.run(statement);
  await connection.run(`COPY ${table} FROM '${at(`${table}.tsv`)}' (DELIMITER '\t', HEADER, QUOTE '', ESCAPE '', NULLSTR '\\N')`);
  await connection.run(`COPY ${table} TO '${at(`${table}.parquet`)}' (FORMAT parquet)`);
  await connection.run(`DELETE FROM ${table}`);
  await connection.run(`COPY ${table} FROM '${at(`${table}.parquet`)}' (FORMAT parquet)`);
  const [before, last] = parted(name);
  for (const statement of before) await connection.run(statement);
  return (await connection.runAndReadAll(last)).getRows().map((row) => row.join("\t"));
}

/// Debian's programs are not on the path; the newest version counts.
function postgresFolder() {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter((one) => existsSync(join(root, String(one), "bin/initdb"))) : [];
  return versions.length === 0 ? undefined : join(root, String(Math.max(...versions)), "bin");
}

/// A server must not run as root: as root it is nobody's.
function postgresql(jobs) {
  const bin = postgresFolder();
  if (bin === undefined) skip("PostgreSQL");
  const home = mkdtempSync(join(tmpdir(), "stet-pg-"));
  const nobody = 65534;
  const isRoot = process.getuid() === 0;
  if (isRoot) chownSync(home, nobody, nobody);
  const who = isRoot ? { uid: nobody, gid: nobody } : {};
  const as = (program, args, more = {}) => {
    const ended = spawnSync(join(bin, program), args, { cwd: home, encoding: "utf8", env: { PATH: process.env.PATH, LC_ALL: "C.UTF-8", HOME: home }, ...who, ...huge, ...more });
    if (ended.status !== 0) throw new Error(`${program}: ${ended.error ?? ""}${ended.stdout}${ended.stderr}`);
    return ended.stdout;
  };
  const data = join(home, "data");
  try {
    as("initdb", ["--pgdata", data, "--username", "stet", "--auth", "trust", "--no-sync", "--encoding", "UTF8", "--locale", "C.UTF-8"]);
    const settings = `-c listen_addresses= -c unix_socket_directories=${home} -c fsync=off -c jit=off -c work_mem=256MB`;
    as("pg_ctl", ["start", "--wait", "--pgdata", data, "--log", join(home, "log"), "--options", settings], { stdio: ["ignore", "ignore", "ignore"] });
    return jobs.map(([name, table]) => {
      const psql = (args, input) => as("psql", ["--host", home, "--username", "stet", "--dbname", "postgres", "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--field-separator", "\t", "--set", "ON_ERROR_STOP=1", ...args], { input });
      psql(["--command", "DROP SCHEMA public CASCADE; CREATE SCHEMA public"]);
      psql(["--command", read("tables.sql")]);
      psql(["--command", `\\copy ${table} FROM pstdin WITH (FORMAT text, HEADER)`], readFileSync(join(folder, `${table}.tsv`)));
      return lines(psql([], read(name)));
    });
  } finally {
    spawnSync(join(bin, "pg_ctl"), ["stop", "--pgdata", data, "--mode", "immediate"], who);
    rmSync(home, { recursive: true, force: true });
  }
}

if (database === "sqlite" && spawnSync("sqlite3", ["--version"]).status !== 0) skip("sqlite3");
if (database === "duckdb" && !existsSync(join(modules, "@duckdb/node-api"))) skip("DuckDB");
if (database === "postgresql" && postgresFolder() === undefined) skip("PostgreSQL");

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const root = join(folder, "site");
cpSync(site, root, { recursive: true });
execFileSync(stet, ["index", "--quiet", "--no-config", "--export", "prints.tsv", "--claims", "claims.tsv", "--pairs", "pairs.tsv", root], { cwd: folder });
const pairs = lines(readFileSync(join(folder, "pairs.tsv"), "utf8")).slice(1).map((line) => line.split("\t")).map((row) => [row[0], row[3], row[6]].join("\t"));
const told = spawnSync(stet, ["--no-config", "--no-cache", "--select", "consistency/site,contradiction/elsewhere", "--site", root, "--format", "jsonl", root], { encoding: "utf8", ...huge });
const denials = lines(told.stdout).map((line) => JSON.parse(line)).flatMap((finding) =>
  finding.related.map((other) => [relative(root, finding.path), finding.line, relative(root, other.path), other.line].join("\t")));

const jobs = [["repeats.sql", "prints"], ["denials.sql", "claims"]];
const found = database === "sqlite" ? jobs.map((job) => sqlite(...job)) : database === "duckdb" ? [await duckdb(...jobs[0]), await duckdb(...jobs[1])] : postgresql(jobs);
found[1] = found[1].map((row) => row.split("\t").slice(0, 4).join("\t"));

let faults = 0;
for (const [what, own, theirs, least] of [["pairs", pairs, found[0], leastPairs], ["denials", denials, found[1], leastDenials]]) {
  const [mine, other] = [own, theirs].map((rows) => [...new Set(rows)].sort());
  console.log(`${what}: ${mine.length} of stet, ${other.length} of ${database}`);
  if (mine.length < least) throw new Error(`only ${mine.length} ${what}: the site was to have ${least}`);
  if (mine.join("\n") === other.join("\n")) continue;
  ++faults;
  const [ours, its] = [new Set(mine), new Set(other)];
  console.log(`only stet:\n${mine.filter((row) => !its.has(row)).slice(0, 20).join("\n")}\nonly ${database}:\n${other.filter((row) => !ours.has(row)).slice(0, 20).join("\n")}`);
}
process.exit(faults === 0 ? 0 : 1);
