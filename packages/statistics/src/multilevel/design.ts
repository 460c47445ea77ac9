import { type Expression, written } from "../formula/expression.ts";
import type { Term, Terms } from "../formula/formula.ts";
import type { MixedModel } from "./model.ts";

/** A column of a design as a product of its parts; no parts are the constant 1. */
export interface ColumnMeaning {
  /** R's name: `(Intercept)`, `age`, `raterclient`, `age:raterclient`. */
  readonly name: string;
  readonly parts: readonly ColumnPart[];
}

export type ColumnPart =
  | { readonly kind: "number"; readonly expression: Expression }
  /** 1 where the factor has this level, 0 elsewhere. */
  | { readonly kind: "level"; readonly factor: Expression; readonly level: string };

/** Whether a variable is a number or a factor with these levels. */
export type VariableKind =
  | { readonly kind: "numeric" }
  | { readonly kind: "factor"; readonly levels: readonly string[] };

/** The kind of each variable, under the variable as it is written. */
export type VariableKinds = ReadonlyMap<string, VariableKind>;

/**
 * The columns that a set of terms stands for.
 *
 * Factors take treatment contrasts against their first level, and keep all levels where the term without them is not
 * in the model. Chambers JM, Hastie TJ (1992), Statistical Models in S, p. 38.
 */
function columnMeanings(terms: Terms, kinds: VariableKinds): readonly ColumnMeaning[] {
  const present = new Set(terms.terms.map((term) => keyOf(term.variables.map(written))));
  if (terms.intercept) present.add("");
  const constant: readonly ColumnMeaning[] = terms.intercept ? [{ name: "(Intercept)", parts: [] }] : [];
  return [...constant, ...terms.terms.flatMap((term) => columnsOfTerm(term, kinds, present))];
}

/** Columns that are equal in every row have one key, whatever the order of their parts. */
function keyOfMeaning({ parts }: ColumnMeaning): string {
  return parts
    .map((part) =>
      part.kind === "number" ? written(part.expression) : `${written(part.factor)}=${part.level}`,
    )
    .sort()
    .join("\u0000");
}

function columnsOfTerm(
  term: Term,
  kinds: VariableKinds,
  present: ReadonlySet<string>,
): readonly ColumnMeaning[] {
  const labels = term.variables.map(written);
  let product: readonly ColumnMeaning[] = [{ name: "", parts: [] }];
  term.variables.forEach((variable, place) => {
    const isContrast = present.has(keyOf(labels.filter((_, other) => other !== place)));
    const coded = columnsOfVariable(variable, kinds.get(labels[place]!) ?? { kind: "numeric" }, isContrast);
    // The first variable runs fastest, as in R.
    product = coded.flatMap((right) =>
      product.map((left) => ({
        name: left.name === "" ? right.name : `${left.name}:${right.name}`,
        parts: [...left.parts, ...right.parts],
      })),
    );
  });
  return product;
}

function columnsOfVariable(
  variable: Expression,
  kind: VariableKind,
  isContrast: boolean,
): readonly ColumnMeaning[] {
  const label = written(variable);
  if (kind.kind === "numeric") return [{ name: label, parts: [{ kind: "number", expression: variable }] }];
  if (isContrast && kind.levels.length < 2) {
    throw new RangeError(
      `a factor requires two or more levels: ${label} has only ${kind.levels.join("") || "none"}`,
    );
  }
  return kind.levels
    .map(
      (level): ColumnMeaning => ({
        name: `${label}${level}`,
        parts: [{ kind: "level", factor: variable, level }],
      }),
    )
    .slice(isContrast ? 1 : 0);
}

function keyOf(labels: readonly string[]): string {
  return [...labels].sort().join(":");
}

/** A model with its columns: each occurs once, whichever parts of the model use it. */
export interface MixedDesign {
  readonly model: MixedModel;
  /** The constant first, the outcome last. */
  readonly columns: readonly ColumnMeaning[];
  /** Places in `columns` of the fixed effects. */
  readonly fixed: readonly number[];
  readonly terms: readonly DesignedTerm[];
  readonly factors: readonly DesignedFactor[];
}

