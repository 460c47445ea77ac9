import { type Expression, written } from "../../formula/expression.ts";
import { columnOf, evaluate, type Frame, rowCount, type Variable } from "../../formula/frame.ts";
import { byCodePoint } from "../../formula/level-order.ts";
import type { CellFactor, CrossProducts, GroupValue } from "../design.ts";
import { type MixedDesign, mixedDesignOf, type VariableKind } from "../design.ts";
import type { MixedModel } from "../model.ts";

/** Each row's group as a number, −1 where it is missing, numbered as they come. */
export interface Coded {
  readonly codes: Int32Array;
  readonly count: number;
}

/** A column of ids with its distinct values. */
export interface CodedColumn extends Coded {
  readonly values: readonly GroupValue[];
}

/** Numbers the distinct values of a column. Ids may be numbers or texts; null and NaN are missing. */
function codeColumn(column: readonly (number | string | boolean | null)[]): CodedColumn {
  const codes = new Int32Array(column.length);
  const values: GroupValue[] = [];
  // Small whole numbers, the most frequent ids, are looked up without hashing.
  const direct = new Int32Array(Math.min(column.length + 1024, 1 << 24)).fill(-1);
  const others = new Map<GroupValue, number>();
  let last: GroupValue | null = null;
  let lastCode = -1;
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value === last) {
      codes[row] = lastCode;
      continue;
    }
    last = value;
    if (value === null || Number.isNaN(value)) lastCode = -1;
    else if (typeof value === "number" && value >= 0 && value < direct.length && Number.isInteger(value)) {
      lastCode = direct[value]!;
      if (lastCode < 0) {
        lastCode = values.push(value) - 1;
        direct[value] = lastCode;
      }
    } else {
      const known = others.get(value);
      lastCode = known ?? values.push(value) - 1;
      if (known === undefined) others.set(value, lastCode);
    }
    codes[row] = lastCode;
  }
  return { codes, count: values.length, values };
}

/** The same column over usable rows alone; values that only other rows have vanish. */
function withoutRows(column: CodedColumn, usable: Uint8Array): CodedColumn {
  const place = new Int32Array(column.count).fill(-1);
  const codes = new Int32Array(column.codes.length).fill(-1);
  const values: GroupValue[] = [];
  for (let row = 0; row < codes.length; row++) {
    if (usable[row] === 0) continue;
    const code = column.codes[row]!;
    if (place[code]! < 0) place[code] = values.push(column.values[code]!) - 1;
    codes[row] = place[code]!;
  }
  return { codes, count: values.length, values };
}

/** Each combination of two codings that occurs; both miss the same rows. */
function combine(a: Coded, b: Coded): Coded {
  // Where one determines the other, as a client the therapist, it is the combination.
  if (determines(a, b)) return a;
  if (determines(b, a)) return b;
  const codes = new Int32Array(a.codes.length).fill(-1);
  const known = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    if (a.codes[row]! < 0) continue;
    const key = a.codes[row]! * b.count + b.codes[row]!;
    const found = known.get(key);
    codes[row] = found ?? known.size;
    if (found === undefined) known.set(key, known.size);
  }
  return { codes, count: known.size };
}

function determines(fine: Coded, coarse: Coded): boolean {
  if (fine.count < coarse.count) return false;
  const parent = new Int32Array(fine.count).fill(-1);
  for (let row = 0; row < fine.codes.length; row++) {
    const code = fine.codes[row]!;
    if (code < 0) continue;
    if (parent[code]! < 0) parent[code] = coarse.codes[row]!;
    else if (parent[code] !== coarse.codes[row]) return false;
  }
  return true;
}

/** The rank of each value among R's levels: numbers by size, anything else as text by code point. */
function levelRanks(values: readonly GroupValue[]): Int32Array {
  const ranks = new Int32Array(values.length);
  const areNumbers = values.every((value) => typeof value === "number");
  const order = areNumbers
    ? inOrderOf(Float64Array.from(values as readonly number[]))
    : orderOfTexts(values.map(String));
  order.forEach((code, rank) => {
    ranks[code] = rank;
  });
  return ranks;
}

