import type { IntervalEstimate } from "../evidence/values.ts";

/** What a round robin is drawn from: plain, already computed values. */
export interface RoundRobinFigure {
  readonly title: string;
  /** Whose doing the differences between ratings are; null where a variance was not above zero. */
  readonly shares: readonly VarianceShare[];
  /** The members of one group on a circle; null where no group is drawn. */
  readonly circle: RelationCircle | null;
  /** Members by how far they depart from the others' consensus, in the order given. */
  readonly perceivers: readonly PerceiverRow[];
  readonly notes: readonly string[];
}

export interface VarianceShare {
  readonly kind: "perceiver" | "target" | "relationship" | "error";
  readonly label: string;
  /** 0 to 1, or null. */
  readonly share: number | null;
}

export interface RelationCircle {
  readonly heading: string;
  readonly members: readonly CircleMember[];
  readonly arrows: readonly CircleArrow[];
}

export interface CircleMember {
  readonly label: string;
  readonly stands: "apart" | "among";
  readonly hint: string;
}

/**
 * A view of one member by another that departs from the others' views of the same person. Places in
 * `members`.
 */
export interface CircleArrow {
  readonly from: number;
  readonly to: number;
  readonly tone: "warmer" | "cooler";
  /** 0 to 1: how thick. */
  readonly strength: number;
  readonly hint: string;
}

export interface PerceiverRow {
  readonly label: string;
  /** The size of departures beside everyone else's; 1 is like the others. */
  readonly ratio: IntervalEstimate;
  readonly stands: "apart" | "among";
}
