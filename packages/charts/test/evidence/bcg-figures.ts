import type {
  BaujatFigure,
  BubbleFigure,
  CumulativeFigure,
  EffectAxis,
  FlowFigure,
  ForestFigure,
  ForestRow,
  FunnelFigure,
  InfluenceFigure,
  PooledRow,
  RadialFigure,
} from "@concord/charts";
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

const estimateHeading = "RR [95% CI]";

export const bcgCumulative: CumulativeFigure = {
  title: "BCG vaccine: the evidence as it grew",
  axis: riskRatio,
  rowHeading: "Trial added",
  estimateHeading,
  steps: bcg.cumulative.map(({ label, effect }, index) => ({
    label: index === 0 ? label : `+ ${label}`,
    effect,
  })),
  notes: ["Random effects, REML, after each trial in order of its year."],
};

/** Position on the log scale, back as a risk ratio: where the fixture's regression of effect on standard error runs. */
function onEggerLine(standardError: number): { readonly estimate: number; readonly standardError: number } {
  return { estimate: Math.exp(bcg.egger.intercept + bcg.egger.slope * standardError), standardError };
}

export const bcgFunnel: FunnelFigure = {
  title: "Funnel of the BCG trials",
  axis: { ...riskRatio, label: "Risk ratio, log scale" },
  points: [
    ...trials.map(({ label, effect, standardError }) => ({
      label,
      estimate: effect.estimate,
      standardError,
      kind: "observed" as const,
    })),
    ...bcg.filled.map((point, index) => ({
      ...point,
      label: `Filled study ${index + 1}`,
      kind: "filled" as const,
    })),
  ],
  pooled: { label: "Pooled RR 0.49 and its funnel", estimate: bcg.overall.effect.estimate },
  adjusted: { label: "With filled studies 0.52", estimate: bcg.filledPooled.estimate },
  regions: "significance",
  asymmetry: { label: "Regression on standard error", ends: [onEggerLine(0), onEggerLine(0.75)] },
  notes: [
    `Egger’s test: t(11) = ${bcg.egger.t.toFixed(2).replace("-", "−")}, p = ${bcg.egger.p.toFixed(2).replace(/^0/, "")}.`,
  ],
};

const outstanding: ReadonlySet<string> = new Set([
  "TPT Madras, 1980",
  "Hart & Sutherland, 1977",
  "Stein & Aronson, 1953",
]);
const named = (label: string) => (outstanding.has(label) ? "yes" : "no");

export const bcgRadial: RadialFigure = {
  title: "Radial plot of the BCG trials",
  axis: { ...riskRatio, label: "Risk ratio" },
  points: trials.map(({ label, precision, standardized }) => ({
    label,
    precision,
    standardized,
    named: named(label),
  })),
  pooled: bcg.overall.effect,
  pooledLabel: "Pooled RR 0.49",
};

export const bcgBaujat: BaujatFigure = {
  title: "Baujat plot of the BCG trials",
  heterogeneityLabel: "Contribution to heterogeneity (Q)",
  influenceLabel: "Influence on the pooled effect",
  points: trials.map(({ label, heterogeneity, influence }) => ({
    label,
    heterogeneity,
    influence,
    named: heterogeneity > 1.5 || influence > 0.15 ? "yes" : "no",
  })),
};

export const bcgInfluence: InfluenceFigure = {
  title: "BCG trials, each left out in turn",
  axis: { ...riskRatio, label: "Risk ratio without the trial, log scale" },
  rowHeading: "Trial left out",
  estimateHeading,
  rows: trials.map(({ label, without, cooksDistance }) => ({
    label,
    without,
    cooksDistance,
    verdict: cooksDistance > 0.2 ? "influential" : "ordinary",
  })),
  all: { label: "All thirteen", ...bcg.overall.effect },
  cooksThreshold: 0.2,
  notes: [
    "Tinted: the interval of all thirteen trials. Marked: Cook’s distance above 0.20, a line drawn for this picture.",
  ],
};

export const bcgBubble: BubbleFigure = {
  title: "BCG trials by distance from the equator",
  axis: { ...riskRatio, label: "Risk ratio, log scale" },
  moderatorLabel: "Absolute latitude, degrees",
  points: trials.map(({ label, latitude, effect }, index) => ({
    label,
    moderator: latitude,
    estimate: effect.estimate,
    weight: bcg.lineWeights[index] ?? 0,
    named: named(label),
  })),
  fit: bcg.line,
  fitLabel: "Fitted, 95% interval",
  predictionLabel: "95% prediction interval",
  notes: ["Mixed-effects regression, REML. The area of a bubble is its weight."],
};

/** Invented counts that add up, as the flow of a body of correlations would read. */
export const inventedFlow: FlowFigure = {
  title: "From found to pooled (invented)",
  stages: [
    {
      label: "Records found",
      count: 1284,
      parts: [
        { label: "Databases", count: 1203 },
        { label: "Reference lists", count: 81 },
      ],
      exits: [{ kind: "excluded", label: "Duplicates", count: 312 }],
    },
    {
      label: "Titles and abstracts screened",
      count: 972,
      exits: [{ kind: "excluded", label: "Not on the question", count: 871 }],
    },
    {
      label: "Full texts read",
      count: 101,
      exits: [
        {
          kind: "excluded",
          label: "Excluded with reasons",
          count: 67,
          reasons: [
            { label: "No measure of the therapeutic alliance", count: 29 },
            { label: "No outcome, or outcome not related to the alliance", count: 21 },
            { label: "Same sample as another study", count: 17 },
          ],
        },
      ],
    },
    {
      label: "Studies included",
      count: 34,
      exits: [
        {
          kind: "narrative",
          label: "Reviewed in words only",
          count: 11,
          reasons: [{ label: "No correlation reported or derivable", count: 11 }],
        },
      ],
    },
    {
      label: "Studies pooled",
      count: 23,
      parts: [
        { label: "Effects", count: 102 },
        { label: "Clients", count: 2431 },
      ],
      role: "pooled",
    },
  ],
};
