/** Where a search ended, and whether it may be believed. */
export type Minimum = Settled | Unsettled;

export interface Settled {
  readonly kind: "settled";
  readonly at: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  /** The coordinates that lie on one of their bounds. */
  readonly atBound: readonly number[];
}

export interface Unsettled {
  readonly kind: "unsettled";
  readonly reason: "limit" | "no-descent" | "not-finite";
  readonly at: readonly number[];
  readonly value: number;
  readonly evaluations: number;
}
