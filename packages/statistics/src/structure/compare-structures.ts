import { chiSquareSurvival } from "@concord/numerics";
import { whyStructuresNotNested } from "./nested-structures.ts";
import type { FittedStructuralModel } from "./structural-model.ts";

/** How much worse the narrower of two nested models fits. */
export interface StructureComparison {
  readonly chiSquare: number;
  readonly degrees: number;
  /** Undefined where the models have no test. */
  readonly p: number | undefined;
  /** Why there is no test: the models are not nested, or their scaled difference is not defined. */
  readonly notTested: string | undefined;
}

/**
 * Does a model with fewer free values fit as well? The difference of the two χ²; with robust χ² the scaled difference
 * of Satorra A, Bentler PM (2001, Psychometrika 66: 507–514), which is undefined where its scaling is negative. Models
 * that are not nested, or of different variables, have no test and say so.
 */
export function compareStructures(
  wide: FittedStructuralModel,
  narrow: FittedStructuralModel,
): StructureComparison {
  const degrees = narrow.fit.degrees - wide.fit.degrees;
  const difference = narrow.fit.chiSquare - wide.fit.chiSquare;
  if (degrees < 0)
    throw new RangeError("a comparison requires the wider model first: it has more degrees of freedom");
  if (
    wide.fit.rows !== narrow.fit.rows ||
    wide.groups.map(({ label, rows }) => `${label}\n${rows}`).join("\n") !==
      narrow.groups.map(({ label, rows }) => `${label}\n${rows}`).join("\n")
  )
    throw new RangeError("a comparison requires models of the same rows and groups");
  if (degrees === 0) return { chiSquare: difference, degrees, p: undefined, notTested: undefined };
  const notTested = whyStructuresNotNested(wide, narrow);
  if (notTested !== undefined) return { chiSquare: Number.NaN, degrees, p: undefined, notTested };
  const scaling =
    wide.robust === undefined || narrow.robust === undefined
      ? 1
      : (narrow.fit.degrees * narrow.robust.scaling - wide.fit.degrees * wide.robust.scaling) / degrees;
  if (!(scaling > 0))
    return {
      chiSquare: Number.NaN,
      degrees,
      p: undefined,
      notTested: "the scaled difference of their χ² is not defined here",
    };
  const chiSquare = difference / scaling;
  return { chiSquare, degrees, p: chiSquareSurvival(Math.max(0, chiSquare), degrees), notTested };
}
