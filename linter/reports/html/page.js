// Elements, the page around, the filter bar.

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
/** One finding in a long article is not none. */
function perThousand(count, words) {
  if (words === 0) return "–";
  const rate = ((count * 1000) / words).toFixed(1);
  return count > 0 && rate === "0.0" ? "<0.1" : rate;
}
const byId = (id) => document.getElementById(id);

/** Tells something by the way, to eyes and to screen readers. */
function say(text) {
  const said = byId("said");
  said.textContent = text;
  said.className = "said";
  clearTimeout(state.saying);
  state.saying = setTimeout(() => (said.className = "unseen"), 4000);
}

function severitySummary(counts) {
  return element(
    "span",
    { class: "counts" },
    [2, 1, 0]
      .filter((s) => counts[s] > 0)
      .map((s) => element("span", { class: `count ${severities[s]}` }, counted(counts[s], severities[s]))),
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
        element(
          "button",
          { type: "button", id: "show-filters", "aria-expanded": "false", "aria-controls": "filters", onclick: toggleFilters },
          "Filter",
        ),
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
const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
function dressScheme() {
  document.documentElement.dataset.scheme = state.scheme || (systemIsDark.matches ? "dark" : "light");
}
function setScheme(scheme) {
  state.scheme = scheme;
  dressScheme();
  byId("scheme").textContent = `◐ ${schemeNames[scheme]}`;
  byId("scheme").setAttribute("aria-label", `Colours: ${schemeNames[scheme]}`);
  // Pages that were opened from a file may keep nothing.
  try {
    localStorage.setItem("stet-scheme", scheme);
  } catch {}
}
function nextScheme() {
  setScheme(schemes[(schemes.indexOf(state.scheme) + 1) % schemes.length]);
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

function openFilters(open) {
  byId("filters").hidden = !open;
  byId("show-filters").setAttribute("aria-expanded", String(open));
}
function toggleFilters() {
  const bar = byId("filters");
  openFilters(bar.hidden);
  // The bar stays in view wherever the reader is: to focus it moves nothing.
  if (!bar.hidden) bar.querySelector("button, select, input").focus({ preventScroll: true });
}

const choices = []; // the buttons of the filter bar, each with the filter and the value it stands for
function choice(filter, value, text) {
  const press = () => {
    if (!filters[filter].delete(value)) filters[filter].add(value);
    filtersChanged();
  };
  const button = element("button", { type: "button", class: "choice", "aria-pressed": "false", onclick: press }, text);
  choices.push({ button, filter, value });
  return button;
}

/** The filter bar shows what is set. */
function dressFilters() {
  for (const { button, filter, value } of choices) button.setAttribute("aria-pressed", String(filters[filter].has(value)));
  byId("filter-rule").value = filters.rule;
  if (byId("filter-path").value !== filters.path) byId("filter-path").value = filters.path;
  byId("show-filters").classList.toggle("on", isFiltered());
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
      families
        .filter((family) => inFamily(family) > 0)
        .map((family) => choice("families", family, `${familyNames[family]} ${inFamily(family)}`)),
    ),
    element(
      "div",
      { role: "group", "aria-label": "Severity" },
      [2, 1, 0].filter((s) => counts[s] > 0).map((s) => choice("severities", s, `${severityNames[s]} ${counts[s]}`)),
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
      element("input", {
        id: "filter-path",
        type: "search",
        placeholder: "part of the path",
        oninput: (event) => ((filters.path = event.target.value), filtersChanged()),
      }),
    ),
    element("button", { type: "button", id: "clear-filters", onclick: clearFilters }, "Show all"),
  );
}

function clearFilters() {
  filters.families.clear();
  filters.severities.clear();
  filters.rule = filters.path = "";
  filtersChanged();
}

/** Does what changes heights, and has the reader see the same words as before. */
function keepPlace(change) {
  const top = byId("filters").getBoundingClientRect().bottom;
  const units = [...document.querySelectorAll("[data-block]")];
  const seen = window.scrollY > 0 && units.find((unit) => unit.getBoundingClientRect().bottom > top);
  const before = seen && seen.getBoundingClientRect().top;
  change();
  if (seen) window.scrollBy(0, seen.getBoundingClientRect().top - before);
}

function filtersChanged() {
  dressFilters();
  keepAddress();
  if (state.file < 0) showOverview();
  else keepPlace(filterArticle);
  const shown = state.file < 0 ? worstFirst().reduce((sum, row) => sum + row.findings.length, 0) : visibleCards().length;
  say(`${counted(shown, "finding")} shown`);
}
