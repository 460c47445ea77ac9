import { written } from "../formula/expression.ts";
import { type ColumnMeaning, columnMeanings, keyOfMeaning, type VariableKinds } from "./column-meaning.ts";
import type { SumsNeeded } from "./cross-products.ts";
import type { MixedModel } from "./model.ts";

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
