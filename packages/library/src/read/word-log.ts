import type { LeftOutKind } from "../text/word-account.ts";
import { type Letters, openLetters } from "./letters.ts";

/**
 * What a reader did with the letters of a file, in the order of the file: 0 for a letter that is kept, else one
 * more than the place of its kind in `kinds`; 255 for a kept letter that goes on with a word a line's end parted.
 */
export interface WordLog {
  readonly letters: Letters;
  readonly kinds: readonly LeftOutKind[];
}

export const rejoinedHere = 255;

export interface WordLogWriter {
  keep(words: string): void;
  leaveOut(kind: LeftOutKind, words: string): void;
  /** Words part here. */
  gap(): void;
  /** The next kept letter goes on with the word before. */
  rejoin(): void;
  log(): WordLog;
}

export function openWordLog(): WordLogWriter {
  const writer = openLetters();
  const kinds: LeftOutKind[] = [];
  let rejoins = false;
  return {
    keep(words) {
      if (words === "") return;
      if (rejoins) {
        const first = /[\p{Letter}\p{Number}]/u.exec(words);
        if (first !== null) {
          writer.write(words.slice(0, first.index + 1), rejoinedHere, 0);
          writer.write(words.slice(first.index + 1), 0, 0);
          rejoins = false;
          return;
        }
      }
      writer.write(words, 0, 0);
    },
    leaveOut(kind, words) {
      let at = kinds.indexOf(kind);
      if (at < 0) at = kinds.push(kind) - 1;
      writer.write(words, at + 1, 0);
    },
    gap: writer.gap,
    rejoin() {
      rejoins = true;
    },
    log: () => ({ letters: writer.letters(), kinds }),
  };
}
