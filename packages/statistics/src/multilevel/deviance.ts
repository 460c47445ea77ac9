import { type Criterion, criterionOf, type FixedPart, type FixedSolution, solveFixed } from "./criterion.ts";
import type { Eliminated, Elimination } from "./elimination.ts";
import type { MultilevelMethod } from "./fit.ts";
import { loadingsOf, type RandomPart, slopesInTheta } from "./random-part.ts";

/** −2 log-likelihood as a function of Λ and perhaps σ, with its slopes. */
export interface Deviance {
  readonly at: (loadings: readonly Float64Array[], deviation?: number) => DevianceAt;
  readonly evaluations: () => number;
}

export interface DevianceAt {
  /** Infinite where the criterion has no value. */
  readonly value: number;
  readonly solution: FixedSolution | undefined;
  readonly eliminated: Eliminated;
  /** In the elements of each Λ; to be asked before the next value. Not numbers where the criterion has no value. */
  readonly slopes: () => readonly Float64Array[];
  readonly inDeviation: number;
}

export function devianceOf(elimination: Elimination, fixed: FixedPart, method: MultilevelMethod): Deviance {
  let evaluations = 0;
  return {
    evaluations: () => evaluations,
    at: (loadings, deviation) => {
      evaluations++;
      const eliminated = elimination.eliminate(loadings);
      const solution = solveFixed(fixed, eliminated.remainder);
      const criterion: Criterion | undefined =
        solution === undefined
          ? undefined
          : criterionOf(fixed, eliminated.logDeterminant, solution, method, deviation);
      return {
        value:
          criterion === undefined || Number.isNaN(criterion.value)
            ? Number.POSITIVE_INFINITY
            : criterion.value,
        solution,
        eliminated,
        slopes: () =>
          criterion === undefined
            ? loadings.map(({ length }) => new Float64Array(length).fill(Number.NaN))
            : elimination.slopes(eliminated, criterion.inRemainder()),
        inDeviation: criterion?.inDeviation ?? Number.NaN,
      };
    },
  };
}

/** The profiled criterion over θ: one place is remembered, so that slopes after a value cost no second elimination. */
export function profiledDeviance(deviance: Deviance, random: RandomPart) {
  let last: { readonly theta: readonly number[]; readonly at: DevianceAt } | undefined;
  const at = (theta: readonly number[]): DevianceAt => {
    const known = last?.theta.every((value, i) => value === theta[i]);
    if (last === undefined || !known)
      last = { theta: [...theta], at: deviance.at(loadingsOf(random, theta)) };
    return last.at;
  };
  return {
    at,
    value: (theta: readonly number[]) => at(theta).value,
    slopes: (theta: readonly number[]) => slopesInTheta(random, at(theta).slopes()),
  };
}
