import { ratioFromLog } from "./back-transform.ts";
import { each, type Get, type MeasureDefinition } from "./measure-definition.ts";
import {
  arcsineRiskDifference,
  differenceFromOddsRatioLogistic,
  differenceFromOddsRatioNormal,
  HALF_TO_ZEROS,
  logOddsRatio,
  logRiskRatio,
  petoLogOddsRatio,
  riskDifference,
} from "./two-by-two.ts";

const tableOf = (get: Get) => ({
  firstEvents: get("ai"),
  firstNonEvents: get("bi"),
  secondEvents: get("ci"),
  secondNonEvents: get("di"),
});

const TABLE = ["ai", "bi", "ci", "di"] as const;

/** Measures of comparisons of two groups by counts, by metafor's names. */
export const TABLE_MEASURES = {
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
} as const satisfies Readonly<Record<string, MeasureDefinition>>;
