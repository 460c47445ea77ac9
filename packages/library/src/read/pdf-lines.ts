/** A stretch of a row without a wide gap; `goesOn` where it is in the row of the one before. */
export interface Stretch extends MeasuredLine {
  readonly goesOn: boolean;
  /** The pieces of the page that it holds, by their place in the file. */
  readonly pieces: number[];
}

const fewestRows = 5;

/**
 * Returns the stretches of a page in the order in which they are read, where a file writes two columns or more row by
 * row: the left column down to its end, then the right. What crosses the space between the columns (a title, a
 * figure's caption) parts what stands above from what stands below. A table stays in rows: its cells are short, while
 * lines of a column fill it.
 */
function inColumns(stretches: readonly Stretch[]): readonly Stretch[] {
  const gutter = gutterOf(stretches);
  if (gutter === null) return stretches;
  const ordered: Stretch[] = [];
  let left: Stretch[] = [];
  let right: Stretch[] = [];
  const flush = (): void => {
    // A stretch that is moved no longer goes on with the row it stood in.
    const settle = (column: readonly Stretch[]): readonly Stretch[] =>
      inColumns(
        column.map((each, at) => ({ ...each, goesOn: each.goesOn && isOneRow(column[at - 1], each) })),
      );
    ordered.push(...settle(left), ...settle(right));
    left = [];
    right = [];
  };
  for (const [at, each] of stretches.entries()) {
    const before = stretches[at - 1];
    // Far below stands the page's number, or the next pair of columns.
    if (before !== undefined && before.y - each.y > 3 * Math.max(before.height, each.height)) flush();
    const isLeft = each.end <= gutter;
    const isRight = each.x >= gutter - 1;
    if (!isLeft && !isRight) flush();
    if (isLeft) left.push(each);
    else if (isRight) right.push(each);
    else ordered.push(each);
  }
  flush();
  return ordered;
}

const isOneRow = (before: Stretch | undefined, each: Stretch): boolean =>
  before !== undefined && Math.abs(before.y - each.y) < 0.5 * Math.max(before.height, each.height);

/** Where the right one of two columns begins; null where rows are not those of columns. */
function gutterOf(stretches: readonly Stretch[]): number | null {
  const seconds = stretches.filter(({ goesOn }) => goesOn);
  if (seconds.length < fewestRows) return null;
  const start = commonest(seconds.map(({ x }) => Math.round(x)));
  const rows = stretches.flatMap((each, at) => {
    const before = stretches[at - 1];
    return each.goesOn && before !== undefined && Math.abs(each.x - start) <= 2
      ? [{ left: before, right: each }]
      : [];
  });
  if (rows.length < fewestRows) return null;
  const from = Math.min(...rows.map(({ left }) => left.x));
  const to = Math.max(...rows.map(({ right }) => right.end));
  const filled = (of: (row: (typeof rows)[number]) => number): boolean => {
    const shares = rows.map(of).toSorted((a, b) => a - b);
    return shares[Math.floor(shares.length / 2)]! >= 0.6;
  };
  const words = rows
    .map(({ left, right }) => Math.min(wordsIn(left), wordsIn(right)))
    .toSorted((a, b) => a - b);
  const isProse =
    words[Math.floor(words.length / 2)]! >= 3 &&
    filled(({ left }) => (left.end - left.x) / (start - from)) &&
    filled(({ right }) => (right.end - right.x) / (to - start));
  return isProse ? start - 2 : null;
}

const wordsIn = ({ words }: Stretch): number => words.trim().split(/\s+/).length;

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
}

/** A run of letters as pdf.js gives it. `transform` ends in x and y, y rising upwards. */
export interface PdfPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

export interface MeasuredLine {
  words: string;
  readonly x: number;
  readonly y: number;
  /** Of the letters of which the line has most. */
  height: number;
  end: number;
}

export interface PdfLine {
  readonly words: string;
  /** What the line opens; null where it goes on with the one above. */
  readonly begins: "heading" | "paragraph" | "note" | null;
  readonly isRunningHead: boolean;
}

/** The lines of one page as they are read. */
export interface MeasuredPage {
  readonly lines: readonly MeasuredLine[];
  /** The pieces in that order, by their place in the file. */
  readonly order: readonly number[];
  /** Whether the file has them row by row and they are read column by column. */
  readonly isReordered: boolean;
}

