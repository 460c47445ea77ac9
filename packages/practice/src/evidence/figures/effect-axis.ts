import type { EffectAxis } from "@concord/charts";
import { noRelation, type PublishedEffect, type ReadScale } from "@concord/evidence";

const ratios: ReadonlySet<ReadScale> = new Set(["OR", "RR", "ratio"]);

const labels: Readonly<Record<ReadScale, string>> = {
  r: "Correlation r",
  g: "Standardized mean difference g",
  MD: "Mean difference",
  OR: "Odds ratio, log scale",
  RR: "Risk ratio, log scale",
  RD: "Risk difference",
  ratio: "Ratio, log scale",
  proportion: "Proportion",
  alpha: "Reliability α",
  estimate: "Effect",
};

/** The axis on which effects are read: correlations spaced as Fisher's z, ratios as logarithms. */
export function axisOf(scale: ReadScale): EffectAxis {
  const reference = noRelation(scale);
  return {
    label: labels[scale],
    spacing: scale === "r" ? "fisher" : ratios.has(scale) ? "logarithmic" : "linear",
    reference,
    zero: scale === "r" || scale === "proportion" || scale === "alpha" ? "bare" : "written",
    ...(reference !== null && { favours: { lower: "points to worse", higher: "points to better" } }),
  };
}

/**
 * The axis for bars under one another, by the metric alone, so that the same length means the same everywhere; null
 * for figures that have no common scale.
 */
export function barAxis(metric: PublishedEffect["metric"]): EffectAxis | null {
  if (metric === "r") return { ...plain, label: "r", domain: [-0.5, 0.8] };
  if (metric === "d" || metric === "g") return { ...plain, label: metric, domain: [-0.9, 1.3] };
  return null;
}

const plain = { spacing: "linear", reference: 0 } as const;
