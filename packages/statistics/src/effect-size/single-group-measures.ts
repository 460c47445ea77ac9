import {
  alphaFromCubeRoot,
  alphaFromLog,
  proportionFromArcsine,
  proportionFromLogOdds,
  ratioFromLog,
} from "./back-transform.ts";
import { each, type Get, type MeasureDefinition } from "./measure-definition.ts";
import {
  arcsineProportion,
  doubleArcsineProportion,
  logOdds,
  logProportion,
  rawProportion,
} from "./proportion.ts";
import { cubeRootAlpha, logAlpha, rawAlpha } from "./reliability-coefficient.ts";

const countsOf = (get: Get) => ({ events: get("xi"), sampleSize: get("ni") });
const alphaOf = (get: Get) => ({ alpha: get("ai"), items: get("mi"), sampleSize: get("ni") });

const COUNTS = ["xi", "ni"] as const;
const ALPHA = ["ai", "mi", "ni"] as const;

/** Measures of proportions and reliabilities of one sample, by metafor's names. */
export const SINGLE_GROUP_MEASURES = {
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