/** Places from the smallest key to the largest; keys are distinct. */
function inOrderOf(keys: Float64Array): readonly number[] {
  let isSorted = true;
  for (let i = 1; i < keys.length && isSorted; i++) isSorted = keys[i - 1]! < keys[i]!;
  const order = Array.from({ length: keys.length }, (_, i) => i);
  return isSorted ? order : order.sort((a, b) => keys[a]! - keys[b]!);
}

function orderOfTexts(texts: readonly string[]): readonly number[] {
  return texts.map((_, i) => i).sort((a, b) => byCodePoint(texts[a]!, texts[b]!));
}

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

/** A variable over all rows: numbers, or the place of each row's level; NaN and −1 are missing. */
type RowVariable =
  | { readonly kind: "numeric"; readonly values: ArrayLike<number> }
  | { readonly kind: "factor"; readonly codes: readonly number[]; readonly levels: readonly string[] };

/** How many rows are laid out at once before they are multiplied. */
const CHUNK = 1024;

/**
 * One pass over the rows of a frame: the design of a model, and the sums of products per cell of its groups.
 *
 * Rows with a missing value in any variable of the model are left out and counted.
 */
export function sumsOfRows(
  model: MixedModel,
  frame: Frame,
): {
  readonly design: MixedDesign;
  readonly products: CrossProducts;
  /** The rows that were summed, by place. */
  readonly rowsUsed: () => readonly number[];
} {
  const rows = rowCount(frame);
  const variables = variablesOf(model, frame, rows);
  const usable = new Uint8Array(rows).fill(1);
  for (const variable of variables.values()) markMissing(variable, usable);
  const factors = new Map(model.random.map(({ factor, columns }) => [factor, columns]));
  const grouped = groupRows(factors, frame, usable);
  const kinds = new Map([...variables].map(([label, variable]) => [label, kindOf(variable, grouped.cellOf)]));
  const design = mixedDesignOf(model, kinds);
  return {
    design,
    products: accumulate(design, variables, grouped),
    rowsUsed: () => Array.from(grouped.cellOf.keys()).filter((row) => grouped.cellOf[row]! >= 0),
  };
}

function variablesOf(model: MixedModel, frame: Frame, rows: number): ReadonlyMap<string, RowVariable> {
  const expressions = [
    model.response,
    ...model.fixed.terms.flatMap(({ variables }) => variables),
    ...model.random.flatMap(({ effects }) => effects.terms.flatMap(({ variables }) => variables)),
  ];
  const variables = new Map<string, RowVariable>();
  for (const expression of expressions) {
    const label = written(expression);
    if (!variables.has(label)) variables.set(label, rowVariable(expression, frame, rows));
  }
  const response = variables.get(written(model.response))!;
  if (response.kind === "factor") {
    throw new RangeError(
      `an outcome requires numbers: ${written(model.response)} holds text, as ${response.levels[0]}`,
    );
  }
  return variables;
}

function rowVariable(expression: Expression, frame: Frame, rows: number): RowVariable {
  const plain =
    expression.kind === "name" && Object.hasOwn(frame, expression.name) ? frame[expression.name]! : undefined;
  let values: ArrayLike<number>;
  // A column of numbers is used as it stands: for millions of rows a copy is felt.
  if (plain !== undefined && isNumbers(plain)) values = plain;
  else {
    const variable: Variable = evaluate(expression, frame);
    if (variable.kind === "factor") return variable;
    values = variable.values;
  }
  for (let row = 0; row < rows; row++) {
    if (values[row] === Number.POSITIVE_INFINITY || values[row] === Number.NEGATIVE_INFINITY) {
      throw new RangeError(
        `${written(expression)} requires finite numbers: row ${row + 1} gives ${values[row]}`,
      );
    }
  }
  return { kind: "numeric", values };
}

function isNumbers(column: Frame[string]): column is readonly number[] {
  return column.every((value) => typeof value === "number");
}

function markMissing(variable: RowVariable, usable: Uint8Array): void {
  if (variable.kind === "factor") {
    for (let row = 0; row < usable.length; row++) if (variable.codes[row]! < 0) usable[row] = 0;
    return;
  }
  const { values } = variable;
  for (let row = 0; row < usable.length; row++) if (Number.isNaN(values[row]!)) usable[row] = 0;
}

