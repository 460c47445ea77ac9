/** One study's estimate and its sampling variance, on any common scale. */
export interface Effect {
  readonly estimate: number;
  readonly variance: number;
}

/** Throws on the first effect that no model can use, saying which. */
export function requireUsable(effects: readonly Effect[]): void {
  if (effects.length === 0) throw new RangeError("a meta-analysis requires one or more effects: 0");
  effects.forEach(({ estimate, variance }, i) => {
    if (!Number.isFinite(estimate))
      throw new RangeError(`effect ${i + 1} requires a finite estimate: ${estimate}`);
    if (!(variance >= 0) || variance === Number.POSITIVE_INFINITY) {
      throw new RangeError(`effect ${i + 1} requires a finite variance of at least 0: ${variance}`);
    }
  });
}
