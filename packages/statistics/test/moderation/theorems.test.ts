import assert from "node:assert/strict";
import { test } from "node:test";
import { normalDraw, seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  fiellerInterval,
  moderation,
  quadraticEffect,
  quadraticModeration,
  slopesAt,
} from "../../src/moderation/index.ts";
import { realRoots } from "../../src/moderation/real-roots.ts";
import { linearModel } from "../../src/regression/index.ts";

const model = { outcome: "y", predictor: "x", moderator: "w" };
const seeds = fc.integer({ min: 1, max: 1e6 });

function someColumns(seed: number, rows = 40) {
  const chance = seededChance(seed);
  const draw = () => Array.from({ length: rows }, () => normalDraw(chance));
  const x = draw();
  const w = draw();
  const g = x.map((_, i) => (i % 3 === 0 ? "a" : i % 3 === 1 ? "b" : "c"));
  return {
    x,
    w,
    g,
    y: draw().map((e, i) => e + 0.4 * x[i]! + 0.5 * x[i]! * w[i]! - 0.2 * x[i]! * w[i]! ** 2),
  };
}

test("at a Johnson-Neyman bound p is exactly one minus the level", () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom(0.8, 0.95, 0.99), (seed, level) => {
      const fit = moderation(model, someColumns(seed), { level });
      assert.ok(fit.kind === "fitted");
      const bounds = fit.effects[0]!.region!.bounds.filter((bound) => Math.abs(bound) < 1e4);
      for (const { effect } of slopesAt(fit.fit, "x", "w", bounds))
        close(effect.p, 1 - level, { relative: 1e-6, what: "p at the bound" });
    }),
  );
});

test("moving the moderator moves the bounds and leaves the interaction alone", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: -9, max: 9 }), (seed, shift) => {
      const columns = someColumns(seed);
      const moved = { ...columns, w: columns.w.map((value) => value + shift) };
      const [plain, other] = [moderation(model, columns), moderation(model, moved)];
      assert.ok(plain.kind === "fitted" && other.kind === "fitted");
      close(other.interaction.statistic, plain.interaction.statistic, { relative: 1e-7, what: "F" });
      plain.effects[0]!.region!.bounds.forEach((bound, i) => {
        close(other.effects[0]!.region!.bounds[i]!, bound + shift, {
          relative: 1e-6,
          absolute: 1e-6,
          what: "bound",
        });
      });
    }),
  );
});

test("the slope in a level is that of the level's own rows", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const columns = someColumns(seed);
      const fit = moderation({ ...model, moderator: "g" }, columns);
      assert.ok(fit.kind === "fitted");
      for (const { at, effect } of fit.effects[0]!.probes[0]!.slopes) {
        const rows = columns.g.flatMap((own, i) => (own === at ? [i] : []));
        const alone = linearModel("y ~ x", columns, { rows });
        assert.ok(alone.kind === "fitted");
        close(effect.estimate, alone.coefficients[1]!.estimate, { absolute: 1e-10, what: String(at) });
      }
    }),
  );
});

test("a curve turns where its slope is nought, and bounds of significance have p = .05", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const columns = someColumns(seed);
      const first = quadraticModeration(model, columns);
      assert.ok(first.kind === "fitted");
      const near = [first.extremum.at - 1e-3, first.extremum.at, first.extremum.at + 1e-3];
      const bounds = first.bounds.filter((bound) => Math.abs(bound) < 50);
      const again = quadraticModeration(model, columns, { values: [...near, ...bounds] });
      assert.ok(again.kind === "fitted");
      const [before, at, after] = again.slopes.map(({ effect }) => effect.estimate);
      const isPeak = first.extremum.kind === "peak";
      assert.ok(isPeak ? at! >= before! && at! >= after! : at! <= before! && at! <= after!);
      for (const { effect } of again.slopes.slice(3)) close(effect.p, 0.05, { relative: 1e-5, what: "p" });
    }),
  );
});

test("a peak outside the data is no peak: p is one", () => {
  const x = Array.from({ length: 30 }, (_, i) => i / 10);
  const chance = seededChance(3);
  const rising = quadraticEffect(
    { outcome: "y", predictor: "x" },
    {
      x,
      y: x.map((value) => 4 * value - 0.3 * value ** 2 + 0.1 * normalDraw(chance)),
    },
  );
  assert.ok(rising.kind === "fitted");
  assert.equal(rising.extremum.kind, "peak");
  assert.equal(rising.extremum.isInside, false);
  assert.equal(rising.extremum.p, 1);
});

test("Fieller's ends are those at which the ratio is t standard errors off", () => {
  const ratio = {
    numerator: 2,
    denominator: 4,
    numeratorVariance: 0.2,
    denominatorVariance: 0.3,
    covariance: 0.1,
  };
  const interval = fiellerInterval(ratio, 2);
  assert.ok(interval.kind === "bounded");
  for (const end of [interval.lower, interval.upper])
    close(Math.abs(2 - end * 4) / Math.sqrt(0.2 + end ** 2 * 0.3 - 2 * end * 0.1), 2, {
      absolute: 1e-9,
      what: "t",
    });
  assert.equal(fiellerInterval({ ...ratio, denominator: 0.1 }, 2).kind, "unbounded");
});

test("a polynomial made from its roots has them", () => {
  const far = fc.uniqueArray(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(far, fc.integer({ min: 1, max: 9 }), (wanted, factor) => {
      let polynomial = [factor];
      for (const root of wanted) {
        const own = polynomial;
        polynomial = [0, ...own].map((value, i) => value - root * (own[i] ?? 0));
      }
      const found = realRoots(polynomial);
      [...wanted]
        .sort((a, b) => a - b)
        .forEach((root, i) => {
          close(found[i]!, root, { absolute: 1e-8, what: `root ${i}` });
        });
      assert.equal(found.length, wanted.length);
    }),
  );
  assert.deepEqual(realRoots([1, 0, 1]), []);
});

test("what cannot be moderated says why", () => {
  const columns = someColumns(1);
  const curve = quadraticModeration({ ...model, moderator: "g" }, columns);
  assert.ok(curve.kind === "refused" && /g holds text/.test(curve.reason));
  const flat = moderation({ ...model, moderator: "flat" }, { ...columns, flat: columns.x.map(() => 2) });
  assert.ok(flat.kind === "refused" && /flat/.test(flat.reason));
  assert.throws(() => moderation({ ...model, moderator: "x" }, columns), /three different columns/);
});
