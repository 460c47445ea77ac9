import * as numerics from "@concord/numerics";
import type { Adapter, ReferenceCase } from "../reference-case.ts";

const FAMILY: Readonly<Record<string, string>> = {
  norm: "normal",
  t: "studentT",
  chisq: "chiSquare",
  f: "f",
  beta: "beta",
};

type Columns = Readonly<Record<string, readonly number[]>>;
const door = numerics as unknown as Readonly<Record<string, (...args: readonly number[]) => number>>;

/** Every point by the function that its flags ask for: lower or upper tail, as it is or as a logarithm. */
function run({ id, input }: ReferenceCase): unknown {
  const { lower_tail, log_p, ...args } = input;
  const lower = lower_tail as readonly boolean[];
  const log = log_p as readonly boolean[];
  const isProbability = id.startsWith("di-p");
  const family = FAMILY[id.slice("di-p".length)];
  const columns = Object.values(args as Columns);
  return {
    value: lower.map((isLower, i) => {
      const end = isProbability
        ? isLower
          ? "Cumulative"
          : "Survival"
        : isLower
          ? "Quantile"
          : "UpperQuantile";
      return door[`${family}${log[i] ? "Log" : ""}${end}`]!(...columns.map((column) => column[i]!));
    }),
  };
}

const leftOut: Readonly<Record<string, Adapter["leftOut"]>> = {
  "di-pbeta": () => [
    {
      path: "value.192",
      reason: "R 4.2.2 gives -1833.438 where 60-digit arithmetic (mpmath 1.3.0) gives -1846.236, as here",
    },
  ],
  "di-pf": () => [
    {
      path: "value.53",
      reason: "R 4.2.2 gives -Inf where 50-digit arithmetic (mpmath 1.3.0) gives -982.931340386312, as here",
    },
  ],
};

export const adapters: Readonly<Record<string, Adapter>> = Object.fromEntries(
  ["p", "q"].flatMap((kind) =>
    Object.keys(FAMILY).map((family) => {
      const id = `di-${kind}${family}`;
      const omit = leftOut[id];
      return [id, omit === undefined ? { run } : { run, leftOut: omit }] as const;
    }),
  ),
);
