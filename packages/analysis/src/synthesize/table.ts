import { type ModelTable, modelTable, type TablePart } from "../table/model-table.ts";
import type { AnalysisDone } from "./request.ts";

/** Terms as they are read: single values by name, lists over coefficients and over studies as tables, further blocks below. */
export interface TermBlock {
  readonly name: string;
  readonly singles: readonly (readonly [name: string, value: unknown])[];
  readonly tables: readonly ModelTable[];
  readonly below: readonly TermBlock[];
}

/** Returns the terms of an analysis as blocks. */
export function termBlocks({ terms, labels }: Pick<AnalysisDone, "terms" | "labels">): TermBlock {
  return blockOf("", terms, labels);
}

/** Returns the tables of an analysis: its own one, or those of its terms. */
export function analysisTable(result: AnalysisDone): readonly TablePart[] {
  if (result.readOut !== undefined) return modelTable(result.readOut.titles, result.readOut.rows);
  const partsOf = ({ name, singles, tables, below }: TermBlock): readonly TablePart[] => [
    ...(name === "" ? [] : [name]),
    ...(singles.length === 0 ? [] : modelTable(["", "value"], singles)),
    ...tables,
    ...below.flatMap(partsOf),
  ];
  return partsOf(termBlocks(result));
}

function blockOf(
  own: string,
  block: Readonly<Record<string, unknown>>,
  labels: readonly string[],
): TermBlock {
  const names = Array.isArray(block.terms) ? block.terms.map(String) : null;
  const singles: [string, unknown][] = [];
  const byTerm: Column[] = [];
  const byStudy: Column[] = [];
  const below: TermBlock[] = [];
  for (const [name, value] of Object.entries(block)) {
    if (name === "terms" || name === "vcov" || (twice.has(name) && "stat" in block)) continue;
    if (Array.isArray(value)) {
      const flat = value.every((one) => typeof one !== "object" || one === null);
      const width = Array.isArray(value[0]) ? value[0].length : 0;
      if (width > 0 && value.length === labels.length) {
        // One list per study: a column for each coefficient.
        for (let at = 0; at < width; at++)
          byStudy.push({
            name: width === 1 ? name : `${name}.${at + 1}`,
            value: value.map((row: readonly unknown[] | null) => row?.[at] ?? null),
          });
        continue;
      }
      if (flat && names !== null && value.length === names.length && !others.has(name))
        byTerm.push({ name, value });
      else if (flat && value.length === labels.length && !others.has(name)) byStudy.push({ name, value });
      else singles.push([name, value]);
    } else if (typeof value === "object" && value !== null)
      below.push(blockOf(name, value as Record<string, unknown>, labels));
    else singles.push([name, value]);
  }
  return {
    name: own,
    singles,
    tables: [
      ...(names === null || byTerm.length === 0 ? [] : [table("", names, byTerm)]),
      ...(byStudy.length === 0 ? [] : [table("study", labels, byStudy)]),
    ],
    below,
  };
}

interface Column {
  readonly name: string;
  readonly value: readonly unknown[];
}

/** Lists whose length says nothing about coefficients or studies. */
const others: ReadonlySet<string> = new Set([
  "QM_df",
  "sigma2",
  "sigma2_names",
  "sigma2_nlevels",
  "I2_levels",
  "levels",
]);

/** clubSandwich's names for what stands beside them under metafor's. */
const twice: ReadonlySet<string> = new Set(["t", "df_satt", "p_satt"]);

function table(title: string, names: readonly string[], columns: readonly Column[]): ModelTable {
  return {
    titles: [title, ...columns.map(({ name }) => name)],
    rows: names.map((name, i) => [name, ...columns.map(({ value }) => value[i])]),
  };
}
