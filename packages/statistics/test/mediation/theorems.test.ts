import assert from "node:assert/strict";
import { test } from "node:test";
import { normalCumulative, normalDraw, seededChance, shuffled } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  bootstrapMediation,
  type EffectRole,
  type FittedMediation,
  type MediationModel,
  mediation,
  monteCarloIntervals,
  normalScaleQuantile,
  productNormalCumulative,
  productNormalInterval,
  quantileType6,
  quantileType7,
} from "../../src/mediation/index.ts";

type Columns = Readonly<Record<string, readonly number[]>>;

function someColumns(seed: number, rows: number): Columns {
  const chance = seededChance(seed);
  const draw = () => Array.from({ length: rows }, () => normalDraw(chance));
  const x = draw();
  const w = draw();
  const c = draw();
  const m1 = draw().map((e, i) => e + 0.5 * x[i]! + 0.3 * x[i]! * w[i]!);
  const m2 = draw().map((e, i) => e - 0.4 * m1[i]! + 0.2 * c[i]!);
  const m3 = draw().map((e, i) => e + 0.3 * m1[i]! + 0.2 * m2[i]!);
  const y = draw().map((e, i) => e + 0.2 * x[i]! + m2[i]! - 0.5 * m3[i]!);
  return { x, w, c, m1, m2, m3, y };
}

function fitted(
  model: MediationModel,
  columns: Columns,
  moderatorValues?: readonly number[],
): FittedMediation {
  const fit = mediation(model, columns, moderatorValues === undefined ? {} : { moderatorValues });
  assert.ok(fit.kind === "fitted");
  return fit;
}

const values = (fit: FittedMediation, kind: EffectRole["kind"]) =>
  fit.effects.filter(({ role }) => role.kind === kind).map(({ estimate }) => estimate);

const ARROWS: (readonly [string, string])[] = [
  ["m1", "m2"],
  ["m1", "m3"],
  ["m2", "m3"],
];
const someArrows = fc.subarray(ARROWS);

test("total = direct + all indirect, exactly, whatever the arrows, and is the slope without the mediators", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.integer({ min: 12, max: 60 }),
      someArrows,
      (seed, rows, arrows) => {
        const fit = fitted(
          {
            predictor: "x",
            mediators: ["m1", "m2", "m3"],
            outcome: "y",
            covariates: ["c"],
            arrangement: { kind: "arrows", arrows },
          },
          someColumns(seed, rows),
        );
        const indirect = values(fit, "indirect").reduce((sum, value) => sum + value, 0);
        close(values(fit, "direct")[0]! + indirect, fit.total!.coefficients[1]!.estimate, {
          absolute: 1e-10,
          what: "total",
        });
        close(values(fit, "total-indirect")[0]!, indirect, { absolute: 1e-10, what: "sum" });
      },
    ),
  );
});

test("the order of rows is irrelevant; a change of units changes an indirect effect by their ratio", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 20 }), (seed, unit) => {
      const columns = someColumns(seed, 25);
      const order = shuffled(
        seededChance(seed + 1),
        columns.x!.map((_, i) => i),
      );
      const mixed = Object.fromEntries(
        Object.entries(columns).map(([name, own]) => [name, order.map((i) => own[i]!)]),
      );
      const rescaled = {
        ...columns,
        y: columns.y!.map((value) => unit * value + 3),
        m1: columns.m1!.map((m) => m / 7),
      };
      const model: MediationModel = { predictor: "x", mediators: ["m1"], outcome: "y" };
      const plain = fitted(model, columns).effects[0]!;
      close(fitted(model, mixed).effects[0]!.estimate, plain.estimate, { absolute: 1e-11, what: "order" });
      const scaled = fitted(model, rescaled).effects[0]!;
      close(scaled.estimate, unit * plain.estimate, { absolute: 1e-10 * unit, what: "units" });
      close(scaled.z, plain.z, { relative: 1e-8, absolute: 1e-10, what: "z" });
    }),
  );
});

