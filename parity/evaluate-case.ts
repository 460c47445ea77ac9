import { byDefinition } from "./families/by-definition.ts";
import { families } from "./families/index.ts";
import { transformations } from "./families/meta.ts";
import type { Ask } from "./question.ts";
import { base, baseOfCode } from "./r/base.ts";
import { Evaluator, type Functions } from "./r/evaluate.ts";
import { parseR } from "./r/syntax.ts";
import {
  type Argument,
  type Atom,
  failedBy,
  list,
  matrix,
  NotUnderstood,
  NULL,
  plain,
  Scope,
  type Value,
  vector,
} from "./r/value.ts";
import type { ReferenceCase } from "./reference-case.ts";

/**
 * Returns what Concord gives for a case, in the shape of its `expected`: the R code of the case is read, and each call
 * of a package of R is answered by `ask`. What is not understood stands as a failed value with its reason.
 */
export function evaluateCase({ r_code, input, options, expected }: ReferenceCase, ask: Ask): unknown {
  if (typeof r_code !== "string" || r_code.trim() === "") throw new NotUnderstood("the case has no r_code");
  const scope = new Scope();
  scope.set("dat", dataOf(input ?? {}));
  scope.set("opt", dataOf(options ?? {}, false));
  for (const name of transformations) scope.set(name, { kind: "builtin", name });
  for (const name of ["CT", "CTE", "TIGHTMV", "LAVC", "LMEC"]) scope.set(name, NULL);
  const functions = functionsOf(ask);
  const code = parseR(r_code);
  const found = plain(new Evaluator(r_code, functions).program(code, scope));
  return byDefinition({ code, text: r_code, input, options, expected, evaluated: found, ask });
}

function functionsOf(ask: Ask): Functions {
  const made = families.map((make) => make(ask));
  const fields = Object.assign({}, ...made.map((one) => one.fields ?? {})) as NonNullable<
    (typeof made)[0]["fields"]
  >;
  const generic: Record<string, Record<string, Functions["ofValues"][string]>> = {};
  for (const one of made)
    for (const [family, own] of Object.entries(one.generic ?? {}))
      generic[family] = { ...generic[family], ...own };
  const plainly: Record<string, Functions["ofValues"][string]> = Object.assign(
    {},
    base,
    ...made.map((one) => one.ofValues ?? {}),
  );
  plainly.x_slopes = plainly.x_mod!;
  plainly.x_surface = plainly.x_rsa!;
  const dispatched = [...new Set(Object.values(generic).flatMap((own) => Object.keys(own)))].map((name) => {
    const of: Functions["ofValues"][string] = (given, r) => {
      const kind = kindOf(given[0]);
      const own = kind === null ? undefined : generic[kind]?.[name];
      if (own !== undefined) return own(given, r);
      if (Object.hasOwn(plainly, name)) return plainly[name]!(given, r);
      throw new NotUnderstood(`${name}() of ${kind ?? given[0]?.value.kind ?? "nothing"}`);
    };
    return [name, of] as const;
  });
  return {
    ofValues: { ...plainly, ...Object.fromEntries(dispatched) },
    ofCode: Object.assign({}, tryForms, baseOfCode, ...made.map((one) => one.ofCode ?? {})),
    field: (model, name) => {
      const own = fields[model.family];
      if (own === undefined) throw new NotUnderstood(`$${name} of a model of ${model.family}`);
      return own(model, name);
    },
  };
}

/** `try_err` and `try`: a refusal is a value. */
const attempt: Functions["ofCode"][string] = (given, scope, r) => {
  try {
    return r.evaluate(given[0]!.value!, scope);
  } catch (error) {
    if (error instanceof RangeError)
      return list({ error: vector([true], true), message: vector([error.message], true) });
    return failedBy(error);
  }
};

const tryForms: Functions["ofCode"] = { try_err: attempt, try: attempt };

/** Whose way of a generic function is taken. */
function kindOf(given: Argument | undefined): string | null {
  const value = given?.value;
  if (value?.kind === "model") return value.family;
  if (value?.kind === "list" && value.effects !== undefined) return "effects";
  return null;
}

/** Columns of one length are a data frame, anything else a list. */
export function dataOf(input: unknown, mayBeFrame = true): Value {
  if (input === null || input === undefined) return vector([null]);
  if (Array.isArray(input)) {
    const rows = input as readonly unknown[];
    const width = Array.isArray(rows[0]) ? rows[0].length : -1;
    if (width > 0 && rows.every((row) => Array.isArray(row) && row.length === width))
      return matrix(rows as readonly (readonly Atom[])[]);
    return vector((rows as readonly Atom[]).map(special));
  }
  if (typeof input !== "object") return vector([special(input as Atom)]);
  const entries = Object.entries(input).map(([name, value]) => [name, dataOf(value)] as const);
  const columns = Object.values(input);
  const first = columns[0];
  const isFrame =
    mayBeFrame &&
    Array.isArray(first) &&
    columns.every((one) => Array.isArray(one) && one.length === first.length && !Array.isArray(one[0]));
  return list(Object.fromEntries(entries), isFrame);
}

function special(value: Atom): Atom {
  return value === "NaN"
    ? Number.NaN
    : value === "Inf"
      ? Number.POSITIVE_INFINITY
      : value === "-Inf"
        ? Number.NEGATIVE_INFINITY
        : value;
}
