import {
  atoms,
  elements,
  type Functions,
  isOurs,
  match,
  numbers,
  positions,
  texts,
  truth,
} from "./evaluate.ts";
import {
  type Argument,
  type Atom,
  failedBy,
  type List,
  list,
  matrix,
  NotUnderstood,
  NULL,
  Scope,
  type Value,
  type Vector,
  vector,
} from "./value.ts";

type OfValues = Functions["ofValues"][string];

const first = (given: readonly Argument[]): Value => given[0]?.value ?? NULL;

function named(given: readonly Argument[], ...names: readonly string[]): Readonly<Record<string, Value>> {
  return match(names, given).named;
}

/** Values without missing ones where `na.rm = TRUE` says so. */
function present(given: readonly Argument[]): readonly number[] {
  const removes = given.find(({ name }) => name === "na.rm");
  const all = given.filter(({ name }) => name !== "na.rm").flatMap(({ value }) => numbers(value));
  return removes !== undefined && truth(removes.value) ? all.filter((one) => !Number.isNaN(one)) : all;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

function varianceOf(values: readonly number[]): number {
  const centre = meanOf(values);
  return values.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (values.length - 1);
}

function summary(of: (values: readonly number[]) => number): OfValues {
  return (given) =>
    vector(
      [of(present(given))],
      given.some(({ value }) => isOurs(value)),
    );
}

function each(of: (value: number) => number): OfValues {
  return (given) => {
    const own = first(given);
    const values = numbers(own).map(of);
    return own.kind === "vector" ? { ...own, values } : vector(values, isOurs(own));
  };
}

/** R compares texts by code point here, numbers by size. */
function compareAtoms(a: Atom, b: Atom): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === "string" || typeof b === "string")
    return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
  return Number(a) - Number(b);
}

function uniqueOf(values: readonly Atom[]): readonly Atom[] {
  return [...new Set(values)];
}

function orderOf(keys: readonly (readonly Atom[])[]): readonly number[] {
  const places = Array.from({ length: keys[0]!.length }, (_, i) => i);
  return places.sort((i, j) => {
    for (const key of keys) {
      const difference = compareAtoms(key[i]!, key[j]!);
      if (difference !== 0) return difference;
    }
    return i - j;
  });
}

/** Hyndman and Fan's type 7. */
function quantile(values: readonly number[], p: number): number {
  const sorted = values.filter((one) => !Number.isNaN(one)).sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  return sorted[low]! + (at - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}

function columnsOf(value: Value): readonly (readonly number[])[] {
  if (value.kind === "list") return value.values.map(numbers);
  if (value.kind !== "vector" || value.dimensions === undefined)
    throw new NotUnderstood("a matrix is expected");
  const [rows, columns] = value.dimensions;
  return Array.from({ length: columns }, (_, j) => value.values.slice(j * rows, (j + 1) * rows).map(Number));
}

export function rowsOf(value: Value): readonly (readonly Atom[])[] {
  const columns = value.kind === "list" ? value.values.map(atoms) : columnsOf(value);
  return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]!));
}

function bind(given: readonly Argument[], byColumn: boolean): Value {
  const parts = given.flatMap(({ value }) => {
    if (value.kind === "list") return value.values.map(atoms);
    if (value.kind === "vector" && value.dimensions !== undefined)
      return byColumn ? columnsOf(value) : rowsOf(value);
    return [atoms(value)];
  });
  const length = Math.max(...parts.map((part) => part.length));
  const full = parts.map((part) => Array.from({ length }, (_, i) => part[i % part.length]!));
  const rows = byColumn ? Array.from({ length }, (_, i) => full.map((column) => column[i]!)) : full;
  const labels = given.map(({ name, value }) => name ?? (value.kind === "vector" ? "" : ""));
  const own = matrix(
    rows,
    given.some(({ value }) => isOurs(value)),
  );
  const part = given.length === 1 && first(given).kind === "list" ? (first(given) as List) : undefined;
  const inner = part?.values[0];
  if (!byColumn && inner?.kind === "vector" && inner.names !== undefined)
    return { ...own, columnNames: inner.names };
  if (part?.names !== undefined)
    return byColumn ? { ...own, columnNames: part.names } : { ...own, names: part.names };
  return labels.some((label) => label !== "") && byColumn ? { ...own, columnNames: labels } : own;
}

