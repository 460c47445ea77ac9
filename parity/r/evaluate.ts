import type { Given, Node } from "./syntax.ts";
import {
  type Argument,
  type Atom,
  type Closure,
  type Formula,
  failedBy,
  type List,
  type Model,
  NotUnderstood,
  NULL,
  refuseFailed,
  Scope,
  type Value,
  type Vector,
  vector,
} from "./value.ts";

/** A function of R that this reader knows: of values, or of code and where it stands. */
export interface Functions {
  readonly ofValues: Readonly<Record<string, (given: readonly Argument[], r: Evaluator) => Value>>;
  readonly ofCode: Readonly<Record<string, (given: readonly Given[], scope: Scope, r: Evaluator) => Value>>;
  /** What `$` takes out of a model. */
  readonly field: (model: Model, name: string) => Value;
}

/** Evaluates the small part of R in which reference cases are written. What it does not know it refuses by name. */
export class Evaluator {
  readonly text: string;
  private readonly functions: Functions;
  private depth = 0;

  constructor(text: string, functions: Functions) {
    this.text = text;
    this.functions = functions;
  }

  program(code: readonly Node[], scope: Scope): Value {
    let last: Value = NULL;
    for (const node of code) last = this.evaluate(node, scope);
    return last;
  }

  evaluate(node: Node, scope: Scope): Value {
    switch (node.kind) {
      case "number":
      case "string":
        return vector([node.value]);
      case "constant":
        return node.value === "NULL" ? NULL : vector([node.value]);
      case "name":
        return this.valueOf(node.name, scope);
      case "function":
        return { kind: "closure", parameters: node.parameters, body: node.body, scope };
      case "call":
        return this.call(node, scope);
    }
  }

  private valueOf(name: string, scope: Scope): Value {
    const found = scope.get(name);
    if (found !== undefined) {
      if (found.kind === "failed") refuseFailed(found);
      return found;
    }
    if (name === "pi") return vector([Math.PI]);
    if (name === "letters") return vector([..."abcdefghijklmnopqrstuvwxyz"]);
    if (this.isFunction(name)) return { kind: "builtin", name };
    throw new NotUnderstood(`the name ${name} is not known`);
  }

  isFunction(name: string): boolean {
    return (
      Object.hasOwn(this.functions.ofValues, name) ||
      Object.hasOwn(this.functions.ofCode, name) ||
      Object.hasOwn(OPERATORS, name)
    );
  }

  private call(node: Extract<Node, { kind: "call" }>, scope: Scope): Value {
    const { called, given } = node;
    const name = calledName(called);
    if (name === null) return this.apply(this.evaluate(called, scope), this.arguments(given, scope));
    const own = scope.get(name);
    if (own !== undefined && (own.kind === "closure" || own.kind === "builtin"))
      return this.apply(own, this.arguments(given, scope));
    if (name === "~") return this.formula(node);
    const form = FORMS[name];
    if (form !== undefined) return form(given, scope, this);
    const ofCode = Object.hasOwn(this.functions.ofCode, name) ? this.functions.ofCode[name] : undefined;
    if (ofCode !== undefined) return ofCode(this.spread(given, scope), scope, this);
    return this.apply({ kind: "builtin", name }, this.arguments(given, scope));
  }

  /** `...` among code: the values it stands for, under names of their own. */
  private spread(given: readonly Given[], scope: Scope): readonly Given[] {
    return given.flatMap((one): readonly Given[] => {
      if (one.value?.kind !== "name" || one.value.name !== "...") return [one];
      return scope.restArguments().map(({ name, value }, i) => {
        const own = `..${i + 1}`;
        scope.set(own, value);
        return { name, value: { kind: "name", name: own, from: 0, to: 0 } };
      });
    });
  }

  private formula(node: Node): Formula {
    return { kind: "formula", text: this.text.slice(node.from, node.to).replace(/\s+/g, " ") };
  }

  arguments(given: readonly Given[], scope: Scope): readonly Argument[] {
    return this.spread(given, scope).map(({ name, value }) => ({
      name,
      value: value === null ? MISSING : this.evaluate(value, scope),
    }));
  }

