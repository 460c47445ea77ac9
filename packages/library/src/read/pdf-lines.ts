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

/** The lines of one page in the order of the file. */
export function measureLines(pieces: readonly PdfPiece[]): readonly MeasuredLine[] {
  const lines: MeasuredLine[] = [];
  let letters = 0;
  for (const piece of pieces) {
    if (piece.str.trim() === "") continue;
    const x = piece.transform[4] ?? 0;
    const y = piece.transform[5] ?? 0;
    const height = piece.height || Math.abs(piece.transform[3] ?? 10);
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < 0.5 * Math.max(last.height, height) && x >= last.x) {
      const gap = x - last.end;
      const parts = gap > 0.15 * height && !/\s$/.test(last.words) && !/^\s/.test(piece.str);
      last.words += (parts ? " " : "") + piece.str;
      last.end = x + piece.width;
      // A raised figure or a large first letter does not make the line's size.
      if (piece.str.length > letters) last.height = height;
      letters = Math.max(letters, piece.str.length);
    } else {
      lines.push({ words: piece.str, x, y, height, end: x + piece.width });
      letters = piece.str.length;
    }
  }
  return lines;
}

/** The size in which most letters of the document are set. On a page full of notes, notes are most of the lines. */
export function bodyHeight(lines: readonly MeasuredLine[]): number {
  const letters = new Map<number, number>();
  for (const { height, words } of lines) {
    const size = Math.round(2 * height) / 2;
    letters.set(size, (letters.get(size) ?? 0) + words.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 10;
}

/**
 * The lines of one page, and where headings, paragraphs and notes begin. A heading is set larger than the body of
 * the document and is at most three short lines; what is longer is text, whatever its size.
 */
export function linesOf(lines: readonly MeasuredLine[], body: number): readonly PdfLine[] {
  const steps = lines.slice(1).map((line, at) => lines[at]!.y - line.y);
  const step = median(steps.filter((each) => each > 0));
  const left = median(lines.map(({ x }) => x));
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
    const isApart = down < -step || down > 1.4 * step;
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
