import { requireFinite } from "../interval.ts";
import { roundingOf } from "../rounding.ts";
import { isStable, type Stability } from "./stability.ts";

export interface SuddenGainCriteria {
  readonly better: "higher" | "lower";
  /** Losses are found by the same criteria, the other way round. */
  readonly direction: "gain" | "loss";
  /**
   * First criterion: points on the measure, such as 7 on the BDI or a reliable change. Null leaves it out.
   */
  readonly points: number | null;
  /** Second criterion: share of the value before, usually .25. Null leaves it out. */
  readonly share: number | null;
  readonly stability: Stability;
}

/** One sudden gain or loss, between a session and the next. */
export interface SuddenGain {
  /** The place of the value before it, counted from 0. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  /** How much better (of a loss: worse) the next value is. */
  readonly magnitude: number;
  /** The magnitude over the change from the first known value to the last; undefined where that is nought. */
  readonly shareOfChange: number | undefined;
  /** Half of it is lost again at this value; `reversed` if any later value passes it. */
  readonly reversalValue: number;
  readonly reversed: boolean;
}

export interface SuddenGains {
  readonly gains: readonly SuddenGain[];
  /** Steps with enough values around them to be judged: without any, finding none says nothing. */
  readonly judged: number;
}

/**
 * Does a course have sudden gains: large, and lasting, from one session to the next?
 *
 * Tang TZ, DeRubeis RJ (1999). J Consult Clin Psychol 67: 894–904: (1) large in points, (2) at least 25% of
 * the value before, (3) lasting (`Stability`). Places are sessions in their order; null is a missing one. A
 * step is judged when both its values are there and at least two of the three before and of the three after.
 *
 * In courses without any sudden gain these criteria find them often: with a retest correlation of .80, twenty
 * sessions and a gradual fall, in about half to three quarters (Vittengl JR, Clark LA, Thase ME, Jarrett RB
 * 2015, Curr Psychiatry Rev 11: 19–31, Table 2). A gain found is a place to look, not an event proved.
 */
export function suddenGains(
  values: readonly (number | null)[],
  { better, direction, points, share, stability }: SuddenGainCriteria,
): SuddenGains {
  requireFinite(
    "suddenGains",
    values.filter((value) => value !== null),
  );
  requireCriteria(points, share);
  // Turned so that a gain lowers the value, as on the measure of the article.
  const sign = (better === "lower") === (direction === "gain") ? 1 : -1;
  const turned = values.map((value) => (value === null ? null : sign * value));
  const course = turned.filter((value) => value !== null);
  const rounding = roundingOf(course);
  const gains: SuddenGain[] = [];
  let judged = 0;
  for (let at = 0; at + 1 < turned.length; at++) {
    const [start, end] = [turned[at], turned[at + 1]];
    if (start === null || start === undefined || end === null || end === undefined) continue;
    const before = turned.slice(Math.max(0, at - 2), at + 1).filter((value) => value !== null);
    const after = turned.slice(at + 1, at + 4).filter((value) => value !== null);
    if (before.length < 2 || after.length < 2) continue;
    judged++;
    const magnitude = start - end;
    if (!(magnitude > 0)) continue;
    const least = magnitude + rounding;
    if (points !== null && least < points) continue;
    if (share !== null && least < share * Math.abs(start)) continue;
    if (!isStable({ before, after, magnitude, course }, stability)) continue;
    const change = course[0]! - course.at(-1)!;
    const reversalValue = end + magnitude / 2;
    gains.push({
      at,
      before: sign * start,
      after: sign * end,
      magnitude,
      shareOfChange: change === 0 ? undefined : magnitude / change,
      reversalValue: sign * reversalValue,
      reversed: turned.slice(at + 2).some((value) => value !== null && value > reversalValue + rounding),
    });
  }
  return { gains, judged };
}

function requireCriteria(points: number | null, share: number | null): void {
  if (points !== null && !(points > 0))
    throw new RangeError(`suddenGains requires a first criterion above 0 points: ${points}`);
  if (share !== null && !(share > 0 && share < 1))
    throw new RangeError(`suddenGains requires a second criterion between 0 and 1: ${share}`);
}
