import { type Matrix, orthogonalBasis, zeros } from "@concord/numerics";
import { type Design, designOf } from "../../formula/design.ts";
import { type Expression, written } from "../../formula/expression.ts";
import { parseFormula, type Terms } from "../../formula/formula.ts";
import { evaluate, type Frame, rowCount, rowsOfFrame } from "../../formula/frame.ts";
import { inverseSmall } from "../elimination/blocks.ts";
import { mixedModelOf, type RandomEffectsTerm } from "../model.ts";

/** Effects that vary together over the groups of a level. */
export interface EffectBlock {
  readonly names: readonly string[];
  readonly columns: readonly (readonly number[])[];
}

/** One level of a nesting: which group each row belongs to, and the blocks of effects that vary over the groups. */
export interface NestedLevel {
  readonly name: string;
  readonly labels: readonly string[];
  readonly codes: readonly number[];
  readonly blocks: readonly EffectBlock[];
}

export type NestedLevels =
  | { readonly kind: "nested"; readonly levels: readonly NestedLevel[] }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * The levels of the random terms, outermost first. Every group has to lie in one group of each level above, and every
 * series in one group of the lowest level: residuals correlated within a series say nothing between groups that cross.
 */
function nestedLevels(random: readonly RandomEffectsTerm[], rows: Frame, series: string): NestedLevels {
  const found = new Map<string, Groups & { readonly blocks: EffectBlock[] }>();
  for (const term of random) {
    const design = designOf(term.effects, rows);
    const count = design.names.length;
    if (count === 0) return { kind: "refused", reason: "a random term has no effect: write (1 | group)" };
    const level = found.get(term.factor) ?? { ...groupsOf(term.columns.toReversed(), rows), blocks: [] };
    found.set(term.factor, level);
    level.blocks.push({
      names: design.names,
      columns: design.names.map((_, j) =>
        Array.from({ length: design.matrix.rows }, (_, i) => design.matrix.values[i * count + j]!),
      ),
    });
  }
  const levels = [...found].map(([name, level]) => ({ name, ...level }));
  levels.sort((a, b) => a.labels.length - b.labels.length);
  for (const level of levels) {
    const effects = level.blocks.reduce((total, { names }) => total + names.length, 0);
    if (level.labels.length < 2)
      return { kind: "refused", reason: `${level.name} has one group only: a variance needs two or more` };
    if (level.labels.length * effects >= rowCount(rows))
      return {
        kind: "refused",
        reason: `${level.labels.length} groups of ${level.name} with ${effects} effect${effects === 1 ? "" : "s"} each ask for as much as ${rowCount(rows)} rows have: drop an effect`,
      };
  }
  const chain = [...levels, { name: series, ...groupsOf([series], rows) }];
  for (let i = 1; i < chain.length; i++) {
    const crossing = crossingOf(chain[i - 1]!, chain[i]!);
    if (crossing !== undefined) return { kind: "refused", reason: crossing };
  }
  return { kind: "nested", levels };
}

interface Groups {
  readonly labels: readonly string[];
  readonly codes: readonly number[];
}

/** The groups that columns name together: a client is counted separately under each therapist. */
function groupsOf(columns: readonly string[], rows: Frame): Groups {
  const factors = columns
    .map((name) => evaluate({ kind: "call", name: "factor", of: [{ kind: "name", name }] }, rows))
    .filter((factor) => factor.kind === "factor");
  const places = new Map<string, { readonly codes: readonly number[]; readonly rows: number[] }>();
  for (let row = 0; row < rowCount(rows); row++) {
    const codes = factors.map((factor) => factor.codes[row]!);
    const key = codes.join(",");
    const place = places.get(key) ?? { codes, rows: [] };
    place.rows.push(row);
    places.set(key, place);
  }
  const ordered = [...places.values()].sort((a, b) => {
    const differs = a.codes.findIndex((code, i) => code !== b.codes[i]);
    return differs < 0 ? 0 : a.codes[differs]! - b.codes[differs]!;
  });
  const codes = new Array<number>(rowCount(rows)).fill(0);
  ordered.forEach((place, code) => {
    for (const row of place.rows) codes[row] = code;
  });
  const labels = ordered.map((place) => place.codes.map((code, i) => factors[i]!.levels[code]!).join("/"));
  return { labels, codes };
}

function crossingOf(
  outer: Groups & { readonly name: string },
  inner: Groups & { readonly name: string },
): string | undefined {
  const parents = new Map<number, number>();
  for (let row = 0; row < inner.codes.length; row++) {
    const parent = parents.get(inner.codes[row]!);
    if (parent !== undefined && parent !== outer.codes[row])
      return (
        `${inner.name} ${inner.labels[inner.codes[row]!]} belongs to more than one ${outer.name}: ` +
        "serially correlated residuals need groups that nest"
      );
    parents.set(inner.codes[row]!, outer.codes[row]!);
  }
  return undefined;
}

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

/** Sums over the pairs of neighbours of one group that lie the same gap apart; gap 0 holds first rows alone. */
export interface GapSums {
  readonly gap: number;
  /** Σ wₜwₜᵀ over the later rows, Σ (wₜwₛᵀ + wₛwₜᵀ), and Σ wₛwₛᵀ over the rows before them. */
  readonly later: Float64Array;
  readonly crossed: Float64Array;
  readonly earlier: Float64Array;
}

