import { centre } from "../centre.ts";
import { type Nonoverlap, nonoverlap } from "./nonoverlap.ts";

/** Two phases of one course side by side. What a phase is too short or too even for is undefined. */
export interface PhaseComparison {
  readonly nonoverlap: Nonoverlap;
  /** Kendall's τ_b of the earlier phase with time: a trend that was there before. */
  readonly earlierTrend: number | undefined;
  /** (mean later − mean earlier) in pooled standard deviations. */
  readonly pooledDifference: number | undefined;
  /** The same in standard deviations of the earlier phase (Busk PL, Serlin RC 1992). */
  readonly baselineDifference: number | undefined;
}

/**
 * How do two phases of one course differ? Differences in standard deviations are those of one person over
 * time, and not comparable with those between people.
 */
export function comparePhases(
  earlier: readonly number[],
  later: readonly number[],
  better: "higher" | "lower",
  level = 0.95,
): PhaseComparison {
  const overlap = nonoverlap(earlier, later, better, level);
  const before = centre(earlier);
  const after = centre(later);
  const difference = after.mean - before.mean;
  const inDeviations = (squares: number, degrees: number) =>
    degrees > 0 && squares > 0 ? difference / Math.sqrt(squares / degrees) : undefined;
  return {
    nonoverlap: overlap,
    earlierTrend: trendOf(earlier),
    pooledDifference: inDeviations(before.squares + after.squares, before.n + after.n - 2),
    baselineDifference: inDeviations(before.squares, before.n - 1),
  };
}

/** τ_b with time, whose places are never tied. Kendall MG (1945). Biometrika 33: 239–251. */
function trendOf(values: readonly number[]): number | undefined {
  if (values.length < 3) return undefined;
  let concordant = 0;
  let untied = 0;
  for (const [i, later] of values.entries()) {
    for (const earlier of values.slice(0, i)) {
      concordant += Math.sign(later - earlier);
      if (later !== earlier) untied++;
    }
  }
  const pairs = (values.length * (values.length - 1)) / 2;
  return untied === 0 ? undefined : concordant / Math.sqrt(pairs * untied);
}
