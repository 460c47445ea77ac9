import { rated } from "@concord/course/testing";
import type { Construct, Rater } from "@concord/instruments";
import { type Course, type DatedScore, trace } from "../src/index.ts";

/** One line of made-up ratings, in the form's own points. */
export interface Line {
  readonly construct: Construct;
  readonly scale: string;
  readonly instrument: string;
  readonly rater?: Rater;
  readonly range?: readonly [number, number];
  readonly better?: "higher" | "lower" | "neither";
  /** By session, from 1 on; null where there is no form. */
  readonly values?: readonly (number | null)[];
  /** Or by session as given, e.g. an intake. */
  readonly at?: Readonly<Record<number, number>>;
}

export function courseOf(
  lines: readonly Line[],
  more: { readonly ageBand?: "child" | "adolescent" | "adult"; readonly endingFrom?: number } = {},
): Course {
  return trace({ case: "made-up", scores: lines.flatMap(scoresOf), ...more });
}

function scoresOf(line: Line): readonly DatedScore[] {
  const about = {
    construct: line.construct,
    scale: line.scale,
    instrument: line.instrument,
    rater: line.rater ?? "client",
    minimum: line.range?.[0] ?? 1,
    maximum: line.range?.[1] ?? 7,
    better: line.better ?? "higher",
  } as const;
  if (line.at === undefined) return rated(line.values ?? [], about);
  return Object.entries(line.at).map(([session, value]) => ({ ...about, session: Number(session), value }));
}
