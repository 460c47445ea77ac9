import type { ParameterRow, ParameterTable } from "./parameter-table.ts";

/** Where a path is in the matrices of McArdle and McDonald: directed A, symmetric S, means m. */
export type Place = "directed" | "symmetric" | "mean";

/** One entry of the matrices of one group. */
export interface Cell {
  readonly place: Place;
  readonly group: number;
  /** The row in A (what is explained), S or m. */
  readonly row: number;
  readonly column: number;
}

/** A free cell and the parameter it takes its value from. */
export interface FreeCell extends Cell {
  readonly parameter: number;
}

export interface FixedCell extends Cell {
  readonly value: number;
}

/**
 * A parameter table as matrices: x = Ax + e, cov(e) = S, so that with B = (I − A)⁻¹ the variables have covariances
 * BSB′ and means Bm; observed variables stand first.
 *
 * McArdle JJ, McDonald RP (1984). Br J Math Stat Psychol 37: 234–251.
 */
export interface PathModel {
  readonly variables: readonly string[];
  readonly observed: number;
  readonly groups: number;
  readonly parameters: number;
  readonly free: readonly (readonly FreeCell[])[];
  readonly fixed: readonly (readonly FixedCell[])[];
  /** For each row of the table the parameter it shares, or undefined where it is fixed. */
  readonly parameterOf: readonly (number | undefined)[];
  /** An order in which every variable comes after those that explain it; absent with feedback loops. */
  readonly order: readonly number[] | undefined;
}

export function pathModel(table: ParameterTable): PathModel {
  const variables = [...table.observed, ...table.latent];
  const position = new Map(variables.map((name, i) => [name, i]));
  const byLabel = new Map<string, number>();
  let parameters = 0;
  const parameterOf = table.rows.map(({ value, label }) => {
    if (value.kind === "fixed") return undefined;
    const known = label === "" ? undefined : byLabel.get(label);
    if (known !== undefined) return known;
    if (label !== "") byLabel.set(label, parameters);
    return parameters++;
  });
  const free: FreeCell[][] = Array.from({ length: table.groups }, () => []);
  const fixed: FixedCell[][] = Array.from({ length: table.groups }, () => []);
  table.rows.forEach((row, i) => {
    const cell = cellOf(row, position);
    const parameter = parameterOf[i];
    if (parameter !== undefined) free[row.group]!.push({ ...cell, parameter });
    else if (row.value.kind === "fixed") fixed[row.group]!.push({ ...cell, value: row.value.at });
  });
  return {
    variables,
    observed: table.observed.length,
    groups: table.groups,
    parameters,
    free,
    fixed,
    parameterOf,
    order: orderOf(variables.length, [...free[0]!, ...fixed[0]!]),
  };
}

/** The cell of a path. */
export function cellOf(
  { left, operator, right, group }: Pick<ParameterRow, "left" | "operator" | "right" | "group">,
  position: ReadonlyMap<string, number>,
): Cell {
  const a = position.get(left)!;
  if (operator === "~1") return { place: "mean", group, row: a, column: 0 };
  const b = position.get(right)!;
  if (operator === "~~") return { place: "symmetric", group, row: a, column: b };
  return operator === "=~"
    ? { place: "directed", group, row: b, column: a }
    : { place: "directed", group, row: a, column: b };
}

function orderOf(size: number, cells: readonly Cell[]): readonly number[] | undefined {
  const causes = Array.from({ length: size }, () => new Set<number>());
  for (const { place, row, column } of cells) if (place === "directed") causes[row]!.add(column);
  const order: number[] = [];
  const placed = new Set<number>();
  while (order.length < size) {
    const before = order.length;
    causes.forEach((of, variable) => {
      if (placed.has(variable) || [...of].some((cause) => !placed.has(cause))) return;
      placed.add(variable);
      order.push(variable);
    });
    if (order.length === before) return undefined;
  }
  return order;
}
