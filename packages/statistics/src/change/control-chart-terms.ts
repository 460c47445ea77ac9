import { logGamma } from "@concord/numerics";
import { centre as centreOf } from "./centre.ts";
import { cumulativeSum } from "./cumulative-sum.ts";
import { exponentiallyWeighted } from "./exponentially-weighted.ts";
import { type IndividualsLimits, individualsLimits } from "./individuals-chart.ts";
import { sideRuns } from "./side-run.ts";

/** How long a baseline is, and what the charts take for unusual. qcc's defaults where nothing is said. */
export interface ControlChartOptions {
  /** The first values that set the limits; all of them unless said. */
  readonly baseline?: number;
  /** λ of the moving average, and the half-width of its limits in its standard deviations. */
  readonly weight?: number;
  readonly width?: number;
  /** Decision interval and shift of the cumulative sums, in standard deviations. */
  readonly decision?: number;
  readonly shift?: number;
  readonly runLength?: number;
}

export type ControlCharts =
  | {
      readonly kind: "charts";
      readonly limits: Extract<IndividualsLimits, { kind: "limits" }>;
      readonly terms: ControlChartTerms;
    }
  | Exclude<IndividualsLimits, { kind: "limits" }>;

export type ControlChartTerms = ReturnType<typeof termsOf>;

/**
 * The individuals chart, the moving average and the cumulative sums of one series under the names of R's qcc,
 * which counts from 1. Limits are those of the baseline; every value is held against them. The constants are
 * not rounded.
 */
export function controlCharts(values: readonly number[], options: ControlChartOptions = {}): ControlCharts {
  const { baseline = values.length } = options;
  if (!(Number.isSafeInteger(baseline) && baseline >= 2 && baseline <= values.length))
    throw new RangeError(`controlCharts requires a baseline of 2 to ${values.length} values: ${baseline}`);
  const limits = individualsLimits([values.slice(0, baseline)], "none");
  if (limits.kind !== "limits") return limits;
  return { kind: "charts", limits, terms: termsOf(values, limits, options) };
}

function termsOf(
  values: readonly number[],
  limits: Extract<IndividualsLimits, { kind: "limits" }>,
  { weight = 0.2, width = 2.7, decision = 5, shift = 1, runLength = 7 }: ControlChartOptions,
) {
  const { centre, deviation, lower, upper } = limits;
  const whole = centreOf(values);
  const sampleDeviation = Math.sqrt(whole.squares / (whole.n - 1)) / smallSampleFactor(whole.n);
  const average = exponentiallyWeighted(values, { centre, deviation, weight, width });
  const sums = cumulativeSum(values, { centre, deviation, slack: shift / 2, decision });
  return {
    shewhart: {
      center: centre,
      sd_mr: deviation,
      lcl: lower,
      ucl: upper,
      beyond_limits_1based: places(values, (value) => value < lower || value > upper),
      violating_runs_1based: sideRuns(values, centre, runLength).map((i) => i + 1),
    },
    shewhart_sd: {
      sd: sampleDeviation,
      lcl: whole.mean - 3 * sampleDeviation,
      ucl: whole.mean + 3 * sampleDeviation,
    },
    ewma: {
      y: average.map(({ value }) => value),
      lcl: average.map((step) => step.lower),
      ucl: average.map((step) => step.upper),
      sigma: average.map((step) => (step.upper - centre) / width),
      violations_1based: places(average, ({ beyond }) => beyond),
    },
    cusum: {
      pos: sums.map(({ high }) => high),
      neg: sums.map(({ low }) => low),
      beyond_upper_1based: places(sums, ({ beyond }) => beyond === "high" || beyond === "both"),
      beyond_lower_1based: places(sums, ({ beyond }) => beyond === "low" || beyond === "both"),
    },
  };
}

/** c₄: what the sample deviation of n normal values is short of σ on average. Montgomery, 6th ed., p. 111. */
function smallSampleFactor(n: number): number {
  return Math.sqrt(2 / (n - 1)) * Math.exp(logGamma(n / 2) - logGamma((n - 1) / 2));
}

function places<Step>(steps: readonly Step[], isOne: (step: Step) => boolean): readonly number[] {
  return steps.flatMap((step, i) => (isOne(step) ? [i + 1] : []));
}
