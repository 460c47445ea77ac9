import { logGamma, logSumExp } from "@concord/numerics";
import { requireFinite } from "../interval.ts";

/**
 * What is thought of a level and its spread before any value is seen: σ² ~ inverse gamma(shape, scale), and
 * the level given σ² ~ normal(mean, σ² / strength). `strength` counts values the mean is worth; 2·shape those
 * the spread is worth.
 */
export interface LevelPrior {
  readonly mean: number;
  readonly strength: number;
  readonly shape: number;
  readonly scale: number;
}

export interface OnlineChangeOptions {
  readonly prior: LevelPrior;
  /** The chance of a change before each value; 1/λ for runs of λ values on average. */
  readonly hazard: number;
}

/** What is known after one value. */
export interface OnlineStep {
  /** P(the present level began with value s | all values so far), for s = 0 … t. */
  readonly began: readonly number[];
  /** The most probable of them; the earliest of equals. */
  readonly mostProbable: number;
  /** What the present level is expected to be, over all beginnings. */
  readonly level: number;
  /** log of how probable this value was before it was seen. */
  readonly logPredictive: number;
}

/**
 * After each session: since when has the level been what it is?
 *
 * Before each value a new level begins with chance h; otherwise the old one goes on. With p(xₜ | xₛ … xₜ₋₁)
 * the Student t of a run that began at s,
 *
 *     w(s, t) ∝ w(s, t − 1)·(1 − h)·p(xₜ | xₛ … xₜ₋₁)   for s < t,     w(t, t) ∝ h·p(xₜ),
 *
 * which is exact. Only values up to t are used: what a step says is what could be said then. Adams and MacKay
 * give the same with the run length t − s, their change coming after a value and not before it.
 *
 * Adams RP, MacKay DJC (2007). arXiv:0710.3742. The t predictive: Murphy KP (2007), Conjugate Bayesian
 * analysis of the Gaussian distribution, section 3.
 */
export function onlineChange(
  values: readonly number[],
  { prior, hazard }: OnlineChangeOptions,
): readonly OnlineStep[] {
  requireFinite("onlineChange", values);
  requirePrior(prior);
  if (!(hazard > 0 && hazard < 1))
    throw new RangeError(`onlineChange requires a hazard between 0 and 1: ${hazard}`);
  const steps: OnlineStep[] = [];
  let logWeights: number[] = [];
  let runs: LevelPrior[] = [];
  for (const x of values) {
    const isFirst = runs.length === 0;
    const before = [
      ...logWeights.map((weight) => weight + Math.log1p(-hazard)),
      isFirst ? 0 : Math.log(hazard),
    ];
    runs = [...runs, prior];
    const joint = before.map((weight, s) => weight + logPredictive(x, runs[s]!));
    const evidence = joint.reduce(logSumExp);
    logWeights = joint.map((weight) => weight - evidence);
    runs = runs.map((run) => updated(run, x));
    const began = logWeights.map(Math.exp);
    steps.push({
      began,
      mostProbable: began.indexOf(Math.max(...began)),
      level: began.reduce((total, weight, s) => total + weight * runs[s]!.mean, 0),
      logPredictive: evidence,
    });
  }
  return steps;
}

/** P(the present level began with one of the latest `count` values). */
export function beganWithin({ began }: OnlineStep, count: number): number {
  return began.slice(Math.max(0, began.length - count)).reduce((total, weight) => total + weight, 0);
}

/**
 * Student t with 2·shape degrees of freedom around the mean, scale √(scale·(strength + 1) /
 * (shape·strength)).
 */
function logPredictive(x: number, { mean, strength, shape, scale }: LevelPrior): number {
  const spread = (2 * scale * (strength + 1)) / strength;
  return (
    logGamma(shape + 0.5) -
    logGamma(shape) -
    0.5 * Math.log(Math.PI * spread) -
    (shape + 0.5) * Math.log1p((x - mean) ** 2 / spread)
  );
}

function updated({ mean, strength, shape, scale }: LevelPrior, x: number): LevelPrior {
  return {
    mean: mean + (x - mean) / (strength + 1),
    strength: strength + 1,
    shape: shape + 0.5,
    scale: scale + (strength * (x - mean) ** 2) / (2 * (strength + 1)),
  };
}

function requirePrior({ mean, strength, shape, scale }: LevelPrior): void {
  if (!Number.isFinite(mean)) throw new RangeError(`onlineChange requires a finite prior mean: ${mean}`);
  for (const [name, value] of Object.entries({ strength, shape, scale }))
    if (!(value > 0 && Number.isFinite(value)))
      throw new RangeError(`onlineChange requires a prior ${name} above 0: ${value}`);
}
