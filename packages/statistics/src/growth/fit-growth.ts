import { minimizeBySimplex } from "@concord/numerics";
import { type GrowthSeries, growthLogLikelihood } from "./growth-likelihood.ts";
import type { GrowthModel } from "./growth-model.ts";

export type GrowthFit =
  | {
      readonly kind: "fitted";
      readonly model: GrowthModel;
      readonly logLikelihood: number;
      readonly people: number;
      readonly ratings: number;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** So many people, evenly taken, say enough; more would only take longer. */
const mostPeople = 400;

/**
 * Which model makes these people's ratings most likely?
 *
 * Maximum likelihood over eight parameters by a simplex from `start`, each on a scale without bounds (logarithm,
 * area tangent). ν₀ is held within 3 and 300 and |ρ|, |r| within .95, where the likelihood is flat. People with fewer
 * than two ratings say nothing of spread and are left out.
 */
export function fitGrowth(people: readonly GrowthSeries[], start: GrowthModel): GrowthFit {
  const usable = people.filter((ratings) => ratings.length >= 2);
  if (usable.length < 20) {
    return { kind: "refused", reason: `${usable.length} people with two ratings or more: 20 are needed` };
  }
  const every = Math.max(1, usable.length / mostPeople);
  const some = Array.from(
    { length: Math.min(usable.length, mostPeople) },
    (_, i) => usable[Math.floor(i * every)]!,
  );
  const values = some.flatMap((ratings) => ratings.map((rating) => rating.value));
  if (values.every((value) => value === values[0])) {
    return { kind: "refused", reason: "all ratings are the same: there is no course to learn" };
  }
  const found = minimizeBySimplex((at) => -growthLogLikelihood(modelAt(at), some), pointOf(start), {
    steps: [5, 1, 0.3, 0.3, 0.3, 0.3, 0.5, 0.2],
    tolerance: 1e-7,
    limit: 2000,
  });
  if (found.kind === "unsettled") {
    return { kind: "refused", reason: "the search for the likeliest model did not settle" };
  }
  return {
    kind: "fitted",
    model: modelAt(found.at),
    logLikelihood: -found.value,
    people: some.length,
    ratings: values.length,
  };
}

function pointOf(model: GrowthModel): readonly number[] {
  return [
    model.start,
    model.slope,
    Math.log(model.startDeviation),
    Math.log(model.slopeDeviation),
    Math.atanh(model.correlation / bound),
    Math.log(model.deviation),
    Math.log(model.degreesOfFreedom),
    Math.atanh(model.autocorrelation / bound),
  ];
}

function modelAt(at: readonly number[]): GrowthModel {
  const [start, slope, startLog, slopeLog, correlation, log, degrees, autocorrelation] = at as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    start,
    slope,
    startDeviation: Math.exp(startLog),
    slopeDeviation: Math.exp(slopeLog),
    correlation: bound * Math.tanh(correlation),
    deviation: Math.exp(log),
    degreesOfFreedom: Math.min(300, Math.max(3, Math.exp(degrees))),
    autocorrelation: bound * Math.tanh(autocorrelation),
  };
}

const bound = 0.95;
