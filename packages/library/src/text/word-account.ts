/** What a reader leaves out on purpose, by the name a person would give it. */
export type LeftOutKind =
  | "comments"
  | "controls"
  | "deleted readings"
  | "descriptions of figures"
  | "formulas"
  | "front matter"
  | "head of the page"
  | "hidden parts"
  | "link addresses"
  | "list numbers"
  | "markup"
  | "metadata"
  | "names of code languages"
  | "note marks"
  | "other readings"
  | "page numbers"
  | "pictures"
  | "ruby readings"
  | "running titles"
  | "scripts and styles";

/** Words of the file that are not in the text on purpose. */
export interface LeftOut {
  readonly kind: LeftOutKind;
  readonly words: number;
  /** Where the first of them stands in the file: "line 12", "page 4". */
  readonly first: string;
}

/** A place where the text does not have what the file has. */
export interface WordDifference {
  /**
   * `joined`: two words of the file stand as one; `split`: one stands as two; `unresolved`: an entity whose words the
   * file does not say, so that its name stands in the text.
   */
  readonly kind: "missing" | "added" | "joined" | "split" | "unresolved";
  readonly words: string;
  /** Where in the file: "line 12", "text/one.xhtml, line 3", "page 4". */
  readonly place: string;
}

/**
 * Words in the file, counted by a plain scan that is not the reader, against words kept and words left out.
 *
 * `source = kept + leftOut` unless there are differences. At most twenty of these are listed; `unlisted` counts
 * the others.
 */
export interface WordAccount {
  readonly source: number;
  readonly kept: number;
  readonly leftOut: readonly LeftOut[];
  /** Words that a line's end parted and the file itself marks as one. */
  readonly rejoined: number;
  readonly differences: readonly WordDifference[];
  readonly unlisted: number;
}

const labels: Readonly<Record<WordDifference["kind"], string>> = {
  missing: "missing from the text",
  added: "in the text, not in the file",
  joined: "run together in the text",
  split: "split in the text",
  unresolved: "stands for words that the file does not say plainly",
};

/** One sentence for the differences of a reading, with kind and place; null where there are none. */
export function differencesInWords(account: WordAccount | null): string | null {
  if (account === null || account.differences.length === 0) return null;
  const shown = account.differences.slice(0, 3);
  const parts = shown.map(({ kind, words, place }) => `${place}: “${words}” ${labels[kind]}`);
  const others = account.differences.length - shown.length + account.unlisted;
  const rest = others === 0 ? "" : `; and ${others} more`;
  return `The text does not have every word of the file (${parts.join("; ")}${rest}). Compare with the file before quoting there.`;
}

/** One sentence for what was left out on purpose; null where nothing was. */
export function leftOutInWords(account: WordAccount | null): string | null {
  if (account === null || account.leftOut.length === 0) return null;
  const parts = account.leftOut.map(({ kind, words, first }) => `${kind} (${words}, first at ${first})`);
  return `Words left out: ${parts.join(", ")}.`;
}
