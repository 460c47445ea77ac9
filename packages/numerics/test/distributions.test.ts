import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import * as numerics from "../src/index.ts";
import {
  betaLogSurvival,
  chiSquareCumulative,
  chiSquareSurvival,
  chiSquareUpperQuantile,
  fSurvival,
  logBeta,
  logGamma,
  normalCumulative,
  normalQuantile,
  normalSurvival,
  studentTCumulative,
  studentTLogSurvival,
  studentTQuantile,
  studentTSurvival,
} from "../src/index.ts";
import { close } from "../src/testing.ts";

interface Points {
  readonly arguments: Readonly<Record<string, readonly number[]>>;
  readonly lower_tail: readonly boolean[];
  readonly log_p: readonly boolean[];
  readonly value: readonly (number | "Inf" | "-Inf")[];
}

const fixture = JSON.parse(
  readFileSync(new URL("./fixtures/distributions.json", import.meta.url), "utf8"),
) as { readonly functions: Readonly<Record<string, Points>> };

const FAMILY: Readonly<Record<string, string>> = {
  norm: "normal",
  t: "studentT",
  chisq: "chiSquare",
  f: "f",
  beta: "beta",
};
const door = numerics as unknown as Readonly<Record<string, (...args: readonly number[]) => number>>;

for (const [name, points] of Object.entries(fixture.functions)) {
  test(`${name}: both tails and their logarithms agree with R`, () => {
    // R's own quantiles stop at about eight digits in places; its probabilities carry at least ten.
    const relative = name.startsWith("p") ? 1e-11 : 1e-8;
    points.value.forEach((expected, i) => {
      const side = points.lower_tail[i];
      const log = points.log_p[i] ? "Log" : "";
      const end = name.startsWith("p")
        ? side
          ? "Cumulative"
          : "Survival"
        : side
          ? "Quantile"
          : "UpperQuantile";
      const args = Object.values(points.arguments).map((column) => column[i]!);
      const got = door[`${FAMILY[name.slice(1)]}${log}${end}`]!(...args);
      if (typeof expected === "string") assert.equal(got, expected === "Inf" ? Infinity : -Infinity);
      else
        close(got, expected, { relative, absolute: 1e-300, what: `${name} point ${i}: ${args.join(", ")}` });
    });
  });
}

test("a beta tail where R 4.2.2 is off in the third digit agrees with 60-digit arithmetic (mpmath 1.3.0)", () => {
  const got = betaLogSurvival(0.3753806008026004, 35.78852141860201, 4274.800883214611);
  close(got, -1846.2361064361453, { relative: 1e-13, what: "log tail" });
});

test("t with 1e8 degrees of freedom agrees with 60-digit arithmetic (mpmath 1.3.0)", () => {
  const got = studentTLogSurvival(3.228358908143693, 1e8);
  close(got, -7.381745250177913, { relative: 1e-12, what: "log tail" });
});

test("values printed in tables: z .975, t(10) .975, chi-square(3) .05 upper, F(2, 12) .05", () => {
  // Fisher RA, Yates F (1963), Statistical Tables, tables I, III, IV and V.
  close(normalQuantile(0.975), 1.959964, { absolute: 5e-7, what: "z" });
  close(studentTQuantile(0.975, 10), 2.228, { absolute: 5e-4, what: "t" });
  close(chiSquareUpperQuantile(0.05, 3), 7.815, { absolute: 5e-4, what: "chi-square" });
  close(fSurvival(3.89, 2, 12), 0.05, { absolute: 5e-4, what: "F" });
});

test("t with 1 degree of freedom is Cauchy, with 2 it has a closed form", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
      close(studentTCumulative(x, 1), 0.5 + Math.atan(x) / Math.PI, {
        absolute: 1e-14,
        what: `Cauchy at ${x}`,
      });
      const closed = 0.5 + x / (2 * Math.sqrt(2 + x * x));
      close(studentTCumulative(x, 2), closed, { absolute: 1e-14, what: `t(2) at ${x}` });
    }),
  );
});

test("the two tails add to one, and mirror for symmetric families", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.1, max: 1e5, noNaN: true }),
      (x, df) => {
        close(studentTCumulative(x, df) + studentTSurvival(x, df), 1, { absolute: 1e-15, what: "t" });
        assert.equal(studentTCumulative(-x, df), studentTSurvival(x, df));
        assert.equal(normalCumulative(-x), normalSurvival(x));
        const size = Math.abs(x);
        close(chiSquareCumulative(size, df) + chiSquareSurvival(size, df), 1, {
          absolute: 1e-15,
          what: "χ²",
        });
      },
    ),
  );
});

