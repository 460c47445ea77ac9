import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { fitMultilevel, satterthwaite } from "../../src/multilevel/index.ts";
import { linearModel } from "../../src/regression/index.ts";
import { fitted, sessions } from "./fitted.ts";

const seeds = fc.integer({ min: 1, max: 2147483646 });

test("a balanced one-way design has the closed form of its analysis of variance", () => {
  const values = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 }), {
    minLength: 3,
    maxLength: 8,
  });
  fc.assert(
    fc.property(values, (groups) => {
      const n = 4;
      const a = groups.length;
      const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
      const grand = mean(groups.flat());
      const betweenSquare = groups.reduce((sum, own) => sum + n * (mean(own) - grand) ** 2, 0) / (a - 1);
      const withinSum = groups.reduce(
        (sum, own) => sum + own.reduce((total, x) => total + (x - mean(own)) ** 2, 0),
        0,
      );
      const withinSquare = withinSum / (a * (n - 1));
      fc.pre(withinSquare > 1e-3 && Math.abs(betweenSquare - withinSquare) > 1e-2 * withinSquare);
      const frame = { y: groups.flat(), g: groups.flatMap((own, i) => own.map(() => `g${i}`)) };
      const fit = fitted("y ~ 1 + (1 | g)", frame);
      const isInside = betweenSquare > withinSquare;
      const total = (withinSum + (a - 1) * betweenSquare) / (a * n - 1);
      const between = isInside ? (betweenSquare - withinSquare) / n : 0;
      const within = isInside ? withinSquare : total;
      const grain = 1e-7 * total;
      close(fit.components[0]!.covariance, between, { what: "between", relative: 1e-6, absolute: grain });
      close(fit.components[1]!.covariance, within, { what: "within", relative: 1e-6 });
      assert.equal(fit.singular.length, isInside ? 0 : 1);
      if (isInside) {
        const [test] = satterthwaite(fit);
        close(test!.degreesOfFreedom, a - 1, { what: "Satterthwaite", relative: 1e-4 });
      }
    }),
    { numRuns: 60 },
  );
});

test("where no variance is left between groups, the fixed effects are those of least squares", () => {
  // Every group has the same mean of y and of x.
  const frame = {
    x: [-1, 0, 1, -2, 0, 2, -1, 1, 0, -1, 0, 1],
    y: [-3, 1, 2, -2, -1, 3, -2, 1, 1, 0, -1, 1],
    g: ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"],
  };
  const fit = fitted("y ~ x + (1 | g)", frame);
  assert.deepEqual(fit.singular, [{ group: "g", effect: "(Intercept)", reason: "no-variance" }]);
  const line = linearModel("y ~ x", frame);
  if (line.kind !== "fitted") throw new Error(line.reason);
  line.coefficients.forEach((coefficient, j) => {
    const own = fit.fixed[j]!;
    close(own.estimate, coefficient.estimate, { what: own.name, relative: 1e-12, absolute: 1e-12 });
    close(own.standardError, coefficient.standardError, { what: `error of ${own.name}`, relative: 1e-9 });
  });
});

test("scale and place of the outcome scale and move what they should, and nothing else", () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0.01, max: 1000, noNaN: true }), (seed, factor) => {
      const frame = sessions(seed, 5, 4, 4);
      const formula = "y ~ x + (1 | therapist) + (x | client)";
      const plain = fitMultilevel(formula, frame);
      const moved = fitMultilevel(formula, { ...frame, y: frame.y.map((y) => factor * y + 7) });
      if (plain.kind === "refused" || moved.kind === "refused") return;
      const rows = frame.y.length - 2;
      const shift = 2 * rows * Math.log(factor);
      close(moved.criterion, plain.criterion + shift, { what: "criterion", relative: 1e-9, absolute: 1e-7 });
      close(moved.fixed[0]!.estimate, factor * plain.fixed[0]!.estimate + 7, {
        what: "mean",
        relative: 1e-5,
      });
      close(moved.fixed[1]!.estimate, factor * plain.fixed[1]!.estimate, {
        what: "slope",
        relative: 1e-4,
        absolute: 1e-5 * factor,
      });
    }),
    { numRuns: 25 },
  );
});

test("a predictor in other units gives the same likelihood, and its slope in those units", () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, unit) => {
      const frame = sessions(seed, 4, 5, 4);
      const formula = "y ~ x + (x | client)";
      const plain = fitMultilevel(formula, frame, { method: "ML" });
      const other = fitMultilevel(
        formula,
        { ...frame, x: frame.x.map((x) => unit * x + 3 * unit) },
        { method: "ML" },
      );
      if (plain.kind === "refused" || other.kind === "refused") return;
      close(other.criterion, plain.criterion, { what: "criterion", relative: 1e-9 });
      close(other.fixed[1]!.estimate * unit, plain.fixed[1]!.estimate, {
        what: "slope",
        relative: 1e-4,
        absolute: 1e-5,
      });
    }),
    { numRuns: 25 },
  );
});

test("names of groups and the order of rows change nothing", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const frame = sessions(seed, 4, 4, 3);
      const plain = fitMultilevel("y ~ x + (1 | therapist/client)", frame);
      const order = frame.y
        .map((_, i) => i)
        .sort((a, b) => ((a * 7919 + seed) % 97) - ((b * 7919 + seed) % 97));
      const turned = fitMultilevel("y ~ x + (1 | therapist/client)", {
        x: order.map((i) => frame.x[i]!),
        y: order.map((i) => frame.y[i]!),
        therapist: order.map((i) => `Dr ${frame.therapist[i]}`),
        client: order.map(
          (i) => frame.client[i]!.length * 1000 + Number(frame.client[i]!.replace(/\D/g, "")),
        ),
      });
      if (plain.kind === "refused" || turned.kind === "refused") return;
      close(turned.criterion, plain.criterion, { what: "criterion", relative: 1e-10 });
    }),
    { numRuns: 25 },
  );
});

test("a larger model never has the lower likelihood", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const frame = sessions(seed, 5, 4, 4);
      const formulas = [
        "y ~ 1 + (1 | client)",
        "y ~ x + (1 | client)",
        "y ~ x + (x || client)",
        "y ~ x + (x | client)",
        "y ~ x + (x | client) + (1 | therapist)",
      ];
      const values = formulas.map((formula) => fitMultilevel(formula, frame, { method: "ML" }));
      values.reduce((smaller, larger) => {
        if (smaller.kind === "refused" || larger.kind === "refused") return larger;
        assert.ok(larger.logLikelihood >= smaller.logLikelihood - 1e-7, larger.model.formula);
        return larger;
      });
    }),
    { numRuns: 20 },
  );
});
