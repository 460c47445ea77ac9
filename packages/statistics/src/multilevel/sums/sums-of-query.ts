import type { CrossProducts, GroupValue } from "../design.ts";
import { type MixedDesign, sumsNeeded } from "../design.ts";
import { groupRows } from "./sums-of-rows.ts";

/** What a grouped query gave back. */
export interface QueriedSums {
  /** What was taken from each column before the products. */
  readonly origins: readonly number[];
  readonly cells: readonly QueriedCell[];
}

/** One row of the answer: its groups in the order of `groupBy`, its sums in that of `products`. */
export interface QueriedCell {
  readonly groups: readonly GroupValue[];
  readonly sums: readonly number[];
}

/** The sums of a design from the answer to `sumsNeeded`; a combination of groups may come more than once. */
export function crossProductsOf(design: MixedDesign, { origins, cells }: QueriedSums): CrossProducts {
  const { groupBy, products } = sumsNeeded(design);
  const wrong = cells.find(
    ({ groups, sums }) => groups.length !== groupBy.length || sums.length !== products.length,
  );
  if (wrong !== undefined)
    throw new RangeError(
      `a cell requires ${groupBy.length} groups and ${products.length} sums: ${wrong.groups.length} and ${wrong.sums.length}`,
    );
  const frame = Object.fromEntries(groupBy.map((name, i) => [name, cells.map(({ groups }) => groups[i]!)]));
  const factors = new Map(design.factors.map(({ name, columns }) => [name, columns]));
  const grouped = groupRows(factors, frame, new Uint8Array(cells.length).fill(1));
  const sums = new Float64Array(grouped.cells * products.length);
  cells.forEach((cell, row) => {
    const from = grouped.cellOf[row]! * products.length;
    cell.sums.forEach((sum, i) => {
      sums[from + i]! += sum;
    });
  });
  return {
    columns: design.columns.map(({ name }) => name),
    origins,
    factors: design.factors.map(({ name }) => grouped.factors.get(name)!),
    cells: grouped.cells,
    sums,
    // The first product is that of the constant with itself: a count.
    rows: cells.reduce((total, cell) => total + cell.sums[0]!, 0),
    leftOut: 0,
  };
}
