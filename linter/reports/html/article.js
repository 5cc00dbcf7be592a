// An article as it reads, with its findings in the margin.

function showArticle(index) {
  const file = run.files[index];
  const article = articleOf(index);
  Object.assign(state, { file: index, selected: -1, cards: [], marks: new Map() });
  const byBlock = new Map();
  article.findings.forEach((finding, number) => {
    if (!byBlock.has(finding.b)) byBlock.set(finding.b, []);
    byBlock.get(finding.b).push(number);
  });
  document.title = `${file.title || shortPath(file)} · stet`;
  byId("path").replaceChildren(
    run.files.length > 1 ? element("a", { href: "#", onclick: leave }, "All articles") : "",
    element("span", { class: "file" }, shortPath(file)),
  );
  byId("main").className = "article";
  byId("main").replaceChildren(
    articleHead(file, article),
    element("div", { id: "map", class: "map" }),
    proseOf(article, byBlock),
    articleFoot(file),
  );
  filterArticle();
  window.scrollTo(0, 0);
}

function articleHead(file, article) {
  return element(
    "header",
    {},
    element("h1", { class: opensWithTitle(file, article) ? "unseen" : undefined }, file.title || shortPath(file)),
    element("p", { class: "about parts" }, `${shortPath(file)} · ${counted(file.words, "word")} `, element("span", { id: "article-counts" })),
    firstFindings(article),
    article.findings.length > 3 ? sectionHeat(file) : "",
  );
}

/** The gravest findings, so that the first screen says what is wrong, wherever in the article it stands. */
function firstFindings(article) {
  const worst = article.findings
    .map((finding, number) => ({ finding, number }))
    .filter(({ finding }) => passes(finding))
    .sort((a, b) => b.finding.s - a.finding.s || a.number - b.number);
  if (worst.length === 0) return element("div", { id: "first" });
  const line = ({ finding, number }) =>
    element(
      "li",
      { class: severities[finding.s] },
      element(
        "button",
        { type: "button", class: "link", onclick: () => select(number, { focus: true }) },
        element("span", { class: "severity" }, `${severityNames[finding.s]}, line ${finding.l}: `),
        capital(finding.m),
      ),
    );
  const more = worst.length - most.first;
  return element(
    "div",
    { id: "first", class: "first" },
    element("ol", { "aria-label": "The gravest findings" }, worst.slice(0, most.first).map(line)),
    more > 0 ? element("p", { class: "about" }, `and ${more} more below`) : "",
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
      element(
        "th",
        { scope: "row" },
        element(
          "button",
          { type: "button", class: "link", onclick: () => select(first(section), { focus: true }) },
          sectionName(file, section),
        ),
      ),
      used.map((family) => {
        const count = counts[section].get(family) || 0;
        return element("td", { class: `number heat${heat(count)}` }, count === 0 ? element("span", { class: "zero" }, "0") : String(count));
      }),
    );
  const sections = [...counts.keys()].filter((section) => counts[section].size > 0);
  return element(
    "details",
    { class: "heat" },
    element(
      "summary",
      {},
      `Findings in ${sections.length} of ${counted(file.sections.filter(([, , words]) => words > 0).length, "section")}`,
    ),
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, "Section"),
          used.map((family) => element("th", { scope: "col", class: "number" }, familyNames[family])),
        ),
      ),
      element("tbody", {}, sections.map(row)),
    ),
  );
}

