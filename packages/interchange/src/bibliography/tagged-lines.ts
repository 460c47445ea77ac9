/** One field of an entry: `AU  - Flückiger, Christoph`, and the lines on which it goes on. */
export interface TaggedField {
  readonly tag: string;
  readonly line: number;
  value: string;
}

export interface TaggedEntry {
  /** The line on which it begins. */
  readonly line: number;
  readonly fields: readonly TaggedField[];
  /** Whether its own last line closes it; false where the next entry or the file's end does. */
  readonly closed: boolean;
}

export interface TaggedRead {
  readonly entries: readonly TaggedEntry[];
  /** Lines outside any entry. */
  readonly stray: readonly { readonly line: number; readonly text: string }[];
}

export interface TaggedFormat {
  /** A line with a tag: the tag, then the value. */
  readonly tagged: RegExp;
  readonly first: string;
  readonly last: string | null;
}

/**
 * Returns the entries of a file whose lines begin with tags: RIS, MEDLINE (nbib), EndNote tagged (enw). A line without
 * a tag goes on with the field before it. An entry that is not closed ends where the next one begins.
 */
export function taggedEntries(text: string, { tagged, first, last }: TaggedFormat): TaggedRead {
  const entries: { line: number; fields: TaggedField[]; closed: boolean }[] = [];
  const stray: { line: number; text: string }[] = [];
  let open: (typeof entries)[number] | null = null;
  for (const [index, written] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = index + 1;
    const found = tagged.exec(written.trimEnd());
    const tag = found?.[1];
    const words = written.trim();
    if (words === "") continue;
    if (tag === first) {
      open = { line, fields: [], closed: false };
      entries.push(open);
    }
    if (open === null) stray.push({ line, text: words });
    else if (tag !== undefined && tag === last) {
      open.closed = true;
      open = null;
    } else if (tag !== undefined) open.fields.push({ tag, line, value: (found?.[2] ?? "").trim() });
    else {
      const before = open.fields.at(-1);
      if (before !== undefined) before.value = `${before.value} ${words}`.trim();
    }
  }
  return { entries, stray };
}

/** Returns the values under any of these tags, in the order of the file. */
export const valuesOf = ({ fields }: TaggedEntry, ...tags: readonly string[]): readonly string[] =>
  fields.filter(({ tag, value }) => tags.includes(tag) && value !== "").map(({ value }) => value);

/** Returns the first value of the first of these tags that has one. */
export const firstOf = (entry: TaggedEntry, ...tags: readonly string[]): string | null =>
  tags.map((tag) => valuesOf(entry, tag)[0]).find((value) => value !== undefined) ?? null;
