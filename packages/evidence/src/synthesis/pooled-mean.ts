import {
  MEASURES,
  type Measure,
  type MeasureDefinition,
  proportionFromPooledDoubleArcsine,
} from "@concord/statistics/effect-size";
import type { Coefficient } from "@concord/statistics/meta-analysis";

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A mean on the scale on which it was pooled. */
export interface MeanOnScale extends Omit<Coefficient, "name"> {
  /** Where the true effect of another study may lie; null under a common effect or with one study. */
  readonly prediction: Bounds | null;
}

/** A mean as pooled, and as it is read: z as r, log odds as odds. */
export interface PooledMean {
  readonly pooled: MeanOnScale;
  readonly read: MeanAsRead;
}

/** A mean on the scale on which people read it. */
export interface MeanAsRead {
  readonly scale: ReadScale;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly prediction: Bounds | null;
}

/** A mean as it is read, and what it rests on. */
export interface MeanInFigures extends MeanAsRead {
  readonly studies: number;
  readonly effects: number;
  readonly people: number | null;
  readonly iSquared: number | null;
}

export type ReadScale = "r" | "g" | "MD" | "OR" | "RR" | "RD" | "ratio" | "proportion" | "alpha" | "estimate";

/** What a pooled value is called once it is read. */
export const readScales: Readonly<Record<Measure, ReadScale>> = {
  GEN: "estimate",
  COR: "r",
  UCOR: "r",
  ZCOR: "r",
  RCOR: "r",
  PCOR: "r",
  ZPCOR: "r",
  SPCOR: "r",
  MD: "MD",
  SMD: "g",
  SMDH: "g",
  ROM: "ratio",
  OR: "OR",
  RR: "RR",
  RD: "RD",
  PETO: "OR",
  AS: "estimate",
  OR2DN: "g",
  OR2DL: "g",
  PR: "proportion",
  PLO: "proportion",
  PLN: "proportion",
  PAS: "proportion",
  PFT: "proportion",
  ARAW: "alpha",
  AHW: "alpha",
  ABT: "alpha",
};

/** Brings a mean back to the scale on which people read it; sample sizes are needed for the double arcsine only. */
export function readMean(
  pooled: MeanOnScale,
  scale: Measure,
  sampleSizes: readonly (number | null)[] = [],
): PooledMean {
  const definition: MeasureDefinition = MEASURES[scale];
  const sizes = sampleSizes.filter((n) => n !== null);
  const back =
    scale === "PFT" && sizes.length > 0
      ? proportionFromPooledDoubleArcsine(sizes)
      : (definition.back ?? ((value: number) => value));
  const { estimate, lower, upper, prediction } = pooled;
  return {
    pooled,
    read: {
      scale: readScales[scale],
      estimate: back(estimate),
      lower: back(lower),
      upper: back(upper),
      prediction:
        prediction === null ? null : { lower: back(prediction.lower), upper: back(prediction.upper) },
    },
  };
}

/** The value of no relation, as it is read: 1 for a ratio, 0 otherwise; none for proportions and reliabilities. */
export function noRelation(scale: ReadScale): number | null {
  if (scale === "OR" || scale === "RR" || scale === "ratio") return 1;
  return scale === "proportion" || scale === "alpha" ? null : 0;
}
