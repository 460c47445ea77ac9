import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { type RoundRobin, socialRelations, transferenceView } from "../../src/social-relations/index.ts";

function group(matrix: readonly (readonly (number | null)[])[]): RoundRobin {
  return { group: "", members: matrix.map((_, i) => `${i + 1}`), indicators: [matrix], leftOut: [] };
}

const golden = [
  [null, 5, 3, 6, 4],
  [7, null, 2, 6, 5],
  [4, 3, null, 5, 3],
  [6, 6, 4, null, 7],
  [5, 4, 1, 5, null],
];

test("by hand: the first member's view of the second, beside the three others' views", () => {
  // Ratings of the second less each perceiver's own effect: 5 − 0.2, and (3 + 1.4), (6 − 23/15), (4 + 0.8).
  const [first] = transferenceView(socialRelations([group(golden)]));
  const departure = first!.departures.find(({ target }) => target === "2")!;
  close(departure.view, 4.8, { what: "view", absolute: 1e-12 });
  close(departure.consensus, (4.4 + 67 / 15 + 4.8) / 3, { what: "consensus", absolute: 1e-12 });
  close(departure.departure, 4.8 - (4.4 + 67 / 15 + 4.8) / 3, { what: "departure", absolute: 1e-12 });
});

test("who sees everyone the other way round stands out, and only he", () => {
  const noise = (i: number, j: number) => ((i * 7 + j * 11) % 5) / 10;
  const matrix = Array.from({ length: 9 }, (_, i) =>
    Array.from({ length: 9 }, (__, j) => (i === j ? null : (i === 4 ? 9 - j : j) + noise(i, j))),
  );
  const views = transferenceView(socialRelations([group(matrix)]));
  const noticed = views.filter(({ size }) => size !== undefined && size.adjusted < 0.05);
  assert.deepEqual(
    noticed.map(({ perceiver }) => perceiver),
    ["5"],
  );
  assert.ok(noticed[0]!.size!.lower > 1);
});

test("a perceiver's own level moves no departure; the interval holds its ratio; correction never lowers p", () => {
  const cell = fc.integer({ min: 1, max: 9 });
  const matrices = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(matrices, fc.integer({ min: -9, max: 9 }), (rows, shift) => {
      const matrix = rows.map((row, i) => row.map((value, j) => (i === j ? null : value)));
      const moved = matrix.map((row, i) =>
        row.map((value) => (i === 0 && value !== null ? value + shift : value)),
      );
      const views = transferenceView(socialRelations([group(matrix)]));
      const others = transferenceView(socialRelations([group(moved)]));
      views.forEach((view, i) => {
        view.departures.forEach(({ departure }, j) => {
          close(others[i]!.departures[j]!.departure, departure, { what: "departure", absolute: 1e-10 });
        });
        if (view.size === undefined) return;
        const { lower, ratio, upper, p, adjusted } = view.size;
        assert.ok(lower <= ratio && ratio <= upper && p <= adjusted);
      });
    }),
  );
});

test("where all see all alike there is nothing to compare; a confidence of 1 is refused", () => {
  const alike = Array.from({ length: 5 }, (_, i) =>
    Array.from({ length: 5 }, (__, j) => (i === j ? null : 3)),
  );
  const fit = socialRelations([group(alike)]);
  for (const { level, size } of transferenceView(fit)) {
    assert.equal(level, undefined);
    assert.equal(size, undefined);
  }
  assert.throws(() => transferenceView(fit, 1), /confidence between 0 and 1: 1/);
});