  apply(fn: Value, given: readonly Argument[]): Value {
    if (++this.depth > 200) throw new NotUnderstood("the code calls itself without end");
    try {
      if (fn.kind === "closure") return this.applyClosure(fn, given);
      if (fn.kind === "builtin") {
        const known = Object.hasOwn(this.functions.ofValues, fn.name)
          ? this.functions.ofValues[fn.name]
          : undefined;
        if (known !== undefined) return known(given, this);
        const operator = Object.hasOwn(OPERATORS, fn.name) ? OPERATORS[fn.name] : undefined;
        if (operator !== undefined) return operator(given, this);
        if (Object.hasOwn(this.functions.ofCode, fn.name)) return this.applyOfCode(fn.name, given);
        throw new NotUnderstood(`the function ${fn.name}() is not known`);
      }
      throw new NotUnderstood(`a ${fn.kind} is no function`);
    } finally {
      this.depth--;
    }
  }

  /** A function of code, given values: each under a name of its own. */
  private applyOfCode(name: string, given: readonly Argument[]): Value {
    const scope = new Scope();
    const code = given.map((one, i): Given => {
      scope.set(`..${i}`, one.value);
      return { name: one.name, value: { kind: "name", name: `..${i}`, from: 0, to: 0 } };
    });
    return this.functions.ofCode[name]!(code, scope, this);
  }

  private applyClosure({ parameters, body, scope }: Closure, given: readonly Argument[]): Value {
    const own = new Scope(scope);
    const matched = match(
      parameters.map(({ name }) => name),
      given,
    );
    own.rest = matched.rest;
    for (const { name, default: usual } of parameters) {
      if (name === "...") continue;
      const value = matched.named[name];
      if (value !== undefined) own.set(name, value);
      else if (usual !== null) own.set(name, this.evaluate(usual, own));
    }
    try {
      return this.evaluate(body, own);
    } catch (error) {
      if (error instanceof Returned) return error.value;
      throw error;
    }
  }

  field(value: Value, name: string): Value {
    if (value.kind === "model") return this.functions.field(value, name);
    if (value.kind === "list") {
      const names = value.names ?? [];
      const at = names.indexOf(name);
      const near = at >= 0 ? at : onlyIndex(names, (one) => one.startsWith(name));
      const found = near < 0 ? NULL : value.values[near]!;
      if (found.kind === "failed") refuseFailed(found);
      return found;
    }
    if (value.kind === "null") return NULL;
    throw new NotUnderstood(`$${name} of a ${value.kind}`);
  }
}

const MISSING: Value = { kind: "failed", reason: "an argument is missing" };

class Returned extends Error {
  readonly value: Value;
  constructor(value: Value) {
    super("return");
    this.value = value;
  }
}

function onlyIndex(names: readonly string[], is: (name: string) => boolean): number {
  const found = names.flatMap((name, i) => (is(name) ? [i] : []));
  return found.length === 1 ? found[0]! : -1;
}

/** Arguments under the names of parameters: by full name, by beginning, then by place. */
export function match(
  parameters: readonly string[],
  given: readonly Argument[],
): { readonly named: Readonly<Record<string, Value>>; readonly rest: readonly Argument[] } {
  const named: Record<string, Value> = {};
  const left: Argument[] = [];
  const before = parameters.includes("...") ? parameters.slice(0, parameters.indexOf("...")) : parameters;
  for (const one of given) {
    const { name } = one;
    const full = name !== null && parameters.includes(name) ? name : undefined;
    const near =
      full ??
      (name === null
        ? undefined
        : before.find((own) => own.startsWith(name) && !given.some((g) => g.name === own)));
    if (near === undefined) left.push(one);
    else named[near] = one.value;
  }
  const rest: Argument[] = [];
  const free = before.filter((name) => named[name] === undefined);
  for (const one of left) {
    if (one.name === null && free.length > 0) named[free.shift()!] = one.value;
    else rest.push(one);
  }
  for (const [name, value] of Object.entries(named)) if (value === MISSING) delete named[name];
  return { named, rest };
}

/** The name that a call calls; of `psych::alpha` the last. */
function calledName(called: Node): string | null {
  if (called.kind === "name") return called.name;
  if (called.kind === "string") return called.value;
  if (called.kind === "call" && called.called.kind === "name" && /^:::?$/.test(called.called.name)) {
    const last = called.given[1]?.value;
    return last?.kind === "string" ? last.value : null;
  }
  return null;
}

