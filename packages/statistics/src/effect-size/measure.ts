import { disattenuatedCorrelation } from "./attenuation.ts";
import {
  alphaFromCubeRoot,
  alphaFromLog,
  type BackTransform,
  correlationFromZ,
  proportionFromArcsine,
  proportionFromLogOdds,
  ratioFromLog,
} from "./back-transform.ts";
import { fisherZ, rawCorrelation, rawCorrelationsAtMean, unbiasedCorrelation } from "./correlation.ts";
import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";
import {
  logRatioOfMeans,
  meanDifference,
  standardizedMeanDifference,
  standardizedMeanDifferenceUnequal,
} from "./mean-difference.ts";
import {
  fisherZOfPartialCorrelation,
  partialCorrelation,
  semipartialCorrelation,
} from "./partial-correlation.ts";
import {
  arcsineProportion,
  doubleArcsineProportion,
  logOdds,
  logProportion,
  rawProportion,
} from "./proportion.ts";
import { cubeRootAlpha, logAlpha, rawAlpha } from "./reliability-coefficient.ts";
import {
  arcsineRiskDifference,
  type Continuity,
  differenceFromOddsRatioLogistic,
  differenceFromOddsRatioNormal,
  HALF_TO_ZEROS,
  logOddsRatio,
  logRiskRatio,
  petoLogOddsRatio,
  riskDifference,
} from "./two-by-two.ts";

/** One study's numbers under the column names that researchers know from metafor's `escalc`. */
export type MeasureRow = Readonly<Record<string, number | null | undefined>>;

/** metafor's names for kinds of sampling variance; which apply depends on the measure. */
export type VarianceType = "LS" | "LS2" | "UB" | "HO" | "AV";

export interface MeasureOptions {
  readonly varianceType?: VarianceType;
  readonly continuity?: Continuity;
}

/** What a measure is, which columns it reads, how it is computed and how a pooled value is read. */
export interface MeasureDefinition {
  readonly name: string;
  readonly columns: readonly string[];
  readonly varianceTypes: readonly VarianceType[];
  readonly back?: BackTransform;
  readonly all: (rows: readonly MeasureRow[], options: MeasureOptions) => readonly EffectSize[];
}

const each =
  (one: (row: (column: string) => number, options: MeasureOptions) => EffectSize): MeasureDefinition["all"] =>
  (rows, options) =>
    rows.map((row) => one((column) => row[column] ?? Number.NaN, options));

const correlationOf = (get: (column: string) => number) => ({
  correlation: get("ri"),
  sampleSize: get("ni"),
});
const groupsOf = (get: (column: string) => number) => ({
  firstSize: get("n1i"),
  firstMean: get("m1i"),
  firstDeviation: get("sd1i"),
  secondSize: get("n2i"),
  secondMean: get("m2i"),
  secondDeviation: get("sd2i"),
});
const tableOf = (get: (column: string) => number) => ({
  firstEvents: get("ai"),
  firstNonEvents: get("bi"),
  secondEvents: get("ci"),
  secondNonEvents: get("di"),
});
const coefficientOf = (get: (column: string) => number) => ({
  t: get("ti"),
  sampleSize: get("ni"),
  predictors: get("mi"),
});
const countsOf = (get: (column: string) => number) => ({ events: get("xi"), sampleSize: get("ni") });
const alphaOf = (get: (column: string) => number) => ({
  alpha: get("ai"),
  items: get("mi"),
  sampleSize: get("ni"),
});

const CORRELATION = ["ri", "ni"] as const;
const GROUPS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"] as const;
const TABLE = ["ai", "bi", "ci", "di"] as const;
const COUNTS = ["xi", "ni"] as const;
const ALPHA = ["ai", "mi", "ni"] as const;
const COEFFICIENT = ["ti", "ni", "mi"] as const;

