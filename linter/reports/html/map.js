// The map of an article.

// Along it lies the article; across it arcs join the ends of pairs. It stands beside the text, or above it on a narrow screen. Places are
// told in thousandths of the file; the map begins with the text that is shown, behind front matter.
function alongMap(at) {
  const opens = Number(document.querySelector("#prose [data-at]")?.dataset.at ?? 0);
  return Math.min(Math.max((at - opens) / Math.max(1000 - opens, 1), 0), 1);
}

function drawMap() {
  const holder = byId("map");
  if (!holder) return;
  const across = holder.clientWidth > holder.clientHeight;
  const length = Math.max(across ? holder.clientWidth : holder.clientHeight, 60);
  const depth = across ? holder.clientHeight : holder.clientWidth;
  const article = articleOf(state.file);
  const shown = article.findings.map((finding, number) => ({ finding, number })).filter(({ finding }) => passes(finding));
  const at = (place) => 6 + alongMap(place.at) * (length - 12);
  const svg = element("svg", {
    role: "img",
    "aria-label": mapText(shown),
    width: across ? length : depth,
    height: across ? depth : length,
    onclick: clickMap,
  });
  const box = (from, to, thick, properties) =>
    element(
      "rect",
      across
        ? { x: from, y: 0, width: to - from, height: thick, ...properties }
        : { x: 0, y: from, width: thick, height: to - from, ...properties },
    );
  svg.append(box(0, length, 10, { class: "paper", rx: 3 }));
  const pairs = shown.flatMap(({ finding, number }) =>
    (finding.e || []).filter((end) => !end.f && end.p === undefined).map((end) => ({ finding, number, end })),
  );
  const selectedLast = (a, b) => (a.number === state.selected) - (b.number === state.selected) || a.finding.s - b.finding.s;
  for (const { finding, number, end } of pairs.slice(0, most.arcs).sort(selectedLast)) {
    svg.append(
      element("path", {
        class: `arc ${severities[finding.s]}${number === state.selected ? " selected" : ""}`,
        d: arc(at(finding), at(end), depth, across),
      }),
    );
  }
  for (const { finding, end } of pairs) svg.append(box(at(end) - 0.75, at(end) + 0.75, 5, { class: `tick far ${severities[finding.s]}` }));
  for (const { finding, number } of shown.sort(selectedLast)) {
    const chosen = number === state.selected;
    svg.append(
      box(at(finding) - (chosen ? 2.5 : 1.25), at(finding) + (chosen ? 2.5 : 1.25), chosen ? 14 : 10, {
        class: `tick ${severities[finding.s]}`,
        "data-number": number,
      }),
    );
  }
  svg.append(box(0, 0, 10, { id: "view", class: "view" }));
  state.mapLength = length;
  state.mapAcross = across;
  holder.replaceChildren(svg);
  viewSoon(); // what is in view is known when the text is laid out
}

/** Marks on the map what is in view. */
function showView() {
  const view = byId("view");
  if (!view) return;
  const prose = byId("prose").getBoundingClientRect();
  const unitAt = (y) =>
    document
      .elementsFromPoint(prose.left + Math.min(300, prose.width * 0.6), y)
      .map((found) => found.closest("[data-at]"))
      .find(Boolean);
  const steps = Array.from({ length: Math.ceil(innerHeight / 30) }, (_, step) => 70 + step * 30).filter((y) => y < innerHeight);
  const first = steps.map(unitAt).find(Boolean);
  const last = steps.reverse().map(unitAt).find(Boolean);
  const [start, size] = state.mapAcross ? ["x", "width"] : ["y", "height"];
  view.setAttribute("visibility", first === undefined ? "hidden" : "visible");
  // Text that has just been put there is laid out a little later.
  if (first === undefined) return state.viewTries++ < 5 ? setTimeout(viewSoon, 100) : undefined;
  state.viewTries = 0;
  const from = alongMap(Number(first.dataset.at));
  const to = alongMap(endOfUnit(last));
  view.setAttribute(start, 6 + from * (state.mapLength - 12));
  view.setAttribute(size, Math.max(8, Math.max(to - from, 0) * (state.mapLength - 12)));
}
/** Where a block ends: where the next one begins. */
function endOfUnit(unit) {
  const units = [...document.querySelectorAll("#prose [data-at]")];
  return Number(units[units.indexOf(unit) + 1]?.dataset.at ?? 1000);
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
  return across
    ? `M${from} ${near}C${from} ${bulge} ${to} ${bulge} ${to} ${near}`
    : `M${near} ${from}C${bulge} ${from} ${bulge} ${to} ${near} ${to}`;
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
  const far = (number) => Math.abs(alongMap(findings[number].at) - part);
  if (shown.length > 0)
    select(
      shown.reduce((best, number) => (far(number) < far(best) ? number : best)),
      { focus: true },
    );
}
