// The keyboard, and what the page begins with.

// ---- the keyboard ----

const keys = [
  ["j", "next finding", () => step(1)],
  ["k", "finding before", () => step(-1)],
  ["o", "other end of the finding, and back", otherEnd],
  ["]", "next article", () => stepArticle(1)],
  ["[", "article before", () => stepArticle(-1)],
  ["a", "all articles", () => go("")],
  ["f", "filters", toggleFilters],
  ["/", "filter by file", () => ((byId("filters").hidden = true), toggleFilters(), byId("filter-path").focus({ preventScroll: true }))],
  ["d", "light, dark, as the system", nextScheme],
  ["?", "this help", showHelp],
];

function help() {
  const rows = keys.map(([key, what]) => element("div", {}, element("dt", {}, element("kbd", {}, key)), element("dd", {}, what)));
  return element(
    "dialog",
    { id: "help", "aria-labelledby": "help-title" },
    element("h2", { id: "help-title" }, "Keys"),
    element(
      "dl",
      {},
      rows,
      element("div", {}, element("dt", {}, element("kbd", {}, "Enter")), element("dd", {}, "open or close the finding in focus")),
    ),
    element(
      "label",
      { class: "switch" },
      element("input", { type: "checkbox", checked: true, onchange: (event) => (state.shortcuts = event.target.checked) }),
      " Keys of one letter are on",
    ),
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

frame();
setScheme(storedScheme());
systemIsDark.addEventListener("change", dressScheme);
document.addEventListener("keydown", onKey);
window.addEventListener("hashchange", show);
window.addEventListener("resize", () => (drawMap(), document.querySelectorAll(".unit.aligned").forEach(alignCards)));
window.addEventListener("scroll", viewSoon, { passive: true });
window.addEventListener("beforeprint", () => {
  if (state.file >= 0) visibleCards().forEach(({ number }) => setOpen(number, true));
  else if (!byId("printed")) byId("main").append(printedFindings());
});
window.addEventListener("afterprint", () => {
  byId("printed")?.remove();
  if (state.file >= 0) visibleCards().forEach(({ number }) => setOpen(number, number === state.selected));
});
const withFindings = run.files.filter((file) => file.findings.length > 0);
if (run.files.length === 1 && withFindings.length === 1 && location.hash === "")
  history.replaceState(null, "", `#a${withFindings[0].index}`);
show();
