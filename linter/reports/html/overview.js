// The list of articles, the rules, counts over time.

function showOverview() {
  const rows = worstFirst();
  const findings = rows.flatMap((row) => row.findings);
  const words = run.files.reduce((sum, file) => sum + file.words, 0);
  document.title = pageTitle;
  byId("path").replaceChildren();
  byId("main").className = "overview";
  byId("main").replaceChildren(
    overviewHead(rows, findings, words),
    runs.length > 1 ? trend() : "",
    rows.length > 0 ? articleTable(rows) : isFiltered() ? element("p", { class: "none" }, "The filters leave nothing.") : "",
    findings.length > 0 ? ruleTable(findings) : "",
    cleanList(rows.length === 0 && !isFiltered()),
    problemList("Not read", run.problems),
    problemList("Notices", run.notices),
  );
}

function overviewHead(rows, findings, words) {
  const counts = severityCounts(findings);
  const figure = (number, name, kind) => element("li", { class: kind }, element("b", {}, number), ` ${name}`);
  return element(
    "header",
    {},
    element(
      "h1",
      {},
      rows.length === 0 ? "Nothing found" : `${counted(rows.length, "article")} with ${counted(findings.length, "finding")}`,
    ),
    element(
      "p",
      { class: "about" },
      `${rows.length === 0 ? "In" : "Of"} ${counted(run.files.length, "article")} with ${counted(words, "word")}${folder ? ` in ${folder}` : ""}.${isFiltered() ? " Filtered." : ""}`,
    ),
    findings.length === 0
      ? ""
      : element(
          "ul",
          { class: "figures" },
          [2, 1, 0].map((s) => figure(counts[s].toLocaleString("en"), counts[s] === 1 ? severities[s] : `${severities[s]}s`, severities[s])),
          figure(perThousand(findings.length, words), "per 1,000 words", "rate"),
        ),
  );
}

/** How strongly a count is coloured: 0 to 4. */
const heat = (count) => (count === 0 ? 0 : count === 1 ? 1 : count <= 3 ? 2 : count <= 7 ? 3 : 4);

/** The sections of an article side by side, as wide as they are long. */
function sectionStrip(row) {
  const counts = row.file.sections.map(() => 0);
  for (const finding of row.findings) counts[finding.section]++;
  const worst = counts.indexOf(Math.max(...counts));
  const strip = element("span", { class: "strip", "aria-hidden": "true" });
  row.file.sections.forEach(([heading, , words], section) => {
    if (words === 0 && counts[section] === 0) return;
    const cell = element("span", {
      class: `heat${heat(counts[section])}`,
      title: `${heading || "Before the first heading"}: ${counted(counts[section], "finding")}`,
    });
    cell.style.flexGrow = Math.max(words, 12);
    strip.append(cell);
  });
  return [strip, hiddenText(`most in ${sectionName(row.file, worst)}: ${counts[worst]}`)];
}
const sectionName = (file, section) => file.sections[section][0] || "the opening";

function articleRow(row) {
  const { file, findings, counts } = row;
  const inFamily = (family) => findings.filter((finding) => run.rules[finding.rule].family === family).length;
  const familyCell = (family) => {
    const count = inFamily(family);
    return element(
      "td",
      { class: `number heat${heat(count)}`, "data-family": familyNames[family] },
      count === 0 ? element("span", { class: "zero" }, "0") : String(count),
    );
  };
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      element("a", { href: `#a${file.index}` }, file.title || shortPath(file)),
      file.title ? element("span", { class: "where" }, shortPath(file)) : "",
    ),
    element("td", { class: "by-severity" }, severitySummary(counts)),
    element("td", { class: "sections" }, sectionStrip(row)),
    usedFamilies().map(familyCell),
    element("td", { class: "number rate", "data-family": "per 1,000 words" }, perThousand(findings.length, file.words)),
  );
}

function usedFamilies() {
  const used = new Set(run.rules.map((rule) => rule.family));
  return families.filter((family) => family !== "" || used.has(""));
}

function articleTable(rows) {
  const shown = state.allRows ? rows : rows.slice(0, most.rows);
  const order = element(
    "select",
    { id: "order", onchange: (event) => ((state.order = event.target.value), keepAddress(), showOverview(), byId("order").focus()) },
    Object.entries({ worst: "worst first", dense: "most per 1,000 words first", path: "by path" }).map(([value, name]) =>
      element("option", { value, selected: state.order === value }, name),
    ),
  );
  return element(
    "section",
    { "aria-labelledby": "articles-title" },
    element("div", { class: "table-head" }, element("h2", { id: "articles-title" }, "Articles"), element("label", {}, "Order ", order)),
    element(
      "table",
      { class: "articles" },
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          ["Article", "Findings", "Where: sections as long as they are"].map((name) => element("th", { scope: "col" }, name)),
          usedFamilies().map((family) => element("th", { scope: "col", class: "number" }, familyNames[family])),
          element("th", { scope: "col", class: "number" }, "per 1,000 words"),
        ),
      ),
      element("tbody", {}, shown.map(articleRow)),
    ),
    shown.length < rows.length
      ? element(
          "button",
          { type: "button", onclick: () => ((state.allRows = true), showOverview()) },
          `Show all ${counted(rows.length, "article")}`,
        )
      : "",
  );
}

