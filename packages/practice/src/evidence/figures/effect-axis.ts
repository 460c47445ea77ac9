import type { EffectAxis } from "@concord/charts";
import { noRelation, type PublishedEffect, type ReadScale } from "@concord/evidence";
import type { StaffMessages } from "@concord/messages";

const ratios: ReadonlySet<ReadScale> = new Set(["OR", "RR", "ratio"]);

const labels = {
  r: "evidence.figure.axis.r",
  g: "evidence.figure.axis.g",
  MD: "evidence.figure.axis.md",
  OR: "evidence.figure.axis.or",
  RR: "evidence.figure.axis.rr",
  RD: "evidence.figure.axis.rd",
  ratio: "evidence.figure.axis.ratio",
  proportion: "evidence.figure.axis.proportion",
  alpha: "evidence.figure.axis.alpha",
  estimate: "evidence.figure.axis.estimate",
} as const satisfies Readonly<Record<ReadScale, string>>;

/** The axis on which effects are read: correlations spaced as Fisher's z, ratios as logarithms. */
export function axisOf(scale: ReadScale, { text }: StaffMessages): EffectAxis {
  const reference = noRelation(scale);
  return {
    label: text(labels[scale]),
    spacing: scale === "r" ? "fisher" : ratios.has(scale) ? "logarithmic" : "linear",
    reference,
    zero: scale === "r" || scale === "proportion" || scale === "alpha" ? "bare" : "written",
    ...(reference !== null && {
      favours: {
        lower: text("evidence.figure.axis.worse"),
        higher: text("evidence.figure.axis.better"),
      },
    }),
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