const codeOf = (given: readonly Given[], at: number): Node => {
  const value = given[at]?.value;
  if (value === null || value === undefined) throw new NotUnderstood("an argument is missing");
  return value;
};

/** Forms whose arguments are not all evaluated. */
const FORMS: Readonly<Record<string, (given: readonly Given[], scope: Scope, r: Evaluator) => Value>> = {
  "(": (given, scope, r) => r.evaluate(codeOf(given, 0), scope),
  "{": (given, scope, r) => {
    let last: Value = NULL;
    for (const { value } of given) last = r.evaluate(value!, scope);
    return last;
  },
  "::": (given) => ({ kind: "builtin", name: textNode(codeOf(given, 1)) }),
  if: (given, scope, r) => {
    const test = truth(r.evaluate(codeOf(given, 0), scope));
    if (test) return r.evaluate(codeOf(given, 1), scope);
    return given.length > 2 ? r.evaluate(codeOf(given, 2), scope) : NULL;
  },
  for: (given, scope, r) => {
    const name = textNode(codeOf(given, 0));
    for (const value of elements(r.evaluate(codeOf(given, 1), scope))) {
      scope.set(name, value);
      r.evaluate(codeOf(given, 2), scope);
    }
    return NULL;
  },
  return: (given, scope, r) => {
    throw new Returned(given.length === 0 ? NULL : r.evaluate(codeOf(given, 0), scope));
  },
  "<-": (given, scope, r) => {
    const target = codeOf(given, 0);
    let value: Value;
    try {
      value = r.evaluate(codeOf(given, 1), scope);
    } catch (error) {
      // What needs it says why it has no value; the rest of the case is compared all the same.
      if (target.kind !== "name" || error instanceof Returned) throw error;
      value = failedBy(error);
    }
    assign(target, value, scope, r);
    return value;
  },
  "=": (given, scope, r) => FORMS["<-"]!(given, scope, r),
  $: (given, scope, r) => r.field(r.evaluate(codeOf(given, 0), scope), textNode(codeOf(given, 1))),
  "@": (given, scope, r) => r.field(r.evaluate(codeOf(given, 0), scope), textNode(codeOf(given, 1))),
  "|>": (given, scope, r) => {
    const right = codeOf(given, 1);
    if (right.kind !== "call") throw new NotUnderstood("a pipe leads to a call");
    return r.evaluate({ ...right, given: [given[0]!, ...right.given] }, scope);
  },
  "&&": (given, scope, r) => {
    const left = truth(r.evaluate(codeOf(given, 0), scope));
    return vector([left && truth(r.evaluate(codeOf(given, 1), scope))]);
  },
  "||": (given, scope, r) => {
    const left = truth(r.evaluate(codeOf(given, 0), scope));
    return vector([left || truth(r.evaluate(codeOf(given, 1), scope))]);
  },
  list: (given, scope, r) => {
    const values: Value[] = [];
    const names: string[] = [];
    for (const { name, value } of given) {
      if (value === null) continue;
      if (value.kind === "name" && value.name === "...") {
        for (const one of scope.restArguments()) {
          values.push(one.value);
          names.push(one.name ?? "");
        }
        continue;
      }
      names.push(name ?? "");
      try {
        values.push(r.evaluate(value, scope));
      } catch (error) {
        if (error instanceof Returned) throw error;
        values.push(failedBy(error));
      }
    }
    return names.some((name) => name !== "") ? { kind: "list", values, names } : { kind: "list", values };
  },
  missing: (given, scope) => vector([scope.get(nameNode(codeOf(given, 0))) === undefined]),
  quote: (given, _scope, r) => {
    const { from, to } = codeOf(given, 0);
    return { kind: "formula", text: r.text.slice(from, to) };
  },
};

function textNode(node: Node): string {
  if (node.kind === "string") return node.value;
  return nameNode(node);
}

function nameNode(node: Node): string {
  if (node.kind !== "name") throw new NotUnderstood("a name is expected");
  return node.name;
}

