import type { MeasuredLine, PdfPiece } from "./pdf-lines.ts";

const softHyphen = "\u00AD";

/** One sign of the page, or of a piece, with where it stands. */
interface Sign {
  readonly sign: string;
  readonly piece: number;
  /** Behind the sign in its piece. */
  readonly end: number;
}

/**
 * Returns the pieces with the soft hyphens that pdf.js leaves out of the text (a line's end where the file itself says
 * that the word goes on). `glyphs` are the signs that the page shows, in the order of the file; both rows are compared
 * sign by sign, and where they part company for long nothing more is put in.
 */
export function withSoftHyphens(pieces: readonly PdfPiece[], glyphs: readonly string[]): readonly PdfPiece[] {
  if (!glyphs.includes(softHyphen)) return pieces;
  const shown = glyphs.flatMap((glyph) => (glyph === softHyphen ? [glyph] : signsOf(glyph)));
  const signs = pieces.flatMap(({ str }, piece): readonly Sign[] => {
    let end = 0;
    return [...str].flatMap((letter) => {
      end += letter.length;
      return signsOf(letter).map((sign) => ({ sign, piece, end }));
    });
  });
  const places = pieces.map((): number[] => []);
  let j = 0;
  for (let i = 0; i < shown.length && j < signs.length; ) {
    if (shown[i] === softHyphen) {
      const before = signs[j - 1];
      if (before !== undefined && shown[i - 1] === before.sign) places[before.piece]!.push(before.end);
      i += 1;
    } else if (shown[i] === signs[j]!.sign) {
      i += 1;
      j += 1;
    } else {
      const next = resync(shown, i, signs, j);
      if (next === null) break;
      i = next.i;
      j = next.j;
    }
  }
  // A word may end where the row of signs does.
  if (j === signs.length && j > 0 && shown.at(-1) === softHyphen && shown.at(-2) === signs[j - 1]!.sign) {
    const { piece, end } = signs[j - 1]!;
    if (places[piece]!.at(-1) !== end) places[piece]!.push(end);
  }
  return pieces.map((each, at) => {
    const own = places[at]!;
    if (own.length === 0) return each;
    const cuts = [0, ...own, each.str.length];
    return {
      ...each,
      str: cuts
        .slice(1)
        .map((to, part) => each.str.slice(cuts[part]!, to))
        .join(softHyphen),
    };
  });
}

/** The signs of a glyph or letter that are seen: ligatures taken apart, without space and marks of format. */
const signsOf = (letter: string): readonly string[] =>
  [...letter.normalize("NFKC")].filter((sign) => !/[\s\p{Cf}]/u.test(sign));

function resync(
  shown: readonly string[],
  i: number,
  signs: readonly Sign[],
  j: number,
): { readonly i: number; readonly j: number } | null {
  const run = 8;
  const within = 80;
  for (let away = 1; away <= within; away++)
    for (let a = 0; a <= away; a++) {
      let step = 0;
      while (step < run && shown[i + a + step] === signs[j + away - a + step]?.sign) step += 1;
      if (step === run) return { i: i + a, j: j + away - a };
    }
  return null;
}

/**
 * What the soft hyphens of a document are. Some programs write every hyphen as one: then they stand within lines
 * too, where a soft hyphen is never seen, and are read as hyphens.
 */
export function settleSoftHyphens(lines: readonly MeasuredLine[]): { readonly hyphens: number } {
  let within = 0;
  let atEnd = 0;
  for (const { words } of lines) {
    within += (words.match(/\u00AD(?=[\p{Letter}\p{Number}])/gu) ?? []).length;
    if (/\u00AD\s*$/.test(words)) atEnd += 1;
  }
  if (within === 0 || within < 0.1 * atEnd) return { hyphens: 0 };
  for (const line of lines) line.words = line.words.replaceAll(softHyphen, "-");
  return { hyphens: within + atEnd };
}
