/** A stretch of text that is in both versions, only in the new one, or only in the old one. */
export interface Stretch {
  readonly state: "same" | "added" | "removed";
  readonly text: string;
}

/** The longest common subsequence of two lists, as stretches of single parts. */
function compare(before: readonly string[], after: readonly string[]): Stretch[] {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old !== undefined && old === fresh) {
      found.push({ state: "same", text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ state: "removed", text: old });
      i += 1;
    } else {
      found.push({ state: "added", text: fresh ?? "" });
      j += 1;
    }
  }
  return found;
}

/** Words of a language that parts them, single signs of one that does not. */
const wordsOf = (text: string) => text.match(/[\p{Script=Latin}\p{N}’'-]+|\s+|./gu) ?? [];

/** Neighbours of one state become one stretch. */
const joined = (parts: readonly Stretch[]): Stretch[] =>
  parts.reduce<Stretch[]>((done, part) => {
    const last = done.at(-1);
    if (last?.state === part.state) done[done.length - 1] = { ...last, text: last.text + part.text };
    else done.push(part);
    return done;
  }, []);

/**
 * What changed between two versions, paragraph by paragraph (parted by empty lines): paragraphs that stay, and for each place where some
 * changed the words that came and went.
 */
export function textDiff(before: string, after: string): Stretch[][] {
  const paragraphs = compare(before.split("\n\n"), after.split("\n\n"));
  const diff: Stretch[][] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = () => {
    const length = Math.max(gone.length, come.length);
    for (let n = 0; n < length; n++) diff.push(joined(compare(wordsOf(gone[n] ?? ""), wordsOf(come[n] ?? ""))));
    [gone, come] = [[], []];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.state === "removed") gone.push(paragraph.text);
    else if (paragraph.state === "added") come.push(paragraph.text);
    else {
      flush();
      diff.push([paragraph]);
    }
  }
  flush();
  return diff;
}
