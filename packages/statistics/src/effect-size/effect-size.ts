/** One study's estimate and its sampling variance, on the scale of its measure. */
export interface Measured {
  readonly kind: "measured";
  readonly estimate: number;
  readonly variance: number;
}

/** No effect size can be given, and why; the estimate stands alone where only its variance is out of reach. */
export interface NotMeasurable {
  readonly kind: "not-measurable";
  readonly reason: string;
  readonly estimate?: number;
}

export type EffectSize = Measured | NotMeasurable;

/** A measured effect, or the reason why the numbers give none. */
export function measured(estimate: number, variance: number): EffectSize {
  if (!Number.isFinite(estimate)) return notMeasurable(`the estimate is not finite: ${estimate}`);
  if (!Number.isFinite(variance) || variance < 0) {
    return { kind: "not-measurable", reason: `the sampling variance is not usable: ${variance}`, estimate };
  }
  return { kind: "measured", estimate, variance };
}

export function notMeasurable(reason: string): NotMeasurable {
  return { kind: "not-measurable", reason };
}
