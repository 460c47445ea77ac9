import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { autoregressiveModel, satterthwaite } from "../../src/multilevel/index.ts";
import { fitted, sessions } from "./fitted.ts";

type Rows = ReturnType<typeof rowsOf>;

function rowsOf(seed: number) {
  const own = sessions(seed, 6, 4, 5);
  return {
    ...own,
    session: own.y.map((_, i) => (i % 5) + 1),
    z: own.x.map((x, i) => Math.sin(7 * i) + 0.3 * x),
    room: own.y.map((_, i) => `r${(i * 7) % 5}`),
  };
}

/** Another origin and unit of a predictor: a year, a serial day, milliseconds since 1970, an age, a small unit. */
const changes = [
  { what: "centred", shift: -3, scale: 1 },
  { what: "year", shift: 2017, scale: 1 },
  { what: "serial day", shift: 45000, scale: 7 },
  { what: "milliseconds since 1970", shift: 1.7e12, scale: 86_400_000 },
  { what: "age in decades", shift: 4.2, scale: 0.1 },
  { what: "small unit", shift: 0, scale: 1e-6 },
  { what: "turned round", shift: 10, scale: -1 },
];

const formulas = [
  "y ~ session + (session | client)",
  "y ~ session + z + (session + z | client)",
  "y ~ session + (session | therapist/client)",
  "y ~ session + (session | client) + (1 | room)",
  "y ~ session * z + (session | client)",
];

/** What does not depend on the origin of time: all coefficients that are slopes of the highest order in it. */
function invariantsOf(formula: string, rows: Rows, unit: number) {
  const fit = fitted(formula, rows);
  const tests = satterthwaite(fit).filter(
    ({ name }) => name.includes("session") || (name !== "(Intercept)" && !formula.includes("*")),
  );
  const slopes = fit.components.filter(({ first, second }) => first === "session" && second === undefined);
  const sizes = fit.fixed.filter(({ name }) => name.includes("session")).length;
  return [
    ...tests.flatMap(({ name, t, degreesOfFreedom, p }) => [
      [`t of ${name}`, Math.abs(t)] as const,
      [`df of ${name}`, degreesOfFreedom] as const,
      [`p of ${name}`, p] as const,
    ]),
    ...slopes.map(({ group, deviation }) => [`SD over ${group}`, deviation * Math.abs(unit)] as const),
    ["σ", fit.residualDeviation] as const,
    ["events", fit.singular.length] as const,
    // Restricted likelihoods count the unit of the predictors: log|X′X| / 2.
    ["log-likelihood", fit.logLikelihood + sizes * Math.log(Math.abs(unit))] as const,
  ];
}

/** A product with a far origin keeps nine digits, and a standard deviation half of those of its likelihood. */
function requireSame(
  got: readonly (readonly [string, number])[],
  expected: readonly (readonly [string, number])[],
  what: string,
): number {
  assert.equal(got.length, expected.length);
  got.forEach(([name, value], i) => {
    close(value, expected[i]![1], {
      what: `${what}: ${name}`,
      relative: what.includes("*") ? 1e-3 : 1e-5,
      absolute: 1e-7,
    });
  });
  return got.length;
}

test("a multilevel model does not depend on origin or unit of time, order of rows or names of groups", (t) => {
  let tried = 0;
  for (const seed of [3, 17]) {
    const rows = rowsOf(seed);
    for (const formula of formulas) {
      const expected = invariantsOf(formula, rows, 1);
      for (const { what, shift, scale } of changes) {
        const moved = { ...rows, session: rows.session.map((value) => shift + scale * value) };
        tried += requireSame(invariantsOf(formula, moved, scale), expected, `${formula}, ${what}`);
      }
      const turned = Object.fromEntries(
        Object.entries(rows).map(([name, values]) => [name, [...values].reverse()]),
      ) as unknown as Rows;
      tried += requireSame(invariantsOf(formula, turned, 1), expected, `${formula}, rows reversed`);
      const renamed = {
        ...rows,
        client: rows.client.map((name) => `0${9000 - Number(name.replaceAll(/\D/g, ""))}`),
        therapist: rows.therapist.map((name) => `Ünïcode ${name.length}${name}`),
      };
      tried += requireSame(invariantsOf(formula, renamed, 1), expected, `${formula}, groups renamed`);
    }
  }
  t.diagnostic(`${tried} invariances tried`);
});

test("a year is as good as a centred year: R's values", () => {
  const y = [
    19.78, 20.03, 20.98, 20.28, 22.58, 18.05, 19.21, 17.9, 16.77, 16.83, 18.58, 19.46, 18.93, 19.77, 20.15,
    16.78, 16.24, 16.99, 12.14, 12.99, 19.21, 18.47, 17.01, 17.09, 15.71, 22.09, 20.63, 19.79, 16.94, 15.69,
    15.15, 15.21, 15.17, 12.65, 13.91, 20.65, 18.06, 17.18, 17.92, 16.51, 17.45, 17.27, 18.08, 17.54, 16.25,
  ];
  const client = y.map((_, i) => `c${Math.floor(i / 5)}`);
  for (const [origin, unit] of [
    [2015, 1],
    [39.8, 0.1],
    [45000, 7],
    [1.42e12, 3.15e10],
  ] as const) {
    const fit = fitted("y ~ time + (time | client)", {
      y,
      client,
      time: y.map((_, i) => origin + unit * (i % 5)),
    });
    const slope = satterthwaite(fit)[1]!;
    const what = `from ${origin} by ${unit}`;
    // lmerTest 3.1-3, lmer(y ~ I(year - 2017) + (I(year - 2017) | client)).
    close(slope.estimate * unit, -0.53022222222, { what, relative: 1e-9 });
    close(slope.standardError * unit, 0.23461526605, { what, relative: 1e-7 });
    close(slope.degreesOfFreedom, 8.0000007069, { what, relative: 1e-5 });
    close(slope.t, -2.2599647122, { what, relative: 1e-7 });
    close(slope.p, 0.053725320211, { what, relative: 1e-5 });
    close(fit.logLikelihood + Math.log(unit), -77.9878395526, { what, relative: 1e-9 });
    assert.deepEqual(fit.singular, []);
  }
});

test("a model with serial correlation does not depend on origin or unit of a predictor", (t) => {
  let tried = 0;
  for (const seed of [3, 17]) {
    const rows = { ...rowsOf(seed), place: rowsOf(seed).session };
    const invariants = (session: readonly number[], unit: number) => {
      const fit = autoregressiveModel(
        "y ~ session + (session | client)",
        { ...rows, session },
        { group: "client", order: "place" },
      );
      if (fit.kind !== "fitted") throw new Error(fit.reason);
      const { t: ratio, p, degreesOfFreedom } = fit.coefficients[1]!;
      return [
        ["t", Math.abs(ratio)],
        ["df", degreesOfFreedom],
        ["p", p],
        ["φ", fit.correlation.value],
        ["σ", fit.residualDeviation],
        ["log-likelihood", fit.logLikelihood + Math.log(Math.abs(unit))],
      ] as const;
    };
    const expected = invariants(rows.session, 1);
    for (const { what, shift, scale } of changes) {
      const moved = rows.session.map((value) => shift + scale * value);
      tried += requireSame(invariants(moved, scale), expected, what);
    }
  }
  t.diagnostic(`${tried} invariances tried`);
});
