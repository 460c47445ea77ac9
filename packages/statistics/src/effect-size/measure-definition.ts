import type { BackTransform } from "./back-transform.ts";
import type { EffectSize } from "./effect-size.ts";
import type { Continuity } from "./two-by-two.ts";

/** One study's numbers under the column names that researchers know from metafor's `escalc`. */
export type MeasureRow = Readonly<Record<string, number | null | undefined>>;

/** metafor's names for kinds of sampling variance; which apply depends on the measure. */
export type VarianceType = "LS" | "LS2" | "UB" | "HO" | "AV";

export interface MeasureOptions {
  readonly varianceType?: VarianceType;
  readonly continuity?: Continuity;
}

/** What a measure is, which columns it reads, how it is computed and how a pooled value is read. */
export interface MeasureDefinition {
  readonly name: string;
  readonly columns: readonly string[];
  readonly varianceTypes: readonly VarianceType[];
  readonly back?: BackTransform;
  readonly all: (rows: readonly MeasureRow[], options: MeasureOptions) => readonly EffectSize[];
}

/** A value of the row by its column, NaN where it is missing. */
export type Get = (column: string) => number;

/** A measure that looks at one row at a time. */
export const each =
  (one: (get: Get, options: MeasureOptions) => EffectSize): MeasureDefinition["all"] =>
  (rows, options) =>
    rows.map((row) => one((column) => row[column] ?? Number.NaN, options));
