// Data, what is selected, and what the filters let through.

// ---- data ----

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const run = read("stet-run");
const runs = read("stet-counts");
const severities = ["note", "warning", "error"];
const severityNames = ["Note", "Warning", "Error"];
const families = ["R", "C", "I", "M", "S", ""];
const packNames = {
  repetition: "Repetition",
  contradiction: "Contradiction",
  consistency: "Inconsistency",
  citation: "Missing source",
  medical: "Missing caution",
};
const familyNames = { R: "Repetition", C: "Contradiction", I: "Inconsistency", M: "Missing source", S: "Missing caution", "": "Other rules" };
const marksOfAFinding = 64;
const most = { rows: 200, arcs: 400, words: 400, printed: 1000, first: 3 };

function familyOfRule(id) {
  const packs = { repetition: "R", contradiction: "C", consistency: "I", citation: "M", medical: "S" };
  return packs[id.split("/")[0]] || "";
}
for (const rule of run.rules) rule.family = familyOfRule(rule.id);

const pageTitle = document.title;
const articles = new Map(); // by index of the file, as they are opened
function articleOf(file) {
  if (!articles.has(file)) articles.set(file, read(`stet-article-${file}`));
  return articles.get(file);
}
run.files.forEach((file, index) => {
  file.index = index;
  file.findings = (file.findings || []).map(([rule, severity, section]) => ({ rule, severity, section }));
});

/** The folder that all files are in, shown once. */
const folder = (() => {
  if (run.files.length < 2) return "";
  let common = run.files[0].path;
  for (const { path } of run.files)
    while (!path.startsWith(common)) common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
  return common.slice(0, common.lastIndexOf("/") + 1);
})();
const shortPath = (file) => file.path.slice(folder.length);

// ---- state and filters ----

const state = { file: -1, selected: -1, cards: [], marks: new Map(), order: "worst", allRows: false, shortcuts: true, scheme: "", viewTries: 0 };
const filters = { families: new Set(), severities: new Set(), rule: "", path: "" };

function passes(finding) {
  const rule = run.rules[finding.rule ?? finding.r];
  const severity = finding.severity ?? finding.s;
  return (
    (filters.families.size === 0 || filters.families.has(rule.family)) &&
    (filters.severities.size === 0 || filters.severities.has(severity)) &&
    (filters.rule === "" || filters.rule === rule.id)
  );
}
const passesPath = (file) => file.path.toLowerCase().includes(filters.path.toLowerCase());
const isFiltered = () => filters.families.size + filters.severities.size > 0 || filters.rule !== "" || filters.path !== "";
const shownFindings = (file) => (passesPath(file) ? file.findings.filter(passes) : []);

function severityCounts(findings) {
  const counts = [0, 0, 0];
  for (const finding of findings) counts[finding.severity ?? finding.s]++;
  return counts;
}

const worse = (a, b) => b.counts[2] - a.counts[2] || b.counts[1] - a.counts[1] || b.counts[0] - a.counts[0];
const byPath = (a, b) => (a.file.path < b.file.path ? -1 : 1);
const dense = (row) => row.findings.length / Math.max(row.file.words, 1);
const orders = { worst: (a, b) => worse(a, b) || byPath(a, b), dense: (a, b) => dense(b) - dense(a) || byPath(a, b), path: byPath };

/** Files with findings that the filters let through, in the order that is chosen; worst is by errors, then warnings, then notes. */
function worstFirst() {
  const rows = run.files
    .map((file) => ({ file, findings: shownFindings(file) }))
    .filter((row) => row.findings.length > 0)
    .map((row) => ({ ...row, counts: severityCounts(row.findings) }));
  return rows.sort(orders[state.order]);
}
