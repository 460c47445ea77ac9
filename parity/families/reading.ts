import type { Column, Frame } from "@concord/statistics/formula";
import type { Ask, Columns } from "../question.ts";
import { columnScope } from "../r/base.ts";
import type { Functions } from "../r/evaluate.ts";
import { match, numbers, texts, truth } from "../r/evaluate.ts";
import type { Given } from "../r/syntax.ts";
import {
  type Argument,
  type Atom,
  type Model,
  NotUnderstood,
  NULL,
  ofResult,
  refuseFailed,
  type Scope,
  type Value,
} from "../r/value.ts";

/** The functions of R that one part of Concord stands for. */
export interface Family {
  readonly ofValues?: Functions["ofValues"];
  readonly ofCode?: Functions["ofCode"];
  /** By the family of a model: what `$` takes out of it. */
  readonly fields?: Readonly<Record<string, (model: Model, name: string) => Value>>;
  /** By the family of a model: what a function makes of it, as `coef` or `anova`. */
  readonly generic?: Readonly<Record<string, Readonly<Record<string, Functions["ofValues"][string]>>>>;
}

export type MakeFamily = (ask: Ask) => Family;

export type Named = Readonly<Record<string, Value>>;

/** Arguments by the names of parameters; an argument of another name is refused, since it may change the result. */
export function parameters(
  fn: string,
  names: readonly string[],
  given: readonly Argument[],
  ignored: readonly string[] = [],
): Named {
  const { named, rest } = match([...names, ...ignored], given);
  const unknown = rest[0];
  if (unknown !== undefined)
    throw new NotUnderstood(`the argument ${unknown.name ?? "without a name"} of ${fn}() is not known`);
  return named;
}

/** The same for arguments that name columns of `data`. */
export function parametersOver(
  fn: string,
  names: readonly string[],
  given: readonly Given[],
  scope: Scope,
  r: { evaluate: (node: NonNullable<Given["value"]>, scope: Scope) => Value },
  ignored: readonly string[] = [],
): Named {
  const data = given.find(({ name }) => name === "data");
  const own = data?.value == null ? NULL : r.evaluate(data.value, scope);
  const inner = own.kind === "list" ? columnScope(own, scope) : scope;
  const values = given.flatMap(({ name, value }): readonly Argument[] => {
    if (value === null) return [];
    if (name !== null && ignored.includes(name)) return [];
    return [{ name, value: name === "data" ? own : r.evaluate(value, inner) }];
  });
  return parameters(fn, names, values);
}

export function text(value: Value | undefined, usual: string): string {
  return value === undefined || value.kind === "null" ? usual : (texts(value)[0] ?? usual);
}

export function flag(value: Value | undefined, usual: boolean): boolean {
  return value === undefined || value.kind === "null" ? usual : truth(value);
}

export function number(value: Value | undefined): number | undefined {
  return value === undefined || value.kind === "null" ? undefined : numbers(value)[0];
}

export function optionalNumbers(value: Value | undefined): readonly (number | null)[] | undefined {
  if (value === undefined || value.kind === "null") return undefined;
  return numbers(value).map((one) => (Number.isNaN(one) ? null : one));
}

/** A data frame as columns; what is true or false is text, as R makes a factor of it in a model. */
export function frameOf(value: Value | undefined): Columns {
  if (value === undefined || value.kind !== "list") throw new NotUnderstood("a data frame is expected");
  const columns: Record<string, readonly (number | string | null)[]> = {};
  value.values.forEach((column, i) => {
    if (column.kind !== "vector" || column.dimensions !== undefined) return;
    columns[value.names?.[i] ?? `V${i + 1}`] = columnOf(column.values);
  });
  return columns;
}

export function columnOf(values: readonly Atom[]): readonly (number | string | null)[] {
  return values.map((one) =>
    typeof one === "boolean"
      ? String(one).toUpperCase()
      : typeof one === "number" && Number.isNaN(one)
        ? null
        : one,
  );
}

/** The columns that a text names, such as a formula. */
export function columnsNamed(frame: Frame, ...formulas: readonly string[]): Columns {
  const all = formulas.join(" ");
  const words = new Set(all.match(/[\p{L}.][\p{L}\p{N}._]*/gu) ?? []);
  return Object.fromEntries(
    Object.entries(frame).filter(([name]) => words.has(name) || all.includes(name)),
  ) as Columns;
}

export function formulaText(value: Value | undefined): string {
  if (value?.kind === "formula") return value.text;
  if (value?.kind === "vector" && typeof value.values[0] === "string") return value.values[0];
  throw new NotUnderstood("a formula is expected");
}

export function modelOf<T>(value: Value | undefined, family: string): T {
  if (value?.kind === "failed") refuseFailed(value);
  if (value?.kind !== "model" || value.family !== family)
    throw new NotUnderstood(
      `a model of ${family} is expected, and a ${value?.kind === "model" ? value.family : (value?.kind ?? "missing value")} is given`,
    );
  return value.request as T;
}

/** A block of terms without what R was asked to leave out; `keys` are names of R's results. */
export function terms(value: unknown): Value {
  return ofResult(value);
}

export function at(printed: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (own, key) =>
      typeof own === "object" && own !== null ? (own as Readonly<Record<string, unknown>>)[key] : undefined,
    printed,
  );
}

/** Each question is put once for each model. */
export function remembered<T extends object, R>(of: (request: T) => R): (request: T) => R {
  const known = new WeakMap<T, R>();
  return (request) => {
    if (!known.has(request)) known.set(request, of(request));
    return known.get(request)!;
  };
}

/** Texts that a table reader would take for numbers. */
export function isTextOfNumbers(column: Column): boolean {
  const known = column.filter((one) => one !== null);
  return (
    known.length > 0 &&
    known.every((one) => typeof one === "string" && one.trim() !== "" && Number.isFinite(Number(one)))
  );
}

function factorsIn(formula: string, frame: Frame): readonly string[] {
  return Object.keys(frame).filter((name) => isTextOfNumbers(frame[name]!) && isNamed(formula, name));
}

function isNamed(formula: string, name: string): boolean {
  return formula
    .replace(/factor\([^)]*\)/g, "")
    .split(/[^\p{L}\p{N}._]+/u)
    .includes(name);
}

/** A formula for the command line: texts that look like numbers are factors. */
export function asFactors(formula: string, frame: Frame): string {
  const names = factorsIn(formula, frame);
  return formula.replace(/[\p{L}.][\p{L}\p{N}._]*/gu, (word) =>
    names.includes(word) ? `factor(${word})` : word,
  );
}

/** What was printed, with terms under the names that R gives them. */
export function withoutFactors(printed: unknown, formula: string, frame: Frame): unknown {
  const names = factorsIn(formula, frame);
  if (names.length === 0) return printed;
  const text = names.reduce((own, name) => own.replaceAll(`factor(${name})`, name), JSON.stringify(printed));
  return JSON.parse(text) as unknown;
}
