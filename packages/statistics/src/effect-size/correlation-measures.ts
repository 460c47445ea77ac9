import { disattenuatedCorrelation } from "./attenuation.ts";
import { correlationFromZ } from "./back-transform.ts";
import { fisherZ, rawCorrelation, rawCorrelationsAtMean, unbiasedCorrelation } from "./correlation.ts";
import { each, type Get, type MeasureDefinition } from "./measure-definition.ts";
import {
  fisherZOfPartialCorrelation,
  partialCorrelation,
  semipartialCorrelation,
} from "./partial-correlation.ts";

const correlationOf = (get: Get) => ({ correlation: get("ri"), sampleSize: get("ni") });
const coefficientOf = (get: Get) => ({ t: get("ti"), sampleSize: get("ni"), predictors: get("mi") });

const CORRELATION = ["ri", "ni"] as const;
const COEFFICIENT = ["ti", "ni", "mi"] as const;

/** Measures of correlations, whole, partial and corrected, by metafor's names. */
export const CORRELATION_MEASURES = {
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
} as const satisfies Readonly<Record<string, MeasureDefinition>>;
