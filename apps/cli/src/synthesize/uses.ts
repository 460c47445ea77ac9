import type { TableMeasure, TableModel } from "@concord/evidence";
import { variablesOf } from "../model/formula-uses.ts";
import { asNames, asNumbers, asPredictors, type ColumnUse } from "../model/table-use.ts";
import type { SynthesizeFlags } from "./flags.ts";

/** Effects are numbers; studies, groups and clusters are names. */
export function synthesizeUses(
  flags: SynthesizeFlags,
  measure: TableMeasure,
  model: TableModel,
  columns: readonly string[],
): readonly ColumnUse[] {
  const there = new Set(columns);
  const { weights, robust, sampling, random, mods } = model;
  const subset = measure.subset.map(({ column }): ColumnUse => ({ name: column, as: "value" }));
  return [
    ...asNumbers(...Object.values(measure.arguments), weights.kind === "column" ? weights.column : undefined),
    ...asNumbers(flags.order),
    ...asPredictors(...(mods === null ? [] : variablesOf(mods, columns))),
    ...asNames(measure.slab ?? undefined, robust?.cluster, sampling?.cluster, flags.by),
    // The last level may be the row itself.
    ...asNames(...random.filter((name, at) => there.has(name) || at < random.length - 1)),
    ...subset,
  ];
}