/** Puts a value where the left side of `<-` says. */
function assign(target: Node, value: Value, scope: Scope, r: Evaluator): void {
  if (target.kind === "name" || target.kind === "string") {
    scope.set(target.kind === "name" ? target.name : target.value, value);
    return;
  }
  if (target.kind !== "call") throw new NotUnderstood("this assignment");
  const name = calledName(target.called);
  const inner = codeOf(target.given, 0);
  const before =
    inner.kind === "name" && scope.get(inner.name) === undefined ? NULL : r.evaluate(inner, scope);
  const changed = (): Value => {
    if (name === "$" || name === "[[") {
      const second = codeOf(target.given, 1);
      const key = name === "$" ? vector([textNode(second)]) : r.evaluate(second, scope);
      return withElement(before, key, value);
    }
    if (name === "names" && (before.kind === "list" || before.kind === "vector"))
      return { ...before, names: texts(value) };
    if (name === "[") {
      const index = r.evaluate(codeOf(target.given, 1), scope);
      if (before.kind === "vector") {
        const values = [...before.values];
        const own = atoms(value);
        positions(index, before.values.length, before.names).forEach((at, i) => {
          values[at] = own[i % own.length]!;
        });
        return { ...before, values };
      }
    }
    if (name === "attr" || name === "rownames" || name === "colnames" || name === "levels") return before;
    throw new NotUnderstood(`the assignment to ${name ?? "this"}()`);
  };
  assign(inner, changed(), scope, r);
}

function withElement(before: Value, key: Value, value: Value): Value {
  const names = before.kind === "list" ? [...(before.names ?? before.values.map(() => ""))] : [];
  const values = before.kind === "list" ? [...before.values] : [];
  const [own] = atoms(key);
  const at = typeof own === "string" ? names.indexOf(own) : Number(own) - 1;
  const rest = before.kind === "list" ? { isFrame: before.isFrame, effects: before.effects } : {};
  if (value.kind === "null") {
    if (at >= 0) {
      names.splice(at, 1);
      values.splice(at, 1);
    }
  } else if (at >= 0 && at < values.length) values[at] = recycled(value, rest.isFrame, values);
  else {
    names.push(typeof own === "string" ? own : "");
    values.push(recycled(value, rest.isFrame, values));
  }
  return { kind: "list", values, names, ...rest };
}

/** A column of a frame has a value for each row. */
function recycled(value: Value, isFrame: boolean | undefined, columns: readonly Value[]): Value {
  const first = columns[0];
  if (isFrame !== true || value.kind !== "vector" || first?.kind !== "vector") return value;
  const rows = first.values.length;
  if (value.values.length === rows || value.values.length === 0) return { ...value, names: undefined };
  return { ...value, values: Array.from({ length: rows }, (_, i) => value.values[i % value.values.length]!) };
}

export function truth(value: Value): boolean {
  const [first] = atoms(value);
  if (first === null || first === undefined) throw new NotUnderstood("a condition that is missing");
  return Boolean(first);
}

export function atoms(value: Value): readonly Atom[] {
  if (value.kind === "vector") return value.values;
  if (value.kind === "null") return [];
  if (value.kind === "list") return value.values.flatMap(atoms);
  if (value.kind === "failed") refuseFailed(value);
  throw new NotUnderstood(`a ${value.kind} where values are expected`);
}

export function numbers(value: Value): readonly number[] {
  return atoms(value).map((one) => (one === null ? Number.NaN : Number(one)));
}

export function texts(value: Value): readonly string[] {
  return atoms(value).map(String);
}

export function isOurs(value: Value): boolean {
  if (value.kind === "vector") return value.ours;
  if (value.kind === "list") return value.values.some(isOurs);
  return value.kind === "model";
}

/** The elements of a vector or a list, each by itself. */
export function elements(value: Value): readonly Value[] {
  if (value.kind === "list") return value.values;
  if (value.kind === "vector") return value.values.map((one) => vector([one], value.ours));
  if (value.kind === "null") return [];
  throw new NotUnderstood(`the elements of a ${value.kind}`);
}

/** Places, from 0, that an index names. */
export function positions(index: Value, length: number, names?: readonly string[]): readonly number[] {
  const own = atoms(index);
  if (own.length > 0 && typeof own[0] === "string")
    return own.map((one) => {
      const at = (names ?? []).indexOf(String(one));
      if (at < 0) throw new NotUnderstood(`there is no element ${String(one)}: ${(names ?? []).join(", ")}`);
      return at;
    });
  if (own.some((one) => typeof one === "boolean"))
    return Array.from({ length }, (_, i) => i).filter((i) => own[i % own.length] === true);
  const places = own.map(Number);
  if (places.some((one) => one < 0)) {
    const left = new Set(places.map((one) => -one - 1));
    return Array.from({ length }, (_, i) => i).filter((i) => !left.has(i));
  }
  return places.filter((one) => one !== 0).map((one) => one - 1);
}