test("the index of moderated mediation is the difference of conditional effects one unit apart", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom("first" as const, "second" as const),
      (seed, path) => {
        const fit = fitted(
          { predictor: "x", mediators: ["m1"], outcome: "y", moderation: { moderator: "w", paths: [path] } },
          someColumns(seed, 30),
          [1, 2],
        );
        const [low, high] = values(fit, "indirect");
        close(values(fit, "index")[0]!, high! - low!, { absolute: 1e-10, what: "index" });
      },
    ),
  );
});

test("a resample that is the sample gives the estimates themselves", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const fit = fitted(
        { predictor: "x", mediators: ["m1", "m2"], outcome: "y", arrangement: { kind: "serial" } },
        someColumns(seed, 20),
      );
      const all = Array.from({ length: 20 }, (_, i) => i);
      const { effects } = bootstrapMediation(fit, { kind: "given", rows: [all, all, all] });
      for (const { draws, effect } of effects) {
        for (const draw of draws)
          close(draw, effect.estimate, { absolute: 1e-10, relative: 1e-10, what: effect.role.kind });
      }
    }),
  );
});

test("resamples in which a predictor is constant are counted, not used", () => {
  const x = [0, 0, 0, 0, 0, 1];
  const fit = fitted(
    { predictor: "x", mediators: ["m"], outcome: "y" },
    {
      x,
      m: [1, 2, 4, 3, 5, 4],
      y: [2, 1, 3, 5, 4, 6],
    },
  );
  const given = [
    [0, 1, 2, 3, 4, 4],
    [0, 1, 2, 3, 4, 5],
    [5, 1, 2, 0, 3, 3],
  ];
  const { failed, resamples } = bootstrapMediation(fit, { kind: "given", rows: given });
  assert.deepEqual([failed, resamples], [1, 2]);
  assert.throws(
    () =>
      bootstrapMediation(fit, {
        kind: "given",
        rows: [
          [0, 6],
          [1, 2],
        ],
      }),
    /rows from 1 to 6/,
  );
});

test("P(AB ≤ 0) is that of signs that differ; a path without doubt leaves a normal", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0.05, max: 2, noNaN: true }),
      fc.double({ min: 0.05, max: 2, noNaN: true }),
      (a, b, sa, sb) => {
        const below = normalCumulative(-a / sa);
        const under = normalCumulative(-b / sb);
        const got = productNormalCumulative(
          0,
          { estimate: a, standardError: sa },
          { estimate: b, standardError: sb },
        );
        close(got, below * (1 - under) + (1 - below) * under, { absolute: 1e-9, what: "P(AB ≤ 0)" });
      },
    ),
  );
  const [low, high] = productNormalInterval(
    { estimate: 2, standardError: 1e-7 },
    { estimate: 0.5, standardError: 0.1 },
  );
  close(low, 1 - 1.959963984540054 * 0.2, { absolute: 1e-6, what: "lower" });
  close(high, 1 + 1.959963984540054 * 0.2, { absolute: 1e-6, what: "upper" });
});

test("the Monte Carlo interval nears the product's own", () => {
  const a = { estimate: 0.4, standardError: 0.15 };
  const b = { estimate: 0.6, standardError: 0.2 };
  const covariance = { rows: 2, columns: 2, values: Float64Array.of(0.0225, 0, 0, 0.04) };
  const [drawn] = monteCarloIntervals([[{ factor: 1, of: [0, 1] }]], [0.4, 0.6], covariance, {
    count: 100_000,
    chance: seededChance(5),
    level: 0.95,
  });
  const exact = productNormalInterval(a, b);
  close(drawn![0], exact[0], { absolute: 0.004, what: "lower" });
  close(drawn![1], exact[1], { absolute: 0.008, what: "upper" });
});

test("quantiles by hand", () => {
  const four = Float64Array.of(1, 2, 4, 8);
  close(quantileType7(four, 0.25), 1.75, { absolute: 1e-15, what: "type 7" });
  close(quantileType6(four, 0.25), 1.25, { absolute: 1e-15, what: "type 6" });
  close(normalScaleQuantile(four, 0.4), 2, { absolute: 1e-15, what: "at a rank" });
  close(normalScaleQuantile(four, 0.5), 3, { absolute: 1e-12, what: "halfway on the normal scale" });
  assert.deepEqual([normalScaleQuantile(four, 0.01), normalScaleQuantile(four, 0.99)], [1, 8]);
});
