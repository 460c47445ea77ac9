/**
 * A row of letters and digits with the places where words part: what a count of words is made on. Punctuation
 * counts for nothing; space and the bounds of blocks part words.
 */
export interface Letters {
  readonly size: number;
  readonly codes: Uint16Array;
  /** 1 where space or a block's bound stands before the letter. */
  readonly breaks: Uint8Array;
  /** Where each letter is in the file, or what else is noted of it. */
  readonly at: Uint32Array;
}

export interface LettersWriter {
  /** Writes the letters of a stretch; `at` is where it begins, and `step` how far one letter leads (0 for an entity). */
  write(words: string, at: number, step?: 0 | 1): void;
  /** Words part here. */
  gap(): void;
  /** The letters of another row after these. */
  append(other: Letters): void;
  letters(): Letters;
}

export function openLetters(): LettersWriter {
  let room = 4096;
  let codes = new Uint16Array(room);
  let breaks = new Uint8Array(room);
  let places = new Uint32Array(room);
  let size = 0;
  let parted = true;
  const grow = (): void => {
    room *= 2;
    const larger = new Uint16Array(room);
    larger.set(codes);
    codes = larger;
    const wider = new Uint8Array(room);
    wider.set(breaks);
    breaks = wider;
    const longer = new Uint32Array(room);
    longer.set(places);
    places = longer;
  };
  return {
    write(words, at, step = 1) {
      for (let i = 0; i < words.length; i++) {
        const code = words.charCodeAt(i);
        const kind = kindOf(code);
        if (kind === space) parted = true;
        else if (kind === letter) {
          if (size === room) grow();
          codes[size] = code;
          breaks[size] = parted ? 1 : 0;
          places[size] = at + i * step;
          size += 1;
          parted = false;
        }
      }
    },
    gap() {
      parted = true;
    },
    append(other) {
      while (size + other.size > room) grow();
      codes.set(other.codes.subarray(0, other.size), size);
      breaks.set(other.breaks.subarray(0, other.size), size);
      places.set(other.at.subarray(0, other.size), size);
      if (other.size > 0) breaks[size] = 1;
      size += other.size;
      parted = true;
    },
    letters: () => ({ size, codes, breaks, at: places }),
  };
}

const space = 1;
export const letter = 2;

/** 0 other, 1 space, 2 letter or digit: worked out once for every code. */
const kinds = new Uint8Array(65536).fill(255);

export function kindOf(code: number): number {
  const known = kinds[code]!;
  if (known !== 255) return known;
  const sign = String.fromCharCode(code);
  const kind = /[\s|]/.test(sign)
    ? space
    : /[\p{Letter}\p{Mark}\p{Number}\uD800-\uDFFF]/u.test(sign)
      ? letter
      : 0;
  kinds[code] = kind;
  return kind;
}

/** How many words a stretch holds by this count. */
export function wordsIn(words: string): number {
  const writer = openLetters();
  writer.write(words, 0);
  const { size, breaks } = writer.letters();
  let count = 0;
  for (let at = 0; at < size; at++) count += breaks[at]!;
  return count;
}
