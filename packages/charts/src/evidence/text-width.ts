/**
 * How wide are these words? A drawing made without a browser can only estimate. The widths are those of a wide
 * sans-serif (digits 0.64 em), so that words rather leave room than run into a neighbour or over the edge.
 */
export function textWidth(words: string, size: number, weight: "normal" | "bold" = "normal"): number {
  let width = 0;
  for (const letter of words) width += letterWidth(letter);
  return width * size * (weight === "bold" ? 1.1 : 1);
}

/** The words if they fit, else their beginning with an ellipsis; nothing where not even that fits. */
export function fitWords(
  words: string,
  width: number,
  size: number,
  weight: "normal" | "bold" = "normal",
): string {
  if (textWidth(words, size, weight) <= width) return words;
  let kept = "";
  for (const letter of words) {
    if (textWidth(`${kept}${letter}…`, size, weight) > width) break;
    kept += letter;
  }
  const trimmed = kept.replace(/[\s,;:(]+$/, "");
  return trimmed === "" && textWidth("…", size, weight) > width ? "" : `${trimmed}…`;
}

/** Lines no wider than `width`, broken at spaces; the last of at most `most` lines is cut if it must be. */
export function wrapWords(
  words: string,
  width: number,
  size: number,
  weight: "normal" | "bold" = "normal",
  most: number = Number.POSITIVE_INFINITY,
): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, size, weight) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")];
  return shown.map((each) => fitWords(each, width, size, weight));
}

const widths: readonly (readonly [letters: string, width: number])[] = [
  ["ijl|'IJ", 0.29],
  [" .,:;!‘’", 0.33],
  ["frt()[]{}/\\-·", 0.41],
  ['“”"*–?', 0.52],
  ["csz", 0.54],
  ["vxykLFa", 0.6],
  ["mwM%—…W@", 0.98],
  ["CDGHNOQUVXAT&", 0.76],
  ["=+<>−±×≤≥≈→←#~^", 0.84],
];

const known: ReadonlyMap<string, number> = new Map(
  widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)),
);

function letterWidth(letter: string): number {
  const width = known.get(letter);
  if (width !== undefined) return width;
  const code = letter.codePointAt(0) ?? 0;
  // From the radicals of Chinese upward a letter fills its square; control characters are drawn as one.
  if (code >= 0x2e80 || code < 32) return 1.03;
  return letter >= "A" && letter <= "Z" ? 0.7 : 0.64;
}
