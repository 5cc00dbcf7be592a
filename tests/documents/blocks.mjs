// The blocks of a document in Markdown, with the comments that say what a test does with them.

/** The document's blocks: {line, language, text, word}, where `word` is the comment before it. */
export function blocksOf(text) {
  const blocks = [];
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const [, fence, language] = lines[i].match(/^(```+)(\w*)$/) || [];
    if (fence === undefined) continue;
    const end = lines.indexOf(fence, i + 1);
    const [, word] = (lines[i - 1] || "").match(/^<!-- (.*) -->$/) || [];
    blocks.push({ line: i + 1, language, word: word ?? "", text: lines.slice(i + 1, end).join("\n") + "\n" });
    i = end;
  }
  return blocks;
}
