import type { Instrument } from "@concord/instruments";
import type { ItemCodes } from "./read-cell.ts";

/** Counts the answers of each form, to see by which numbers a file counts. */
export interface AnswerTally {
  readonly add: (form: Instrument, value: number, codes: ItemCodes) => void;
  readonly remarks: () => readonly string[];
}

/** Fewer answers than this say nothing about the lowest one. */
const enough = 20;

interface Counted {
  answers: number;
  lowest: number;
  readonly codes: ItemCodes;
}

/**
 * Remarks where answers are read by other numbers than the instrument's, and where none of many answers is the lowest
 * that an instrument counting from 0 has: the file may count from 1.
 */
export function answerTally(): AnswerTally {
  const forms = new Map<Instrument, Counted>();
  return {
    add: (form, value, codes) => {
      let own = forms.get(form);
      if (own === undefined) {
        own = { answers: 0, lowest: 0, codes };
        forms.set(form, own);
      }
      own.answers++;
      if (value === codes.lowest + codes.shift) own.lowest++;
    },
    remarks: () =>
      [...forms].flatMap(([form, { answers, lowest, codes }]) => {
        const own = [codes.lowest + codes.shift, codes.highest + codes.shift];
        if (codes.shift !== 0)
          return [
            `Answers to ${form.shortTitle} from ${codes.lowest} to ${codes.highest} were read as ${own[0]} to ${own[1]}.`,
          ];
        if (codes.lowest !== 0 || lowest > 0 || answers < enough) return [];
        return [
          `None of ${answers} answers to ${form.shortTitle} is 0, its lowest. If the file counts from 1, say so: --minimum 1 --maximum ${codes.highest + 1}.`,
        ];
      }),
  };
}
