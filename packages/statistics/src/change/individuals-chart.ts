import { centre } from "./centre.ts";
import { requireFinite } from "./interval.ts";

/**
 * d₂ for two values: the mean moving range of a normal series over its standard deviation, as tables print
 * it.
 */
const movingRangeConstant = 1.128;

/** Limits of a chart of single values, or the reason there are none. */
export type IndividualsLimits =
  | {
      readonly kind: "limits";
      readonly centre: number;
      readonly meanMovingRange: number;
      /** meanMovingRange / 1.128: the spread from one value to the next, blind to slow trends. */
      readonly deviation: number;
      readonly lower: number;
      readonly upper: number;
      readonly lowerWarning: number;
      readonly upperWarning: number;
      readonly n: number;
      readonly movingRanges: number;
    }
  | { readonly kind: "too-few"; readonly n: number; readonly movingRanges: number }
  /** No value differs from its neighbour: any change at all would lie outside. */
  | { readonly kind: "no-spread"; readonly centre: number; readonly n: number };

/**
 * Within which limits do single values vary from one to the next?
 *
 * The individuals and moving-range (XmR) chart: mean ± 2.66 · mean moving range (three sigma), warning
 * limits mean ± 2 · mean moving range / 1.128. 2.66 is the usual rounding of 3 / 1.128; `rounding: "none"`
 * takes 3 / 1.128 itself, as R's qcc does.
 *
 * Wheeler DJ, Chambers DS (1992). Understanding Statistical Process Control, 2nd ed., p. 48. In
 * psychotherapy: Eubanks-Carter C, Gorman BS, Muran JC (2012). Psychother Res 22: 621–637.
 *
 * Values are given in runs: a moving range is taken only within a run, never across a missing session.
 * One moving range is the least; whoever sets limits decides how many are enough.
 */
export function individualsLimits(
  runs: readonly (readonly number[])[],
  rounding: "2.66" | "none" = "2.66",
): IndividualsLimits {
  const values = runs.flat();
  requireFinite("individualsLimits", values);
  const ranges = runs.flatMap((run) => run.slice(1).map((value, i) => Math.abs(value - run[i]!)));
  const n = values.length;
  if (ranges.length === 0) return { kind: "too-few", n, movingRanges: 0 };
  const middle = centre(values).mean;
  const meanMovingRange = centre(ranges).mean;
  if (meanMovingRange === 0) return { kind: "no-spread", centre: middle, n };
  const deviation = meanMovingRange / movingRangeConstant;
  const reach = rounding === "none" ? 3 * deviation : 2.66 * meanMovingRange;
  return {
    kind: "limits",
    centre: middle,
    meanMovingRange,
    deviation,
    lower: middle - reach,
    upper: middle + reach,
    lowerWarning: middle - 2 * deviation,
    upperWarning: middle + 2 * deviation,
    n,
    movingRanges: ranges.length,
  };
}

/**
 * The limits one value is tested against, from all the others: an outlying value would else widen
 * the very limits it is judged by. Leaving it out splits its run in two.
 */
export function individualsLimitsWithout(
  runs: readonly (readonly number[])[],
  tested: { readonly run: number; readonly index: number },
  rounding: "2.66" | "none" = "2.66",
): IndividualsLimits {
  const run = runs[tested.run];
  if (run === undefined || run[tested.index] === undefined) {
    throw new RangeError(
      `individualsLimitsWithout requires an existing value: ${tested.run}, ${tested.index}`,
    );
  }
  const split = [run.slice(0, tested.index), run.slice(tested.index + 1)];
  return individualsLimits([...runs.slice(0, tested.run), ...split, ...runs.slice(tested.run + 1)], rounding);
}
