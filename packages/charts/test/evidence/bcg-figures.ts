import type { EffectAxis, ForestFigure, ForestRow, PooledRow } from "@concord/charts";
import bcg from "./fixtures/bcg.json" with { type: "json" };

/** The thirteen trials of BCG vaccine as figures. What the numbers are and whence: fixtures/runner.R. */
export const riskRatio: EffectAxis = {
  label: "Risk ratio of tuberculosis, log scale",
  spacing: "logarithmic",
  reference: 1,
  favours: { lower: "vaccine protects", higher: "vaccine harms" },
};

type Pooled = typeof bcg.overall;

export const { trials } = bcg;
export { bcg };

export function pooledRow(label: string, { effect, prediction }: Pooled): PooledRow {
  return { label, effect, prediction: { label: "Prediction interval, 95%", bounds: prediction } };
}

export function heterogeneity({ Q, k, I2, tau2 }: Pooled): string {
  return `Q(${k - 1}) = ${Q.toFixed(1)}, I² = ${I2.toFixed(0)}%, τ² = ${tau2.toFixed(2)}`;
}

function row(trial: (typeof trials)[number]): ForestRow {
  const { label, treated, control, effect, weight } = trial;
  return { kind: "effect", label, cells: [treated, control, `${weight.toFixed(1)}%`], effect, weight };
}

export const bcgForest: ForestFigure = {
  title: "BCG vaccine against tuberculosis: thirteen trials",
  axis: riskRatio,
  rowHeading: "Trial",
  estimateHeading: "RR [95% CI]",
  columns: [
    { heading: "Vaccinated", align: "end", side: "before" },
    { heading: "Control", align: "end", side: "before" },
    { heading: "Weight", align: "end", side: "after" },
  ],
  groups: [{ heading: null, rows: trials.map(row) }],
  overall: [pooledRow("Random effects, REML (k = 13)", bcg.overall)],
  notes: [
    `Heterogeneity: ${heterogeneity(bcg.overall)}. The area of a square is its weight; numbers are people with tuberculosis of all.`,
  ],
};

const allocations = ["random", "alternate", "systematic"] as const;
const allocationWords = {
  random: "Random allocation",
  alternate: "Alternate allocation",
  systematic: "Systematic allocation",
} as const;

export const bcgSubgroups: ForestFigure = {
  ...bcgForest,
  title: "BCG vaccine by way of allocation",
  groups: allocations.map((how) => ({
    heading: allocationWords[how],
    rows: trials.filter(({ allocation }) => allocation === how).map(row),
    pooled: [
      {
        label: `Pooled (k = ${bcg.subgroups[how].k})`,
        effect: bcg.subgroups[how].effect,
      },
    ],
    notes: [heterogeneity(bcg.subgroups[how])],
  })),
};