/** Results of one length as a vector or a matrix, as `sapply` makes them. */
function simplified(results: readonly Value[], names: readonly string[] | undefined): Value {
  const own = results.every((one) => one.kind === "vector") ? (results as readonly Vector[]) : null;
  const width = own?.[0]?.values.length ?? -1;
  if (own === null || own.some((one) => one.values.length !== width) || width < 1)
    return { kind: "list", values: results, ...(names === undefined ? {} : { names }) };
  const ours = own.some(isOurs);
  if (width === 1)
    return vector(
      own.map((one) => one.values[0]!),
      ours,
      names,
    );
  return {
    kind: "vector",
    values: own.flatMap((one) => one.values),
    dimensions: [width, own.length],
    ours,
    names: own[0]!.names,
    columnNames: names,
  };
}

function namesOf(value: Value): readonly string[] | undefined {
  return value.kind === "list" || value.kind === "vector" ? value.names : undefined;
}

function frame(given: readonly Argument[]): Value {
  const columns: [string, Value][] = given.flatMap(({ name, value }, i): [string, Value][] => {
    if (name === "stringsAsFactors" || name === "check.names") return [];
    if (value.kind === "list")
      return value.values.map((one, j): [string, Value] => [value.names?.[j] ?? `V${j + 1}`, one]);
    if (value.kind === "vector" && value.dimensions !== undefined)
      return columnsOf(value).map((column, j): [string, Value] => [
        value.columnNames?.[j] ?? `X${j + 1}`,
        vector(column, value.ours),
      ]);
    return [[name ?? `V${i + 1}`, value]];
  });
  const rows = Math.max(0, ...columns.map(([, value]) => atoms(value).length));
  const full = columns.map(([name, value]) => {
    const own = atoms(value);
    return [
      name,
      vector(
        Array.from({ length: rows }, (_, i) => own[i % own.length]!),
        isOurs(value),
      ),
    ] as const;
  });
  return list(Object.fromEntries(full), true);
}

function concatenated(given: readonly Argument[]): Value {
  const parts = given.filter(({ value }) => value.kind !== "null");
  if (parts.some(({ value }) => value.kind !== "vector")) {
    const values = parts.flatMap(({ value }) => (value.kind === "list" ? value.values : [value]));
    const names = parts.flatMap(({ name, value }) =>
      value.kind === "list" ? (value.names ?? value.values.map(() => "")) : [name ?? ""],
    );
    return names.some((name) => name !== "") ? { kind: "list", values, names } : { kind: "list", values };
  }
  const values = parts.flatMap(({ value }) => atoms(value));
  const names = parts.flatMap(({ name, value }) => {
    const own = value as Vector;
    return own.values.map(
      (_, i) =>
        own.names?.[i] ?? (own.values.length === 1 ? (name ?? "") : name === null ? "" : `${name}${i + 1}`),
    );
  });
  const isText = values.some((one) => typeof one === "string");
  const plain = isText ? values.map((one) => (one === null ? null : String(one))) : values;
  return vector(
    plain,
    parts.some(({ value }) => isOurs(value)),
    names.some((name) => name !== "") ? names : undefined,
  );
}

function replaceText(every: boolean): OfValues {
  return (given) => {
    const { pattern, replacement, x } = named(given, "pattern", "replacement", "x");
    const fixed = given.some(({ name, value }) => name === "fixed" && truth(value));
    const source = texts(pattern!)[0]!;
    const own = fixed ? source.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") : source;
    const replaced = texts(replacement!)[0]!.replace(/\\(\d)/g, "$$$1");
    return vector(texts(x!).map((one) => one.replace(new RegExp(own, every ? "g" : ""), replaced)));
  };
}

