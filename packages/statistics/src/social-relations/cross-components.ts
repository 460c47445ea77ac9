import { dotProduct } from "@concord/numerics";
import type { MatrixEffects } from "./effects.ts";

/** An estimate and its sampling variance. */
export interface Moment {
  readonly estimate: number;
  readonly variance: number;
}

/**
 * The six covariances between two sets of ratings by the same people; with itself, a set gives its variances.
 */
export interface CrossComponents {
  readonly actorActor: Moment;
  readonly partnerPartner: Moment;
  readonly actorPartner: Moment;
  readonly partnerActor: Moment;
  readonly intrapersonal: Moment;
  readonly interpersonal: Moment;
}

export type DyadKnown = (i: number, j: number) => boolean;

/**
 * How do two sets of ratings vary together: between perceivers, between targets, and within a dyad?
 *
 * Sums and differences within dyads have cross-products D and E that estimate the covariances γ₊ + γ₋ and γ₊
 * − γ₋ of relationships in the same and in opposite direction, with n(n−3)/2 and (n−1)(n−2)/2 degrees of
 * freedom. What they add to the cross-products of person effects is subtracted. Under normality the three are
 * independent and each a Wishart matrix, so that the sampling variance of every estimate has an unbiased
 * estimate of its own.
 *
 * Bond CF, Lashley BR (1996). Psychometrika 61: 303–311. Lashley BR, Bond CF (1997). Psychol Methods 2:
 * 278–291.
 */
export function crossComponents(
  first: MatrixEffects,
  second: MatrixEffects,
  known: DyadKnown = () => true,
): CrossComponents {
  const n = first.actor.length;
  const own = dyadProducts(first, first, known);
  const alone = first === second;
  const dyads = {
    both: alone ? own : dyadProducts(first, second, known),
    first: own,
    second: alone ? own : dyadProducts(second, second, known),
  };
  const differenceDegrees = ((n - 1) * (n - 2)) / 2;
  const sumDegrees = differenceDegrees - 1;
  const sumVariance = productVariance(sumDegrees, dyads.first.sum, dyads.second.sum, dyads.both.sum);
  const differenceVariance = productVariance(
    differenceDegrees,
    dyads.first.difference,
    dyads.second.difference,
    dyads.both.difference,
  );
  const intrapersonal = (dyads.both.sum + dyads.both.difference) / 2;
  const interpersonal = (dyads.both.sum - dyads.both.difference) / 2;
  const relationshipVariance = (sumVariance + differenceVariance) / 4;
  const scale = n * (n - 2);
  const carried = (n ** 2 * sumVariance + (n - 2) ** 2 * differenceVariance) / (4 * scale ** 2);
  const person = (left: readonly number[], right: readonly number[], near: number, far: number): Moment => {
    const product = dotProduct(left, right) / (n - 1);
    const leftSquare = dotProduct(left, left) / (n - 1);
    const rightSquare = dotProduct(right, right) / (n - 1);
    return {
      estimate: product - ((n - 1) * near + far) / scale,
      variance: productVariance(n - 1, leftSquare, rightSquare, product) + carried,
    };
  };
  return {
    actorActor: person(first.actor, second.actor, intrapersonal, interpersonal),
    partnerPartner: person(first.partner, second.partner, intrapersonal, interpersonal),
    actorPartner: person(first.actor, second.partner, interpersonal, intrapersonal),
    partnerActor: person(first.partner, second.actor, interpersonal, intrapersonal),
    intrapersonal: { estimate: intrapersonal, variance: relationshipVariance },
    interpersonal: { estimate: interpersonal, variance: relationshipVariance },
  };
}

function dyadProducts(first: MatrixEffects, second: MatrixEffects, known: DyadKnown) {
  const n = first.actor.length;
  let sum = 0;
  let difference = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (!known(i, j)) continue;
      const there = first.relationship[i]![j]!;
      const back = first.relationship[j]![i]!;
      const otherThere = second.relationship[i]![j]!;
      const otherBack = second.relationship[j]![i]!;
      sum += ((there + back) * (otherThere + otherBack)) / 2;
      difference += (there - back) * (otherThere - otherBack);
    }
  }
  const degrees = ((n - 1) * (n - 2)) / 2;
  return { sum: sum / (degrees - 1), difference: difference / (2 * degrees) };
}

/**
 * The sampling variance (σₓₓσᵧᵧ + σₓᵧ²)/ν of a covariance, without bias: with S the mean cross-products,
 * E[SₓₓSᵧᵧ] = σₓₓσᵧᵧ + 2σₓᵧ²/ν and E[Sₓᵧ²] = σₓᵧ² + (σₓₓσᵧᵧ + σₓᵧ²)/ν, solved for the sum. At x = y this is
 * 2S²/(ν + 2).
 */
function productVariance(degrees: number, first: number, second: number, both: number): number {
  const squares = first * second;
  const rest = ((degrees - 2) * (degrees * both ** 2 - squares)) / ((degrees + 2) * (degrees - 1));
  return Math.max(0, (squares + rest) / degrees);
}
