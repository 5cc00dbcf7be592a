// Shows the report's data. Text of articles only ever becomes text nodes; nothing is fetched, nothing is stored but the colour scheme.
//
// From top to bottom: data, state and filters, elements, the overview, the article, its map, the keyboard, the start.
(() => {
  "use strict";

  // ---- data ----

  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const run = read("stet-run");
  const runs = read("stet-counts");
  const severities = ["note", "warning", "error"];
  const severityNames = ["Note", "Warning", "Error"];
  const families = ["R", "C", "M", "S", ""];
  const packNames = { repetition: "Repetition", contradiction: "Contradiction", consistency: "Inconsistency", citation: "Missing source", medical: "Missing caution" };
  const familyNames = { R: "Repetition", C: "Contradiction", M: "Missing source", S: "Missing caution", "": "Other rules" };
  const marksOfAFinding = 64;
  const most = { rows: 200, arcs: 400, words: 400 };

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
    for (const { path } of run.files) while (!path.startsWith(common)) common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
    return common.slice(0, common.lastIndexOf("/") + 1);
  })();
  const shortPath = (file) => file.path.slice(folder.length);

  // ---- state and filters ----

  const state = { file: -1, selected: -1, cards: [], marks: new Map(), order: "worst", allRows: false, shortcuts: true };
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

  /** Files with findings that the filters let through, worst first: by errors, then warnings, then notes. */
  function worstFirst() {
    const rows = run.files
      .map((file) => ({ file, findings: shownFindings(file) }))
      .filter((row) => row.findings.length > 0)
      .map((row) => ({ ...row, counts: severityCounts(row.findings) }));
    const worse = (a, b) => b.counts[2] - a.counts[2] || b.counts[1] - a.counts[1] || b.counts[0] - a.counts[0];
    const byPath = (a, b) => (a.file.path < b.file.path ? -1 : 1);
    const dense = (row) => row.findings.length / Math.max(row.file.words, 1);
    const orders = { worst: (a, b) => worse(a, b) || byPath(a, b), dense: (a, b) => dense(b) - dense(a) || byPath(a, b), path: byPath };
    return rows.sort(orders[state.order]);
  }

  // ---- elements ----

  const svgTags = new Set(["svg", "path", "rect", "line", "circle"]);

  /** An element. Properties starting with "on" are listeners, `class` and all others attributes; children are elements or texts. */
  function element(tag, properties = {}, ...children) {
    const made = svgTags.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
    return made;
  }
  const hiddenText = (text) => element("span", { class: "unseen" }, text);
  const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
  const perThousand = (count, words) => (words === 0 ? "–" : ((count * 1000) / words).toFixed(1));
  const byId = (id) => document.getElementById(id);

  function say(text) {
    byId("said").textContent = text;
  }

  function severitySummary(counts) {
    return element(
      "span",
      { class: "counts" },
      [2, 1, 0].filter((s) => counts[s] > 0).map((s) => element("span", { class: `count ${severities[s]}` }, counted(counts[s], severities[s]))),
    );
  }

  // ---- the page around ----

  function frame() {
    const report = byId("report");
    report.append(
      element("a", { class: "skip", href: "#main", onclick: skipTo("main") }, "Skip to the content"),
      element("a", { class: "skip", href: "#main", onclick: skipToFinding }, "Skip to the first finding"),
      element(
        "header",
        { class: "top" },
        element("a", { class: "mark", href: "#", "aria-label": "stet: all articles", onclick: leave }, "stet"),
        element("nav", { class: "path", "aria-label": "Articles", id: "path" }),
        element(
          "div",
          { class: "tools" },
          element("button", { type: "button", id: "show-filters", "aria-expanded": "false", "aria-controls": "filters", onclick: toggleFilters }, "Filter"),
          element("button", { type: "button", id: "scheme", onclick: nextScheme }),
          element("button", { type: "button", "aria-label": "Keyboard help", onclick: showHelp }, "?"),
        ),
      ),
      filterBar(),
      element("main", { id: "main", tabindex: "-1" }),
      element("p", { class: "unseen", id: "said", role: "status", "aria-live": "polite" }),
      help(),
    );
  }

  function skipTo(id) {
    return (event) => {
      event.preventDefault();
      byId(id).focus();
    };
  }
  function skipToFinding(event) {
    event.preventDefault();
    if (state.file < 0) byId("main").querySelector("a, button")?.focus();
    else step(1, 0);
  }

  function leave(event) {
    event.preventDefault();
    go("");
  }

  const schemes = ["", "light", "dark"];
  const schemeNames = { "": "Auto", light: "Light", dark: "Dark" };
  function setScheme(scheme) {
    if (scheme === "") document.documentElement.removeAttribute("data-scheme");
    else document.documentElement.setAttribute("data-scheme", scheme);
    byId("scheme").textContent = `◐ ${schemeNames[scheme]}`;
    byId("scheme").setAttribute("aria-label", `Colours: ${schemeNames[scheme]}`);
    // Pages that were opened from a file may keep nothing.
    try {
      localStorage.setItem("stet-scheme", scheme);
    } catch {}
  }
  function nextScheme() {
    const now = document.documentElement.getAttribute("data-scheme") || "";
    setScheme(schemes[(schemes.indexOf(now) + 1) % schemes.length]);
  }
  function storedScheme() {
    try {
      const stored = localStorage.getItem("stet-scheme");
      return schemes.includes(stored) ? stored : "";
    } catch {
      return "";
    }
  }

  // ---- filters ----

  function toggleFilters() {
    const bar = byId("filters");
    bar.hidden = !bar.hidden;
    byId("show-filters").setAttribute("aria-expanded", String(!bar.hidden));
    if (!bar.hidden) bar.querySelector("button, select, input").focus();
  }

  function choice(set, value, text) {
    return element(
      "button",
      {
        type: "button",
        class: "choice",
        "aria-pressed": "false",
        onclick: (event) => {
          if (!set.delete(value)) set.add(value);
          event.currentTarget.setAttribute("aria-pressed", String(set.has(value)));
          filtersChanged();
        },
      },
      text,
    );
  }

  function filterBar() {
    const all = run.files.flatMap((file) => file.findings);
    const inFamily = (family) => all.filter((finding) => run.rules[finding.rule].family === family).length;
    const counts = severityCounts(all);
    const ids = run.rules.map((rule) => rule.id).sort();
    return element(
      "section",
      { id: "filters", class: "filters", "aria-label": "Filters", hidden: true },
      element(
        "div",
        { role: "group", "aria-label": "Family" },
        families.filter((family) => inFamily(family) > 0).map((family) => choice(filters.families, family, `${familyNames[family]} ${inFamily(family)}`)),
      ),
      element(
        "div",
        { role: "group", "aria-label": "Severity" },
        [2, 1, 0].filter((s) => counts[s] > 0).map((s) => choice(filters.severities, s, `${severityNames[s]} ${counts[s]}`)),
      ),
      element(
        "label",
        {},
        "Rule ",
        element(
          "select",
          { id: "filter-rule", onchange: (event) => ((filters.rule = event.target.value), filtersChanged()) },
          element("option", { value: "" }, "all rules"),
          ids.map((id) => element("option", { value: id }, id)),
        ),
      ),
      element(
        "label",
        { class: "file" },
        "File ",
        element("input", { id: "filter-path", type: "search", placeholder: "part of the path", oninput: (event) => ((filters.path = event.target.value), filtersChanged()) }),
      ),
      element("button", { type: "button", id: "clear-filters", onclick: clearFilters }, "Show all"),
    );
  }

  function clearFilters() {
    filters.families.clear();
    filters.severities.clear();
    filters.rule = filters.path = "";
    byId("filter-rule").value = byId("filter-path").value = "";
    for (const pressed of document.querySelectorAll(".choice[aria-pressed=true]")) pressed.setAttribute("aria-pressed", "false");
    filtersChanged();
  }

  function filtersChanged() {
    byId("show-filters").classList.toggle("on", isFiltered());
    if (state.file < 0) showOverview();
    else filterArticle();
    const shown = state.file < 0 ? worstFirst().reduce((sum, row) => sum + row.findings.length, 0) : visibleCards().length;
    say(`${counted(shown, "finding")} shown`);
  }

  // ---- the overview ----

  function showOverview() {
    const rows = worstFirst();
    const findings = rows.flatMap((row) => row.findings);
    const words = run.files.reduce((sum, file) => sum + file.words, 0);
    byId("path").replaceChildren();
    byId("main").className = "overview";
    byId("main").replaceChildren(
      overviewHead(rows, findings, words),
      runs.length > 1 ? trend() : "",
      rows.length > 0 ? articleTable(rows) : element("p", { class: "none" }, isFiltered() ? "The filters leave nothing." : "Nothing found."),
      findings.length > 0 ? ruleTable(findings) : "",
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
      element("h1", {}, rows.length === 0 ? "Nothing found" : `${counted(rows.length, "article")} with ${counted(findings.length, "finding")}`),
      element("p", { class: "about" }, `Of ${counted(run.files.length, "article")} with ${counted(words, "word")}${folder ? ` in ${folder}` : ""}.${isFiltered() ? " Filtered." : ""}`),
      element(
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
      const cell = element("span", { class: `heat${heat(counts[section])}`, title: `${heading || "Before the first heading"}: ${counted(counts[section], "finding")}` });
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
      return element("td", { class: `number heat${heat(count)}`, "data-family": familyNames[family] }, count === 0 ? element("span", { class: "zero" }, "0") : String(count));
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
      { id: "order", onchange: (event) => ((state.order = event.target.value), showOverview(), byId("order").focus()) },
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
        ? element("button", { type: "button", onclick: () => ((state.allRows = true), showOverview()) }, `Show all ${counted(rows.length, "article")}`)
        : "",
    );
  }

  function ruleTable(findings) {
    const counts = new Map();
    for (const finding of findings) counts.set(finding.rule, (counts.get(finding.rule) || 0) + 1);
    const rows = [...counts].sort((a, b) => b[1] - a[1] || (run.rules[a[0]].id < run.rules[b[0]].id ? -1 : 1));
    const only = (id) => () => {
      filters.rule = id;
      byId("filter-rule").value = id;
      byId("filters").hidden = false;
      byId("show-filters").setAttribute("aria-expanded", "true");
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
            element("button", { type: "button", onclick: only(info.id) }, element("b", {}, String(count)), hiddenText(" only "), element("code", {}, info.id)),
            element("span", {}, info.title),
          );
        }),
      ),
    );
  }

  function problemList(title, problems) {
    if (problems.length === 0) return "";
    const line = (problem) => element("li", {}, element("code", {}, problem.line > 0 ? `${problem.path}:${problem.line}` : problem.path), ` ${problem.what}`, problem.mend ? element("span", { class: "mend" }, ` ${problem.mend}`) : "");
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
      return element("li", {}, element("span", { class: "column" }, element("b", {}, String(total(counts))), part("note"), part("warning"), part("error")), element("span", { class: "label", title: label(counts, index) }, label(counts, index)));
    };
    const familyCount = (counts, family) =>
      Object.entries(counts.rules).reduce((sum, [rule, count]) => sum + (familyOfRule(rule) === family ? count : 0), 0);
    const row = (counts, index) =>
      element("tr", {}, element("th", { scope: "row" }, label(counts, index)), [counts.errors, counts.warnings, counts.notes, ...families.slice(0, 4).map((family) => familyCount(counts, family))].map((n) => element("td", { class: "number" }, String(n))));
    return element(
      "section",
      { "aria-labelledby": "trend-title", class: "trend" },
      element("h2", { id: "trend-title" }, "Over time"),
      element("ol", { class: "chart", "aria-hidden": "true" }, runs.map(column)),
      element(
        "details",
        {},
        element("summary", {}, "The numbers"),
        element("table", {}, element("thead", {}, element("tr", {}, ["Run", "Errors", "Warnings", "Notes", ...families.slice(0, 4).map((family) => familyNames[family])].map((name) => element("th", { scope: "col" }, name)))), element("tbody", {}, runs.map(row))),
      ),
    );
  }

  function familyOfRule(id) {
    const packs = { repetition: "R", contradiction: "C", consistency: "C", citation: "M", medical: "S" };
    return packs[id.split("/")[0]] || "";
  }

  // ---- the article ----

  function showArticle(index) {
    const file = run.files[index];
    const article = articleOf(index);
    Object.assign(state, { file: index, selected: -1, cards: [], marks: new Map() });
    const byBlock = new Map();
    article.findings.forEach((finding, number) => {
      if (!byBlock.has(finding.b)) byBlock.set(finding.b, []);
      byBlock.get(finding.b).push(number);
    });
    byId("path").replaceChildren(run.files.length > 1 ? element("a", { href: "#", onclick: leave }, "All articles") : "", element("span", { class: "file" }, shortPath(file)));
    byId("main").className = "article";
    byId("main").replaceChildren(articleHead(file, article), element("div", { id: "map", class: "map" }), proseOf(article, byBlock), articleFoot(file));
    filterArticle();
    window.scrollTo(0, 0);
  }

  function articleHead(file, article) {
    return element(
      "header",
      {},
      element("h1", { class: opensWithTitle(file, article) ? "unseen" : undefined }, file.title || file.path),
      element("p", { class: "about" }, `${shortPath(file)} · ${counted(file.words, "word")} `, element("span", { id: "article-counts" })),
      article.findings.length > 3 ? sectionHeat(file) : "",
    );
  }

  const blockText = (block) => (block.r || []).map((part) => (typeof part === "string" ? part : part[0])).join("");
  /** The article says its own title: it need not stand there twice. */
  function opensWithTitle(file, article) {
    const first = article.blocks.find((block) => block.k !== "markup" && block.k !== "divider");
    return first !== undefined && first.k === "heading" && blockText(first) === file.title;
  }

  function sectionHeat(file) {
    const counts = file.sections.map(() => new Map());
    for (const finding of file.findings) {
      const family = run.rules[finding.rule].family;
      counts[finding.section].set(family, (counts[finding.section].get(family) || 0) + 1);
    }
    const used = families.filter((family) => file.findings.some((finding) => run.rules[finding.rule].family === family));
    const first = (section) => file.findings.findIndex((finding) => finding.section === section);
    const row = (section) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, element("button", { type: "button", class: "link", onclick: () => select(first(section), { focus: true }) }, sectionName(file, section))),
        used.map((family) => {
          const count = counts[section].get(family) || 0;
          return element("td", { class: `number heat${heat(count)}` }, count === 0 ? element("span", { class: "zero" }, "0") : String(count));
        }),
      );
    const sections = [...counts.keys()].filter((section) => counts[section].size > 0);
    return element(
      "details",
      { class: "heat" },
      element("summary", {}, `Findings in ${sections.length} of ${counted(file.sections.filter(([, , words]) => words > 0).length, "section")}`),
      element("table", {}, element("thead", {}, element("tr", {}, element("th", { scope: "col" }, "Section"), used.map((family) => element("th", { scope: "col", class: "number" }, familyNames[family])))), element("tbody", {}, sections.map(row))),
    );
  }

  function articleFoot(file) {
    const rows = worstFirst();
    const at = rows.findIndex((row) => row.file === file);
    const link = (row, name) => (row ? element("a", { href: `#a${row.file.index}` }, element("span", {}, name), ` ${row.file.title || row.file.path}`) : "");
    return rows.length > 1 ? element("nav", { class: "foot", "aria-label": "Other articles" }, link(rows[at - 1], "Worse:"), link(rows[at + 1], "Next:")) : "";
  }

  /** The text in chunks that the browser lays out only when they come into view. */
  function proseOf(article, byBlock) {
    const prose = element("div", { class: "prose", id: "prose" });
    let chunk = null;
    let blocks = 0;
    for (const block of article.blocks) {
      // What only machines read is in the way, unless something was found there.
      if (block.k === "markup" && block.b === 0 && !byBlock.has(0)) continue;
      const opens = block.k === "heading" && block.l <= 3;
      if (chunk === null || blocks >= 40 || (opens && blocks >= 6)) {
        chunk = element("div", { class: "chunk" });
        prose.append(chunk);
        blocks = 0;
      }
      blocks++;
      chunk.append(blockElement(block, byBlock));
    }
    return prose;
  }

  const leafTags = { paragraph: "p", code: "pre", footnote: "p" };

  function blockElement(block, byBlock) {
    if (block.k === "divider") return element("hr");
    if (block.k === "table") return unit(tableElement(block), findingsIn(block, byBlock), block);
    const children = (block.c || []).map((child) => blockElement(child, byBlock));
    if (block.k === "list") return element(block.o ? "ol" : "ul", {}, children);
    if (block.k === "item") return element("li", {}, block.r ? unit(element("div", { class: "text" }, runsOf(block)), own(block, byBlock), block) : "", children);
    if (block.k === "quote" || children.length > 0) return element(block.k === "quote" ? "blockquote" : "div", { class: block.k }, block.r ? element("p", {}, runsOf(block)) : "", children);
    return unit(leafElement(block, own(block, byBlock)), own(block, byBlock), block);
  }

  function leafElement(block, findings) {
    if (block.k === "markup") return markupElement(block, findings.length > 0);
    if (block.k !== "heading") return element(leafTags[block.k] || "p", { class: block.k, tabindex: block.k === "code" ? "0" : undefined }, runsOf(block));
    // The page's own title is the only h1.
    return element(`h${Math.min(block.l + 1, 6)}`, { class: `level${block.l}` }, runsOf(block));
  }

  /** What machines read is folded away, unless something was found there. */
  function markupElement(block, open) {
    const first = blockText(block).trim().split("\n")[0];
    return element("details", { class: "markup", open }, element("summary", {}, first.length > 60 ? `${first.slice(0, 60)}…` : first), element("pre", { tabindex: "0" }, runsOf(block)));
  }

  function tableElement(block) {
    const row = (line) => element("tr", {}, (line.c || []).map((cell) => element(line.l === 1 ? "th" : "td", line.l === 1 ? { scope: "col" } : {}, runsOf(cell))));
    const rows = block.c || [];
    return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" }, element("table", {}, element("thead", {}, rows.filter((line) => line.l === 1).map(row)), element("tbody", {}, rows.filter((line) => line.l !== 1).map(row))));
  }

  const own = (block, byBlock) => byBlock.get(block.b) || [];
  function findingsIn(block, byBlock) {
    return [...own(block, byBlock), ...(block.c || []).flatMap((child) => findingsIn(child, byBlock))];
  }

  /** A block with its findings beside it. */
  function unit(content, findings, block) {
    const made = element("div", { class: "unit", "data-block": block.b, "data-at": block.a });
    if (findings.length > 0) made.append(element("div", { class: "cards" }, findings.map(card)));
    made.append(content);
    return made;
  }

  // Bits as in findings/prose.h.
  const styleTags = [[1, "em"], [2, "strong"], [4, "s"], [8, "code"]];
  const styleClasses = [[16, "link"], [32, "image"], [64, "reference"]];

  function runsOf(block) {
    return (block.r || []).map((part) => (typeof part === "string" ? part : runElement(part)));
  }

  function runElement([text, styles, marks]) {
    let made = text;
    const classes = styleClasses.filter(([bit]) => styles & bit).map(([, name]) => name);
    if (classes.length > 0) made = element("span", { class: classes.join(" ") }, made);
    for (const [bit, tag] of styleTags) if (styles & bit) made = element(tag, {}, made);
    return marks === undefined ? made : markElement(made, marks);
  }

  function markElement(content, numbers) {
    const mark = element("mark", { onclick: () => clickMark(numbers) }, content);
    for (const number of numbers) {
      if (!state.marks.has(number)) state.marks.set(number, []);
      state.marks.get(number).push(mark);
    }
    mark.stetNumbers = numbers;
    return mark;
  }

  const findingOf = (number) => Math.floor(number / marksOfAFinding);
  const endOf = (number) => number % marksOfAFinding;

  /** A click on marked words goes to the innermost finding that is not yet open, and round. */
  function clickMark(numbers) {
    const article = articleOf(state.file);
    const shown = [...new Set(numbers.map(findingOf))].filter((finding) => passes(article.findings[finding])).reverse();
    if (shown.length === 0) return;
    select(shown[(shown.indexOf(state.selected) + 1) % shown.length], { focus: true, stay: true });
  }

  // A card says what was found; opened, why and what to do.
  function card(number) {
    const finding = articleOf(state.file).findings[number];
    const rule = run.rules[finding.r];
    const kind = severities[finding.s];
    const made = element(
      "div",
      { class: `card ${kind}`, id: `f${number}`, role: "group", "aria-label": `${severityNames[finding.s]}, line ${finding.l}` },
      element(
        "button",
        { type: "button", class: "head", "aria-expanded": "false", onclick: () => toggle(number) },
        element("span", { class: "kind" }, element("span", { class: "severity" }, severityNames[finding.s]), element("span", { class: "family" }, packNames[rule.id.split("/")[0]] || rule.title), element("span", { class: "line" }, `line ${finding.l}`)),
        element("span", { class: "message" }, capital(finding.m)),
      ),
    );
    state.cards.push({ number, element: made });
    return made;
  }

  function buildDetails(number) {
    const finding = articleOf(state.file).findings[number];
    const rule = run.rules[finding.r];
    const others = (finding.e || []).map((end, index) => endButton(number, end, index + 1)).filter(Boolean);
    return element(
      "div",
      { class: "details" },
      element("p", {}, rule.why),
      element("p", { class: "instead" }, rule.instead),
      finding.x ? element("p", { class: "fix" }, element("code", {}, finding.u ? "stet --fix --unsafe-fixes" : "stet --fix"), ` can do it: ${finding.x}`) : "",
      others.length > 0 ? element("p", { class: "ends" }, others) : "",
      element("p", { class: "stand" }, "To let it stand, write before the passage: ", element("code", {}, `<!-- stet ${rule.id}: your reason -->`)),
      element("p", { class: "rule" }, element("code", {}, rule.id)),
    );
  }

  function endButton(number, end, index) {
    // The other end of a pair has its button where the two stand side by side.
    return end.f && element("button", { type: "button", class: "end", onclick: () => showEnd(number, index) }, `also line ${end.l}`);
  }

  function showEnd(number, end) {
    const finding = articleOf(state.file).findings[number];
    const place = end === 0 ? finding : finding.e[end - 1];
    const target = (state.marks.get(number * marksOfAFinding + end) || [])[0] || document.querySelector(`[data-block="${place.b}"]`);
    if (!target) return;
    target.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    target.classList.add("flash");
    setTimeout(() => target.classList.remove("flash"), 1600);
    say(`Line ${place.l}`);
  }
  const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  // ---- two places side by side ----

  const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

  /** Words that two passages share, in order: positions in both (the longest common subsequence). */
  function sharedWords(a, b) {
    const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    const shared = [new Set(), new Set()];
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] === b[j]) shared[0].add(i++), shared[1].add(j++);
      else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
      else j++;
    }
    return shared;
  }

  const textOf = (parts) => parts.map(([text]) => text).join("");
  const wordsOf = (text) => (text.match(wordPattern) || []).map((word) => word.toLowerCase().replace(/’/g, "'"));
  const roleNames = ["", "found", "flips", "aligns"];

  /** A passage whose marks the program set. */
  function markedPassage(parts) {
    const speaks = parts.some(([, role]) => role > 1) || parts.every(([, role]) => role === 1); // the words found say nothing more
    return parts.map(([text, role]) => (role === 0 || (role === 1 && speaks) ? text : element("span", { class: roleNames[role] }, text)));
  }

  /** A passage with the words marked that stand in the other one as well. */
  function alignedPassage(text, shared) {
    const made = [];
    let from = 0;
    let index = 0;
    for (const match of text.matchAll(wordPattern)) {
      if (shared.has(index++)) {
        made.push(text.slice(from, match.index), element("span", { class: "aligns" }, match[0]));
        from = match.index + match[0].length;
      }
    }
    return [...made, text.slice(from)];
  }

  function passages(here, other) {
    const hasMarks = (parts) => parts.some(([, role]) => role > 1);
    if (hasMarks(here) || hasMarks(other)) return [markedPassage(here), markedPassage(other)];
    const words = [wordsOf(textOf(here)), wordsOf(textOf(other))];
    if (words.some((list) => list.length > most.words)) return [markedPassage(here), markedPassage(other)];
    const shared = sharedWords(...words);
    // Passages with little in common are two statements, not two versions of one.
    if (shared[0].size * 2 < Math.min(words[0].length, words[1].length)) return [markedPassage(here), markedPassage(other)];
    return [alignedPassage(textOf(here), shared[0]), alignedPassage(textOf(other), shared[1])];
  }

  function buildPair(number) {
    const file = run.files[state.file];
    const finding = articleOf(state.file).findings[number];
    const others = (finding.e || []).map((end, index) => ({ end, index: index + 1 })).filter(({ end }) => !end.f);
    if (others.length === 0) return null;
    const side = (place, name, content, go) =>
      element(
        "div",
        { class: "side" },
        element("p", { class: "place" }, element("b", {}, place.p === undefined ? `Line ${place.l}` : `${place.p}, line ${place.l}`), element("span", {}, name), go ? element("button", { type: "button", class: "end", onclick: go }, "Go there") : ""),
        place.p === undefined && sectionName(file, place.k) ? element("p", { class: "heading" }, sectionName(file, place.k)) : "",
        element("blockquote", {}, content),
      );
    const rows = others.map(({ end, index }) => {
      const [here, there] = passages(finding.t, end.t);
      const sides = [side(finding, "here", here), side(end, end.m, there, end.p === undefined ? () => showEnd(number, index) : null)];
      const otherFirst = end.p !== undefined || end.l < finding.l;
      return element("div", { class: "sides" }, otherFirst ? sides.reverse() : sides);
    });
    const figure = element("figure", { class: "pair", "aria-label": "The places side by side" }, rows);
    figure.append(legend(figure));
    return figure;
  }

  function legend(figure) {
    const flips = figure.querySelector(".flips");
    const aligns = figure.querySelector(".aligns");
    return element("figcaption", {}, aligns ? [element("span", { class: "aligns" }, "shared"), " "] : "", flips ? element("span", { class: "flips" }, "differs") : "");
  }

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  // ---- selecting ----

  function setOpen(number, open) {
    const box = byId(`f${number}`);
    const head = box.firstChild;
    if (open && !box.querySelector(".details")) {
      box.append(buildDetails(number));
      const pair = buildPair(number);
      if (pair) {
        pair.id = `pair${number}`;
        box.closest(".unit").append(pair);
      }
    }
    head.setAttribute("aria-expanded", String(open));
    const details = box.querySelector(".details");
    if (details) details.hidden = !open;
    const pair = byId(`pair${number}`);
    if (pair) pair.hidden = !open;
  }

  function toggle(number) {
    if (state.selected === number && byId(`f${number}`).firstChild.getAttribute("aria-expanded") === "true") setOpen(number, false);
    else select(number, { stay: true });
  }

  function select(number, { focus = false, stay = false } = {}) {
    if (state.selected >= 0 && state.selected !== number) {
      byId(`f${state.selected}`).classList.remove("selected");
      setOpen(state.selected, false);
    }
    state.selected = number;
    const box = byId(`f${number}`);
    box.classList.add("selected");
    setOpen(number, true);
    for (const mark of document.querySelectorAll("mark.selected")) mark.classList.remove("selected");
    const ends = (articleOf(state.file).findings[number].e || []).length;
    for (let end = 0; end <= ends; end++) {
      for (const mark of state.marks.get(number * marksOfAFinding + end) || []) mark.classList.add("selected");
    }
    if (focus) box.firstChild.focus({ preventScroll: true });
    const target = (state.marks.get(number * marksOfAFinding) || [])[0] || box;
    if (!stay) target.scrollIntoView({ block: "center", behavior: "auto" });
    else if (focus) box.scrollIntoView({ block: "nearest" });
    history.replaceState(null, "", `#a${state.file}.f${number}`);
    drawMap();
  }

  const visibleCards = () => state.cards.filter(({ element: box }) => !box.hidden);

  /** To the finding so many further on. With `from` 0 to the first one. */
  function step(by, from) {
    const shown = visibleCards();
    if (shown.length === 0) return say("No findings here");
    const now = from ?? shown.findIndex(({ number }) => number === state.selected) + 1; // 0: none yet
    const next = now === 0 ? (by > 0 ? 0 : shown.length - 1) : now - 1 + by;
    if (next < 0 || next >= shown.length) return say(by > 0 ? "That was the last finding of this article" : "That was the first finding of this article");
    select(shown[next].number, { focus: true });
  }

  function stepArticle(by) {
    const rows = worstFirst();
    const at = rows.findIndex((row) => row.file.index === state.file);
    const row = state.file < 0 ? rows[0] : rows[at + by];
    if (row) go(`a${row.file.index}`);
    else say(by > 0 ? "That was the last article" : "That was the worst article");
  }

  function otherEnd() {
    if (state.selected < 0) return;
    const ends = (articleOf(state.file).findings[state.selected].e || []).filter((end) => end.p === undefined).length;
    if (ends === 0) return say("This finding has one place only");
    state.end = ((state.endOf === state.selected ? state.end : 0) + 1) % (ends + 1);
    state.endOf = state.selected;
    showEnd(state.selected, state.end);
  }

  function filterArticle() {
    const article = articleOf(state.file);
    const counts = [0, 0, 0];
    for (const { number, element: box } of state.cards) {
      box.hidden = !passes(article.findings[number]);
      const pair = byId(`pair${number}`);
      if (pair) pair.hidden = box.hidden || box.firstChild.getAttribute("aria-expanded") !== "true";
      if (!box.hidden) counts[article.findings[number].s]++;
    }
    byId("article-counts").replaceChildren(severitySummary(counts));
    for (const mark of document.querySelectorAll("#prose mark")) dressMark(mark, article);
    drawMap();
  }

  /** A mark looks like the worst of the findings that begin there; the far ends of findings are fainter. */
  function dressMark(mark, article) {
    const shown = mark.stetNumbers.filter((number) => passes(article.findings[findingOf(number)]));
    const here = shown.filter((number) => endOf(number) === 0);
    const worst = Math.max(-1, ...(here.length > 0 ? here : shown).map((number) => article.findings[findingOf(number)].s));
    mark.className = worst < 0 ? "off" : `${severities[worst]}${here.length === 0 ? " far" : ""}${mark.classList.contains("selected") ? " selected" : ""}`;
  }

  // ---- the map ----

  // Along it lies the article; across it arcs join the ends of pairs. It stands beside the text, or above it on a narrow screen.
  function drawMap() {
    const holder = byId("map");
    if (!holder) return;
    const across = holder.clientWidth > holder.clientHeight;
    const length = Math.max(across ? holder.clientWidth : holder.clientHeight, 60);
    const depth = across ? holder.clientHeight : holder.clientWidth;
    const article = articleOf(state.file);
    const shown = article.findings.map((finding, number) => ({ finding, number })).filter(({ finding }) => passes(finding));
    const at = (place) => 6 + (place.at / 1000) * (length - 12);
    const svg = element("svg", { role: "img", "aria-label": mapText(shown), width: across ? length : depth, height: across ? depth : length, onclick: clickMap });
    const box = (from, to, thick, properties) =>
      element("rect", across ? { x: from, y: 0, width: to - from, height: thick, ...properties } : { x: 0, y: from, width: thick, height: to - from, ...properties });
    svg.append(box(0, length, 10, { class: "paper", rx: 3 }));
    const pairs = shown.flatMap(({ finding, number }) => (finding.e || []).filter((end) => !end.f && end.p === undefined).map((end) => ({ finding, number, end })));
    const selectedLast = (a, b) => (a.number === state.selected) - (b.number === state.selected) || a.finding.s - b.finding.s;
    for (const { finding, number, end } of pairs.slice(0, most.arcs).sort(selectedLast)) {
      svg.append(element("path", { class: `arc ${severities[finding.s]}${number === state.selected ? " selected" : ""}`, d: arc(at(finding), at(end), depth, across) }));
    }
    for (const { finding, end } of pairs) svg.append(box(at(end) - 0.75, at(end) + 0.75, 5, { class: `tick far ${severities[finding.s]}` }));
    for (const { finding, number } of shown.sort(selectedLast)) {
      const chosen = number === state.selected;
      svg.append(box(at(finding) - (chosen ? 2.5 : 1.25), at(finding) + (chosen ? 2.5 : 1.25), chosen ? 14 : 10, { class: `tick ${severities[finding.s]}`, "data-number": number }));
    }
    svg.append(box(0, 0, 10, { id: "view", class: "view" }));
    state.mapLength = length;
    state.mapAcross = across;
    holder.replaceChildren(svg);
    showView();
  }

  /** Marks on the map what is in view. */
  function showView() {
    const view = byId("view");
    if (!view) return;
    const prose = byId("prose").getBoundingClientRect();
    const unitAt = (y) => document.elementsFromPoint(prose.left + Math.min(300, prose.width * 0.6), y).map((found) => found.closest("[data-at]")).find(Boolean);
    const from = Number((unitAt(90) || unitAt(150) || unitAt(230))?.dataset.at ?? 0);
    const to = Number((unitAt(innerHeight - 10) || unitAt(innerHeight - 70) || unitAt(innerHeight - 150))?.dataset.at ?? 1000);
    const [start, size] = state.mapAcross ? ["x", "width"] : ["y", "height"];
    view.setAttribute(start, 6 + (from / 1000) * (state.mapLength - 12));
    view.setAttribute(size, Math.max(8, (Math.max(to - from, 0) / 1000) * (state.mapLength - 12)));
  }
  let viewAsked = false;
  function viewSoon() {
    if (viewAsked) return;
    viewAsked = true;
    requestAnimationFrame(() => ((viewAsked = false), showView()));
  }

  function arc(from, to, depth, across) {
    const bulge = 10 + Math.min(depth - 14, 12 + Math.abs(to - from) * 0.35) * 1.3;
    const near = 11;
    return across ? `M${from} ${near}C${from} ${bulge} ${to} ${bulge} ${to} ${near}` : `M${near} ${from}C${bulge} ${from} ${bulge} ${to} ${near} ${to}`;
  }

  function mapText(shown) {
    const pairs = shown.filter(({ finding }) => (finding.e || []).some((end) => !end.f)).length;
    return `Map of the article: ${counted(shown.length, "finding")}, ${counted(pairs, "pair")}`;
  }

  /** A click on the map goes to the nearest finding. */
  function clickMap(event) {
    const box = event.currentTarget.getBoundingClientRect();
    const part = box.width > box.height ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    const findings = articleOf(state.file).findings;
    const shown = visibleCards().map(({ number }) => number);
    const far = (number) => Math.abs(findings[number].at / 1000 - part);
    if (shown.length > 0) select(shown.reduce((best, number) => (far(number) < far(best) ? number : best)), { focus: true });
  }

  // ---- the keyboard ----

  const keys = [
    ["j", "next finding", () => step(1)],
    ["k", "finding before", () => step(-1)],
    ["o", "other end of the finding, and back", otherEnd],
    ["]", "next article", () => stepArticle(1)],
    ["[", "article before", () => stepArticle(-1)],
    ["a", "all articles", () => go("")],
    ["f", "filters", toggleFilters],
    ["/", "filter by file", () => ((byId("filters").hidden = true), toggleFilters(), byId("filter-path").focus())],
    ["d", "light, dark, as the system", nextScheme],
    ["?", "this help", showHelp],
  ];

  function help() {
    const rows = keys.map(([key, what]) => element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)));
    return element(
      "dialog",
      { id: "help", "aria-labelledby": "help-title" },
      element("h2", { id: "help-title" }, "Keys"),
      element("dl", {}, rows, element("div", {}, element("dt", {}, element("kbd", {}, "Enter")), element("dd", {}, "open or close the finding in focus"))),
      element("label", { class: "switch" }, element("input", { type: "checkbox", checked: true, onchange: (event) => (state.shortcuts = event.target.checked) }), " Keys of one letter are on"),
      element("form", { method: "dialog" }, element("button", {}, "Close")),
      element("p", { class: "version" }, `stet ${run.version}`),
    );
  }
  function showHelp() {
    byId("help").showModal();
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const key = keys.find(([name]) => name === event.key);
    if (key === undefined || (!state.shortcuts && event.key !== "?")) return;
    if ("jko".includes(event.key) && state.file < 0) return stepArticle(0);
    event.preventDefault();
    key[2]();
  }

  // ---- the start ----

  function go(hash) {
    if (location.hash.slice(1) === hash) show();
    else location.hash = hash;
  }

  /** Shows what the address names: nothing, an article, or a finding in it. */
  function show() {
    const [, file, finding] = location.hash.match(/^#a(\d+)(?:\.f(\d+))?$/) || [];
    const known = file !== undefined && run.files[file]?.findings.length > 0;
    if (!known) {
      state.file = -1;
      showOverview();
    } else {
      if (state.file !== Number(file)) showArticle(Number(file));
      if (finding !== undefined && articleOf(state.file).findings[finding]) select(Number(finding), { focus: true });
    }
    if (finding === undefined && state.shown) byId("main").focus({ preventScroll: true });
    state.shown = true;
  }

  frame();
  setScheme(storedScheme());
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", show);
  window.addEventListener("resize", drawMap);
  window.addEventListener("scroll", viewSoon, { passive: true });
  window.addEventListener("beforeprint", () => state.file >= 0 && visibleCards().forEach(({ number }) => setOpen(number, true)));
  window.addEventListener("afterprint", () => state.file >= 0 && visibleCards().forEach(({ number }) => setOpen(number, number === state.selected)));
  const withFindings = run.files.filter((file) => file.findings.length > 0);
  if (run.files.length === 1 && withFindings.length === 1 && location.hash === "") history.replaceState(null, "", `#a${withFindings[0].index}`);
  show();
})();
