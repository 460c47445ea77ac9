import type { ForestFigure } from "@concord/charts";

/**
 * A long list as this field has them: 102 correlations in 15 studies, most from the client's ratings. All numbers are
 * invented by a fixed rule; the intervals are Fisher's, tanh(atanh r ± 1.96 / √(n − 3)).
 */
const perStudy = [1, 1, 12, 4, 8, 4, 2, 2, 4, 1, 2, 3, 52, 4, 2] as const;
const measures = [
  "Symptoms",
  "Well-being",
  "Functioning",
  "Global change",
  "Interpersonal problems, follow-up",
] as const;

function fraction(seed: number): number {
  return (((seed * 48271 + 12345) % 2147483647) % 1000) / 1000;
}

export const inventedForest: ForestFigure = {
  title: "A long list of correlations (invented)",
  axis: {
    label: "Correlation r, spaced as Fisher’s z",
    spacing: "fisher",
    reference: 0,
    favours: { lower: "worse outcome", higher: "better outcome" },
  },
  rowHeading: "Study and outcome",
  estimateHeading: "r [95% CI]",
  columns: [
    { heading: "Rated by", align: "start", side: "before" },
    { heading: "n", align: "end", side: "before" },
  ],
  groups: perStudy.map((count, study) => {
    const n = 12 + Math.round(180 * fraction(study + 7));
    return {
      heading: `Study ${study + 1}`,
      rows: Array.from({ length: count }, (_, index) => {
        const seed = 97 * study + 13 * index + 5;
        const rater =
          (["client", "client", "observer", "therapist"] as const)[(study + index) % 4] ?? "client";
        const r = Math.round(100 * (-0.15 + 0.75 * fraction(seed))) / 100;
        const arm = 1.96 / Math.sqrt(n - 3);
        return {
          kind: "effect" as const,
          label: measures[(index + study) % measures.length] ?? "",
          cells: [rater, String(n)],
          effect: {
            estimate: r,
            lower: Math.tanh(Math.atanh(r) - arm),
            upper: Math.tanh(Math.atanh(r) + arm),
          },
          weight: n - 3,
          rater,
        };
      }),
    };
  }),
  overall: [
    {
      label: "Three-level model (102 effects, 15 studies)",
      effect: { estimate: 0.27, lower: 0.16, upper: 0.37 },
      prediction: { label: "Prediction interval, 95%", bounds: { lower: -0.15, upper: 0.61 } },
    },
  ],
  notes: ["Colour and fill of a square tell who rated the relationship."],
};
