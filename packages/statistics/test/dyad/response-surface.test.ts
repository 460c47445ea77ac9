import assert from "node:assert/strict";
import { test } from "node:test";
import { normalDraw, seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { responseSurface, type SurfaceModel } from "../../src/dyad/index.ts";

const model: SurfaceModel = { outcome: "z", x: "client", y: "therapist" };
const seeds = fc.integer({ min: 1, max: 1e6 });

function someRatings(seed: number, surface: (x: number, y: number) => number, noise: number) {
  const chance = seededChance(seed);
  const client = Array.from({ length: 40 }, () => 4 + normalDraw(chance));
  const therapist = client.map((own) => 0.5 * own + 2 + normalDraw(chance));
  return {
    client,
    therapist,
    z: client.map((own, i) => surface(own, therapist[i]!) + noise * normalDraw(chance)),
  };
}

function fitted(columns: ReturnType<typeof someRatings>, own: SurfaceModel = model) {
  const surface = responseSurface(own, columns);
  assert.ok(surface.kind === "fitted");
  return surface;
}

// z = 7 − (x − y)²: flat along agreement, falling by −4 along disagreement, the first axis the line of agreement.
test("a surface made of squared disagreement has a4 = −4, a1 = a2 = a3 = 0, p10 = 0 and p11 = 1", () => {
  const { lines, axes } = fitted(someRatings(2, (x, y) => 7 - (x - y) ** 2, 1e-7));
  [0, 0, 0, -4, 0].forEach((value, i) => {
    close(lines[i]!.estimate, value, { absolute: 1e-5, what: lines[i]!.name });
  });
  close(axes.firstSlope.estimate, 1, { absolute: 1e-4, what: "p11" });
});

// Edwards and Parry (1993), pp. 1582-1584, by hand for z = 2x + y − x² + xy − 2y²: x₀ = 9/7, y₀ = 4/7.
test("the stationary point and axes of a surface worked out by hand", () => {
  const { axes } = fitted(someRatings(5, (x, y) => 2 * x + y - x * x + x * y - 2 * y * y, 1e-7));
  close(axes.stationaryX.estimate, 9 / 7, { absolute: 1e-4, what: "x₀" });
  close(axes.stationaryY.estimate, 4 / 7, { absolute: 1e-4, what: "y₀" });
  close(axes.firstSlope.estimate, Math.SQRT2 - 1, { absolute: 1e-4, what: "p11" });
  close(axes.secondSlope.estimate, -Math.SQRT2 - 1, { absolute: 1e-4, what: "p21" });
});

test("exchanging the axes turns a3 and a5 around and keeps a1, a2 and a4", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const columns = someRatings(seed, (x, y) => x - 0.3 * y + 0.2 * x * y, 1);
      const there = fitted(columns).lines;
      const back = fitted(columns, { outcome: "z", x: "therapist", y: "client" }).lines;
      [1, 1, -1, 1, -1].forEach((sign, i) => {
        close(back[i]!.estimate, sign * there[i]!.estimate, { absolute: 1e-7, what: there[i]!.name });
        close(back[i]!.standardError, there[i]!.standardError, { relative: 1e-6, what: there[i]!.name });
      });
    }),
  );
});

test("curvatures do not depend on the point that ratings are counted from", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: -5, max: 9 }), (seed, centre) => {
      const columns = someRatings(seed, (x, y) => x - 0.3 * y + 0.2 * x * y, 1);
      const plain = fitted(columns);
      const moved = fitted(columns, { ...model, centre });
      for (const i of [1, 3, 4]) {
        close(moved.lines[i]!.estimate, plain.lines[i]!.estimate, {
          absolute: 1e-6,
          what: plain.lines[i]!.name,
        });
      }
      close(moved.fit.rSquared, plain.fit.rSquared, { absolute: 1e-8, what: "R²" });
    }),
  );
});

test("what is no surface is refused", () => {
  const columns = someRatings(1, (x, y) => x + y, 1);
  assert.throws(() => responseSurface({ ...model, y: "client" }, columns), /three different columns/);
  const text = responseSurface(model, { ...columns, client: columns.client.map(() => "high") });
  assert.ok(text.kind === "refused" && /client holds text/.test(text.reason));
  const same = responseSurface(model, { ...columns, therapist: columns.client });
  assert.ok(same.kind === "refused" && /cannot tell/.test(same.reason));
});