function articleFoot(file) {
  const rows = worstFirst();
  const at = rows.findIndex((row) => row.file === file);
  const link = (row, name) =>
    row ? element("a", { href: `#a${row.file.index}` }, element("span", {}, name), ` ${row.file.title || shortPath(row.file)}`) : "";
  return rows.length > 1
    ? element("nav", { class: "foot", "aria-label": "Other articles" }, link(rows[at - 1], "Worse:"), link(rows[at + 1], "Next:"))
    : "";
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
      chunk = element("div", { class: "chunk", oncontentvisibilityautostatechange: alignChunk });
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
  if (block.k === "list") return element(block.o ? "ol" : "ul", { start: block.n }, children);
  if (block.k === "item")
    return element("li", {}, block.r ? unit(element("div", { class: "text" }, runsOf(block)), own(block, byBlock), block) : "", children);
  if (block.k === "quote" || children.length > 0)
    return element(
      block.k === "quote" ? "blockquote" : "div",
      { class: block.k },
      block.r ? element("p", {}, runsOf(block)) : "",
      children,
    );
  return unit(leafElement(block, own(block, byBlock)), own(block, byBlock), block);
}

function leafElement(block, findings) {
  if (block.k === "markup") return markupElement(block, findings.length > 0);
  if (block.k !== "heading")
    return element(leafTags[block.k] || "p", { class: block.k, tabindex: block.k === "code" ? "0" : undefined }, runsOf(block));
  // The page's own title is the only h1.
  return element(`h${Math.min(block.l + 1, 6)}`, { class: `level${block.l}` }, runsOf(block));
}

/** What machines read is folded away, unless something was found there. */
function markupElement(block, open) {
  const first = blockText(block).trim().split("\n")[0];
  return element(
    "details",
    { class: "markup", open },
    element("summary", {}, first.length > 60 ? `${first.slice(0, 60)}…` : first),
    element("pre", { tabindex: "0" }, runsOf(block)),
  );
}

function tableElement(block) {
  const row = (line) =>
    element(
      "tr",
      {},
      (line.c || []).map((cell) => element(line.l === 1 ? "th" : "td", line.l === 1 ? { scope: "col" } : {}, runsOf(cell))),
    );
  const rows = block.c || [];
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "group", "aria-label": "Table" },
    element(
      "table",
      {},
      element("thead", {}, rows.filter((line) => line.l === 1).map(row)),
      element("tbody", {}, rows.filter((line) => line.l !== 1).map(row)),
    ),
  );
}

/** Cards beside a long block stand at the height of their words, as far as those before them let them. */
function alignCards(unit) {
  const column = unit.querySelector(".cards");
  const beside = column !== null && getComputedStyle(column).float !== "none";
  unit.classList.toggle("aligned", beside);
  if (column === null) return;
  for (const box of column.children) box.style.marginTop = "";
  if (!beside || column.children.length < 2) return;
  let bottom = column.getBoundingClientRect().top;
  for (const box of column.children) {
    if (box.hidden) continue;
    const [mark] = state.marks.get(Number(box.id.slice(1)) * marksOfAFinding) || [];
    const gap = mark === undefined ? 0 : mark.getBoundingClientRect().top - bottom;
    if (gap > 0) box.style.marginTop = `${Math.round(gap)}px`;
    bottom = box.getBoundingClientRect().bottom + cardGap;
  }
}
const cardGap = 8; // pixels, as in findings.css
function alignChunk(event) {
  if (!event.skipped) event.currentTarget.querySelectorAll(".unit").forEach(alignCards);
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
const styleTags = [
  [1, "em"],
  [2, "strong"],
  [4, "s"],
  [8, "code"],
];
const styleClasses = [
  [16, "link"],
  [32, "image"],
  [64, "reference"],
];

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
      element(
        "span",
        { class: "kind" },
        element("span", { class: "severity" }, severityNames[finding.s]),
        element("span", { class: "family" }, packNames[rule.id.split("/")[0]] || rule.title),
        element("span", { class: "line" }, `line ${finding.l}`),
      ),
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
    finding.x
      ? element(
          "p",
          { class: "fix" },
          element("code", {}, finding.u ? "stet --fix --unsafe-fixes" : "stet --fix"),
          ` can do it: ${finding.x}`,
        )
      : "",
    others.length > 0 ? element("p", { class: "ends" }, others) : "",
    element(
      "p",
      { class: "stand" },
      "To let it stand, write before the passage: ",
      element("code", {}, `<!-- stet ${rule.id}: your reason -->`),
    ),
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
