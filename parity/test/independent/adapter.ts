import type { ReferenceCase } from "../../reference-case.ts";

/** Computes by our functions what a fixture computes by R code of its own. */
export interface Adapter {
  readonly run: (reference: ReferenceCase) => unknown;
}
