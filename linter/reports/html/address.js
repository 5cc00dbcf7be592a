// What the address holds: the article, the finding in it, and what the list is narrowed to, so that a link shows another reader the same.
//
//     #a3.f12?family=repetition,source&severity=error&rule=citation/unsourced-research&file=tea&order=dense
//
// Articles and findings are named by their places in the report. Links within the page name no filters: they keep those that are set.

const familyKeys = { R: "repetition", C: "contradiction", I: "consistency", M: "source", S: "caution", "": "other" };

/** The filters as the address has them: empty, or from `?` on. */
function filterQuery() {
  const parts = [
    ["family", families.filter((family) => filters.families.has(family)).map((family) => familyKeys[family])],
    ["severity", [2, 1, 0].filter((severity) => filters.severities.has(severity)).map((severity) => severities[severity])],
    ["rule", [filters.rule]],
    ["file", [filters.path]],
    ["order", [state.order === "worst" ? "" : state.order]],
  ];
  const set = parts.map(([name, values]) => [name, values.filter(Boolean)]).filter(([, values]) => values.length > 0);
  return set.length === 0 ? "" : `?${set.map(([name, values]) => `${name}=${values.map(readable).join(",")}`).join("&")}`;
}
/** Percent-encoded where it must be; `/` may stand in a fragment (RFC 3986). */
const readable = (text) => encodeURIComponent(text).replaceAll("%2F", "/");

/** Sets the filters as a query says; what it names and the report does not know is passed over. */
function readFilters(query) {
  const asked = new URLSearchParams(query);
  const list = (name) => (asked.get(name) || "").split(",");
  filters.families = new Set(families.filter((family) => list("family").includes(familyKeys[family])));
  filters.severities = new Set([0, 1, 2].filter((severity) => list("severity").includes(severities[severity])));
  filters.rule = run.rules.some(({ id }) => id === asked.get("rule")) ? asked.get("rule") : "";
  filters.path = asked.get("file") || "";
  state.order = Object.hasOwn(orders, asked.get("order")) ? asked.get("order") : "worst";
  dressFilters();
  if (isFiltered()) openFilters(true);
}

/** The address of what is shown. */
function currentPlace() {
  if (state.file < 0) return "";
  return state.selected < 0 ? `a${state.file}` : `a${state.file}.f${state.selected}`;
}

/** Brings the address up to date without a step in the browser's history. */
function keepAddress() {
  // Browsers allow so many changes a minute; a link that lags behind is no reason to stop.
  try {
    history.replaceState(null, "", `#${currentPlace()}${filterQuery()}`);
  } catch {}
}

/** Goes to a place, such as `a3`, with the filters that are set. */
function go(place) {
  const hash = `#${place}${filterQuery()}`;
  if (location.hash === hash) show();
  else location.hash = hash;
}

/** Shows what the address names: nothing, an article, or a finding in it. */
function show() {
  const [, place, query] = location.hash.match(/^#?([^?]*)(\?.*)?$/);
  const narrowed = query !== undefined && query !== filterQuery();
  if (narrowed) readFilters(query);
  const [, file, finding] = place.match(/^a(\d+)(?:\.f(\d+))?$/) || [];
  const known = file !== undefined && run.files[file]?.findings.length > 0;
  if (!known) {
    Object.assign(state, { file: -1, selected: -1 });
    showOverview();
  } else {
    if (state.file !== Number(file)) showArticle(Number(file));
    else if (narrowed) filterArticle();
    const wanted = finding === undefined ? undefined : articleOf(state.file).findings[finding];
    if (wanted !== undefined && passes(wanted)) select(Number(finding), { focus: true });
  }
  keepAddress();
  if (finding === undefined && state.shown) byId("main").focus({ preventScroll: true });
  state.shown = true;
}
