import type { ProblemKind, ProblemLog } from "../problem.ts";
import type { Sink } from "./sink.ts";

/** Rows of which nothing was used, for one reason. */
export interface LeftOut {
  /** A kind of problem; `not-asked-for` where a condition passed the row over, `no-answer` where it holds none. */
  readonly reason: ProblemKind | "not-asked-for" | "no-answer";
  readonly count: number;
  /** The first of their lines. */
  readonly lines: readonly number[];
}

/** Lines that are listed for each reason; all are counted. */
const listed = 1000;

export function rowsLeftOut(): {
  readonly add: (reason: LeftOut["reason"], line: number) => void;
  readonly list: () => readonly LeftOut[];
} {
  const reasons = new Map<LeftOut["reason"], { count: number; lines: number[] }>();
  return {
    add: (reason, line) => {
      const own = reasons.get(reason) ?? { count: 0, lines: [] };
      reasons.set(reason, own);
      own.count++;
      if (own.lines.length < listed) own.lines.push(line);
    },
    list: () => [...reasons].map(([reason, { count, lines }]) => ({ reason, count, lines })),
  };
}

/** A sink that knows whether anything of a row was taken: what it reported as a problem was not. */
export function watched(
  sink: Sink,
  log: ProblemLog,
): { readonly sink: Sink; readonly begin: () => void; readonly isTaken: () => boolean } {
  let taken = false;
  const watch =
    <Found>(give: (found: Found) => void) =>
    (found: Found): void => {
      const before = log.total();
      give(found);
      if (log.total() === before) taken = true;
    };
  return {
    begin: () => {
      taken = false;
    },
    isTaken: () => taken,
    sink: {
      score: watch(sink.score),
      answer: watch(sink.answer),
      form: watch(sink.form),
      risk: watch(sink.risk),
      unanswered: (place, when, rater, construct) => {
        taken = true;
        sink.unanswered(place, when, rater, construct);
      },
    },
  };
}