function subset(given: readonly Argument[]): Value {
  const own = given[0]!.value;
  const drop = given.find(({ name }) => name === "drop");
  const [, ...index] = given.filter(({ name }) => name !== "drop");
  const keeps = drop !== undefined && !truth(drop.value);
  if (index.length === 0) return own;
  if (own.kind === "list") {
    if (index.length === 2 && own.isFrame === true)
      return subsetFrame(own, index[0]!.value, index[1]!.value, keeps);
    const at = positions(index[0]!.value, own.values.length, own.names);
    const chosen = at.map((i) => own.values[i] ?? NULL);
    return own.names === undefined
      ? { ...own, values: chosen }
      : { ...own, values: chosen, names: at.map((i) => own.names![i]!) };
  }
  if (own.kind === "vector" && own.dimensions !== undefined && index.length === 2) {
    const [rows, columns] = own.dimensions;
    const i = index[0]!.value === MISSING ? range(rows) : positions(index[0]!.value, rows, own.names);
    const j =
      index[1]!.value === MISSING ? range(columns) : positions(index[1]!.value, columns, own.columnNames);
    const values = j.flatMap((column) => i.map((row) => own.values[column * rows + row]!));
    if (!keeps && (i.length === 1 || j.length === 1)) {
      const labels = j.length === 1 ? own.names : own.columnNames;
      const at = j.length === 1 ? i : j;
      return vector(
        values,
        own.ours,
        labels === undefined || values.length === 1 ? undefined : at.map((a) => labels[a]!),
      );
    }
    return { ...own, values, dimensions: [i.length, j.length], names: own.names && i.map((a) => own.names![a]!),
      columnNames: own.columnNames && j.map((a) => own.columnNames![a]!) }; // biome-ignore format: two labels
  }
  if (own.kind === "vector") {
    const at = positions(index[0]!.value, own.values.length, own.names);
    const names = own.names === undefined ? undefined : at.map((i) => own.names![i]!);
    return vector(
      at.map((i) => own.values[i] ?? null),
      own.ours,
      names,
    );
  }
  if (own.kind === "null") return NULL;
  throw new NotUnderstood(`a part of a ${own.kind}`);
}

const range = (length: number) => Array.from({ length }, (_, i) => i);

function subsetFrame(own: List, rows: Value, columns: Value, keeps: boolean): Value {
  const j = columns === MISSING ? range(own.values.length) : positions(columns, own.values.length, own.names);
  const length = own.values[0]?.kind === "vector" ? own.values[0].values.length : 0;
  const i = rows === MISSING ? null : positions(rows, length);
  const chosen = j.map((at): Value => {
    const column = own.values[at]!;
    if (column.kind !== "vector" || i === null) return column;
    return { ...column, values: i.map((row) => column.values[row] ?? null), names: undefined };
  });
  if (chosen.length === 1 && columns !== MISSING && !keeps) return chosen[0]!;
  return { kind: "list", values: chosen, names: j.map((at) => own.names![at]!), isFrame: true };
}

function element(given: readonly Argument[], r: Evaluator): Value {
  const [own, index, second] = given.map(({ value }) => value) as [Value, Value, Value | undefined];
  if (second !== undefined) return subset(given);
  const [key] = atoms(index);
  if (own.kind === "model") return r.field(own, String(key));
  if (own.kind === "list") {
    if (typeof key === "string") return r.field(own, key);
    const found = own.values[Number(key) - 1];
    if (found === undefined) throw new NotUnderstood(`there is no element ${String(key)}`);
    if (found.kind === "failed") refuseFailed(found);
    return found;
  }
  const part = subset(given);
  return part.kind === "vector" ? { ...part, names: undefined } : part;
}

type Binary = (a: number, b: number) => number | boolean;

const ARITHMETIC: Readonly<Record<string, Binary>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
  "%%": (a, b) => a - Math.floor(a / b) * b,
  "%/%": (a, b) => Math.floor(a / b),
};

