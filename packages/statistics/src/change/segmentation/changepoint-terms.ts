import type { ChangePoints } from "./change-points.ts";
import type { LeastSquaresBreaks } from "./least-squares-breaks.ts";

/**
 * Change-points under the names of R's changepoint, which counts from 1 and gives the last value of each
 * segment.
 */
export function changepointTerms(found: ChangePoints) {
  if (found.kind === "too-few")
    return { error: true, message: `${found.n} values; ${found.required} are needed` };
  const last = found.changes.map(({ at }) => at);
  return {
    cpts_1based_last_of_segment: last,
    cpts_1based: last,
    means: found.segments.map(({ mean }) => mean),
    variances: found.segments.map(({ variance }) => variance),
    pen: found.price,
    earliest_1based: found.changes.map(({ earliest }) => earliest),
    latest_1based: found.changes.map(({ latest }) => latest),
    gain: found.changes.map(({ gain }) => gain),
  };
}

/** Least-squares breaks under the names of R's strucchange. */
export function strucchangeTerms(found: LeastSquaresBreaks) {
  if (found.kind === "too-few")
    return { error: true, message: `${found.n} values; ${found.required} are needed` };
  if (found.kind === "no-spread") return { error: true, message: "all values are equal" };
  return {
    breakpoints_1based: found.chosen.starts,
    BIC: found.byCount.map(({ bic }) => bic),
    RSS: found.byCount.map(({ residualSumOfSquares }) => residualSumOfSquares),
  };
}
