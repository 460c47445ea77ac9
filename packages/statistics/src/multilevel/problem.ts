import type { CrossProducts } from "./cross-products.ts";
import { crossedElimination } from "./crossed-elimination.ts";
import type { MixedDesign } from "./design.ts";
import type { Elimination } from "./elimination.ts";
import { fixedPartOf, type ScaledFixedPart } from "./fixed-part.ts";
import { nestedElimination } from "./nested-elimination.ts";
import { nestingOf } from "./nesting.ts";
import { type RandomPart, randomPartOf } from "./random-part.ts";
import { type ScaledSums, scaledSums } from "./scaled-sums.ts";

/** A design with its sums, in the columns and scale of the computation. */
export interface MultilevelProblem {
  readonly design: MixedDesign;
  readonly products: CrossProducts;
  readonly scaled: ScaledSums;
  readonly fixed: ScaledFixedPart;
  readonly random: RandomPart;
  /** With one memory: what it last eliminated. */
  readonly elimination: Elimination;
}

export function problemOf(design: MixedDesign, products: CrossProducts): MultilevelProblem {
  const scaled = scaledSums(design, products);
  const random = randomPartOf(design, products, scaled);
  const nesting = nestingOf(random.factors);
  return {
    design,
    products,
    scaled,
    fixed: fixedPartOf(design, scaled),
    random,
    elimination:
      nesting === undefined
        ? crossedElimination(random.factors, scaled)
        : nestedElimination(random.factors, nesting, scaled),
  };
}
