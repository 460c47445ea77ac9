import assert from "node:assert/strict";
import { test } from "node:test";
import { normalDraw, seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { multilevelMediation } from "../../src/mediation/index.ts";
import { linearModel } from "../../src/regression/index.ts";

const model = { predictor: "x", mediator: "m", outcome: "y", group: "client" };

function someSessions(seed: number, clients = 20, sessions = 5) {
  const chance = seededChance(seed);
  const rows = Array.from({ length: clients }, (_, client) => {
    const [u, v, w] = [normalDraw(chance), normalDraw(chance), normalDraw(chance)];
    return Array.from({ length: sessions }, () => {
      const x = u + normalDraw(chance);
      const m = 0.5 * x + v + normalDraw(chance);
      return { client, z: u, x, m, y: 0.4 * m + 0.2 * x + w + normalDraw(chance) };
    });
  }).flat();
  const column = (name: "client" | "x" | "m" | "y" | "z") => rows.map((row) => row[name]);
  return { client: column("client"), x: column("x"), m: column("m"), y: column("y"), z: column("z") };
}

test("with clients of one size the between paths are the regression of client means", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e5 }), (seed) => {
      const columns = someSessions(seed);
      const fit = multilevelMediation(model, columns, { chance: seededChance(1), draws: 200 });
      assert.ok(fit.kind === "fitted");
      assert.deepEqual([fit.design, fit.groups, fit.rows], ["1-1-1", 20, 100]);
      const means = (values: readonly number[]) =>
        Array.from(
          { length: 20 },
          (_, c) => values.slice(5 * c, 5 * c + 5).reduce((sum, value) => sum + value, 0) / 5,
        );
      const between = linearModel("m ~ x", { x: means(columns.x), m: means(columns.m) });
      assert.ok(between.kind === "fitted");
      const a = fit.effects.find(({ level, kind }) => level === "between" && kind === "a")!;
      close(a.estimate, between.coefficients[1]!.estimate, { absolute: 1e-6, what: "a between" });
      for (const side of ["within", "between"] as const) {
        const of = (kind: string) =>
          fit.effects.find((one) => one.level === side && one.kind === kind)!.estimate;
        close(of("indirect"), of("a") * of("b"), { absolute: 1e-12, what: "a·b" });
        close(of("total"), of("indirect") + of("direct"), { absolute: 1e-12, what: "total" });
      }
    }),
    { numRuns: 10 },
  );
});

test("a predictor of the client itself makes it 2-1-1: between effects only", () => {
  const fit = multilevelMediation({ ...model, predictor: "z" }, someSessions(4), { chance: seededChance(1) });
  assert.ok(fit.kind === "fitted");
  assert.equal(fit.design, "2-1-1");
  assert.ok(fit.effects.every(({ level }) => level === "between"));
  const { interval, estimate } = fit.effects.find(({ kind }) => kind === "indirect")!;
  assert.ok(interval[0] < estimate && estimate < interval[1]);
});

test("what is not multilevel says why", () => {
  const columns = someSessions(2, 6, 3);
  const chance = seededChance(1);
  assert.throws(
    () => multilevelMediation({ ...model, mediator: "x" }, columns, { chance }),
    /four different/,
  );
  const text = multilevelMediation(model, { ...columns, m: columns.m.map(String) }, { chance });
  assert.ok(text.kind === "refused" && /column m holds text/.test(text.reason));
  const single = multilevelMediation(model, { ...columns, client: columns.x.map((_, i) => i) }, { chance });
  assert.ok(single.kind === "refused");
});