const COMPARISONS: Readonly<Record<string, (a: Atom, b: Atom) => boolean>> = {
  "==": (a, b) => same(a, b),
  "!=": (a, b) => !same(a, b),
  "<": (a, b) => a! < b!,
  ">": (a, b) => a! > b!,
  "<=": (a, b) => a! <= b!,
  ">=": (a, b) => a! >= b!,
};

function same(a: Atom, b: Atom): boolean {
  return typeof a === "string" || typeof b === "string" ? String(a) === String(b) : Number(a) === Number(b);
}

function elementwise(left: Value, right: Value, of: (a: Atom, b: Atom) => Atom): Vector {
  const a = atoms(left);
  const b = atoms(right);
  const length = a.length === 0 || b.length === 0 ? 0 : Math.max(a.length, b.length);
  const shape = [left, right].find(
    (one): one is Vector => one.kind === "vector" && one.dimensions !== undefined,
  );
  const named = [left, right].find(
    (one): one is Vector => one.kind === "vector" && one.names !== undefined && one.values.length === length,
  );
  return {
    kind: "vector",
    values: Array.from({ length }, (_, i) => of(a[i % a.length]!, b[i % b.length]!)),
    ours: isOurs(left) || isOurs(right),
    names: named?.names,
    dimensions: shape?.dimensions,
    columnNames: shape?.columnNames,
  };
}

const OPERATORS: Readonly<Record<string, (given: readonly Argument[], r: Evaluator) => Value>> = {
  ...Object.fromEntries(
    Object.entries(ARITHMETIC).map(([name, of]) => [
      name,
      (given: readonly Argument[]): Value => {
        const [left, right] = given.map(({ value }) => value) as [Value, Value | undefined];
        const [a, b] = right === undefined ? [vector([0]), left] : [left, right];
        return elementwise(a, b, (x, y) => (x === null || y === null ? null : of(Number(x), Number(y))));
      },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(COMPARISONS).map(([name, of]) => [
      name,
      (given: readonly Argument[]): Value =>
        elementwise(given[0]!.value, given[1]!.value, (x, y) => (x === null || y === null ? null : of(x, y))),
    ]),
  ),
  "!": (given) => {
    const own = given[0]!.value;
    return { ...(own as Vector), values: atoms(own).map((one) => (one === null ? null : !one)) };
  },
  "&": (given) =>
    elementwise(given[0]!.value, given[1]!.value, (a, b) =>
      a === null || b === null ? null : Boolean(a) && Boolean(b),
    ),
  "|": (given) =>
    elementwise(given[0]!.value, given[1]!.value, (a, b) =>
      a === null || b === null ? null : Boolean(a) || Boolean(b),
    ),
  ":": (given) => {
    const [from] = numbers(given[0]!.value);
    const [to] = numbers(given[1]!.value);
    const step = to! >= from! ? 1 : -1;
    return vector(Array.from({ length: Math.abs(to! - from!) + 1 }, (_, i) => from! + step * i));
  },
  "%in%": (given) => {
    const known = new Set(texts(given[1]!.value));
    return vector(texts(given[0]!.value).map((one) => known.has(one)));
  },
  "%*%": (given) => product(given[0]!.value, given[1]!.value),
  "[": subset,
  "[[": element,
};

/** A matrix product; a vector is a row on the left and a column on the right. */
function product(left: Value, right: Value): Value {
  const shape = (value: Value, isLeft: boolean): readonly [number, number] => {
    if (value.kind !== "vector") throw new NotUnderstood("a product of lists");
    const n = value.values.length;
    return value.dimensions ?? (isLeft ? [1, n] : [n, 1]);
  };
  const [n, inner] = shape(left, true);
  const [rows, m] = shape(right, false);
  if (inner !== rows) throw new NotUnderstood(`a product of ${n}×${inner} and ${rows}×${m}`);
  const a = numbers(left);
  const b = numbers(right);
  const values = Array.from({ length: n * m }, (_, at) => {
    const i = at % n;
    const j = Math.floor(at / n);
    let sum = 0;
    for (let k = 0; k < inner; k++) sum += a[k * n + i]! * b[j * rows + k]!;
    return sum;
  });
  return { kind: "vector", values, dimensions: [n, m], ours: isOurs(left) || isOurs(right) };
}
