import { type Expression, written } from "./expression.ts";
import { inLevelOrder } from "./level-order.ts";

/** One column of data; null is a missing value. */
export type Column = readonly (number | string | boolean | null)[];

/** Columns of one length under their names. */
export type Frame = Readonly<Record<string, Column>>;

/** A variable of a formula over the rows of a frame. */
export type Variable =
  | { readonly kind: "numeric"; readonly values: readonly number[] }
  | { readonly kind: "factor"; readonly codes: readonly number[]; readonly levels: readonly string[] };

/**
 * The values of an expression over a frame: numbers stay numbers (missing as NaN), texts become factors with their
 * levels in code-point order (missing as −1). Arithmetic stands inside `I( )`, `log( )`, `sqrt( )` and the like.
 */
export function evaluate(expression: Expression, frame: Frame): Variable {
  if (expression.kind === "call" && (expression.name === "factor" || expression.name === "as.factor")) {
    const [inner, ...more] = expression.of;
    if (inner?.kind !== "name" || more.length > 0) {
      throw new RangeError(`factor requires the name of one column: ${written(expression)}`);
    }
    return factorOf(columnOf(inner.name, frame));
  }
  if (expression.kind === "name") {
    const column = columnOf(expression.name, frame);
    const isNumeric = column.every((value) => value === null || typeof value === "number");
    if (!isNumeric) return factorOf(column);
  }
  return { kind: "numeric", values: numbersOf(expression, frame) };
}

/** How many rows a frame has; zero for one without columns. */
export function rowCount(frame: Frame): number {
  const [first] = Object.values(frame);
  return first?.length ?? 0;
}

/** The frame with only these rows. */
export function rowsOfFrame(frame: Frame, rows: readonly number[]): Frame {
  return Object.fromEntries(
    Object.entries(frame).map(([name, column]) => [name, rows.map((i) => column[i]!)]),
  );
}

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  I: (x) => x,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  exp: Math.exp,
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  abs: Math.abs,
  atanh: Math.atanh,
  tanh: Math.tanh,
  "as.numeric": (x) => x,
};

function numbersOf(expression: Expression, frame: Frame): readonly number[] {
  switch (expression.kind) {
    case "number":
      return new Array<number>(rowCount(frame)).fill(expression.value);
    case "name":
      if (expression.name === "pi" && !Object.hasOwn(frame, "pi"))
        return new Array<number>(rowCount(frame)).fill(Math.PI);
      return columnOf(expression.name, frame).map((value) => {
        if (value === null) return Number.NaN;
        if (typeof value === "string") {
          throw new RangeError(
            `arithmetic requires numbers, and column ${expression.name} holds text: ${value}`,
          );
        }
        return Number(value);
      });
    case "parentheses":
      return numbersOf(expression.inner, frame);
    case "unary":
      return numbersOf(expression.operand, frame).map((x) => (expression.operator === "-" ? -x : x));
    case "binary": {
      const left = numbersOf(expression.left, frame);
      const right = numbersOf(expression.right, frame);
      return left.map((x, i) => arithmetic(expression.operator, x, right[i]!));
    }
    case "call": {
      // Columns that take more than one row to compute, such as within(x), are in the frame as they are written.
      const name = written(expression);
      return Object.hasOwn(frame, name)
        ? numbersOf({ kind: "name", name }, frame)
        : called(expression, frame);
    }
  }
}

function called(expression: Extract<Expression, { readonly kind: "call" }>, frame: Frame): readonly number[] {
  const f = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
  const isRelative = expression.name === "scale" || expression.name === "center";
  if (f === undefined && !isRelative) {
    const known = [...Object.keys(FUNCTIONS), "factor", "scale", "center"].join(", ");
    throw new RangeError(`formula knows these functions: ${known}; not ${expression.name}`);
  }
  const [inner, ...more] = expression.of;
  if (inner === undefined || more.length > 0) {
    throw new RangeError(`${expression.name} requires one argument: ${written(expression)}`);
  }
  const values = numbersOf(inner, frame);
  if (f !== undefined) return values.map(f);
  const known = values.filter((x) => !Number.isNaN(x));
  const middle = known.reduce((total, x) => total + x, 0) / known.length;
  if (expression.name === "center") return values.map((x) => x - middle);
  const spread = Math.sqrt(known.reduce((total, x) => total + (x - middle) ** 2, 0) / (known.length - 1));
  return values.map((x) => (x - middle) / spread);
}

function arithmetic(operator: string, a: number, b: number): number {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "^":
      return a ** b;
    default:
      throw new RangeError(`arithmetic knows + - * / ^, not ${operator}`);
  }
}

/** A column of the frame by its name. */
export function columnOf(name: string, frame: Frame): Column {
  const column = Object.hasOwn(frame, name) ? frame[name] : undefined;
  if (column === undefined) {
    throw new RangeError(
      `formula names a column that is not there: ${name}; there are ${Object.keys(frame).join(", ")}`,
    );
  }
  return column;
}

function factorOf(column: Column): Variable {
  const texts = column.map((value) =>
    value === null ? null : value === true ? "TRUE" : value === false ? "FALSE" : String(value),
  );
  const distinct = [...new Set(texts.filter((text) => text !== null))];
  const isNumeric = column.every((value) => value === null || typeof value === "number");
  const levels = inLevelOrder(distinct, isNumeric);
  const codes = new Map(levels.map((level, i) => [level, i]));
  return { kind: "factor", codes: texts.map((text) => (text === null ? -1 : codes.get(text)!)), levels };
}
