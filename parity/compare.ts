import { ONLY_ARITHMETIC, Single } from "./r/value.ts";
import type { Limit, Tolerance } from "./reference-case.ts";
import { type Rule, reasonWithin, rulesAt } from "./rules.ts";

export interface Disagreement {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly limit: Limit;
  /** Why there is no value to compare. */
  readonly reason?: string;
  /** How many expected values it stands for. */
  readonly values: number;
}

export interface Omitted {
  readonly path: string;
  readonly reason: string;
  readonly values: number;
}

export interface Comparison {
  readonly agreeing: number;
  readonly disagreements: readonly Disagreement[];
  readonly leftOut: readonly Omitted[];
  /** Agreeing at a looser limit than the case asks for, with the reason: they count as agreeing. */
  readonly looser: readonly Omitted[];
}

/** Compares every value of `expected` with its counterpart; a value is agreed with, disagreed with or left out by a rule. */
export function compare(
  got: unknown,
  expected: unknown,
  tolerance: Tolerance,
  rules: readonly Rule[] = [],
): Comparison {
  const disagreements: Disagreement[] = [];
  const leftOut: Omitted[] = [];
  const looser: Omitted[] = [];
  let agreeing = 0;

  /** `withoutError`: the value belongs to a result whose standard error is 0 in R and not given here. */
  const walk = (given: unknown, wanted: unknown, path: readonly string[], withoutError = false): void => {
    const own = given instanceof Single ? (Array.isArray(wanted) ? given.list : given.value) : given;
    const place = path.join(".");
    if (isRecord(wanted) && typeof wanted.not_compared === "string") {
      leftOut.push({ path: place, reason: wanted.not_compared, values: 1 });
      return;
    }
    const failed = failureOf(own);
    if (failed !== null) {
      const values = countValues(wanted);
      if (failed.isLeftOut) leftOut.push({ path: place, reason: failed.reason, values });
      else if (isRecord(wanted) && wanted.error === true) agreeing++;
      else
        disagreements.push({
          path: place,
          expected: wanted,
          got: undefined,
          limit: tolerance,
          reason: failed.reason,
          values,
        });
      return;
    }
    if (isRecord(wanted) && wanted.error === true) {
      if (isRecord(own) && own.error === true) agreeing++;
      else disagreements.push({ path: place, expected: "a refusal", got: own, limit: tolerance, values: 1 });
      return;
    }
    if (Array.isArray(wanted)) {
      const items = Array.isArray(own)
        ? own
        : ArrayBuffer.isView(own)
          ? Array.from(own as Float64Array)
          : null;
      wanted.forEach((value, i) => {
        walk(items?.[i], value, [...path, String(i)], withoutError);
      });
      if (items !== null && items.length > wanted.length)
        disagreements.push({
          path: place,
          expected: `${wanted.length} values`,
          got: `${items.length} values`,
          limit: tolerance,
          values: 1,
        });
      return;
    }
    if (isRecord(wanted)) {
      const without = withoutError || lacksError(own, wanted);
      for (const [key, value] of Object.entries(wanted)) {
        walk(isRecord(own) && Object.hasOwn(own, key) ? own[key] : undefined, value, [...path, key], without);
      }
      return;
    }
    const limit = limitFor(path, tolerance);
    if (own === ONLY_ARITHMETIC) {
      leftOut.push({
        path: place,
        reason: "R's own arithmetic on the input or a constant of the code: Concord was not asked",
        values: 1,
      });
      return;
    }
    if (agrees(own, wanted, limit)) {
      agreeing++;
      return;
    }
    if (withoutError && isNothing(own)) {
      leftOut.push({
        path: place,
        reason: "R's standard error is 0, and no test rests on it here",
        values: 1,
      });
      return;
    }
    const known = rulesAt(rules, path, wanted);
    const wider = known.find(({ within }) => within !== undefined && agrees(own, wanted, within));
    if (wider !== undefined) {
      agreeing++;
      looser.push({ path: place, reason: reasonWithin(wider), values: 1 });
      return;
    }
    const without = known.find(({ within }) => within === undefined);
    if (without !== undefined) leftOut.push({ path: place, reason: without.reason, values: 1 });
    else
      disagreements.push({
        path: place,
        expected: wanted,
        got: own,
        limit: known[0]?.within ?? limit,
        values: 1,
      });
  };

  walk(got, expected, []);
  return { agreeing, disagreements, leftOut, looser };
}

/** Whether all standard errors of a result are 0 in R and not given here. */
function lacksError(own: unknown, wanted: Readonly<Record<string, unknown>>): boolean {
  if (!isRecord(own) || !("se" in wanted) || !("se" in own)) return false;
  const [here, there] = [own.se, wanted.se].map((se) =>
    se instanceof Single
      ? se.list
      : Array.isArray(se) || ArrayBuffer.isView(se)
        ? Array.from(se as number[])
        : [se],
  );
  return there!.every((se) => se === 0) && here!.every(isNothing);
}

const isNothing = (value: unknown): boolean => value === null || Number.isNaN(value);

/** The loosest of the limits whose key is contained in a segment of the path. */
export function limitFor(path: readonly string[], tolerance: Tolerance): Limit {
  let limit: Limit = { rel: tolerance.rel, abs: tolerance.abs };
  for (const [key, looser] of Object.entries(tolerance.overrides ?? {})) {
    if (!path.some((segment) => segment.includes(key))) continue;
    limit = { rel: Math.max(limit.rel, looser.rel ?? 0), abs: Math.max(limit.abs, looser.abs ?? 0) };
  }
  return limit;
}

/** How many values stand below a node. */
export function countValues(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((total, value) => total + countValues(value), 0);
  if (isRecord(node))
    return Object.values(node).reduce<number>((total, value) => total + countValues(value), 0);
  return 1;
}

function failureOf(value: unknown): { readonly reason: string; readonly isLeftOut: boolean } | null {
  if (!isRecord(value) || value.kind !== "failed" || typeof value.reason !== "string") return null;
  return { reason: value.reason, isLeftOut: value.isLeftOut === true };
}

function agrees(got: unknown, expected: unknown, limit: Limit): boolean {
  // R's NA: nothing may be reported, least of all a zero.
  if (expected === null) return got === null || got === undefined || Number.isNaN(got);
  if (expected === "NaN") return got === null || Number.isNaN(got);
  if (expected === "Inf") return got === Number.POSITIVE_INFINITY || got === "Inf";
  if (expected === "-Inf") return got === Number.NEGATIVE_INFINITY || got === "-Inf";
  if (typeof expected === "number") {
    if (typeof got !== "number" || Number.isNaN(got)) return false;
    return Math.abs(got - expected) <= Math.max(limit.abs, limit.rel * Math.abs(expected));
  }
  return got === expected;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
