import { entry, type Matrix } from "@concord/numerics";
import { type Expression, written } from "../../formula/expression.ts";
import { parseFormula, type Terms } from "../../formula/formula.ts";
import { evaluate, type Frame, rowCount } from "../../formula/frame.ts";
import { mixedModelOf, type RandomEffectsTerm } from "../model.ts";

/** A predictor taken apart: how a row departs from its group, or how the group departs from all rows. */
export interface CentredPart {
  readonly part: "within" | "between";
  /** The call as the formula has it, which is also the name of its column: `within(alliance)`. */
  readonly name: string;
  /** What was taken apart: `alliance`. */
  readonly variable: string;
  /** The columns that name the groups, the finest first. */
  readonly group: readonly string[];
}

export type CentredFrame =
  | { readonly kind: "centred"; readonly frame: Frame; readonly parts: readonly CentredPart[] }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * What of a predictor lies within a person and what between persons?
 *
 * `within(x)` is x less the mean of its group, `between(x)` that mean less the mean of all rows, so that the two add
 * to x less its mean and the intercept stays that of an average row. Groups are those of the lowest random term, or
 * named: `within(x, client)`; a call may be in a call: `within(between(x, client), therapist)`. Means are over every
 * row in which x is known, those without an outcome included. The frame comes back with a column for each call.
 *
 * Enders CK, Tofighi D (2007). Psychol Methods 12: 121–138; Curran PJ, Bauer DJ (2011). Annu Rev Psychol 62: 583–619.
 */
export function centredFrame(formula: string, frame: Frame): CentredFrame {
  const { fixed, random: bars } = parseFormula(formula);
  const random = bars.length === 0 ? [] : mixedModelOf(formula).random;
  const expressions = [fixed, ...random.map(({ effects }) => effects)].flatMap(variablesOf);
  let columns: Frame = frame;
  const parts: CentredPart[] = [];
  for (const call of expressions.flatMap(callsIn)) {
    const part = partOf(call, random, frame);
    if (parts.some(({ name }) => name === part.name)) continue;
    const variable = evaluate(call.of[0]!, columns);
    if (variable.kind === "factor")
      throw new RangeError(`${part.part} requires numbers, and ${part.variable} holds text`);
    const keys = groupKeys(part.group, frame);
    const values = part.part === "within" ? departures(variable.values, keys) : means(variable.values, keys);
    if (isNothing(values, variable.values)) return { kind: "refused", reason: nothingLeft(part) };
    columns = { ...columns, [part.name]: values.map((value) => (Number.isNaN(value) ? null : value)) };
    parts.push(part);
  }
  return { kind: "centred", frame: columns, parts };
}

type Call = Extract<Expression, { readonly kind: "call" }>;

function variablesOf({ terms }: Terms): readonly Expression[] {
  return terms.flatMap(({ variables }) => variables);
}

/** The calls of within and between, the innermost first. */
function callsIn(expression: Expression): readonly Call[] {
  switch (expression.kind) {
    case "number":
    case "name":
      return [];
    case "unary":
      return callsIn(expression.operand);
    case "parentheses":
      return callsIn(expression.inner);
    case "binary":
      return [...callsIn(expression.left), ...callsIn(expression.right)];
    case "call": {
      const own = expression.name === "within" || expression.name === "between" ? [expression] : [];
      return [...expression.of.flatMap(callsIn), ...own];
    }
  }
}

function partOf(call: Call, random: readonly RandomEffectsTerm[], frame: Frame): CentredPart {
  const [inner, group, ...more] = call.of;
  const name = written(call);
  if (inner === undefined || more.length > 0)
    throw new RangeError(
      `${call.name} requires a predictor and at most a group, as ${call.name}(x, client): ${name}`,
    );
  return {
    part: call.name === "within" ? "within" : "between",
    name,
    variable: written(inner),
    group: group === undefined ? lowestGroup(random, frame, name) : namesOf(group, name),
  };
}

function namesOf(group: Expression, call: string): readonly string[] {
  if (group.kind === "name") return [group.name];
  if (group.kind === "binary" && group.operator === ":")
    return [...namesOf(group.left, call), ...namesOf(group.right, call)];
  throw new RangeError(`a group requires the name of a column, or client:therapist: ${call}`);
}

/** The random factor with most groups, where every other one is constant within its groups. */
function lowestGroup(random: readonly RandomEffectsTerm[], frame: Frame, call: string): readonly string[] {
  const factors = new Map(random.map(({ factor, columns }) => [factor, columns]));
  const keyed = [...factors.values()].map((columns) => ({ columns, keys: groupKeys(columns, frame) }));
  keyed.sort((a, b) => new Set(b.keys).size - new Set(a.keys).size);
  const [lowest, ...others] = keyed;
  if (lowest === undefined)
    throw new RangeError(`${call} requires its group by name, as within(x, client): there is no random term`);
  const crossing = others.some(({ keys }) => {
    const parents = new Map<string, string>();
    return keys.some((key, row) => {
      const own = lowest.keys[row];
      if (own === null || own === undefined || key === null) return false;
      const known = parents.get(own);
      parents.set(own, key);
      return known !== undefined && known !== key;
    });
  });
  if (crossing)
    throw new RangeError(
      `${call} requires its group by name, as within(x, client): ${[...factors.keys()].join(" and ")} cross`,
    );
  return lowest.columns;
}

