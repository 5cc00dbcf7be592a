// Going from finding to finding.

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
  alignCards(box.closest(".unit"));
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
  keepAddress();
  drawMap();
}

const visibleCards = () => state.cards.filter(({ element: box }) => !box.hidden);

/** To the finding so many further on. With `from` 0 to the first one. */
function step(by, from) {
  const shown = visibleCards();
  if (shown.length === 0) return say("No findings here");
  const now = from ?? shown.findIndex(({ number }) => number === state.selected) + 1; // 0: none yet
  const next = now === 0 ? (by > 0 ? 0 : shown.length - 1) : now - 1 + by;
  if (next < 0 || next >= shown.length)
    return say(
      by > 0
        ? `That was the last finding of this article${run.files.length > 1 ? "; ] opens the next one" : ""}`
        : "That was the first finding of this article",
    );
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
  const hidden = state.cards.length - visibleCards().length;
  byId("article-counts").replaceChildren(severitySummary(counts), hidden === 0 ? "" : ` ${hidden} filtered out`);
  byId("first").replaceWith(firstFindings(article));
  for (const mark of document.querySelectorAll("#prose mark")) dressMark(mark, article);
  for (const aligned of document.querySelectorAll(".unit.aligned")) alignCards(aligned);
  drawMap();
}

/** A mark looks like the worst of the findings that begin there; the far ends of findings are fainter. */
function dressMark(mark, article) {
  const shown = mark.stetNumbers.filter((number) => passes(article.findings[findingOf(number)]));
  const here = shown.filter((number) => endOf(number) === 0);
  const worst = Math.max(-1, ...(here.length > 0 ? here : shown).map((number) => article.findings[findingOf(number)].s));
  mark.className =
    worst < 0 ? "off" : `${severities[worst]}${here.length === 0 ? " far" : ""}${mark.classList.contains("selected") ? " selected" : ""}`;
}