/** Everything else of R that reference cases are written with: it only moves and sums values. */
export const base: Functions["ofValues"] = {
  c: concatenated,
  arr: (given) => unnamed(first(given)),
  unname: (given) => unnamed(first(given)),
  I: first,
  invisible: first,
  identity: first,
  suppressWarnings: first,
  suppressMessages: first,
  suppressPackageStartupMessages: () => NULL,
  library: () => NULL,
  "set.seed": () => NULL,
  names: (given) => vector(namesOf(first(given)) ?? [], isOurs(first(given))),
  colnames: (given) => {
    const own = first(given);
    return vector(own.kind === "list" ? (own.names ?? []) : ((own as Vector).columnNames ?? []));
  },
  rownames: (given) => vector(namesOf(first(given)) ?? [], isOurs(first(given))),
  length: (given) => vector([elements(first(given)).length]),
  nrow: (given) => vector([rowsOf(first(given)).length]),
  ncol: (given) => vector([columnsOfAny(first(given)).length]),
  dim: (given) => vector([rowsOf(first(given)).length, columnsOfAny(first(given)).length]),
  sum: summary((values) => values.reduce((sum, one) => sum + one, 0)),
  mean: summary(meanOf),
  sd: summary((values) => Math.sqrt(varianceOf(values))),
  var: summary(varianceOf),
  median: summary((values) => quantile(values, 0.5)),
  min: summary((values) => Math.min(...values)),
  max: summary((values) => Math.max(...values)),
  prod: summary((values) => values.reduce((all, one) => all * one, 1)),
  sqrt: each(Math.sqrt),
  abs: each(Math.abs),
  exp: each(Math.exp),
  log: each(Math.log),
  log2: each(Math.log2),
  log10: each(Math.log10),
  sin: each(Math.sin),
  cos: each(Math.cos),
  tanh: each(Math.tanh),
  atanh: each(Math.atanh),
  floor: each(Math.floor),
  ceiling: each(Math.ceil),
  cumsum: (given) => {
    const sums: number[] = [];
    for (const one of numbers(first(given))) sums.push((sums.at(-1) ?? 0) + one);
    return vector(sums, isOurs(first(given)));
  },
  round: (given) => {
    const { x, digits } = named(given, "x", "digits");
    const scale = 10 ** (digits === undefined ? 0 : numbers(digits)[0]!);
    return vector(
      numbers(x!).map((one) => Math.round(one * scale) / scale),
      isOurs(x!),
    );
  },
  scale: (given) => {
    const values = numbers(first(given));
    const centre = meanOf(values);
    const spread = Math.sqrt(varianceOf(values));
    const centred = given.find(({ name }) => name === "scale");
    const divides = centred === undefined || truth(centred.value);
    return vector(
      values.map((one) => (one - centre) / (divides ? spread : 1)),
      isOurs(first(given)),
    );
  },
  quantile: (given) => {
    const { x, probs } = named(given, "x", "probs", "type", "names", "na.rm");
    const type = given.find(({ name }) => name === "type");
    if (type !== undefined && numbers(type.value)[0] !== 7)
      throw new NotUnderstood("quantile(type other than 7)");
    const wanted = probs === undefined ? [0, 0.25, 0.5, 0.75, 1] : numbers(probs);
    return vector(
      wanted.map((p) => quantile(numbers(x!), p)),
      isOurs(x!),
    );
  },
  order: (given) => vector(orderOf(given.map(({ value }) => atoms(value))).map((one) => one + 1)),
  sort: (given) =>
    vector([...atoms(first(given))].filter((one) => one !== null).sort(compareAtoms), isOurs(first(given))),
  rev: (given) => vector([...atoms(first(given))].reverse(), isOurs(first(given))),
  unique: (given) => vector(uniqueOf(atoms(first(given))), isOurs(first(given))),
  levels: (given) => vector([...uniqueOf(atoms(first(given)))].sort(compareAtoms)),
  which: (given) => vector(atoms(first(given)).flatMap((one, i) => (one === true ? [i + 1] : []))),
  setdiff: (given) => {
    const left = new Set(texts(given[1]!.value));
    return vector(uniqueOf(atoms(first(given))).filter((one) => !left.has(String(one))));
  },
  intersect: (given) => {
    const other = new Set(texts(given[1]!.value));
    return vector(uniqueOf(atoms(first(given))).filter((one) => other.has(String(one))));
  },
  rep: (given) => {
    const {
      x,
      times,
      each: repeated,
      "length.out": length,
    } = named(given, "x", "times", "each", "length.out");
    const own = atoms(x!).flatMap((one) =>
      Array<Atom>(repeated === undefined ? 1 : numbers(repeated)[0]!).fill(one),
    );
    const counts = times === undefined ? [1] : numbers(times);
    const all =
      counts.length > 1
        ? own.flatMap((one, i) => Array<Atom>(counts[i]!).fill(one))
        : Array(counts[0]!).fill(own).flat();
    if (length === undefined) return vector(all, isOurs(x!));
    return vector(
      Array.from({ length: numbers(length)[0]! }, (_, i) => own[i % own.length]!),
      isOurs(x!),
    );
  },
  seq_len: (given) => vector(Array.from({ length: numbers(first(given))[0]! }, (_, i) => i + 1)),
  seq_along: (given) => vector(elements(first(given)).map((_, i) => i + 1)),
  seq: (given) => {
    const { from, to, by, "length.out": length } = named(given, "from", "to", "by", "length.out");
    const [start] = numbers(from!);
    if (to === undefined) return vector(Array.from({ length: start! }, (_, i) => i + 1));
    const [end] = numbers(to);
    const count = length === undefined ? undefined : numbers(length)[0]!;
    const step =
      by === undefined
        ? count === undefined
          ? Math.sign(end! - start!) || 1
          : (end! - start!) / (count - 1)
        : numbers(by)[0]!;
    return vector(
      Array.from(
        { length: count ?? Math.floor((end! - start!) / step + 1e-10) + 1 },
        (_, i) => start! + i * step,
      ),
    );
  },
  paste: (given) => pasted(given, " "),
  paste0: (given) => pasted(given, ""),
  sub: replaceText(false),
  gsub: replaceText(true),
  toupper: (given) => vector(texts(first(given)).map((one) => one.toUpperCase())),
  grepl: (given) => {
    const { pattern, x } = named(given, "pattern", "x");
    return vector(texts(x!).map((one) => new RegExp(texts(pattern!)[0]!).test(one)));
  },
  grep: (given) => {
    const { pattern, x } = named(given, "pattern", "x", "value");
    const value = given.some(({ name, value: own }) => name === "value" && truth(own));
    const own = new RegExp(texts(pattern!)[0]!);
    return vector(texts(x!).flatMap((one, i) => (own.test(one) ? [value ? one : i + 1] : [])));
  },
  startsWith: (given) => vector(texts(first(given)).map((one) => one.startsWith(texts(given[1]!.value)[0]!))),
  "as.numeric": (given) => unnamed(each(Number)(given, undefined as never)),
  "as.double": (given) => unnamed(each(Number)(given, undefined as never)),
  "as.integer": (given) => unnamed(each(Math.trunc)(given, undefined as never)),
  "as.character": (given) =>
    vector(
      atoms(first(given)).map((one) => (one === null ? null : String(one))),
      isOurs(first(given)),
    ),
  "as.vector": (given) => {
    const own = first(given);
    return own.kind === "vector" ? vector(own.values, own.ours) : own;
  },
  "as.factor": first,
  "as.list": (given) => {
    const own = first(given);
    if (own.kind !== "vector") return own;
    return { kind: "list", values: elements(own), ...(own.names === undefined ? {} : { names: own.names }) };
  },
  "as.matrix": (given) => {
    const own = first(given);
    return own.kind === "list" ? { ...matrix(rowsOf(own), isOurs(own)), columnNames: own.names } : own;
  },
  "as.data.frame": frame,
  "data.frame": frame,
  factor: (given) => {
    const { x, levels } = named(given, "x", "levels", "labels", "ordered");
    if (given.some(({ name }) => name === "labels")) throw new NotUnderstood("factor(labels = )");
    if (levels !== undefined) {
      const own = texts(levels);
      if ([...own].sort(compareAtoms).join("\0") !== own.join("\0"))
        throw new NotUnderstood("factor(levels = ) in another order than by code point");
    }
    return vector(
      atoms(x!).map((one) => (one === null ? null : String(one))),
      isOurs(x!),
    );
  },
  matrix: (given) => {
    const { data, nrow, ncol } = named(given, "data", "nrow", "ncol", "byrow");
    const values = atoms(data!);
    const rows = nrow === undefined ? Math.ceil(values.length / numbers(ncol!)[0]!) : numbers(nrow)[0]!;
    const columns = ncol === undefined ? Math.ceil(values.length / rows) : numbers(ncol)[0]!;
    const byRow = given.some(({ name, value }) => name === "byrow" && truth(value));
    const at = (i: number, j: number) => values[(byRow ? i * columns + j : j * rows + i) % values.length]!;
    return matrix(
      Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => at(i, j))),
      isOurs(data!),
    );
  },
  outer: (given, r) => {
    const [a, b, of] = given.map(({ value }) => value) as [Value, Value, Value];
    const x = atoms(a);
    const y = atoms(b);
    const left = y.flatMap(() => x);
    const right = y.flatMap((one) => x.map(() => one));
    const fn: Value = of.kind === "vector" ? { kind: "builtin", name: texts(of)[0]! } : of;
    const result = r.apply(
      fn,
      [left, right].map((values) => ({ name: null, value: vector(values) })),
    );
    return { ...(result as Vector), dimensions: [x.length, y.length] };
  },
  t: (given) => {
    const own = first(given);
    if (own.kind === "vector" && own.dimensions === undefined)
      return { ...own, dimensions: [1, own.values.length], names: undefined, columnNames: own.names };
    const columns = columnsOfAny(own);
    const turned = matrix(columns, isOurs(own));
    const v = own as Vector;
    return own.kind === "vector" ? { ...turned, names: v.columnNames, columnNames: v.names } : turned;
  },
  diag: (given) => {
    const own = first(given);
    const rows = rowsOf(own);
    return vector(
      rows.map((row, i) => row[i]!),
      isOurs(own),
    );
  },
  cbind: (given) => bind(given, true),
  rbind: (given) => bind(given, false),
  rowSums: (given) =>
    vector(
      rowsOf(first(given)).map((row) => row.reduce<number>((sum, one) => sum + Number(one), 0)),
      isOurs(first(given)),
    ),
  rowMeans: (given) =>
    vector(
      rowsOf(first(given)).map((row) => meanOf(row.map(Number))),
      isOurs(first(given)),
    ),
  colMeans: (given) =>
    vector(
      columnsOfAny(first(given)).map((column) => meanOf(column.map(Number))),
      isOurs(first(given)),
    ),
  cov: (given) => {
    const columns = columnsOfAny(first(given)).map((column) => column.map(Number));
    const means = columns.map(meanOf);
    const one = (i: number, j: number) =>
      columns[i]!.reduce((sum, x, k) => sum + (x - means[i]!) * (columns[j]![k]! - means[j]!), 0) /
      (columns[i]!.length - 1);
    return matrix(columns.map((_, i) => columns.map((_, j) => one(i, j))));
  },
  pmax: (given) => pairwise(given, Math.max),
  pmin: (given) => pairwise(given, Math.min),
  "is.na": (given) =>
    vector(atoms(first(given)).map((one) => one === null || (typeof one === "number" && Number.isNaN(one)))),
  "is.null": (given) => vector([first(given).kind === "null"]),
  "is.list": (given) => vector([first(given).kind === "list"]),
  isTRUE: (given) => {
    const own = first(given);
    return vector([own.kind === "vector" && own.values.length === 1 && own.values[0] === true]);
  },
  any: (given) => vector([given.some(({ value }) => atoms(value).includes(true))]),
  all: (given) => vector([given.every(({ value }) => atoms(value).every((one) => one === true))]),
  ifelse: (given) => {
    const { test, yes, no } = named(given, "test", "yes", "no");
    const a = atoms(yes!);
    const b = atoms(no!);
    return vector(
      atoms(test!).map((one, i) => (one === null ? null : one ? a[i % a.length]! : b[i % b.length]!)),
      isOurs(yes!) || isOurs(no!),
    );
  },
  setNames: (given) => {
    const { object, nm } = named(given, "object", "nm");
    return { ...(object as Vector | List), names: texts(nm!) };
  },
  unlist: (given) => {
    const own = first(given);
    if (own.kind !== "list") return own;
    const flat = concatenated(own.values.map((value, i) => ({ name: own.names?.[i] ?? null, value })));
    return flat;
  },
  head: (given) => {
    const { x, n } = named(given, "x", "n");
    const count = n === undefined ? 6 : numbers(n)[0]!;
    return vector(atoms(x!).slice(0, count), isOurs(x!));
  },
  "na.omit": (given) => {
    const own = first(given);
    if (own.kind !== "list")
      return vector(
        atoms(own).filter((one) => one !== null),
        isOurs(own),
      );
    const rows = rowsOf(own);
    const kept = rows.flatMap((row, i) => (row.every((one) => one !== null) ? [i] : []));
    return framePart(own, kept);
  },
  "complete.cases": (given) => vector(rowsOf(first(given)).map((row) => row.every((one) => one !== null))),
  split: (given) => {
    const [own, groups] = given.map(({ value }) => value) as [Value, Value];
    const labels = atoms(groups);
    const levels = [...uniqueOf(labels)].sort(compareAtoms);
    const parts = levels.map((level) => {
      const rows = labels.flatMap((one, i) => (one === level ? [i] : []));
      return own.kind === "list"
        ? framePart(own, rows)
        : vector(
            rows.map((i) => atoms(own)[i]!),
            isOurs(own),
          );
    });
    return { kind: "list", values: parts, names: levels.map(String) };
  },
  ave: (given, r) => {
    const groups = given.filter(({ name }) => name === null).slice(1);
    const values = atoms(first(given));
    const keys = values.map((_, i) => groups.map(({ value }) => String(atoms(value)[i])).join("\0"));
    const of = given.find(({ name }) => name === "FUN")?.value ?? { kind: "builtin" as const, name: "mean" };
    const found = new Map<string, Atom>();
    return vector(
      keys.map((key) => {
        if (!found.has(key)) {
          const own = values.filter((_, i) => keys[i] === key);
          found.set(key, atoms(r.apply(of, [{ name: null, value: vector(own) }]))[0]!);
        }
        return found.get(key)!;
      }),
      isOurs(first(given)),
    );
  },
  lapply: (given, r) => {
    const [over, of, ...more] = given;
    const names = namesOf(over!.value);
    const values = elements(over!.value).map((value): Value => {
      try {
        return r.apply(functionOf(of!.value), [{ name: null, value }, ...more]);
      } catch (error) {
        return failedBy(error);
      }
    });
    return { kind: "list", values, ...(names === undefined ? {} : { names }) };
  },
  sapply: (given, r) => {
    const { X, FUN, simplify } = named(given, "X", "FUN", "...", "simplify", "USE.NAMES");
    const more = match(["X", "FUN", "...", "simplify", "USE.NAMES"], given).rest;
    const results = elements(X!).map((value) => r.apply(functionOf(FUN!), [{ name: null, value }, ...more]));
    const isText = X!.kind === "vector" && typeof X!.values[0] === "string";
    const names = namesOf(X!) ?? (isText ? texts(X!) : undefined);
    const whole = given.find(({ name }) => name === "simplify")?.value ?? simplify;
    if (whole !== undefined && !truth(whole))
      return { kind: "list", values: results, ...(names === undefined ? {} : { names }) };
    return simplified(results, names);
  },
  vapply: (given, r) => base.sapply!(given.slice(0, 2), r),
  Map: (given, r) => mapped(given, r),
  mapply: (given, r) => {
    const own = mapped(
      given.filter(({ name }) => name !== "SIMPLIFY"),
      r,
    );
    return own.kind === "list" ? simplified(own.values, own.names) : own;
  },
  apply: (given, r) => {
    const [over, margin, of, ...more] = given;
    const parts = numbers(margin!.value)[0] === 1 ? rowsOf(over!.value) : columnsOfAny(over!.value);
    const ours = isOurs(over!.value);
    return simplified(
      parts.map((part) =>
        r.apply(functionOf(of!.value), [{ name: null, value: vector(part, ours) }, ...more]),
      ),
      undefined,
    );
  },
  "do.call": (given, r) => {
    const { what, args } = named(given, "what", "args");
    const own = args as List;
    return r.apply(
      functionOf(what!),
      elements(own).map((value, i) => ({ name: own.names?.[i] || null, value })),
    );
  },
  Reduce: (given, r) =>
    elements(given[1]!.value).reduce((left, right) =>
      r.apply(
        functionOf(first(given)),
        [left, right].map((value) => ({ name: null, value })),
      ),
    ),
  "as.formula": (given) => {
    const own = first(given);
    return own.kind === "formula" ? own : { kind: "formula", text: texts(own)[0]! };
  },
  formula: (given, r) => base["as.formula"]!(given, r),
  stop: (given) => {
    throw new RangeError(given.flatMap(({ value }) => texts(value)).join(""));
  },
  numeric: (given) => vector(Array<Atom>(numbers(first(given))[0] ?? 0).fill(0)),
  character: (given) => vector(Array<Atom>(numbers(first(given))[0] ?? 0).fill("")),
  drop: (given) => vector(atoms(first(given)), isOurs(first(given))),
  cor: (given) => {
    const { x, y, method } = named(given, "x", "y", "use", "method");
    if (y === undefined) throw new NotUnderstood("cor() of a matrix");
    const kind = method === undefined ? "pearson" : texts(method)[0];
    const columns = [numbers(x!), numbers(y)].map((own) => (kind === "spearman" ? ranks(own) : own));
    const [a, b] = columns.map((own) => own.map((one) => one - meanOf(own))) as [number[], number[]];
    const product = (u: readonly number[], v: readonly number[]) =>
      u.reduce((sum, one, i) => sum + one * v[i]!, 0);
    return vector([product(a, b) / Math.sqrt(product(a, a) * product(b, b))], isOurs(x!) || isOurs(y));
  },
  nlevels: (given) => vector([uniqueOf(atoms(first(given))).length]),
  table: () => {
    throw new NotUnderstood("table()");
  },
};

