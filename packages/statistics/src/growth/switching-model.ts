import { type GrowthModel, requireGrowthModel } from "./growth-model.ts";

/** A value that a quantity of a person may have, and how likely it is before that person has been observed. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** Stretches of sessions in which a person is below their own course. */
export interface EpisodeModel {
  /** Mean and standard deviation of the depth, in the unit of the ratings. */
  readonly depth: number;
  readonly depthDeviation: number;
  /** Probability that a session begins an episode. */
  readonly begins: number;
  /** Probability that an episode includes the next session too … */
  readonly continues: number;
  /** … or that the next session is on the lower level, which is then the person's level. */
  readonly settles: number;
}

/**
 * A growth model in which each person has an SD and an autocorrelation of their own, both unknown, and may be below
 * their course for some sessions:
 *
 *     y_t = b₀ + b₁ ln t + u_t − d·s_t,   u_t = ρ u_(t−1) + ε_t,   sd(u) = σ,   s_t ∈ {0, 1} a Markov chain
 *
 * Given σ and ρ everything but s is linear and normal; σ and ρ have a value each of a grid. Level and growth are as
 * different between people whatever their σ (in `GrowthModel` they are in proportion to it).
 */
export interface SwitchingModel {
  readonly growth: GrowthModel;
  /** σ, over people. */
  readonly deviations: readonly Weighted[];
  /** ρ, over people. */
  readonly autocorrelations: readonly Weighted[];
  readonly episodes: EpisodeModel;
}

/** How a grid is laid over people's SD and autocorrelation. */
export interface SwitchingGrid {
  /** SDs tried: from, to, and how many, at equal ratios. */
  readonly deviations: { readonly from: number; readonly to: number; readonly count: number };
  /** Share of people whose SD may be anywhere in the grid, however alike the population is. */
  readonly unlike: number;
  readonly autocorrelations: readonly number[];
  /** Standard deviation of ρ between people. */
  readonly autocorrelationDeviation: number;
}

/**
 * Returns the switching model of a population described by a growth model.
 *
 * The weight of σ is the density over ln σ of the population's scaled inverse χ²: p(ln σ) ∝ σ^−ν₀ exp(−ν₀σ₀²/2σ²),
 * with a share of `unlike` spread evenly over the grid: a person unlike the others is soon recognised. The weight
 * of ρ is normal around the population's.
 */
export function switchingModelOf(
  growth: GrowthModel,
  grid: SwitchingGrid,
  episodes: EpisodeModel,
): SwitchingModel {
  requireGrowthModel(growth);
  const { deviation, degreesOfFreedom, autocorrelation } = growth;
  const { from, to, count } = grid.deviations;
  const deviations = Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));
  // The logarithm first: with many degrees of freedom the density itself is nought almost everywhere.
  const logs = deviations.map((value) => {
    const ratio = deviation / value;
    return degreesOfFreedom * (Math.log(ratio) - (ratio * ratio) / 2);
  });
  const most = Math.max(...logs);
  const alike = shares(logs.map((log) => Math.exp(log - most)));
  const near = shares(
    grid.autocorrelations.map((value) =>
      Math.exp(-(((value - autocorrelation) / grid.autocorrelationDeviation) ** 2) / 2),
    ),
  );
  return {
    growth,
    deviations: deviations.map((value, i) => {
      return { value, weight: (1 - grid.unlike) * alike[i]! + grid.unlike / count };
    }),
    autocorrelations: grid.autocorrelations.map((value, i) => ({ value, weight: near[i]! })),
    episodes,
  };
}

/** Throws on a model nothing can be expected from. */
export function requireSwitchingModel(model: SwitchingModel): void {
  requireGrowthModel(model.growth);
  const { deviations, autocorrelations, episodes } = model;
  for (const [name, of] of Object.entries({ deviations, autocorrelations })) {
    const total = of.reduce((sum, { weight }) => sum + weight, 0);
    if (!(of.length > 0 && of.every(({ weight }) => weight >= 0) && Math.abs(total - 1) < 1e-9)) {
      throw new RangeError(`a switching model requires weights of ${name} that sum to 1: ${total}`);
    }
  }
  for (const { value } of deviations) {
    if (!(value > 0)) throw new RangeError(`a switching model requires positive deviations: ${value}`);
  }
  for (const { value } of autocorrelations) {
    if (!(Math.abs(value) < 1))
      throw new RangeError(`a switching model requires |autocorrelation| < 1: ${value}`);
  }
  const { begins, continues, settles, depthDeviation } = episodes;
  if (!(begins >= 0 && begins < 1)) throw new RangeError(`episodes require 0 ≤ begins < 1: ${begins}`);
  if (!(continues >= 0 && settles >= 0 && continues + settles <= 1 && continues < 1)) {
    throw new RangeError(`episodes require continues + settles ≤ 1: ${continues} + ${settles}`);
  }
  if (!(depthDeviation >= 0))
    throw new RangeError(`episodes require a depthDeviation ≥ 0: ${depthDeviation}`);
}

function shares(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
