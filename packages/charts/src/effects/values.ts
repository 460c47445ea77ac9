import type { StaffMessages } from "@concord/messages";
import type { IntervalEstimate } from "../evidence/values.ts";

/** What figures of paths, conditional effects and surfaces are drawn from: plain, already computed values. */
export interface EffectsChartOptions {
  /** In the language of the reader. */
  readonly messages: StaffMessages;
  /** Prefix of every id inside; two figures on one page need two. */
  readonly id?: string;
  /** In pixels. Below 560 the phone's layout is drawn. */
  readonly width?: number;
  /** Carries its own light and dark colours, for a file that leaves the page. */
  readonly standalone?: boolean;
}

/** A path with its coefficient. It is drawn solid if its interval leaves out nought, else dashed. */
export interface DrawnPath {
  readonly from: string;
  readonly to: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly isClear: boolean;
}

export interface PathFigure {
  readonly title: string;
  readonly predictor: string;
  readonly mediators: readonly string[];
  readonly outcome: string;
  readonly paths: readonly DrawnPath[];
  /** Sentences under the figure: the indirect effects. */
  readonly notes: readonly string[];
}

/** Two members: what each brings and what comes of it. */
export interface PairFigure {
  readonly title: string;
  readonly predictors: readonly [string, string];
  readonly outcomes: readonly [string, string];
  readonly paths: readonly DrawnPath[];
  /** How alike the members' predictors and residuals are. */
  readonly predictorCorrelation: number | null;
  readonly residualCorrelation: number;
  readonly notes: readonly string[];
}

/** An effect at a value of the moderator. */
export interface EffectAt extends IntervalEstimate {
  readonly at: number;
}

export interface ConditionalFigure {
  readonly title: string;
  readonly moderator: string;
  /** "Effect of protest on liking". */
  readonly effectLabel: string;
  readonly level: number;
  readonly line: readonly EffectAt[];
  /** Values that stand out, such as the mean and a standard deviation to either side. */
  readonly probes: readonly EffectAt[];
  /** Where the effect begins or ceases to differ from nought. */
  readonly bounds: readonly number[];
  /** Where the effect is strongest or weakest. */
  readonly turn?: { readonly at: number; readonly lower: number | null; readonly upper: number | null };
  /** The moderator of each row. */
  readonly rows: readonly number[];
  readonly notes: readonly string[];
}

export interface SurfaceFigure {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly outcome: string;
  readonly low: number;
  readonly high: number;
  /** What both ratings are counted from. */
  readonly centre: number;
  /** Predicted outcomes on an even grid from low to high: one list for each y, from the lowest. */
  readonly grid: readonly (readonly number[])[];
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly stationary: { readonly x: number; readonly y: number } | null;
  /** y = intercept + slope·x */
  readonly firstAxis: { readonly intercept: number; readonly slope: number } | null;
  readonly notes: readonly string[];
}