/** Levels without a row left are no levels of the model. */
function kindOf(variable: RowVariable, cellOf: Int32Array): VariableKind {
  if (variable.kind === "numeric") return { kind: "numeric" };
  const seen = new Uint8Array(variable.levels.length);
  variable.codes.forEach((code, row) => {
    if (cellOf[row]! >= 0) seen[code] = 1;
  });
  return { kind: "factor", levels: variable.levels.filter((_, code) => seen[code] === 1) };
}

function accumulate(
  design: MixedDesign,
  variables: ReadonlyMap<string, RowVariable>,
  grouped: GroupedRows,
): CrossProducts {
  const { cellOf, cells } = grouped;
  const k = design.columns.length;
  const triangle = (k * (k + 1)) / 2;
  const sums = new Float64Array(cells * triangle);
  const layout = new Float64Array(CHUNK * k);
  const chunk = new Int32Array(CHUNK);
  const origins = new Float64Array(k);
  const fillers = design.columns.map(({ parts }) => parts.map((part) => partOf(part, variables)));
  let used = 0;
  let filled = 0;
  const flush = () => {
    fillers.forEach((parts, j) => {
      layColumn(parts, chunk, filled, layout, j, k);
    });
    if (used === 0 && filled > 0) {
      // The first row is as good an origin as any: it is within the data.
      fillers.forEach((parts, j) => {
        const isCount = parts.length === 0 || parts.some(({ kind }) => kind === "level");
        origins[j] = isCount ? 0 : layout[j]!;
      });
    }
    addProducts(layout, chunk, filled, cellOf, origins, sums);
    used += filled;
    filled = 0;
  };
  for (let row = 0; row < cellOf.length; row++) {
    if (cellOf[row]! < 0) continue;
    chunk[filled++] = row;
    if (filled === CHUNK) flush();
  }
  flush();
  return {
    columns: design.columns.map(({ name }) => name),
    origins: Array.from(origins),
    factors: design.factors.map(({ name }) => grouped.factors.get(name)!),
    cells,
    sums,
    rows: used,
    leftOut: cellOf.length - used,
  };
}

type RowPart =
  | { readonly kind: "number"; readonly values: ArrayLike<number> }
  | { readonly kind: "level"; readonly codes: readonly number[]; readonly code: number };

function partOf(
  part: MixedDesign["columns"][number]["parts"][number],
  variables: ReadonlyMap<string, RowVariable>,
): RowPart {
  const variable = variables.get(written(part.kind === "number" ? part.expression : part.factor))!;
  if (part.kind === "number" && variable.kind === "numeric")
    return { kind: "number", values: variable.values };
  if (part.kind === "level" && variable.kind === "factor") {
    return { kind: "level", codes: variable.codes, code: variable.levels.indexOf(part.level) };
  }
  throw new RangeError("a column of a design requires a variable of its own kind");
}

function layColumn(
  parts: readonly RowPart[],
  rows: Int32Array,
  count: number,
  layout: Float64Array,
  column: number,
  k: number,
): void {
  for (let r = 0; r < count; r++) layout[r * k + column] = 1;
  for (const part of parts) {
    if (part.kind === "number") {
      const { values } = part;
      for (let r = 0; r < count; r++) layout[r * k + column]! *= values[rows[r]!]!;
    } else {
      const { codes, code } = part;
      for (let r = 0; r < count; r++) if (codes[rows[r]!] !== code) layout[r * k + column] = 0;
    }
  }
}

function addProducts(
  layout: Float64Array,
  rows: Int32Array,
  count: number,
  cellOf: Int32Array,
  origins: Float64Array,
  sums: Float64Array,
): void {
  const k = origins.length;
  const triangle = (k * (k + 1)) / 2;
  for (let r = 0; r < count; r++) {
    const from = r * k;
    let at = cellOf[rows[r]!]! * triangle;
    for (let j = 0; j < k; j++) {
      const value = layout[from + j]! - origins[j]!;
      layout[from + j] = value;
      for (let i = 0; i <= j; i++) sums[at++]! += layout[from + i]! * value;
    }
  }
}
