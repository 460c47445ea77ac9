import { columnOf, type Frame } from "../formula/frame.ts";
import type { CellFactor } from "./cross-products.ts";
import {
  type Coded,
  type CodedColumn,
  codeColumn,
  combine,
  inOrderOf,
  levelRanks,
  withoutRows,
} from "./group-codes.ts";

/** Rows sorted into cells, the combinations of all grouping factors that occur. */
export interface GroupedRows {
  /** The cell of each row, −1 where the row is left out. */
  readonly cellOf: Int32Array;
  readonly cells: number;
  readonly factors: ReadonlyMap<string, CellFactor>;
}

/** Sorts the usable rows into groups of each factor, given the columns that name its groups. */
export function groupRows(
  factors: ReadonlyMap<string, readonly string[]>,
  frame: Frame,
  usable: Uint8Array,
): GroupedRows {
  const names = [...new Set([...factors.values()].flat())];
  const all = names.map((name) => codeColumn(columnOf(name, frame)));
  for (const { codes } of all) {
    for (let row = 0; row < usable.length; row++) if (codes[row]! < 0) usable[row] = 0;
  }
  const isComplete = usable.every((mark) => mark === 1);
  const coded = new Map(names.map((name, i) => [name, isComplete ? all[i]! : withoutRows(all[i]!, usable)]));
  const cells = combined([...coded.values()]);
  const firstRowOf = firstRows(cells);
  const cellFactors = [...factors].map(([name, columns]) => {
    const own = columns.map((column) => coded.get(column)!);
    return [name, cellFactor(name, own, combined(own), firstRowOf)] as const;
  });
  return { cellOf: cells.codes, cells: cells.count, factors: new Map(cellFactors) };
}

function combined([first, ...rest]: readonly Coded[]): Coded {
  return rest.reduce(combine, first!);
}

function firstRows({ codes, count }: Coded): Int32Array {
  const first = new Int32Array(count).fill(-1);
  for (let row = codes.length - 1; row >= 0; row--) if (codes[row]! >= 0) first[codes[row]!] = row;
  return first;
}

/** The groups of a factor in the order of R's levels, and the group of each cell. */
function cellFactor(
  name: string,
  columns: readonly CodedColumn[],
  coding: Coded,
  firstRowOf: Int32Array,
): CellFactor {
  const rows = new Int32Array(coding.count).fill(-1);
  const met = new Int32Array(firstRowOf.length);
  firstRowOf.forEach((row, cell) => {
    const code = coding.codes[row]!;
    if (rows[code]! < 0) rows[code] = row;
    met[cell] = code;
  });
  const keys = new Float64Array(coding.count);
  for (const column of columns) {
    const ranks = levelRanks(column.values);
    rows.forEach((row, group) => {
      keys[group] = keys[group]! * column.count + ranks[column.codes[row]!]!;
    });
  }
  const order = inOrderOf(keys);
  const rank = new Int32Array(order.length);
  order.forEach((group, position) => {
    rank[group] = position;
  });
  return {
    name,
    groupOf: met.map((group) => rank[group]!),
    count: order.length,
    values: columns.map((column) => order.map((group) => column.values[column.codes[rows[group]!]!]!)),
  };
}
