/** What kind of thing is wrong, for programs and for counting. */
export type ProblemKind =
  | "file"
  | "heading"
  | "damaged-row"
  | "ragged-row"
  | "missing-required"
  | "not-a-number"
  | "not-whole"
  | "out-of-range"
  | "mixed-decimal"
  | "bad-session"
  | "bad-time"
  | "bad-date"
  | "date-order"
  | "unknown-rater"
  | "unknown-scale"
  | "unknown-item"
  | "unknown-instrument"
  | "unknown-word"
  | "duplicate"
  | "unscorable"
  | "therapist-changed"
  | "too-large";

/** One thing that is wrong with one line of a file, and what became of that line. */
export interface RowProblem {
  readonly kind: ProblemKind;
  /** Line in the file, the heading being line 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  /** What is wrong, in one sentence that can be printed anywhere. */
  readonly sentence: string;
  /** What was kept of it all the same; null if nothing was. */
  readonly kept: string | null;
}

/** `line 7, column phq9: "abc" is not a number. Left out.` */
export function problemLine(problem: RowProblem): string {
  const places: string[] = [];
  if (problem.line !== null) places.push(`line ${problem.line}`);
  if (problem.column !== null) places.push(`column ${problem.column}`);
  const place = places.length > 0 ? `${places.join(", ")}: ` : "";
  const end = problem.kept ?? (problem.line === null ? null : "Left out.");
  return `${place}${problem.sentence}${end === null ? "" : ` ${end}`}`;
}

/** Gathers problems: all are counted, so many are kept word for word. */
export interface ProblemLog {
  readonly add: (problem: RowProblem) => void;
  /** Counts one more where words would be made in vain; false as long as they are kept. */
  readonly onlyCounts: (kind: ProblemKind) => boolean;
  readonly listed: () => readonly RowProblem[];
  readonly counts: () => Readonly<Partial<Record<ProblemKind, number>>>;
  readonly total: () => number;
  /** The kind counted last. */
  readonly latest: () => ProblemKind | null;
}

/** A log that stays small however damaged the file is. */
export function problemLog(most = 10_000): ProblemLog {
  const listed: RowProblem[] = [];
  const counts: Partial<Record<ProblemKind, number>> = {};
  let total = 0;
  let latest: ProblemKind | null = null;
  const count = (kind: ProblemKind): void => {
    total++;
    latest = kind;
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  return {
    add: (problem) => {
      count(problem.kind);
      if (listed.length < most) listed.push(problem);
    },
    onlyCounts: (kind) => {
      if (listed.length < most) return false;
      count(kind);
      return true;
    },
    listed: () => listed,
    counts: () => counts,
    total: () => total,
    latest: () => latest,
  };
}
