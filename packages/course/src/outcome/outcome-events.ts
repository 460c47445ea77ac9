import { suddenGains } from "@concord/statistics/change";
import type { ScaleRange } from "../criteria.ts";
import type { OutcomeEvent, OutcomePoint } from "./outcome-reading.ts";

/** Ratings and sessions that a plateau has at least: four ratings over six sessions. */
const plateauRatings = 4;
const plateauSessions = 6;

/** Whether two values differ by more than measurement error alone seldom produces. */
export type DifferReliably = (one: number, other: number) => boolean;

/**
 * Returns the latest stretch without reliable movement that ends at the last rating, if it is long enough.
 *
 * No two of its ratings differ reliably, and the means of its halves differ by less than half a reliable change: a steady
 * slow improvement is none. Whether the client is still in the clinical range is the caller's to know.
 */
export function plateauOf(
  points: readonly OutcomePoint[],
  differReliably: DifferReliably,
  criterion: number,
): OutcomeEvent | null {
  const last = points.at(-1);
  if (last === undefined) return null;
  let [lowest, highest] = [last.value, last.value];
  let from = points.length - 1;
  for (let i = points.length - 1; i >= 0; i--) {
    lowest = Math.min(lowest, points[i]!.value);
    highest = Math.max(highest, points[i]!.value);
    if (differReliably(lowest, highest)) break;
    from = i;
  }
  const start = points[from]!;
  const stretch = points.slice(from).map(({ value }) => value);
  if (stretch.length < plateauRatings || last.session - start.session + 1 < plateauSessions) return null;
  const half = stretch.length >> 1;
  if (Math.abs(meanOf(stretch.slice(0, half)) - meanOf(stretch.slice(-half))) >= criterion / 2) return null;
  return { kind: "plateau", from: start.session, to: last.session };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Returns the sudden gains of a course: at least a reliable change and a quarter of the value before from one session to
 * the next, and lasting.
 *
 * Tang TZ, DeRubeis RJ (1999). J Consult Clin Psychol 67: 894–904, with the third criterion as in R's suddengains. The
 * value before is counted from the favourable end of the scale, so that the criterion is the same for a scale that
 * begins at another number or runs the other way.
 */
export function suddenGainsOf(
  points: readonly OutcomePoint[],
  { better, minimum, maximum }: Pick<ScaleRange, "better" | "minimum" | "maximum">,
  criterion: number,
): readonly OutcomeEvent[] {
  const first = points[0]?.session ?? 0;
  const sessions = (points.at(-1)?.session ?? 0) - first + 1;
  const bySession = new Map(points.map(({ session, value }) => [session, value]));
  const values = Array.from({ length: sessions }, (_, i) => {
    const value = bySession.get(first + i);
    if (value === undefined) return null;
    return better === "lower" ? value - minimum : maximum - value;
  });
  const { gains } = suddenGains(values, {
    better: "lower",
    direction: "gain",
    points: criterion,
    share: 0.25,
    stability: { kind: "pooled-deviation", alpha: 0.05 },
  });
  return gains.map(({ at }) => ({ kind: "sudden-gain", from: first + at, to: first + at + 1 }));
}