/** All that the likelihood needs of the rows, whatever the correlation: it costs groups and gaps, not rows. */
export interface SeriesSums {
  readonly rows: number;
  /** Random effects from the lowest level up, then the basis of the fixed effects, then the outcome. */
  readonly width: number;
  readonly fixed: number;
  /** For each group of the lowest level. */
  readonly groups: readonly (readonly GapSums[])[];
  /** How many pairs lie a gap apart, over all groups. */
  readonly pairs: ReadonlyMap<number, number>;
  /** For each level from the lowest: B, by which effects of the computation are turned into those of the data. */
  readonly backs: readonly Float64Array[];
  /** Coefficients of the basis that were taken off the outcome, so that sums of squares keep their digits. */
  readonly taken: readonly number[];
  /** For each level from the lowest: its number of groups, and the group above for each. */
  readonly parents: readonly (readonly number[])[];
}

/**
 * One pass over the rows. With w the row of all columns and d the gap to the row before, an AR(1) residual is made
 * independent by (wₜ − φᵈwₛ)/√(1 − φ²ᵈ), whose sums of products are combinations of three sums that φ does not enter.
 *
 * Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS, 5.3.
 */
export function seriesSums(data: SeriesData): SeriesSums {
  const rows = data.outcome.length;
  const fixed = data.basis.columns;
  const lowestFirst = [...data.levels].reverse();
  const turned = lowestFirst.map((level) => level.blocks.map((block) => turnedEffects(block, rows)));
  const random = turned.flatMap((blocks) => blocks.flatMap(({ columns }) => columns));
  const width = random.length + fixed + 1;
  const taken = Array.from({ length: fixed }, (_, j) =>
    data.outcome.reduce((total, y, i) => total + y * data.basis.values[i * fixed + j]!, 0),
  );
  const stretch = Math.sqrt(rows);
  const fill = (row: number, into: Float64Array) => {
    random.forEach((column, j) => {
      into[j] = column[row]!;
    });
    let rest = data.outcome[row]!;
    for (let j = 0; j < fixed; j++) {
      const value = data.basis.values[row * fixed + j]!;
      into[random.length + j] = value * stretch;
      rest -= value * taken[j]!;
    }
    into[width - 1] = rest;
  };

  const lowest = lowestFirst[0];
  const groups: Map<number, GapSums>[] = Array.from({ length: lowest?.labels.length ?? 1 }, () => new Map());
  const pairs = new Map<number, number>();
  let current = new Float64Array(width);
  let before = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    fill(row, current);
    const gap = data.gaps[row]!;
    const group = groups[lowest?.codes[row] ?? 0]!;
    const sums = group.get(gap) ?? emptySums(gap, width);
    group.set(gap, sums);
    addProducts(sums.later, current, current, width);
    if (gap > 0) {
      addProducts(sums.crossed, current, before, width);
      addProducts(sums.crossed, before, current, width);
      addProducts(sums.earlier, before, before, width);
      pairs.set(gap, (pairs.get(gap) ?? 0) + 1);
    }
    [before, current] = [current, before];
  }
  return {
    rows,
    width,
    fixed,
    groups: groups.map((group) => [...group.values()]),
    pairs,
    backs: turned.map(besideEachOther),
    taken,
    parents: lowestFirst.map((level, i) => {
      const above = lowestFirst[i + 1];
      const parent = new Array<number>(level.labels.length).fill(0);
      if (above !== undefined)
        level.codes.forEach((code, row) => {
          parent[code] = above.codes[row]!;
        });
      return parent;
    }),
  };
}

interface TurnedEffects {
  readonly columns: readonly ArrayLike<number>[];
  /** Row after row: effects in the columns as they were from those in these columns. */
  readonly back: Float64Array;
}

/**
 * The columns of a block of unit mean square and, where it has an intercept, orthogonal: the same model, in which no
 * origin or unit of a predictor is left.
 */
function turnedEffects({ names, columns }: EffectBlock, rows: number): TurnedEffects {
  const q = columns.length;
  const stretch = Math.sqrt(rows);
  if (names.includes("(Intercept)")) {
    const values = new Float64Array(rows * q);
    columns.forEach((column, j) => {
      column.forEach((value, row) => {
        values[row * q + j] = value;
      });
    });
    const found = orthogonalBasis({ rows, columns: q, values });
    if (found.kind === "full-rank") {
      const back = inverseSmall(found.triangle.values, q).map((value) => value * stretch);
      const column = (j: number) =>
        Float64Array.from({ length: rows }, (_, row) => found.basis.values[row * q + j]! * stretch);
      return { columns: columns.map((_, j) => column(j)), back };
    }
  }
  const back = new Float64Array(q * q);
  return {
    columns: columns.map((column, j) => {
      const size = Math.sqrt(column.reduce((total, x) => total + x * x, 0) / rows) || 1;
      back[j * q + j] = 1 / size;
      return column.map((value) => value / size);
    }),
    back,
  };
}

/** The blocks of a level along the diagonal of one matrix. */
function besideEachOther(blocks: readonly TurnedEffects[]): Float64Array {
  const size = blocks.reduce((total, { columns }) => total + columns.length, 0);
  const whole = new Float64Array(size * size);
  let from = 0;
  for (const { columns, back } of blocks) {
    const q = columns.length;
    back.forEach((value, at) => {
      whole[(from + Math.floor(at / q)) * size + from + (at % q)] = value;
    });
    from += q;
  }
  return whole;
}

function emptySums(gap: number, width: number): GapSums {
  const size = width * width;
  const none = new Float64Array(0);
  return {
    gap,
    later: new Float64Array(size),
    crossed: gap === 0 ? none : new Float64Array(size),
    earlier: gap === 0 ? none : new Float64Array(size),
  };
}

function addProducts(into: Float64Array, a: Float64Array, b: Float64Array, width: number): void {
  for (let i = 0; i < width; i++) {
    const factor = a[i]!;
    if (factor === 0) continue;
    for (let j = 0; j < width; j++) into[i * width + j]! += factor * b[j]!;
  }
}
