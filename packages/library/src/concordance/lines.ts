import type { StaffMessages } from "@concord/messages";
import type { Postings } from "../search/postings.ts";
import { type Locator, locate, locatorMessage } from "../text/locator.ts";
import { authorsInShort } from "../text/source.ts";
import type { Span, Text, TextId } from "../text/text.ts";
import { type Concordance, placeOf } from "./concordance.ts";

/** One keyword in its context, on one line. */
export interface ConcordanceLine extends Span {
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  readonly text: TextId;
  readonly locator: Locator;
}

/** The lines of one page of a concordance: written out only when they are looked at. */
export function linesOf(
  postings: Postings,
  concordance: Concordance,
  texts: ReadonlyMap<TextId, Text>,
  page: { readonly first: number; readonly count: number; readonly width: number },
): readonly ConcordanceLine[] {
  const shown = concordance.places.subarray(page.first, page.first + page.count);
  return Array.from(shown).flatMap((token) => {
    const { passage, from, to } = placeOf(postings, concordance, token);
    const { text: id, characters } = postings.passages[passage]!;
    const text = texts.get(id);
    if (text === undefined) return [];
    // Runs of space shrink to one: twice the width is read to be sure of enough.
    const left = oneLine(characters.slice(Math.max(0, from - 2 * page.width), from));
    const right = oneLine(characters.slice(to, to + 2 * page.width));
    return [
      {
        left: left.slice(-page.width),
        keyword: oneLine(characters.slice(from, to)),
        right: right.slice(0, page.width),
        text: id,
        from,
        to,
        locator: locate(text, { from, to }),
      },
    ];
  });
}

const oneLine = (stretch: string): string => stretch.replace(/\s+/g, " ");

/** Tab-separated, one heading line: for a spreadsheet. */
export function linesToTsv(
  lines: readonly ConcordanceLine[],
  texts: ReadonlyMap<TextId, Text>,
  { of, written }: Pick<StaffMessages, "of" | "written">,
): string {
  const rows = lines.map(({ left, keyword, right, text, locator }) => {
    const source = texts.get(text)?.source;
    const author = source === undefined ? "" : written(authorsInShort(source));
    return [
      left,
      keyword,
      right,
      author,
      source?.year ?? "",
      source?.title ?? "",
      of(locatorMessage(locator)),
    ];
  });
  return [["left", "keyword", "right", "author", "year", "work", "place"], ...rows]
    .map((row) => row.map((cell) => guarded(String(cell).replace(/[\t\n]/g, " "))).join("\t"))
    .join("\n")
    .concat("\n");
}

/** A spreadsheet would take these as the beginning of a formula. */
const guarded = (cell: string): string => (/^[=+\-@]/.test(cell) ? `'${cell}` : cell);
