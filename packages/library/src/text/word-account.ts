import type { Text as MessageText, StaffMessage, StaffMessageId } from "@concord/messages";

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
  /** Where the first of them is in the file: "line 12", "page 4". */
  readonly first: string;
}

/** A place where the text does not have what the file has. */
export interface WordDifference {
  /**
   * `joined`: two words of the file stand as one; `split`: one stands as two; `unresolved`: an entity whose words the
   * file does not say, so that its name is in the text.
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

/** Returns the differences of a reading, with kind and place; null where there are none. */
export function differencesMessage(account: WordAccount | null): StaffMessage | null {
  if (account === null || account.differences.length === 0) return null;
  const shown = account.differences.slice(0, 3);
  const count = account.differences.length - shown.length + account.unlisted;
  return {
    id: "library.reading.differences",
    values: {
      differences: shown.map(({ kind, words, place }) => ({
        id: `library.reading.difference-${kind}` as const,
        values: { place: placeText(place), words },
      })),
      count,
    },
  };
}

/** Returns what was left out on purpose; null where nothing was. */
export function leftOutMessage(account: WordAccount | null): StaffMessage | null {
  if (account === null || account.leftOut.length === 0) return null;
  const parts = account.leftOut.map(
    ({ kind, words: count, first }): StaffMessage => ({
      id: "library.reading.left-out-part",
      values: { kind: { id: leftOutIds[kind], values: {} }, count, place: placeText(first) },
    }),
  );
  return { id: "library.reading.left-out", values: { parts } };
}

const leftOutIds = {
  comments: "library.reading.left-out-comments",
  controls: "library.reading.left-out-controls",
  "deleted readings": "library.reading.left-out-deleted-readings",
  "descriptions of figures": "library.reading.left-out-descriptions-of-figures",
  formulas: "library.reading.left-out-formulas",
  "front matter": "library.reading.left-out-front-matter",
  "head of the page": "library.reading.left-out-head-of-the-page",
  "hidden parts": "library.reading.left-out-hidden-parts",
  "link addresses": "library.reading.left-out-link-addresses",
  "list numbers": "library.reading.left-out-list-numbers",
  markup: "library.reading.left-out-markup",
  metadata: "library.reading.left-out-metadata",
  "names of code languages": "library.reading.left-out-names-of-code-languages",
  "note marks": "library.reading.left-out-note-signs",
  "other readings": "library.reading.left-out-other-readings",
  "page numbers": "library.reading.left-out-page-numbers",
  pictures: "library.reading.left-out-pictures",
  "ruby readings": "library.reading.left-out-ruby-readings",
  "running titles": "library.reading.left-out-page-headers",
  "scripts and styles": "library.reading.left-out-scripts-and-styles",
} as const satisfies Readonly<Record<LeftOutKind, StaffMessageId>>;

/** Returns a place as a reader writes it ("line 12", "text/one.xhtml, line 3", "page 4") for a sentence. */
function placeText(place: string): MessageText {
  const [, file, unit, found] = /^(?:(.+), )?(line|page) (\d+)$/.exec(place) ?? [];
  if (unit === undefined) return place;
  const number = Number(found);
  const within: StaffMessage =
    unit === "line"
      ? { id: "library.reading.line", values: { number } }
      : { id: "library.reading.page", values: { number } };
  return file === undefined ? within : { id: "library.reading.in-file", values: { file, place: within } };
}
