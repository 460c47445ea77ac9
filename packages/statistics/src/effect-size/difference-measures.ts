import { ratioFromLog } from "./back-transform.ts";
import {
  logRatioOfMeans,
  meanDifference,
  standardizedMeanDifference,
  standardizedMeanDifferenceUnequal,
} from "./mean-difference.ts";
import { each, type Get, type MeasureDefinition } from "./measure-definition.ts";

const groupsOf = (get: Get) => ({
  firstSize: get("n1i"),
  firstMean: get("m1i"),
  firstDeviation: get("sd1i"),
  secondSize: get("n2i"),
  secondMean: get("m2i"),
  secondDeviation: get("sd2i"),
});

const GROUPS = ["m1i", "sd1i", "n1i", "m2i", "sd2i", "n2i"] as const;

/** Measures of differences between the means of two groups, by metafor's names. */
export const DIFFERENCE_MEASURES = {
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
} as const satisfies Readonly<Record<string, MeasureDefinition>>;
