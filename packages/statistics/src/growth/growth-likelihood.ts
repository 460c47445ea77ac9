import { logGamma } from "@concord/numerics";
import { type GrowthModel, requireGrowthModel } from "./growth-model.ts";

/** One person's ratings, by session from 1 on. */
export type GrowthSeries = readonly { readonly session: number; readonly value: number }[];

/**
 * How likely are these people's ratings under a model? The sum of log densities of each rating given the ones
 * before it; with ν₀ → ∞ it is the likelihood of a linear mixed model with AR(1) errors (nlme's `lme` with `corAR1`).
 *
 * The steps are those of `expectNext` and `afterRating`, written out in place: a search asks this a thousand times.
 */
export function growthLogLikelihood(model: GrowthModel, people: readonly GrowthSeries[]): number {
  requireGrowthModel(model);
  const constants: number[] = [];
  let sum = 0;
  for (const ratings of people) {
    for (let i = constants.length; i < ratings.length; i++)
      constants.push(constant(model.degreesOfFreedom + i));
    sum += ofOne(model, ratings, constants);
  }
  return sum;
}

function ofOne(model: GrowthModel, ratings: GrowthSeries, constants: readonly number[]): number {
  const { deviation, autocorrelation } = model;
  const start = model.startDeviation / deviation;
  const slope = model.slopeDeviation / deviation;
  // Of (b₀, b₁, u): means, and covariances over σ².
  let [a, b, u] = [model.start, model.slope, 0];
  let [aa, ab, au, bb, bu, uu] = [start * start, model.correlation * start * slope, 0, slope * slope, 0, 1];
  let degrees = model.degreesOfFreedom;
  let squares = degrees * deviation * deviation;
  let before = 0;
  let sum = 0;
  for (let i = 0; i < ratings.length; i++) {
    const { session, value } = ratings[i]!;
    if (before > 0) {
      const carry = session === before + 1 ? autocorrelation : autocorrelation ** (session - before);
      u *= carry;
      au *= carry;
      bu *= carry;
      uu = carry * carry * uu + 1 - carry * carry;
    }
    before = session;
    const time = Math.log(session);
    const ga = aa + ab * time + au;
    const gb = ab + bb * time + bu;
    const gu = au + bu * time + uu;
    const q = ga + time * gb + gu;
    const error = value - (a + b * time + u);
    const scaled = (error * error) / q;
    sum +=
      constants[i]! -
      ((degrees + 1) / 2) * Math.log1p(scaled / squares) -
      0.5 * Math.log((squares / degrees) * q);
    a += (ga * error) / q;
    b += (gb * error) / q;
    u += (gu * error) / q;
    aa -= (ga * ga) / q;
    ab -= (ga * gb) / q;
    au -= (ga * gu) / q;
    bb -= (gb * gb) / q;
    bu -= (gb * gu) / q;
    uu -= (gu * gu) / q;
    degrees += 1;
    squares += scaled;
  }
  return sum;
}

/** Of the log density of Student's t: the part that does not depend on t. */
function constant(degrees: number): number {
  return logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - Math.log(Math.PI * degrees) / 2;
}
