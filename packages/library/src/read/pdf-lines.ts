/** A run of letters as pdf.js gives it. `transform` ends in x and y, y rising upwards. */
export interface PdfPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

export interface PdfLine {
  readonly words: string;
  /** What the line opens; null where it goes on with the one above. */
  readonly begins: "heading" | "paragraph" | null;
}

interface Measured {
  words: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  end: number;
}

/** The lines of one page in the order of the file, and where paragraphs begin. */
export function linesOf(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const lines: Measured[] = [];
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
    } else lines.push({ words: piece.str, x, y, height, end: x + piece.width });
  }
  const heights = lines.map(({ height }) => height);
  const body = median(heights);
  const steps = lines.slice(1).map((line, at) => lines[at]!.y - line.y);
  const step = median(steps.filter((each) => each > 0));
  const left = median(lines.map(({ x }) => x));
  return lines.map((line, at) => {
    const above = lines[at - 1];
    const words = line.words.trim();
    if (line.height > 1.15 * body && words.length < 120) return { words, begins: "heading" };
    if (above === undefined) return { words, begins: /^[\p{Ll}(]/u.test(words) ? null : "paragraph" };
    const down = above.y - line.y;
    const isApart = down < -step || down > 1.4 * step;
    const isIndented = line.x > left + 0.8 * body && line.x < left + 6 * body && above.x <= left + 0.3 * body;
    const wasHeading = above.height > 1.15 * body;
    return { words, begins: isApart || isIndented || wasHeading ? "paragraph" : null };
  });
}

/** Lines at the first or last place of pages that are the same, numbers apart, on a third of all pages. */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): {
  readonly kept: readonly (readonly PdfLine[])[];
  readonly heads: number;
} {
  if (pages.length < 4) return { kept: pages, heads: 0 };
  const counts = new Map<string, number>();
  const outer = (lines: readonly PdfLine[]): readonly number[] => [...new Set([0, lines.length - 1])];
  for (const lines of pages) {
    for (const at of outer(lines)) {
      const shape = shapeOf(lines[at]);
      if (shape !== null) counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  let heads = 0;
  const kept = pages.map((lines) => {
    const edges = outer(lines);
    return lines.filter((line, at) => {
      const shape = edges.includes(at) ? shapeOf(line) : null;
      const returns = shape !== null && (counts.get(shape) ?? 0) >= Math.max(3, pages.length / 3);
      if (returns) heads += 1;
      return !returns;
    });
  });
  return { kept, heads };
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
