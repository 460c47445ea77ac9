/**
 * How the ratings of many people go over sessions 1, 2, 3, …: each person has a level and a growth of their own, and
 * what is left over is carried from one session to the next.
 *
 *     y_t = b₀ + b₁ ln t + u_t,   u_t = ρ u_(t−1) + ε_t,   sd(u) = σ
 *
 * A person's σ² is drawn from a scaled inverse χ² on ν₀ degrees of freedom around σ₀², and given σ the pair (b₀, b₁)
 * is normal with standard deviations that are in a fixed proportion to σ: the conjugate form, in which every
 * prediction is a Student t in closed form.
 */
export interface GrowthModel {
  /** Mean of b₀, the level at session 1. */
  readonly start: number;
  /** Mean of b₁, the change per unit of ln(session). */
  readonly slope: number;
  /** Between people, for a person with the typical σ₀. */
  readonly startDeviation: number;
  readonly slopeDeviation: number;
  /** Between b₀ and b₁ over people. */
  readonly correlation: number;
  /** σ₀, the typical spread of one person's ratings around their own line. */
  readonly deviation: number;
  /** ν₀: how alike people are in that spread; many means all alike. */
  readonly degreesOfFreedom: number;
  /** ρ, from one session to the next. */
  readonly autocorrelation: number;
}

/** Throws on a model nothing can be expected from. */
export function requireGrowthModel(model: GrowthModel): void {
  const { startDeviation, slopeDeviation, deviation, degreesOfFreedom, correlation, autocorrelation } = model;
  for (const [name, value] of Object.entries(model)) {
    if (!Number.isFinite(value)) throw new RangeError(`a growth model requires a finite ${name}: ${value}`);
  }
  const positive = { startDeviation, slopeDeviation, deviation, degreesOfFreedom };
  for (const [name, value] of Object.entries(positive)) {
    if (!(value > 0)) throw new RangeError(`a growth model requires a positive ${name}: ${value}`);
  }
  for (const [name, value] of Object.entries({ correlation, autocorrelation })) {
    if (!(Math.abs(value) < 1)) throw new RangeError(`a growth model requires |${name}| < 1: ${value}`);
  }
}
