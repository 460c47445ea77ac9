import type { Effect } from "./effect.ts";
import { fitsExactly } from "./exact-fit.ts";
import { metaAnalysis } from "./meta-analysis.ts";
import type { FittedMetaAnalysis, NotEstimable } from "./model.ts";

/** How the number of missing studies is estimated. */
export type MissingStudiesEstimator = "L0" | "R0" | "Q0";

export type TrimAndFill =
  | {
      readonly kind: "filled";
      readonly estimator: MissingStudiesEstimator;
      /** Where the missing studies would lie. */
      readonly side: "left" | "right";
      readonly missing: number;
      readonly standardError: number;
      /** For R0, the p of the hypothesis that none is missing. */
      readonly p?: number;
      readonly added: readonly Effect[];
      /** The model on the studies seen and those filled in. */
      readonly result: FittedMetaAnalysis;
    }
  | NotEstimable;

/**
 * What would the result be if the funnel were symmetric? Studies without a counterpart are trimmed until the rest is
 * symmetric about its mean; then they come back, each with its mirror image.
 *
 * Duval S, Tweedie R (2000). Biometrics 56: 455–463; J Am Stat Assoc 95: 89–98. A sensitivity analysis: it invents
 * studies, and sees asymmetry of any cause as missing ones.
 */
export function trimAndFill(
  fit: FittedMetaAnalysis,
  estimator: MissingStudiesEstimator = "L0",
  side?: "left" | "right",
): TrimAndFill {
  if (!fit.interceptOnly) throw new RangeError("trim and fill requires a model without moderators");
  const k = fit.effects.length;
  if (k < 3) throw new RangeError(`trim and fill requires three or more studies: ${k}`);
  const estimates = fit.effects.map(({ estimate }) => estimate);
  const first = estimates[0]!;
  if (
    fitsExactly(
      estimates,
      estimates.map((estimate) => estimate - first),
    )
  ) {
    return { kind: "not-estimable", reason: "all effects are equal: neither side of the funnel lacks any" };
  }
  const chosen = side ?? emptySide(fit);
  const sign = chosen === "right" ? -1 : 1;
  const sorted = fit.effects
    .map(({ estimate, variance }) => ({ estimate: sign * estimate, variance }))
    .sort((a, b) => a.estimate - b.estimate);

  let missing = 0;
  for (let step = 0; step < 100; step++) {
    const trimmed = metaAnalysis(sorted.slice(0, k - missing), fit.model);
    if (trimmed.kind !== "fitted")
      return { kind: "not-estimable", reason: "the trimmed studies leave no fit" };
    const centre = trimmed.coefficients[0]!.estimate;
    const count = countMissing(signedRanks(sorted.map(({ estimate }) => estimate - centre)), estimator);
    if (!Number.isFinite(count.missing)) {
      return { kind: "not-estimable", reason: `${estimator} has no solution for these ranks` };
    }
    const next = Math.min(k - 1, Math.max(0, roundHalfEven(count.missing)));
    if (next === missing && step > 0) {
      const added = sorted.slice(k - missing).map(({ estimate, variance }) => ({
        estimate: sign * (2 * centre - estimate),
        variance,
      }));
      const result = metaAnalysis([...fit.effects, ...added], fit.model);
      if (result.kind !== "fitted")
        return { kind: "not-estimable", reason: "the filled studies leave no fit" };
      return {
        kind: "filled",
        estimator,
        side: chosen,
        missing,
        standardError: Math.max(0, count.standardError),
        ...(estimator === "R0" ? { p: 0.5 ** (missing + 1) } : {}),
        added,
        result,
      };
    }
    missing = next;
  }
  return { kind: "not-estimable", reason: "the number of missing studies does not settle" };
}

/** Missing studies lie where the line through the funnel leans away from: left when small studies show more. */
function emptySide(fit: FittedMetaAnalysis): "left" | "right" {
  const values = fit.effects.flatMap(({ variance }) => [1, Math.sqrt(variance)]);
  const k = fit.effects.length;
  const design = {
    names: ["(Intercept)", "sei"],
    matrix: { rows: k, columns: 2, values: Float64Array.from(values) },
    kept: fit.effects.map((_, i) => i),
    termOf: [-1, 0],
    intercept: true,
  };
  const line = metaAnalysis(fit.effects, { ...fit.model, design });
  return line.kind === "fitted" && line.coefficients[1]!.estimate < 0 ? "right" : "left";
}

/** The ranks of the distances from the centre, with the sign of the distance; ties in their order. */
function signedRanks(distances: readonly number[]): readonly number[] {
  const order = distances
    .map((_, i) => i)
    .sort((a, b) => Math.abs(distances[a]!) - Math.abs(distances[b]!) || a - b);
  const ranks = new Array<number>(distances.length);
  order.forEach((position, rank) => {
    ranks[position] = Math.sign(distances[position]!) * (rank + 1);
  });
  return ranks;
}

function countMissing(
  ranks: readonly number[],
  estimator: MissingStudiesEstimator,
): { readonly missing: number; readonly standardError: number } {
  const k = ranks.length;
  if (estimator === "R0") {
    const farthestLeft = Math.max(0, ...ranks.filter((rank) => rank < 0).map((rank) => -rank));
    const missing = k - farthestLeft - 1;
    return { missing, standardError: Math.sqrt(2 * Math.max(0, missing) + 2) };
  }
  const total = ranks.reduce((sum, rank) => (rank > 0 ? sum + rank : sum), 0);
  const missing =
    estimator === "L0"
      ? (4 * total - k * (k + 1)) / (2 * k - 1)
      : k - 0.5 - Math.sqrt(2 * k * k - 4 * total + 0.25);
  const m = missing;
  const variance =
    (k * (k + 1) * (2 * k + 1) +
      10 * m ** 3 +
      27 * m ** 2 +
      17 * m -
      18 * k * m ** 2 -
      18 * k * m +
      6 * k ** 2 * m) /
    24;
  const standardError =
    estimator === "L0"
      ? (4 * Math.sqrt(variance)) / (2 * k - 1)
      : (2 * Math.sqrt(variance)) / Math.sqrt((k - 0.5) ** 2 - m * (2 * k - m - 1));
  return { missing, standardError };
}

/** Halves go to the even neighbour, so that counting does not lean upwards. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
