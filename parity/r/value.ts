import type { Node, Parameter } from "./syntax.ts";

export type Atom = number | string | boolean | null;

/** A vector, with dimensions also a matrix (by columns). `ours`: some of it was computed by Concord. */
export interface Vector {
  readonly kind: "vector";
  readonly values: readonly Atom[];
  readonly names?: readonly string[] | undefined;
  readonly dimensions?: readonly [number, number] | undefined;
  readonly columnNames?: readonly string[] | undefined;
  readonly ours: boolean;
}

export interface List {
  readonly kind: "list";
  readonly values: readonly Value[];
  readonly names?: readonly string[] | undefined;
  readonly isFrame?: boolean | undefined;
  /** What a frame of effect sizes was made from. */
  readonly effects?: unknown;
}

export interface Closure {
  readonly kind: "closure";
  readonly parameters: readonly Parameter[];
  readonly body: Node;
  readonly scope: Scope;
}

export interface Formula {
  readonly kind: "formula";
  readonly text: string;
}

/** A model that has been asked for; what it comes to is computed when a result is taken out of it. */
export interface Model {
  readonly kind: "model";
  readonly family: string;
  readonly request: unknown;
}

/** A value that could not be computed: why. */
export interface Failed {
  readonly kind: "failed";
  readonly reason: string;
  /** There is no counterpart: left out, and no fault. */
  readonly isLeftOut?: boolean;
}

export interface Builtin {
  readonly kind: "builtin";
  readonly name: string;
}

export type Value = Vector | List | Closure | Formula | Model | Failed | Builtin | { readonly kind: "null" };

export const NULL: Value = { kind: "null" };

/** Names with their values, and the scope around them. */
export class Scope {
  private readonly own = new Map<string, Value>();
  readonly around: Scope | null;
  rest: readonly Argument[] = [];

  constructor(around: Scope | null = null) {
    this.around = around;
  }

  get(name: string): Value | undefined {
    return this.own.get(name) ?? this.around?.get(name);
  }

  set(name: string, value: Value): void {
    this.own.set(name, value);
  }

  restArguments(): readonly Argument[] {
    return this.rest.length > 0 || this.around === null ? this.rest : this.around.restArguments();
  }
}

/** An argument that has been evaluated. */
export interface Argument {
  readonly name: string | null;
  readonly value: Value;
}

/** R code that this reader does not know, in a case that may be right. */
export class NotUnderstood extends Error {
  override readonly name = "NotUnderstood";
}

/** No counterpart in Concord: what needs it is left out, with this reason. */
export class NoCounterpart extends Error {
  override readonly name = "NoCounterpart";
}

/** A value that is not there, by what was thrown. */
export function failedBy(error: unknown): Failed {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "failed", reason, ...(error instanceof NoCounterpart ? { isLeftOut: true } : {}) };
}

/** Throws why a value is not there. */
export function refuseFailed({ reason, isLeftOut }: Failed): never {
  throw isLeftOut === true ? new NoCounterpart(reason) : new NotUnderstood(reason);
}

export function vector(values: readonly Atom[], ours = false, names?: readonly string[]): Vector {
  return { kind: "vector", values, ours, ...(names === undefined ? {} : { names }) };
}

export function list(entries: Readonly<Record<string, Value>>, isFrame = false): List {
  return { kind: "list", values: Object.values(entries), names: Object.keys(entries), isFrame };
}

/** A result of Concord, as R would hold it. */
export function ofResult(value: unknown): Value {
  if (value === null || value === undefined) return vector([null], true);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return vector([value], true);
  if (ArrayBuffer.isView(value)) return vector(Array.from(value as Float64Array), true);
  if (Array.isArray(value)) {
    const plain = value.every((one) => typeof one !== "object" || one === null);
    if (plain) return vector(value as Atom[], true);
    const rows = value as readonly (readonly Atom[])[];
    const width = Array.isArray(rows[0]) ? rows[0].length : -1;
    if (width >= 0 && rows.every((row) => Array.isArray(row) && row.length === width))
      return matrix(rows, true);
    return { kind: "list", values: value.map(ofResult) };
  }
  return list(Object.fromEntries(Object.entries(value).map(([name, own]) => [name, ofResult(own)])));
}

export function matrix(rows: readonly (readonly Atom[])[], ours = false): Vector {
  const width = rows[0]?.length ?? 0;
  const values = Array.from({ length: width }, (_, j) => rows.map((row) => row[j]!)).flat();
  return { kind: "vector", values, ours, dimensions: [rows.length, width] };
}

/** Stands where R's own arithmetic, and nothing of Concord, gave the value. */
export const ONLY_ARITHMETIC = Symbol("only arithmetic");

/** What a case's `expected` is compared with: plain values, Failed where nothing came of it. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case "null":
      return null;
    case "failed":
      return value;
    case "vector": {
      const own = value.values.map((one) => (value.ours ? one : ONLY_ARITHMETIC));
      if (value.dimensions !== undefined) {
        const [rows, columns] = value.dimensions;
        return Array.from({ length: rows }, (_, i) =>
          Array.from({ length: columns }, (_, j) => own[j * rows + i]),
        );
      }
      if (value.names !== undefined) return Object.fromEntries(value.names.map((name, i) => [name, own[i]]));
      return own.length === 1 ? new Single(own[0], own) : own;
    }
    case "list":
      return value.names === undefined
        ? value.values.map(plain)
        : Object.fromEntries(value.names.map((name, i) => [name, plain(value.values[i]!)]));
    default:
      return { kind: "failed", reason: `a ${value.kind} is no result` };
  }
}

/** A vector of one: R writes it as a number or as a list of one. */
export class Single {
  readonly value: unknown;
  readonly list: readonly unknown[];

  constructor(value: unknown, list: readonly unknown[]) {
    this.value = value;
    this.list = list;
  }
}
