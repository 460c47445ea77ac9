import type { CrossProducts } from "./cross-products.ts";
import type { MixedModel } from "./model.ts";

/** A model with the sums it is fitted to, in the columns and scale of the computation. */
export interface MultilevelProblem {
  readonly model: MixedModel;
  readonly products: CrossProducts;
}