function ruleTable(findings) {
  const counts = new Map();
  for (const finding of findings) counts.set(finding.rule, (counts.get(finding.rule) || 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (run.rules[a[0]].id < run.rules[b[0]].id ? -1 : 1));
  const only = (id) => () => {
    filters.rule = id;
    openFilters(true);
    filtersChanged();
    byId("main").focus();
  };
  return element(
    "section",
    { "aria-labelledby": "rules-title" },
    element("h2", { id: "rules-title" }, "Rules"),
    element(
      "ul",
      { class: "rules" },
      rows.map(([rule, count]) => {
        const info = run.rules[rule];
        return element(
          "li",
          {},
          element(
            "button",
            { type: "button", onclick: only(info.id) },
            element("b", {}, String(count)),
            hiddenText(" only "),
            element("code", {}, info.id),
          ),
          element("span", {}, info.title),
        );
      }),
    ),
  );
}

/** What was read and is in order belongs to the answer. Filters hide findings; an article that has some is not clean. */
function cleanList(open) {
  const clean = run.files.filter((file) => file.findings.length === 0 && passesPath(file)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const unread = new Set(run.problems.map(({ path }) => path));
  const read = clean.filter(({ path }) => !unread.has(path));
  if (read.length === 0) return "";
  const line = (file) =>
    element("li", {}, file.title || shortPath(file), file.title ? element("span", { class: "where" }, shortPath(file)) : "");
  return element(
    "details",
    { class: "clean", open },
    element("summary", {}, `${counted(read.length, "article")} without findings`),
    element("ul", {}, read.slice(0, most.printed).map(line)),
    read.length > most.printed ? element("p", { class: "none" }, `and ${(read.length - most.printed).toLocaleString("en")} more`) : "",
  );
}

function problemList(title, problems) {
  if (problems.length === 0) return "";
  const line = (problem) =>
    element(
      "li",
      {},
      element("code", {}, problem.line > 0 ? `${problem.path}:${problem.line}` : problem.path),
      ` ${problem.what}`,
      problem.mend ? element("span", { class: "mend" }, ` ${problem.mend}`) : "",
    );
  return element("section", { class: "problems" }, element("h2", {}, title), element("ul", {}, problems.map(line)));
}

// Counts over time: a column a run, the numbers in a table below.
function trend() {
  const total = (counts) => counts.errors + counts.warnings + counts.notes;
  const label = (counts, index) => counts.label || (index === runs.length - 1 ? "this run" : `run ${index + 1}`);
  const highest = Math.max(1, ...runs.map(total));
  const column = (counts, index) => {
    const part = (kind) => {
      const made = element("span", { class: `part ${kind}` });
      made.style.height = `${(counts[`${kind}s`] / highest) * 100}%`;
      return made;
    };
    return element(
      "li",
      {},
      element("span", { class: "column" }, element("b", {}, String(total(counts))), part("note"), part("warning"), part("error")),
      element("span", { class: "label", title: label(counts, index) }, label(counts, index)),
    );
  };
  const familyCount = (counts, family) =>
    Object.entries(counts.rules).reduce((sum, [rule, count]) => sum + (familyOfRule(rule) === family ? count : 0), 0);
  const row = (counts, index) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, label(counts, index)),
      [counts.errors, counts.warnings, counts.notes, ...families.slice(0, 5).map((family) => familyCount(counts, family))].map((n) =>
        element("td", { class: "number" }, String(n)),
      ),
    );
  return element(
    "section",
    { "aria-labelledby": "trend-title", class: "trend" },
    element("h2", { id: "trend-title" }, "Over time"),
    element("ol", { class: "chart", "aria-hidden": "true" }, runs.map(column)),
    element(
      "details",
      {},
      element("summary", {}, "The numbers"),
      element(
        "div",
        { class: "scroll", tabindex: "0", role: "group", "aria-label": "The numbers" },
        element(
          "table",
          {},
          element(
            "thead",
            {},
            element(
              "tr",
              {},
              ["Run", "Errors", "Warnings", "Notes", ...families.slice(0, 5).map((family) => familyNames[family])].map((name) =>
                element("th", { scope: "col" }, name),
              ),
            ),
          ),
          element("tbody", {}, runs.map(row)),
        ),
      ),
    ),
  );
}

// ---- on paper ----

/** On paper the overview holds the findings themselves, article by article. */
function printedFindings() {
  let left = most.printed;
  const findingItem = (file, finding) =>
    element(
      "li",
      {},
      element("b", {}, `${severityNames[finding.s]}, line ${finding.l}. `),
      capital(finding.m),
      (finding.e || [])
        .filter((end) => !end.f && end.t)
        .map((end) => element("p", { class: "quote" }, `${end.p === undefined ? "" : `${end.p}, `}line ${end.l}: “${textOf(end.t).trim()}”`)),
      finding.t ? element("p", { class: "quote" }, `line ${finding.l}: “${textOf(finding.t).trim()}”`) : "",
    );
  const article = ({ file }) => {
    const shown = articleOf(file.index).findings.filter(passes).slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return "";
    return element(
      "section",
      {},
      element("h3", {}, file.title || shortPath(file)),
      element("p", { class: "where" }, shortPath(file)),
      element("ol", {}, shown.map((finding) => findingItem(file, finding))),
    );
  };
  const rows = worstFirst();
  const total = rows.reduce((sum, row) => sum + row.findings.length, 0);
  return element(
    "section",
    { class: "printed", id: "printed" },
    element("h2", {}, "The findings"),
    rows.map(article),
    total > most.printed ? element("p", {}, `and ${counted(total - most.printed, "more finding")}; print the articles for theirs`) : "",
  );
}
