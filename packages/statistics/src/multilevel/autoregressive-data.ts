import { type Matrix, orthogonalBasis, zeros } from "@concord/numerics";
import { type Design, designOf } from "../formula/design.ts";
import { type Expression, written } from "../formula/expression.ts";
import { parseFormula, type Terms } from "../formula/formula.ts";
import { evaluate, type Frame, rowCount, rowsOfFrame } from "../formula/frame.ts";
import { type NestedLevel, nestedLevels } from "./autoregressive-levels.ts";
import { mixedModelOf, type RandomEffectsTerm } from "./model.ts";

/** Whose residuals follow one another, and by which whole-numbered column; null takes the order of the rows. */
export interface SeriesOrder {
  readonly group: string;
  readonly order: string | null;
}

/** What a mixed model with serially correlated residuals is fitted to: rows by series, each series in its order. */
export interface SeriesData {
  readonly kind: "series";
  readonly formula: string;
  readonly series: SeriesOrder;
  readonly design: Design;
  /** X = QR over the rows. */
  readonly basis: Matrix;
  readonly triangle: Matrix;
  readonly outcome: readonly number[];
  /** Outermost first; empty where the formula has no random term. */
  readonly levels: readonly NestedLevel[];
  /** For each row, how many places after the row before it; 0 begins a series. */
  readonly gaps: readonly number[];
  readonly seriesCount: number;
  /** Rows of the frame that were left out because something was missing. */
  readonly left: number;
}

export interface SeriesRefused {
  readonly kind: "refused";
  readonly reason: string;
}

/**
 * Reads a formula such as `score ~ session + (session | client)` over a frame. Rows with anything missing are left
 * out. What the model has no answer for is refused with the reason; a formula that names no column throws.
 */
export function seriesData(text: string, frame: Frame, series: SeriesOrder): SeriesData | SeriesRefused {
  const model = modelOf(text);
  const needed = [
    series.group,
    ...(series.order === null ? [] : [series.order]),
    ...model.random.flatMap(({ columns }) => columns),
  ];
  const known = rowsKnown(frame, model, needed);
  const inUse = rowsOfFrame(frame, known);
  if (known.length === 0) return refused("no row has a value in every column of the model");
  const places = series.order === null ? null : numbersIn(inUse, series.order);
  if (places?.some((place) => !Number.isInteger(place)))
    return refused(
      `the order ${series.order} has to be whole numbers, such as session numbers: lags are counted in them`,
    );
  const own = codesIn(inUse, series.group);
  const sorted = Array.from({ length: known.length }, (_, row) => row).sort(
    (a, b) => own.codes[a]! - own.codes[b]! || (places === null ? a - b : places[a]! - places[b]!),
  );
  const rows = rowsOfFrame(inUse, sorted);
  const gaps = sorted.map((row, i) => {
    const before = sorted[i - 1];
    if (before === undefined || own.codes[before] !== own.codes[row]) return 0;
    return places === null ? 1 : places[row]! - places[before]!;
  });
  const doubled = gaps.findIndex((gap, i) => i > 0 && gap === 0 && sameSeries(own.codes, sorted, i));
  if (doubled > 0)
    return refused(
      `${series.order} ${places![sorted[doubled]!]} stands twice in ${series.group} ` +
        `${own.levels[own.codes[sorted[doubled]!]!]}: each needs its own place in the series`,
    );
  if (gaps.every((gap) => gap === 0))
    return refused(`no ${series.group} has two rows, so nothing follows anything`);
  return withDesign(model, rows, series, gaps, own.levels.length, rowCount(frame) - known.length);
}

/** A model whose random part may be missing: residuals alone then carry the correlation. */
interface SeriesModel {
  readonly formula: string;
  readonly response: Expression;
  readonly fixed: Terms;
  readonly random: readonly RandomEffectsTerm[];
}

function modelOf(formula: string): SeriesModel {
  const { response, fixed, random } = parseFormula(formula);
  if (random.length > 0) return mixedModelOf(formula);
  if (response === undefined)
    throw new SyntaxError(`a model requires an outcome before ~, as in score ~ session: ${formula}`);
  return { formula, response, fixed, random: [] };
}

function withDesign(
  model: SeriesModel,
  rows: Frame,
  series: SeriesOrder,
  gaps: readonly number[],
  seriesCount: number,
  left: number,
): SeriesData | SeriesRefused {
  const design = designOf(model.fixed, rows);
  const outcome = outcomeOf(model.response, rows);
  if (outcome.every((value) => value === outcome[0]))
    return refused(`the outcome ${written(model.response)} is the same in every row`);
  const p = design.names.length;
  if (outcome.length <= p) return refused(`${outcome.length} rows cannot carry ${p} coefficients`);
  const decomposition = orthogonalBasis(design.matrix);
  if (decomposition.kind === "rank-deficient") {
    const names = decomposition.redundant.map((column) => design.names[column]).join(", ");
    return refused(`${names} follows from the predictors before it or is constant: leave it out`);
  }
  const levels = nestedLevels(model.random, rows, series.group);
  if (levels.kind === "refused") return levels;
  return {
    kind: "series",
    formula: model.formula,
    series,
    design,
    basis: p === 0 ? zeros(outcome.length, 0) : decomposition.basis,
    triangle: decomposition.triangle,
    outcome,
    levels: levels.levels,
    gaps,
    seriesCount,
    left,
  };
}

/** The rows in which every variable of the model is known. */
function rowsKnown(frame: Frame, model: SeriesModel, columns: readonly string[]): readonly number[] {
  const terms = [...model.fixed.terms, ...model.random.flatMap((term) => term.effects.terms)];
  const variables = [
    evaluate(model.response, frame),
    ...terms.flatMap((term) => term.variables.map((variable) => evaluate(variable, frame))),
    ...columns.map((name) => evaluate(factorCall(name), frame)),
  ];
  return Array.from({ length: rowCount(frame) }, (_, row) => row).filter((row) =>
    variables.every((variable) =>
      variable.kind === "numeric" ? Number.isFinite(variable.values[row]) : variable.codes[row]! >= 0,
    ),
  );
}

function outcomeOf(response: Expression, rows: Frame): readonly number[] {
  const variable = evaluate(response, rows);
  if (variable.kind === "numeric") return variable.values;
  throw new RangeError(
    `the outcome requires numbers, and ${written(response)} holds text: ${variable.levels[0] ?? "nothing"}`,
  );
}

function numbersIn(frame: Frame, name: string): readonly number[] {
  const variable = evaluate({ kind: "name", name }, frame);
  if (variable.kind === "numeric") return variable.values;
  throw new RangeError(`the order of a series requires numbers, and column ${name} holds text`);
}

function codesIn(frame: Frame, name: string): { codes: readonly number[]; levels: readonly string[] } {
  const variable = evaluate(factorCall(name), frame);
  if (variable.kind === "factor") return variable;
  throw new RangeError(`a series requires groups: ${name}`);
}

function factorCall(name: string): Expression {
  return { kind: "call", name: "factor", of: [{ kind: "name", name }] };
}

function sameSeries(codes: readonly number[], sorted: readonly number[], at: number): boolean {
  return codes[sorted[at]!] === codes[sorted[at - 1]!];
}

function refused(reason: string): SeriesRefused {
  return { kind: "refused", reason };
}
