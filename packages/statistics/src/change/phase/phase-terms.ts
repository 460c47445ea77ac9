import { autocorrelations } from "../autocorrelations.ts";
import { comparePhases } from "./compare-phases.ts";

/**
 * Two phases under the names that R's `wilcox.test`, `acf`, `pacf` and `Box.test` have; the whole course for
 * the latter.
 */
export function phaseTerms(
  earlier: readonly number[],
  later: readonly number[],
  better: "higher" | "lower",
  level = 0.95,
) {
  const { nonoverlap, earlierTrend, pooledDifference, baselineDifference } = comparePhases(
    earlier,
    later,
    better,
    level,
  );
  const pairs = earlier.length * later.length;
  // W counts pairs in which the earlier value is the higher, whichever is better.
  const w = better === "lower" ? nonoverlap.u : pairs - nonoverlap.u;
  const whole = [...earlier, ...later];
  const far = autocorrelations(whole, 5);
  const near = autocorrelations(whole, 3);
  return {
    [`NAP_${better}_better`]: nonoverlap.nap,
    NAP_ci: [nonoverlap.lower, nonoverlap.upper],
    [`PND_${better}_better`]: nonoverlap.pnd,
    tau_AB: (2 * w) / pairs - 1,
    U: w,
    kendall_trend_A: earlierTrend ?? null,
    smd_pooled: pooledDifference ?? null,
    smd_baseline_sd: baselineDifference ?? null,
    acf_1_5: far.kind === "autocorrelations" ? far.coefficients : null,
    pacf_1_3: near.kind === "autocorrelations" ? near.partial : null,
    ljung_box3: near.kind === "autocorrelations" ? { Q: near.ljungBox.statistic, p: near.ljungBox.p } : null,
  };
}
