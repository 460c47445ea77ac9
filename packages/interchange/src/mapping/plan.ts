import type { Mapping, Measure, RiskColumn } from "./mapping.ts";

/** Where a word of a row comes from: one of its fields, or the mapping. */
export type WordSource =
  | { readonly kind: "column"; readonly at: number; readonly column: string }
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "none" };

/** A column that holds a score or an answer. */
export interface Cell {
  /** In a table with a column for each, a row is one or the other. */
  readonly kind: "scale" | "item" | "either";
  readonly at: number;
  readonly column: string;
  /** The session its name tells, where a row holds several. */
  readonly session: number | null;
  readonly measure: Measure;
  readonly instrument: WordSource;
  readonly rater: WordSource;
  /** The scale's name; the item's number where the kind is item. */
  readonly target: WordSource;
  /** The item's number where the kind is either. */
  readonly item?: WordSource;
}

/** The items of one form that stand side by side in a row. */
export interface ItemGroup {
  readonly kind: "group";
  readonly session: number | null;
  readonly measure: Measure;
  readonly instrument: string;
  readonly rater: WordSource;
  readonly items: readonly { readonly at: number; readonly column: string; readonly item: number }[];
}

export interface ColumnPlace {
  readonly at: number;
  readonly column: string;
}

/** What to do with each row: the mapping and the heading brought together. */
export interface Plan {
  readonly kind: "plan";
  readonly width: number;
  readonly heading: readonly string[];
  /** Null where rows stand for themselves. */
  readonly case: ColumnPlace | null;
  /** How a row's session is told, if not by the names of its columns. */
  readonly when:
    | ({ readonly kind: "session" } & ColumnPlace)
    | ({ readonly kind: "time" } & ColumnPlace)
    | ({ readonly kind: "date" } & ColumnPlace)
    | { readonly kind: "columns" }
    | { readonly kind: "none" };
  readonly date: ColumnPlace | null;
  readonly therapist: ColumnPlace | null;
  readonly where: readonly (ColumnPlace & { readonly equal: boolean; readonly value: string })[];
  readonly recode: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly risks: readonly (RiskColumn & { readonly at: number })[];
  readonly cells: readonly Cell[];
  readonly groups: readonly ItemGroup[];
  readonly mapping: Mapping;
  readonly notes: readonly string[];
}

/** Why the heading does not carry what the mapping needs, and what to do. */
export interface NoPlan {
  readonly kind: "no-plan";
  readonly problems: readonly string[];
}