function ranks(values: readonly number[]): readonly number[] {
  return values.map((own) => {
    const below = values.filter((one) => one < own).length;
    return below + (values.filter((one) => one === own).length + 1) / 2;
  });
}

function columnsOfAny(value: Value): readonly (readonly Atom[])[] {
  return value.kind === "list" ? value.values.map(atoms) : columnsOf(value);
}

export function functionOf(value: Value): Value {
  return value.kind === "vector" ? { kind: "builtin", name: texts(value)[0]! } : value;
}

function framePart(own: List, rows: readonly number[]): Value {
  const values = own.values.map(
    (column): Value =>
      vector(
        rows.map((i) => atoms(column)[i]!),
        isOurs(column),
      ),
  );
  return { ...own, values };
}

function unnamed(value: Value): Value {
  if (value.kind === "vector")
    return { kind: "vector", values: value.values, ours: value.ours, dimensions: value.dimensions };
  if (value.kind === "list") return { kind: "list", values: value.values };
  return value;
}

function pasted(given: readonly Argument[], usual: string): Value {
  const word = (name: string) => given.find((one) => one.name === name)?.value;
  const between = word("sep") === undefined ? usual : texts(word("sep")!)[0]!;
  const joined = word("collapse");
  const parts = given
    .filter(({ name }) => name !== "sep" && name !== "collapse")
    .map(({ value }) => texts(value));
  const length = Math.max(0, ...parts.map((part) => part.length));
  const all = Array.from({ length }, (_, i) =>
    parts.map((part) => part[i % part.length] ?? "").join(between),
  );
  return vector(joined === undefined || joined.kind === "null" ? all : [all.join(texts(joined)[0]!)]);
}

