import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  crossProductsOf,
  fitFromCrossProducts,
  fitMultilevel,
  mixedDesignOf,
  mixedModelOf,
  sumsNeeded,
} from "../../src/multilevel/index.ts";
import { sessions } from "./fitted.ts";

/** What a grouped query gives back: sums of products per client, taken without regard to origins. */
function grouped(frame: ReturnType<typeof sessions>) {
  const cells = new Map<string, { groups: string[]; sums: number[] }>();
  frame.y.forEach((y, i) => {
    const row = [1, frame.x[i]!, y];
    const key = frame.client[i]!;
    const cell = cells.get(key) ?? { groups: [key, frame.therapist[i]!], sums: new Array<number>(6).fill(0) };
    let at = 0;
    for (let b = 0; b < 3; b++) for (let a = 0; a <= b; a++) cell.sums[at++]! += row[a]! * row[b]!;
    cells.set(key, cell);
  });
  return [...cells.values()];
}

test("sums from elsewhere give the fit that rows give", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2147483646 }), (seed) => {
      const frame = sessions(seed, 5, 4, 4);
      const formula = "y ~ x + (x | client) + (1 | therapist)";
      const design = mixedDesignOf(mixedModelOf(formula));
      const products = crossProductsOf(design, { origins: [0, 0, 0], cells: grouped(frame) });
      const [rows, sums] = [fitMultilevel(formula, frame), fitFromCrossProducts(design, products)];
      if (rows.kind === "refused" || sums.kind === "refused") throw new Error("both must fit");
      close(sums.criterion, rows.criterion, { what: "criterion", relative: 1e-10 });
      rows.fixed.forEach((effect, j) => {
        close(sums.fixed[j]!.estimate, effect.estimate, {
          what: effect.name,
          relative: 1e-6,
          absolute: 1e-7,
        });
      });
    }),
    { numRuns: 20 },
  );
});

test("a formula says which sums it needs", () => {
  const needed = sumsNeeded(mixedDesignOf(mixedModelOf("y ~ x + (x | therapist/client)")));
  assert.deepEqual(needed.groupBy, ["client", "therapist"]);
  assert.deepEqual(
    needed.columns.map(({ name }) => name),
    ["(Intercept)", "x", "y"],
  );
  assert.deepEqual(needed.products, [
    [0, 0],
    [0, 1],
    [1, 1],
    [0, 2],
    [1, 2],
    [2, 2],
  ]);
});

test("sums of another design are refused", () => {
  const frame = sessions(3, 4, 4, 3);
  const design = mixedDesignOf(mixedModelOf("y ~ x + (x | client) + (1 | therapist)"));
  const products = crossProductsOf(design, { origins: [0, 0, 0], cells: grouped(frame) });
  const other = mixedDesignOf(mixedModelOf("y ~ 1 + (1 | client) + (1 | therapist)"));
  assert.throws(
    () => fitFromCrossProducts(other, products),
    /sums require the columns of their design: 3 for 2/,
  );
});
