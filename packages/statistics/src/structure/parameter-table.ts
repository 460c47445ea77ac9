import type { ModelOperator } from "./syntax/statement.ts";

/** One row of a model spelled out: a path in one group, free or fixed. */
export interface ParameterRow {
  readonly left: string;
  readonly operator: ModelOperator;
  readonly right: string;
  /** The position of its group, from zero. */
  readonly group: number;
  readonly label: string;
  /** Taken from the data as they are: exogenous observed variables that the model is conditional on. */
  readonly isExogenous: boolean;
  readonly value:
    | { readonly kind: "free"; readonly start: number | undefined }
    | { readonly kind: "fixed"; readonly at: number };
}

/** A model spelled out: every path of every group, and what ties them. */
export interface ParameterTable {
  readonly rows: readonly ParameterRow[];
  readonly definitions: readonly { readonly name: string; readonly expression: string }[];
  readonly equalities: readonly { readonly left: string; readonly right: string }[];
  readonly observed: readonly string[];
  readonly latent: readonly string[];
  /** Observed variables that the model is conditional on; their moments stay as they are in the sample. */
  readonly exogenous: readonly string[];
  /** Observed variables that only explain, whether or not the model is conditional on them. */
  readonly explanatory: readonly string[];
  readonly groups: number;
  readonly meanStructure: boolean;
}

/** What is held equal over groups, in lavaan's words. */
export type HeldEqual =
  | "loadings"
  | "intercepts"
  | "residuals"
  | "residual.covariances"
  | "lv.variances"
  | "lv.covariances"
  | "means"
  | "regressions";

/**
 * What is added to what was written, as the functions of lavaan do: `cfa` and `sem` add variances, covariances of
 * factors and of outcomes, intercepts, and fix the first loading; `growth` frees the means of factors instead of
 * the intercepts; `lavaan` adds nothing but what is asked for.
 */
export interface ModelRules {
  readonly form: "cfa" | "sem" | "growth" | "lavaan";
  /** Factors are scaled by their variance instead of their first loading. */
  readonly standardizedFactors: boolean;
  readonly meanStructure: boolean;
  readonly fixedExogenous: boolean;
  readonly freeIntercepts: boolean;
  readonly groups: number;
  readonly heldEqual: readonly HeldEqual[];
}
