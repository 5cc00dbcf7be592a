// Two places side by side.

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
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) (shared[0].add(i++), shared[1].add(j++));
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
      element(
        "p",
        { class: "place" },
        element("b", {}, place.p === undefined ? `Line ${place.l}` : `${place.p}, line ${place.l}`),
        element("span", {}, name),
        go ? element("button", { type: "button", class: "end", onclick: go }, "Go there") : "",
      ),
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
  return element(
    "figcaption",
    {},
    aligns ? [element("span", { class: "aligns" }, "shared"), " "] : "",
    flips ? element("span", { class: "flips" }, "differs") : "",
  );
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
