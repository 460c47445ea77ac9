import type { Expression } from "../formula/expression.ts";

/** A column of a design as a product of its parts; no parts are the constant 1. */
export interface ColumnMeaning {
  /** R's name: `(Intercept)`, `age`, `raterclient`, `age:raterclient`. */
  readonly name: string;
  readonly parts: readonly ColumnPart[];
}

export type ColumnPart =
  | { readonly kind: "number"; readonly expression: Expression }
  /** 1 where the factor has this level, 0 elsewhere. */
  | { readonly kind: "level"; readonly factor: Expression; readonly level: string };
