import { type Matrix, zeros } from "@concord/numerics";
import { written } from "./expression.ts";
import type { Term, Terms } from "./formula.ts";
import { evaluate, type Frame, rowCount, rowsOfFrame, type Variable } from "./frame.ts";

/** The columns that a set of terms stands for, over the rows where every variable is known. */
export interface Design {
  /** R's name of each column: `(Intercept)`, `age`, `ratertherapist`, `age:ratertherapist`. */
  readonly names: readonly string[];
  readonly matrix: Matrix;
  /** The rows of the frame that were kept, from 0. */
  readonly kept: readonly number[];
  /** For each column the index of its term, the intercept as −1. */
  readonly termOf: readonly number[];
  readonly intercept: boolean;
}

/**
 * The model matrix of the terms over a frame, rows with a missing value left out.
 *
 * Factors take treatment contrasts against their first level. A factor keeps all its levels where the term without
 * it is not in the model, so that `~ 0 + rater` gives one mean per rater. Chambers JM, Hastie TJ (1992),
 * Statistical Models in S, p. 38.
 */
export function designOf(terms: Terms, frame: Frame, rows?: readonly number[]): Design {
  const all = rows ?? Array.from({ length: rowCount(frame) }, (_, i) => i);
  const raw = new Map<string, Variable>();
  for (const term of terms.terms) {
    for (const variable of term.variables) {
      const name = written(variable);
      if (!raw.has(name)) raw.set(name, evaluate(variable, frame));
    }
  }
  const kept = all.filter((row) => [...raw.values()].every((variable) => isKnown(variable, row)));
  // Levels without a row left are no levels of the model.
  const inUse = rowsOfFrame(frame, kept);
  const variables = new Map<string, Variable>();
  for (const term of terms.terms) {
    for (const variable of term.variables) variables.set(written(variable), evaluate(variable, inUse));
  }
  const present = new Set(terms.terms.map((term) => keyOf(term.variables.map(written))));
  if (terms.intercept) present.add("");

  const columns: { readonly name: string; readonly term: number; readonly values: readonly number[] }[] = [];
  if (terms.intercept) columns.push({ name: "(Intercept)", term: -1, values: kept.map(() => 1) });
  terms.terms.forEach((term, index) => {
    for (const column of columnsOf(term, variables, present, kept.length))
      columns.push({ ...column, term: index });
  });

  const matrix = zeros(kept.length, columns.length);
  columns.forEach((column, j) => {
    column.values.forEach((value, i) => {
      matrix.values[i * columns.length + j] = value;
    });
  });
  return {
    names: columns.map((column) => column.name),
    matrix,
    kept,
    termOf: columns.map((column) => column.term),
    intercept: terms.intercept,
  };
}

interface NamedColumn {
  readonly name: string;
  readonly values: readonly number[];
}

function columnsOf(
  term: Term,
  variables: ReadonlyMap<string, Variable>,
  present: ReadonlySet<string>,
  rows: number,
): readonly NamedColumn[] {
  let product: readonly NamedColumn[] = [{ name: "", values: new Array<number>(rows).fill(1) }];
  const labels = term.variables.map(written);
  for (const label of labels) {
    const rest = keyOf(labels.filter((other) => other !== label));
    const coded = codedColumns(label, variables.get(label)!, present.has(rest));
    // The first variable runs fastest, as in R.
    product = coded.flatMap((right) =>
      product.map((left) => ({
        name: left.name === "" ? right.name : `${left.name}:${right.name}`,
        values: left.values.map((value, i) => value * right.values[i]!),
      })),
    );
  }
  return product;
}

function codedColumns(label: string, variable: Variable, contrasts: boolean): readonly NamedColumn[] {
  if (variable.kind === "numeric") return [{ name: label, values: variable.values }];
  if (contrasts && variable.levels.length < 2) {
    throw new RangeError(
      `a factor requires two or more levels: ${label} has only ${variable.levels.join("") || "none"}`,
    );
  }
  return variable.levels
    .map((level, code) => ({
      name: `${label}${level}`,
      values: variable.codes.map((own) => (own === code ? 1 : 0)),
    }))
    .slice(contrasts ? 1 : 0);
}

function isKnown(variable: Variable, row: number): boolean {
  return variable.kind === "numeric" ? !Number.isNaN(variable.values[row]!) : variable.codes[row]! >= 0;
}

function keyOf(labels: readonly string[]): string {
  return [...labels].sort().join(":");
}
