import { type Expression, written } from "../formula/expression.ts";
import { evaluate, type Frame, rowCount, type Variable } from "../formula/frame.ts";
import type { VariableKind } from "./column-meaning.ts";
import type { CrossProducts } from "./cross-products.ts";
import { type MixedDesign, mixedDesignOf } from "./design.ts";
import { type GroupedRows, groupRows } from "./grouped-rows.ts";
import type { MixedModel } from "./model.ts";

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
