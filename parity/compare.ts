import type { LeftOut, Limit, Tolerance } from "./reference-case.ts";

export interface Disagreement {
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly limit: Limit;
}

export interface Comparison {
  readonly agreeing: number;
  readonly disagreements: readonly Disagreement[];
  readonly leftOut: readonly (LeftOut & { readonly values: number })[];
}

/** Compares every value of `expected` with its counterpart. */
export function compare(
  got: unknown,
  expected: unknown,
  tolerance: Tolerance,
  leftOut: readonly LeftOut[],
): Comparison {
  const disagreements: Disagreement[] = [];
  const omitted: (LeftOut & { values: number })[] = [];
  let agreeing = 0;

  const walk = (own: unknown, wanted: unknown, path: readonly string[]): void => {
    const place = path.join(".");
    const known = leftOut.find((entry) => entry.path === place);
    if (known !== undefined) {
      omitted.push({ ...known, values: countValues(wanted) });
      if (known.within === undefined) return;
      const looser = compare(own, wanted, known.within, []);
      for (const entry of looser.disagreements) {
        disagreements.push({ ...entry, path: [...path, entry.path].filter((part) => part !== "").join(".") });
      }
      return;
    }
    if (isRecord(wanted) && typeof wanted.not_compared === "string") {
      omitted.push({ path: place, reason: wanted.not_compared, values: 1 });
      return;
    }
    if (isRecord(wanted) && wanted.error === true) {
      if (isRecord(own) && own.error === true) agreeing++;
      else disagreements.push({ path: place, expected: "a refusal", got: own, limit: tolerance });
      return;
    }
    if (Array.isArray(wanted)) {
      const list = Array.isArray(own) ? own : [];
      wanted.forEach((value, i) => {
        walk(list[i], value, [...path, String(i)]);
      });
      if (list.length > wanted.length) {
        disagreements.push({
          path: place,
          expected: `${wanted.length} values`,
          got: list.length,
          limit: tolerance,
        });
      }
      return;
    }
    if (isRecord(wanted)) {
      for (const [key, value] of Object.entries(wanted)) {
        walk(isRecord(own) ? own[key] : undefined, value, [...path, key]);
      }
      return;
    }
    const limit = limitFor(path, tolerance);
    if (agrees(own, wanted, limit)) agreeing++;
    else disagreements.push({ path: place, expected: wanted, got: own, limit });
  };

  walk(got, expected, []);
  return { agreeing, disagreements, leftOut: omitted };
}

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

function agrees(got: unknown, expected: unknown, limit: Limit): boolean {
  // R's NA: nothing may be reported, least of all a zero.
  if (expected === null) return got === null || got === undefined || Number.isNaN(got);
  if (expected === "NaN") return got === null || Number.isNaN(got);
  if (expected === "Inf") return got === Number.POSITIVE_INFINITY;
  if (expected === "-Inf") return got === Number.NEGATIVE_INFINITY;
  if (typeof expected === "number") {
    if (typeof got !== "number" || Number.isNaN(got)) return false;
    return Math.abs(got - expected) <= Math.max(limit.abs, limit.rel * Math.abs(expected));
  }
  return got === expected;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