/** One text for each row's group, null where a part of it is missing. */
function groupKeys(columns: readonly string[], frame: Frame): readonly (string | null)[] {
  const factors = columns
    .map((name) => evaluate({ kind: "call", name: "factor", of: [{ kind: "name", name }] }, frame))
    .filter((factor) => factor.kind === "factor");
  return Array.from({ length: rowCount(frame) }, (_, row) => {
    const codes = factors.map(({ codes }) => codes[row]!);
    return codes.some((code) => code < 0) ? null : codes.join(":");
  });
}

function departures(values: readonly number[], keys: readonly (string | null)[]): readonly number[] {
  const own = groupMeans(values, keys);
  return values.map((value, row) => value - (own.get(keys[row] ?? null) ?? Number.NaN));
}

function means(values: readonly number[], keys: readonly (string | null)[]): readonly number[] {
  const own = groupMeans(values, keys);
  const all = meanOf(values.filter((value, row) => !Number.isNaN(value) && keys[row] !== null));
  return keys.map((key) => (own.get(key) ?? Number.NaN) - all);
}

function groupMeans(
  values: readonly number[],
  keys: readonly (string | null)[],
): ReadonlyMap<string | null, number> {
  const rows = new Map<string, number[]>();
  values.forEach((value, row) => {
    const key = keys[row] ?? null;
    if (key === null || Number.isNaN(value)) return;
    const own = rows.get(key) ?? [];
    own.push(value);
    rows.set(key, own);
  });
  return new Map([...rows].map(([key, own]) => [key, meanOf(own)]));
}

/** From the first value on, so that the mean of equal values is that value to the last digit. */
function meanOf(values: readonly number[]): number {
  const first = values[0] ?? Number.NaN;
  return first + values.reduce((total, value) => total + (value - first), 0) / values.length;
}

function isNothing(part: readonly number[], values: readonly number[]): boolean {
  const size = (list: readonly number[]) =>
    list.reduce((most, value) => (Number.isNaN(value) ? most : Math.max(most, Math.abs(value))), 0);
  return size(part) <= 1e-12 * size(values);
}

function nothingLeft({ part, name, variable, group }: CentredPart): string {
  const groups = group.join(":");
  return part === "within"
    ? `${name} is zero in every row: ${variable} does not vary within ${groups}`
    : `${name} is zero in every row: every ${groups} has the same mean of ${variable}`;
}

/** What being among others who have more of a predictor adds to having more of it oneself. */
export interface ContextualEffect {
  readonly variable: string;
  /** Per unit of departure from the own group's mean, and per unit by which groups' means differ. */
  readonly within: number;
  readonly between: number;
  readonly estimate: number;
  readonly standardError: number;
  /** The weights of the fixed effects that make it, for tests of the same combination. */
  readonly weights: readonly number[];
}

/** What is needed of a fit, serially correlated or not: its fixed effects and their covariance. */
export interface FixedPartOfFit {
  readonly fixed: readonly { readonly name: string; readonly estimate: number }[];
  readonly covariance: Matrix;
}

/**
 * Do persons who are higher on average differ by more, or by less, than a person does from one session to the next?
 *
 * The contextual effect is the between effect less the within effect. Where the formula has `within(x)` and
 * `between(x)` it is their difference, with variance V_bb + V_ww − 2V_bw; where it has x itself beside `between(x)`, it
 * is the coefficient of the latter (Enders and Tofighi 2007, eq. 9–12). Variables of which the model lacks a part, or
 * has the part only inside an interaction, have none.
 *
 * Enders CK, Tofighi D (2007). Psychol Methods 12: 121–138.
 */
export function contextualEffects(
  fit: FixedPartOfFit,
  parts: readonly CentredPart[],
): readonly ContextualEffect[] {
  const placeOf = (name: string) => fit.fixed.findIndex((effect) => effect.name === name);
  return parts.flatMap((part) => {
    if (part.part !== "between") return [];
    const between = placeOf(part.name);
    const twin = parts.find(
      (other) =>
        other.part === "within" &&
        other.variable === part.variable &&
        other.group.join(":") === part.group.join(":"),
    );
    const within = placeOf(twin?.name ?? part.variable);
    if (between < 0 || within < 0) return [];
    const weights: readonly number[] = fit.fixed.map((_, j) =>
      j === between ? 1 : j === within && twin !== undefined ? -1 : 0,
    );
    const estimate = weights.reduce((total, weight, j) => total + weight * fit.fixed[j]!.estimate, 0);
    const own = fit.fixed[within]!.estimate;
    let variance = 0;
    weights.forEach((a, i) => {
      weights.forEach((b, j) => {
        variance += a * b * entry(fit.covariance, i, j);
      });
    });
    return [
      {
        variable: part.variable,
        within: own,
        between: own + estimate,
        estimate,
        standardError: Math.sqrt(variance),
        weights,
      },
    ];
  });
}