function pairwise(given: readonly Argument[], of: (...values: number[]) => number): Value {
  const parts = given.map(({ value }) => numbers(value));
  const length = Math.max(...parts.map((part) => part.length));
  return vector(
    Array.from({ length }, (_, i) => of(...parts.map((part) => part[i % part.length]!))),
    given.some(({ value }) => isOurs(value)),
  );
}

function mapped(given: readonly Argument[], r: Parameters<OfValues>[1]): Value {
  const { FUN } = named(given, "FUN", "f");
  const of = FUN ?? first(given);
  const over = given.filter(({ value }) => value !== of);
  const parts = over.map(({ value }) => elements(value));
  const length = Math.max(...parts.map((part) => part.length));
  const values = Array.from({ length }, (_, i) =>
    r.apply(
      functionOf(of),
      over.map(({ name }, j) => ({ name, value: parts[j]![i % parts[j]!.length]! })),
    ),
  );
  const names = over[0] === undefined ? undefined : namesOf(over[0].value);
  return { kind: "list", values, ...(names === undefined ? {} : { names }) };
}

/** Functions of R whose arguments name columns. */
export const baseOfCode: Functions["ofCode"] = {
  transform: (given, scope, r) => {
    const own = r.evaluate(given[0]!.value!, scope) as List;
    const inner = columnScope(own, scope);
    const added = given.slice(1).map(({ name, value }) => ({ name, value: r.evaluate(value!, inner) }));
    const old = own.values.map((value, i) => ({ name: own.names![i]!, value }));
    const kept = old.filter(({ name }) => !added.some((one) => one.name === name));
    return frame([...kept, ...added]);
  },
  with: (given, scope, r) =>
    r.evaluate(given[1]!.value!, columnScope(r.evaluate(given[0]!.value!, scope), scope)),
  subset: (given, scope, r) => {
    const own = r.evaluate(given[0]!.value!, scope) as List;
    const kept = r.evaluate(given[1]!.value!, columnScope(own, scope));
    return framePart(own, positions(kept, atoms(own.values[0]!).length));
  },
};

/** A scope in which the columns of a frame have values. */
export function columnScope(value: Value, scope: Scope): Scope {
  const inner = new Scope(scope);
  inner.rest = scope.restArguments();
  if (value.kind === "list")
    value.values.forEach((one, i) => {
      inner.set(value.names?.[i] ?? "", one);
    });
  return inner;
}