test("a quantile undoes its probability", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -300, max: -1e-3, noNaN: true }),
      fc.double({ min: 2, max: 1e4, noNaN: true }),
      (logP, df) => {
        const x = numerics.studentTLogQuantile(logP, df);
        close(numerics.studentTLogCumulative(x, df), logP, { relative: 1e-11, what: `t(${df})` });
        const q = numerics.chiSquareLogQuantile(logP, df);
        // Below the smallest double the quantile is zero and there is nothing to undo.
        if (q > 1e-290)
          close(numerics.chiSquareLogCumulative(q, df), logP, { relative: 1e-11, what: `χ²(${df})` });
        const f = numerics.fLogUpperQuantile(logP, df, 7);
        close(numerics.fLogSurvival(f, df, 7), logP, { relative: 1e-11, what: `F(${df}, 7)` });
      },
    ),
  );
});

test("infinite degrees of freedom are the limit", () => {
  assert.equal(studentTCumulative(1.3, Infinity), normalCumulative(1.3));
  close(fSurvival(2, 3, Infinity), chiSquareSurvival(6, 3), { relative: 1e-15, what: "F limit" });
});

test("the ends: probability 0 and 1, the middle, NaN in, mistakes refused", () => {
  assert.equal(normalQuantile(0), -Infinity);
  assert.equal(normalQuantile(1), Infinity);
  assert.equal(studentTQuantile(0.5, 4), 0);
  assert.equal(studentTQuantile(1, 4), Infinity);
  assert.equal(chiSquareUpperQuantile(1, 4), 0);
  assert.ok(Number.isNaN(studentTCumulative(Number.NaN, 3)));
  assert.throws(() => studentTCumulative(1, 0), /Student's t distribution requires df > 0: 0/);
  assert.throws(() => normalQuantile(1.2), /quantile requires a probability between 0 and 1: 1.2/);
  assert.throws(() => fSurvival(1, -1, 3), /F distribution requires degrees of freedom > 0: -1, 3/);
});

test("log gamma at factorials, a half, and the roots; log beta by log gamma", () => {
  close(logGamma(0.5), 0.5 * Math.log(Math.PI), { relative: 1e-15, what: "half" });
  let factorial = 1;
  for (let n = 1; n < 20; n++) {
    close(logGamma(n), Math.log(factorial), { absolute: 1e-15, relative: 1e-15, what: `${n}` });
    factorial *= n;
  }
  // Γ(1 + z) ≈ 1 − γz near z = 0.
  close(logGamma(1 + 2 ** -40), -0.5772156649015329 * 2 ** -40, { relative: 1e-11, what: "root at 1" });
  close(logBeta(3, 4), Math.log(1 / 60), { relative: 1e-14, what: "beta" });
  close(logBeta(2, 1e9), -Math.log(1e9) - Math.log(1e9 + 1), { relative: 1e-15, what: "large" });
});

const DENSITIES: Readonly<
  Record<string, { readonly at: readonly number[]; readonly with: readonly number[] }>
> = {
  normal: { at: [-3, -0.4, 0, 1.7], with: [] },
  studentT: { at: [-3, -0.4, 0, 1.7], with: [5] },
  chiSquare: { at: [0.3, 2, 9], with: [3] },
  gamma: { at: [0.3, 2, 9], with: [0.7] },
  f: { at: [0.2, 1, 4], with: [3, 11] },
  beta: { at: [0.1, 0.5, 0.97], with: [2.5, 0.8] },
};

for (const [family, { at, with: parameters }] of Object.entries(DENSITIES)) {
  test(`${family}: the density is the slope of the cumulative`, () => {
    // Central differences lose about h² of the third derivative, and 1e-16/h to rounding.
    const h = 1e-5;
    const cumulative = (x: number) => door[`${family}Cumulative`]!(x, ...parameters);
    for (const x of at) {
      const slope = (cumulative(x + h) - cumulative(x - h)) / (2 * h);
      close(door[`${family}Density`]!(x, ...parameters), slope, { relative: 1e-6, what: `density at ${x}` });
    }
  });
}

test("at its end a density is what the limit says: nought, a number or infinity", () => {
  assert.deepEqual(
    [1, 2, 3].map((df) => numerics.chiSquareDensity(0, df)),
    [Infinity, 0.5, 0],
  );
  assert.deepEqual(
    [1, 2, 3].map((df) => numerics.fDensity(0, df, 9)),
    [Infinity, 1, 0],
  );
  // B(a, 1) has the density a xᵃ⁻¹, B(1, b) the density b(1 − x)ᵇ⁻¹.
  assert.deepEqual([numerics.betaDensity(0, 1, 4), numerics.betaDensity(1, 4, 1)], [4, 4]);
  assert.deepEqual([numerics.betaDensity(-0.1, 2, 2), numerics.betaDensity(1.1, 2, 2)], [0, 0]);
});