/** Returns the lines of one page, in the order of the file or column by column. */
export function measurePage(pieces: readonly PdfPiece[]): MeasuredPage {
  const lines: MeasuredLine[] = [];
  const stretches = stretchesOf(pieces);
  const inOrder = inColumns(stretches);
  for (const stretch of inOrder) {
    const last = lines.at(-1);
    if (stretch.goesOn && last !== undefined) {
      const parts = !/\s$/.test(last.words) && !/^\s/.test(stretch.words);
      if (stretch.words.length > last.words.length) last.height = stretch.height;
      last.words += (parts ? " " : "") + stretch.words;
      last.end = stretch.end;
    } else {
      const { words, x, y, height, end } = stretch;
      lines.push({ words, x, y, height, end });
    }
  }
  const order = inOrder.flatMap((stretch) => stretch.pieces);
  return { lines, order, isReordered: order.some((place, at) => at > 0 && place < order[at - 1]!) };
}

/** What stands side by side in one row without a wide gap between. */
function stretchesOf(pieces: readonly PdfPiece[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let letters = 0;
  for (const [place, piece] of pieces.entries()) {
    if (piece.str.trim() === "") continue;
    const x = piece.transform[4] ?? 0;
    const y = piece.transform[5] ?? 0;
    const height = piece.height || Math.abs(piece.transform[3] ?? 10);
    const last = stretches.at(-1);
    const isSameRow =
      last !== undefined && Math.abs(last.y - y) < 0.5 * Math.max(last.height, height) && x >= last.x;
    const gap = last === undefined ? 0 : x - last.end;
    if (last !== undefined && isSameRow && gap <= 1.2 * height) {
      const parts = gap > 0.15 * height && !/\s$/.test(last.words) && !/^\s/.test(piece.str);
      last.words += (parts ? " " : "") + piece.str;
      last.end = x + piece.width;
      last.pieces.push(place);
      // A raised figure or a large first letter does not make the line's size.
      if (piece.str.length > letters) last.height = height;
      letters = Math.max(letters, piece.str.length);
    } else {
      stretches.push({
        words: piece.str,
        x,
        y,
        height,
        end: x + piece.width,
        goesOn: isSameRow,
        pieces: [place],
      });
      letters = piece.str.length;
    }
  }
  return stretches;
}

/**
 * The size in which most letters of the document's pages are set, notes at the foot of a page apart: on pages full of
 * them notes are most of the letters.
 */
export function bodyHeight(pages: readonly (readonly MeasuredLine[])[]): number {
  const sizeIn = (lines: readonly MeasuredLine[]): number | null => {
    const letters = new Map<number, number>();
    for (const { height, words } of lines) {
      const size = Math.round(2 * height) / 2;
      letters.set(size, (letters.get(size) ?? 0) + words.length);
    }
    return [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
  };
  return sizeIn(pages.flatMap(withoutNotes)) ?? sizeIn(pages.flat()) ?? 10;
}

const noteMark = /^\s*(?:\d{1,3}|[*∗†‡§¹²³⁰⁴-⁹]{1,3})(?:[\s.)]|(?=\p{Lu}))/u;

/** A page's lines without its foot, where that is set smaller than running text above it and begins with a note mark. */
function withoutNotes(lines: readonly MeasuredLine[]): readonly MeasuredLine[] {
  const said = lines.filter(({ words }) => words.trim().length >= 8);
  const size = said.at(-1)?.height;
  if (size === undefined) return lines;
  let first = said.length - 1;
  while (first > 0 && Math.abs(said[first - 1]!.height - size) < 0.08 * size) first -= 1;
  const above = said.slice(0, first);
  const isText = ({ height, words }: MeasuredLine): boolean =>
    height > 1.08 * size && height < 1.6 * size && /[,;.:]|^\p{Ll}/u.test(words.trim());
  return noteMark.test(said[first]!.words) && above.some(isText) ? above : lines;
}

/**
 * How far below one another lines of a size are usually in the document: notes stand closer than the text. Of a
 * size with hardly any lines it is a quarter more than the size.
 */
export function lineSteps(pages: readonly (readonly MeasuredLine[])[]): (height: number) => number {
  const falls = pages.flatMap((lines) =>
    lines.slice(1).flatMap((line, at) => {
      const above = lines[at]!;
      const down = above.y - line.y;
      const isOneSize = Math.abs(above.height - line.height) < 0.08 * line.height;
      return down > 0 && isOneSize ? [{ height: line.height, down }] : [];
    }),
  );
  const known = new Map<number, number>();
  return (height) => {
    const size = Math.round(2 * height) / 2;
    const step = known.get(size);
    if (step !== undefined) return step;
    const alike = falls.filter((each) => Math.abs(each.height - height) < 0.08 * height);
    const found = median(alike.map(({ down }) => down));
    const own = alike.length >= 3 || (alike.length > 0 && found < 1.6 * height) ? found : 1.25 * height;
    known.set(size, own);
    return own;
  };
}

/**
 * The lines of one page, and where headings, paragraphs and notes begin. A heading is set larger than the body of
 * the document and is at most three short lines; what is longer is text, whatever its size.
 */
export function linesOf(
  lines: readonly MeasuredLine[],
  body: number,
  stepOf: (height: number) => number,
): readonly PdfLine[] {
  /** The left edge of the column in which a line stands. */
  const leftOf = (x: number): number =>
    median(lines.filter((each) => Math.abs(each.x - x) < 6 * body).map((each) => each.x));
  const isLarge = (line: MeasuredLine | undefined): boolean =>
    line !== undefined && line.height > 1.15 * body && line.words.trim().length < 120;
  const isSameSize = (a: MeasuredLine | undefined, b: MeasuredLine | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(a.height - b.height) < 0.08 * Math.max(a.height, b.height);
  const isHeading = lines.map((line, at) => {
    if (!isLarge(line)) return false;
    let from = at;
    let to = at;
    while (isLarge(lines[from - 1]) && isSameSize(lines[from - 1], line)) from -= 1;
    while (isLarge(lines[to + 1]) && isSameSize(lines[to + 1], line)) to += 1;
    return to - from < 3;
  });
  const smallest = 0.9 * body;
  return lines.map((line, at) => {
    const above = lines[at - 1];
    const words = line.words.trim();
    const small = line.height < smallest;
    const kind = small && at > 0 && isBelowBody(lines, at, smallest) ? "note" : "paragraph";
    const begun = (begins: PdfLine["begins"]): PdfLine => ({ words, begins, isRunningHead: false });
    if (isHeading[at]) return begun("heading");
    if (above === undefined) return begun(/^[\p{Ll}(]/u.test(words) ? null : kind);
    const down = above.y - line.y;
    const step = stepOf(line.height);
    const left = leftOf(line.x);
    // The next column, in the middle of a sentence or not.
    const isColumn = down < -step;
    if (isColumn && /^[\p{Ll}(]/u.test(words) && isSameSize(above, line)) return begun(null);
    const isApart = isColumn || down > 1.4 * step;
    const isIndented = line.x > left + 0.8 * body && line.x < left + 6 * body && above.x <= left + 0.3 * body;
    const changesSize =
      small !== above.height < smallest && Math.abs(above.height - line.height) > 0.1 * body;
    const isNumbered = kind === "note" && /^(?:\d{1,3}|[*†‡§])[\s.)]/.test(words);
    return begun(isApart || isIndented || changesSize || isNumbered || isHeading[at - 1] ? kind : null);
  });
}

/** Small lines at the foot of the page, with none of the body's size below them. */
const isBelowBody = (lines: readonly MeasuredLine[], at: number, smallest: number): boolean =>
  lines.slice(at).every(({ height, words }) => height < smallest || words.trim().length < 8) &&
  lines.slice(0, at).some(({ height }) => height >= smallest);

/** Marks lines at the first or last place of pages that are the same, numbers apart, on a third of all pages. */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): {
  readonly marked: readonly (readonly PdfLine[])[];
  readonly heads: number;
} {
  if (pages.length < 4) return { marked: pages, heads: 0 };
  const counts = new Map<string, number>();
  const outer = (lines: readonly PdfLine[]): readonly number[] => [...new Set([0, lines.length - 1])];
  for (const lines of pages) {
    for (const at of outer(lines)) {
      const shape = shapeOf(lines[at]);
      if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  let heads = 0;
  const marked = pages.map((lines) => {
    const edges = outer(lines);
    return lines.map((line, at) => {
      const shape = edges.includes(at) ? shapeOf(line) : null;
      const returns = shape !== null && (counts.get(shape) ?? 0) >= Math.max(3, pages.length / 3);
      if (returns) heads += 1;
      return returns ? { ...line, isRunningHead: true } : line;
    });
  });
  return { marked, heads };
}

const shapeOf = (line: PdfLine | undefined): string | null =>
  line === undefined
    ? null
    : line.words
        .toLowerCase()
        .replace(/\d+|\b[ivxlc]+\b/g, "#")
        .replace(/\s+/g, " ");

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