/** Every measure by metafor's name. */
export const MEASURES = {
  GEN: {
    name: "estimate and sampling variance as given",
    columns: ["yi", "vi"],
    varianceTypes: [],
    all: each((get) => given(get("yi"), get("vi"))),
  },
  COR: {
    name: "raw correlation",
    columns: CORRELATION,
    varianceTypes: ["LS", "AV"],
    all: (rows, options) => {
      const studies = rows.map((row) => correlationOf((column) => row[column] ?? Number.NaN));
      return options.varianceType === "AV" ? rawCorrelationsAtMean(studies) : studies.map(rawCorrelation);
    },
  },
  UCOR: {
    name: "correlation corrected for small-sample bias",
    columns: CORRELATION,
    varianceTypes: ["LS", "UB"],
    all: each((get, options) =>
      unbiasedCorrelation(correlationOf(get), options.varianceType === "UB" ? "unbiased" : "large-sample"),
    ),
  },
  ZCOR: {
    name: "Fisher's z",
    columns: CORRELATION,
    varianceTypes: ["LS"],
    back: correlationFromZ,
    all: each((get) => fisherZ(correlationOf(get))),
  },
  RCOR: {
    name: "correlation corrected for attenuation",
    columns: ["ri", "ni", "rxx", "ryy"],
    varianceTypes: ["LS"],
    all: each((get) =>
      disattenuatedCorrelation({
        ...correlationOf(get),
        reliabilityOfX: get("rxx"),
        reliabilityOfY: get("ryy"),
      }),
    ),
  },
  PCOR: {
    name: "partial correlation",
    columns: COEFFICIENT,
    varianceTypes: ["LS"],
    all: each((get) => partialCorrelation(coefficientOf(get))),
  },
  ZPCOR: {
    name: "Fisher's z of a partial correlation",
    columns: COEFFICIENT,
    varianceTypes: ["LS"],
    back: correlationFromZ,
    all: each((get) => fisherZOfPartialCorrelation(coefficientOf(get))),
  },
  SPCOR: {
    name: "semipartial correlation",
    columns: ["ti", "ni", "mi", "r2i"],
    varianceTypes: ["LS"],
    all: each((get) => semipartialCorrelation({ ...coefficientOf(get), rSquared: get("r2i") })),
  },
  MD: {
    name: "mean difference",
    columns: GROUPS,
    varianceTypes: ["LS", "HO"],
    all: each((get, options) =>
      meanDifference(groupsOf(get), options.varianceType === "HO" ? "pooled" : "separate"),
    ),
  },
  SMD: {
    name: "standardized mean difference, Hedges' g",
    columns: GROUPS,
    varianceTypes: ["LS", "LS2", "UB"],
    all: each((get, options) =>
      standardizedMeanDifference(
        groupsOf(get),
        options.varianceType === "UB"
          ? "unbiased"
          : options.varianceType === "LS2"
            ? "large-sample-of-d"
            : "large-sample",
      ),
    ),
  },
  SMDH: {
    name: "standardized mean difference with unequal variances",
    columns: GROUPS,
    varianceTypes: ["LS"],
    all: each((get) => standardizedMeanDifferenceUnequal(groupsOf(get))),
  },
  ROM: {
    name: "log ratio of means",
    columns: GROUPS,
    varianceTypes: ["LS"],
    back: ratioFromLog,
    all: each((get) => logRatioOfMeans(groupsOf(get))),
  },
  OR: {
    name: "log odds ratio",
    columns: TABLE,
    varianceTypes: ["LS"],
    back: ratioFromLog,
    all: each((get, options) => logOddsRatio(tableOf(get), options.continuity ?? HALF_TO_ZEROS)),
  },
  RR: {
    name: "log risk ratio",
    columns: TABLE,
    varianceTypes: ["LS"],
    back: ratioFromLog,
    all: each((get, options) => logRiskRatio(tableOf(get), options.continuity ?? HALF_TO_ZEROS)),
  },
  RD: {
    name: "risk difference",
    columns: TABLE,
    varianceTypes: ["LS"],
    all: each((get, options) => riskDifference(tableOf(get), options.continuity ?? HALF_TO_ZEROS)),
  },
  PETO: {
    name: "Peto's log odds ratio",
    columns: TABLE,
    varianceTypes: ["LS"],
    back: ratioFromLog,
    all: each((get, options) => petoLogOddsRatio(tableOf(get), options.continuity ?? HALF_TO_ZEROS)),
  },
  AS: {
    name: "arcsine risk difference",
    columns: TABLE,
    varianceTypes: ["LS"],
    all: each((get) => arcsineRiskDifference(tableOf(get))),
  },
  OR2DN: {
    name: "standardized mean difference from an odds ratio, normal",
    columns: TABLE,
    varianceTypes: ["LS"],
    all: each((get, options) =>
      differenceFromOddsRatioNormal(tableOf(get), options.continuity ?? HALF_TO_ZEROS),
    ),
  },
  OR2DL: {
    name: "standardized mean difference from an odds ratio, logistic",
    columns: TABLE,
    varianceTypes: ["LS"],
    all: each((get, options) =>
      differenceFromOddsRatioLogistic(tableOf(get), options.continuity ?? HALF_TO_ZEROS),
    ),
  },
  PR: {
    name: "raw proportion",
    columns: COUNTS,
    varianceTypes: ["LS"],
    all: each((get) => rawProportion(countsOf(get))),
  },
  PLO: {
    name: "log odds of a proportion",
    columns: COUNTS,
    varianceTypes: ["LS"],
    back: proportionFromLogOdds,
    all: each((get) => logOdds(countsOf(get))),
  },
  PLN: {
    name: "log proportion",
    columns: COUNTS,
    varianceTypes: ["LS"],
    back: ratioFromLog,
    all: each((get) => logProportion(countsOf(get))),
  },
  PAS: {
    name: "arcsine of a proportion",
    columns: COUNTS,
    varianceTypes: ["LS"],
    back: proportionFromArcsine,
    all: each((get) => arcsineProportion(countsOf(get))),
  },
  PFT: {
    name: "double arcsine of a proportion",
    columns: COUNTS,
    varianceTypes: ["LS"],
    all: each((get) => doubleArcsineProportion(countsOf(get))),
  },
  ARAW: {
    name: "Cronbach's alpha",
    columns: ALPHA,
    varianceTypes: ["LS"],
    all: each((get) => rawAlpha(alphaOf(get))),
  },
  AHW: {
    name: "cube root of Cronbach's alpha",
    columns: ALPHA,
    varianceTypes: ["LS"],
    back: alphaFromCubeRoot,
    all: each((get) => cubeRootAlpha(alphaOf(get))),
  },
  ABT: {
    name: "log of Cronbach's alpha",
    columns: ALPHA,
    varianceTypes: ["LS"],
    back: alphaFromLog,
    all: each((get) => logAlpha(alphaOf(get))),
  },
} as const satisfies Readonly<Record<string, MeasureDefinition>>;

export type Measure = keyof typeof MEASURES;

/** Whether a word names a measure. */
export function isMeasure(word: string): word is Measure {
  return Object.hasOwn(MEASURES, word);
}

/** One effect size, or the reason for none, from each row. */
export function measureEffects(
  measure: Measure,
  rows: readonly MeasureRow[],
  options: MeasureOptions = {},
): readonly EffectSize[] {
  const definition: MeasureDefinition = MEASURES[measure];
  const { varianceType } = options;
  if (varianceType !== undefined && !definition.varianceTypes.includes(varianceType)) {
    const known = definition.varianceTypes.join(", ") || "none";
    throw new RangeError(`${measure} knows these variance types: ${known}; not ${varianceType}`);
  }
  return definition.all(rows, options);
}

function given(estimate: number, variance: number): EffectSize {
  if (!Number.isFinite(estimate)) return notMeasurable("the estimate is missing");
  if (!Number.isFinite(variance))
    return { kind: "not-measurable", reason: "the variance is missing", estimate };
  return measured(estimate, variance);
}
