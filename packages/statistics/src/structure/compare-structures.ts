import { chiSquareSurvival } from "@concord/numerics";
import type { FittedStructuralModel } from "./structural-model.ts";

/** How much worse the narrower of two nested models fits. */
export interface StructureComparison {
  readonly chiSquare: number;
  readonly degrees: number;
  readonly p: number | undefined;
}

/**
 * Does a model with fewer free values fit as well? The difference of the two χ²; with robust χ² the scaled difference
 * of Satorra A, Bentler PM (2001, Psychometrika 66: 507–514), which is undefined where its scaling is negative.
 */
export function compareStructures(
  wide: FittedStructuralModel,
  narrow: FittedStructuralModel,
): StructureComparison {
  const degrees = narrow.fit.degrees - wide.fit.degrees;
  const difference = narrow.fit.chiSquare - wide.fit.chiSquare;
  if (degrees < 0)
    throw new RangeError("a comparison requires the wider model first: it has more degrees of freedom");
  if (wide.groups.length !== narrow.groups.length || wide.fit.rows !== narrow.fit.rows)
    throw new RangeError("a comparison requires models of the same rows and groups");
  if (degrees === 0) return { chiSquare: difference, degrees, p: undefined };
  const scaling =
    wide.robust === undefined || narrow.robust === undefined
      ? 1
      : (narrow.fit.degrees * narrow.robust.scaling - wide.fit.degrees * wide.robust.scaling) / degrees;
  if (!(scaling > 0)) return { chiSquare: Number.NaN, degrees, p: undefined };
  const chiSquare = difference / scaling;
  return { chiSquare, degrees, p: chiSquareSurvival(Math.max(0, chiSquare), degrees) };
}
