import assert from "node:assert/strict";
import { test } from "node:test";
import * as numerics from "../src/index.ts";

type Numeric = (...args: readonly number[]) => number;

/** A family of distributions, the parameters tried and the least value a variable takes. */
interface Family {
  readonly name: string;
  readonly parameters: readonly (readonly number[])[];
  readonly least: number;
  readonly most: number;
}

const families: readonly Family[] = [
  { name: "normal", parameters: [[]], least: -Infinity, most: Infinity },
  {
    name: "studentT",
    parameters: [[0.5], [1], [2], [3.7], [10], [120], [1e4], [1e7], [Infinity]],
    least: -Infinity,
    most: Infinity,
  },
  {
    name: "chiSquare",
    parameters: [[0.1], [1], [2], [3], [10], [57], [100], [1e3], [1e6]],
    least: 0,
    most: Infinity,
  },
  { name: "gamma", parameters: [[0.05], [0.5], [1], [1.5], [5], [40], [1e4]], least: 0, most: Infinity },
  {
    name: "f",
    parameters: [
      [1, 1],
      [1, 10],
      [2, 3.3],
      [5, 120],
      [30, 2],
      [200, 1e5],
      [3, Infinity],
      [0.4, 0.7],
    ],
    least: 0,
    most: Infinity,
  },
  {
    name: "beta",
    parameters: [
      [0.5, 0.5],
      [1, 1],
      [0.02, 3],
      [2, 5],
      [30, 0.4],
      [200, 300],
      [1e4, 3],
      [1, 1e5],
    ],
    least: 0,
    most: 1,
  },
];

/** Tail probabilities from 1e-300 to 1 − 2⁻⁵³, dense where a search may fail in a narrow window. */
const probabilities: readonly number[] = [
  ...Array.from({ length: 601 }, (_, i) => 10 ** (-300 + i / 2)).filter((p) => p < 1),
  ...Array.from({ length: 800 }, (_, i) => 10 ** (-40 + i / 20)).filter((p) => p < 1),
  ...Array.from({ length: 99 }, (_, i) => (i + 1) / 100),
  ...Array.from({ length: 159 }, (_, i) => 1 - 10 ** (-(i + 1) / 10)),
  1 - 2 ** -53,
];

/** Log probabilities beyond what a probability itself can hold. */
const farLogarithms: readonly number[] = [-750, -1e3, -3e4, -1e6];

const forms = [
  { quantile: "Quantile", tail: "LogCumulative", isLower: true },
  { quantile: "UpperQuantile", tail: "LogSurvival", isLower: false },
] as const;

const functions = numerics as unknown as Readonly<Record<string, Numeric>>;

/** The value lies between two that differ from it by one part in 1e11, at which the tail is on either side of the target. */
function requireBracket(
  family: Family,
  form: (typeof forms)[number],
  parameters: readonly number[],
  logP: number,
  x: number,
  what: string,
): void {
  // Zero in the middle of a family has no relative width; a variable that starts there has the smallest normal number.
  const width = Math.max(1e-11 * Math.abs(x), family.least < 0 ? 1e-15 : 2.3e-308);
  const below = x === Infinity ? Number.MAX_VALUE : Math.max(family.least, x - width);
  const above = x === -Infinity ? -Number.MAX_VALUE : Math.min(family.most, x + width);
  const tail = functions[`${family.name}${form.tail}`]!;
  const low = tail(form.isLower ? below : above, ...parameters);
  const high = tail(form.isLower ? above : below, ...parameters);
  const grain = 1e-13 * Math.max(1e-3, Math.abs(logP));
  assert.ok(
    low <= logP + grain && logP - grain <= high,
    `${what}: ${x}, log tails ${low}, ${high}, asked ${logP}`,
  );
}

for (const family of families) {
  test(`${family.name}: every quantile inverts its own tail from 1e-300 to 1 − 2⁻⁵³`, (t) => {
    let tried = 0;
    for (const parameters of family.parameters) {
      for (const form of forms) {
        const plain = functions[`${family.name}${form.quantile}`]!;
        const logged = functions[`${family.name}Log${form.quantile}`]!;
        for (const p of probabilities) {
          // The logarithm of a probability near one is taken from its complement, which is exact.
          const logP = p < 0.5 ? Math.log(p) : Math.log1p(-(1 - p));
          const what = `${family.name}(${parameters.join(", ")}) ${form.quantile} of ${p}`;
          requireBracket(family, form, parameters, logP, plain(p, ...parameters), what);
          requireBracket(family, form, parameters, logP, logged(logP, ...parameters), `log ${what}`);
          tried += 2;
        }
        for (const logP of farLogarithms) {
          const what = `${family.name}(${parameters.join(", ")}) Log${form.quantile} of ${logP}`;
          requireBracket(family, form, parameters, logP, logged(logP, ...parameters), what);
          tried++;
        }
      }
    }
    assert.ok(tried > 6000);
    t.diagnostic(`${tried} quantiles tried`);
  });
}