export interface DesignedTerm {
  /** Place in `factors`. */
  readonly factor: number;
  /** Places in `columns` of the effects that vary. */
  readonly effects: readonly number[];
  readonly names: readonly string[];
}

export interface DesignedFactor {
  readonly name: string;
  /** The columns of the data that name its groups. */
  readonly columns: readonly string[];
}

const CONSTANT: ColumnMeaning = { name: "(Intercept)", parts: [] };

/** The columns of a model, given which of its variables are factors; numbers are all that are not listed. */
export function mixedDesignOf(model: MixedModel, kinds: VariableKinds = new Map()): MixedDesign {
  const columns: ColumnMeaning[] = [CONSTANT];
  const places = new Map([[keyOfMeaning(CONSTANT), 0]]);
  const placeOf = (meaning: ColumnMeaning): number => {
    const key = keyOfMeaning(meaning);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, columns.length);
    columns.push(meaning);
    return columns.length - 1;
  };
  const fixed = columnMeanings(model.fixed, kinds).map(placeOf);
  if (fixed.length === 0) {
    throw new SyntaxError(`a multilevel model requires an intercept or a predictor: ${model.formula}`);
  }
  const factors: DesignedFactor[] = [];
  const terms = model.random.map((term): DesignedTerm => {
    const meanings = columnMeanings(term.effects, kinds);
    if (meanings.length === 0) {
      throw new SyntaxError(`a random part requires an effect before |, as (1 | client): ${model.formula}`);
    }
    let factor = factors.findIndex(({ name }) => name === term.factor);
    if (factor < 0) factor = factors.push({ name: term.factor, columns: term.columns }) - 1;
    return { factor, effects: meanings.map(placeOf), names: meanings.map(({ name }) => name) };
  });
  columns.push({
    name: written(model.response),
    parts: [{ kind: "number", expression: model.response }],
  });
  return { model, columns, fixed, terms, factors };
}

/** The sums that a fit of the design needs, for one grouped query. */
export function sumsNeeded(design: MixedDesign): SumsNeeded {
  const products: (readonly [number, number])[] = [];
  for (let j = 0; j < design.columns.length; j++) for (let i = 0; i <= j; i++) products.push([i, j]);
  const groupBy = [...new Set(design.factors.flatMap(({ columns }) => columns))];
  return { groupBy, columns: design.columns, products };
}

/**
 * All that a multilevel model needs of its rows: for each cell (a combination of groups that occurs) the sums of the
 * products of its columns. They may come from rows, or from a grouped query of a database.
 */
export interface CrossProducts {
  /** The names of the columns that are multiplied: a constant 1 first, then predictors, the outcome last. */
  readonly columns: readonly string[];
  /** What was taken from each column before the products, so that large values keep their digits; 0 for the first. */
  readonly origins: readonly number[];
  /** The grouping factors of the model, each once. */
  readonly factors: readonly CellFactor[];
  readonly cells: number;
  /** Cell after cell the products of columns i ≤ j: 00, 01, 11, 02, 12, 22, … */
  readonly sums: Float64Array;
  /** The rows that were summed. */
  readonly rows: number;
  /** The rows left out because a value is missing. */
  readonly leftOut: number;
}

/** The groups of one factor, and the group of each cell. */
export interface CellFactor {
  readonly name: string;
  readonly groupOf: Int32Array;
  readonly count: number;
  /** For each column of the data that names the groups, its value in each group; groups in the order of R's levels. */
  readonly values: readonly (readonly GroupValue[])[];
}

export type GroupValue = number | string | boolean;

/** What a grouped query must return, one row per combination of `groupBy`. */
export interface SumsNeeded {
  /** The columns that name the groups. */
  readonly groupBy: readonly string[];
  /** The columns of the products: the first is the constant 1, so that its square is the count of rows. */
  readonly columns: readonly ColumnMeaning[];
  /** Pairs of places in `columns`, in the order of `CrossProducts.sums`. */
  readonly products: readonly (readonly [number, number])[];
}

/** What a group is called: the values of its columns, as R writes levels of an interaction. */
export function groupLabels({ values, count }: CellFactor): readonly string[] {
  return Array.from({ length: count }, (_, group) =>
    values.map((column) => textOf(column[group]!)).join(":"),
  );
}

function textOf(value: GroupValue): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
