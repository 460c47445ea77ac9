import type { Bounds, EffectAxis, IntervalEstimate } from "@concord/charts";
import { readScales } from "@concord/evidence";
import { MEASURES, type Measure, type MeasureDefinition, type Prediction } from "@concord/statistics";

/** How effects of a measure are drawn: the axis, and the way from the scale of pooling to it. */
export interface FigureScale {
  readonly axis: EffectAxis;
  /** The short name beside the numbers: r, g, OR. */
  readonly name: string;
  readonly back: (value: number) => number;
  /** An effect with its own 95% interval. */
  readonly interval: (estimate: number, standardError: number) => IntervalEstimate;
  readonly read: (prediction: Pick<Prediction, "estimate" | "lower" | "upper">) => IntervalEstimate;
  readonly bounds: (bounds: Bounds) => Bounds;
}

const normal = 1.959963984540054;

/** Correlations are laid out by Fisher's z, ratios by their logarithm; everything else on the scale of pooling. */
export function axisOf(measure: Measure): FigureScale {
  const definition: MeasureDefinition = MEASURES[measure];
  const isFisher = measure === "ZCOR" || measure === "ZPCOR";
  const isRatio = ["OR", "RR", "PETO", "ROM"].includes(measure);
  const back = isFisher || isRatio ? (definition.back ?? same) : same;
  const name = isFisher || isRatio || definition.back === undefined ? readScales[measure] : definition.name;
  const axis: EffectAxis = {
    label: isFisher
      ? "Correlation r"
      : isRatio
        ? `${ratioNames[measure] ?? "Ratio"}, log scale`
        : capital(definition.name),
    spacing: isFisher ? "fisher" : isRatio ? "logarithmic" : "linear",
    reference: isRatio ? 1 : noReference.has(measure) ? null : 0,
    zero: readScales[measure] === "r" ? "bare" : "written",
  };
  const read = ({ estimate, lower, upper }: Pick<Prediction, "estimate" | "lower" | "upper">) => ({
    estimate: back(estimate),
    lower: back(lower),
    upper: back(upper),
  });
  return {
    axis,
    name,
    back,
    interval: (estimate, standardError) =>
      read({
        estimate,
        lower: estimate - normal * standardError,
        upper: estimate + normal * standardError,
      }),
    read,
    bounds: ({ lower, upper }) => ({ lower: back(lower), upper: back(upper) }),
  };
}

const ratioNames: Readonly<Partial<Record<Measure, string>>> = {
  OR: "Odds ratio",
  PETO: "Odds ratio (Peto)",
  RR: "Risk ratio",
  ROM: "Ratio of means",
};

const noReference: ReadonlySet<Measure> = new Set(["PR", "PLN", "PAS", "PFT", "ARAW", "AHW", "ABT"]);

const same = (value: number): number => value;

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1);
