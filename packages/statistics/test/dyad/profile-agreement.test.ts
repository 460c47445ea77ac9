import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { profileAgreement } from "../../src/dyad/index.ts";

const profiles = fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 6, maxLength: 6 }), {
  minLength: 3,
  maxLength: 8,
});

test("a profile agrees with itself wholly, in every measure", () => {
  fc.assert(
    fc.property(profiles, (own) => {
      for (const dyad of profileAgreement({ first: own, second: own }).dyads) {
        assert.equal(dyad.squaredDistance, 0);
        if (dyad.scatter[0] === 0) continue;
        close(dyad.pearson, 1, { absolute: 1e-12, what: "r" });
        close(dyad.concordance, 1, { absolute: 1e-12, what: "concordance" });
        close(dyad.doubleEntry, 1, { absolute: 1e-12, what: "double entry" });
        close(dyad.intraclass[0], 1, { absolute: 1e-12, what: "ICC(1)" });
      }
    }),
  );
});

test("a constant added to one side changes elevation, not shape; concordance can only fall", () => {
  fc.assert(
    fc.property(profiles, fc.integer({ min: 1, max: 5 }), (own, shift) => {
      const other = own.map((row, i) => row.map((value, j) => ((value + i + j) % 7) + 1));
      const there = profileAgreement({ first: own, second: own });
      const plain = profileAgreement({ first: own, second: other }).dyads;
      const moved = profileAgreement({
        first: own,
        second: other.map((row) => row.map((value) => value + shift)),
      }).dyads;
      plain.forEach((dyad, i) => {
        close(moved[i]!.elevation, dyad.elevation - shift, { absolute: 1e-12, what: "elevation" });
        if (Number.isFinite(dyad.pearson))
          close(moved[i]!.pearson, dyad.pearson, { absolute: 1e-12, what: "r" });
        const shifted = profileAgreement({
          first: own,
          second: own.map((row) => row.map((value) => value + shift)),
        }).dyads[i]!;
        if (there.dyads[i]!.scatter[0] > 0) assert.ok(shifted.concordance < there.dyads[i]!.concordance);
      });
    }),
  );
});

test("a flat profile has no shape to agree about; items that one side left are not compared", () => {
  const { dyads } = profileAgreement({
    first: [
      [3, 3, 3, 3],
      [1, 2, 3, null],
      [5, 2, 6, 1],
    ],
    second: [
      [1, 2, 3, 4],
      [2, 3, 4, 7],
      [4, 4, 7, 2],
    ],
  });
  assert.ok(Number.isNaN(dyads[0]!.pearson));
  assert.equal(dyads[1]!.items, 3);
  close(dyads[1]!.pearson, 1, { absolute: 1e-12, what: "r over three items" });
  assert.throws(() => profileAgreement({ first: [[1, 2, 3]], second: [[1, 2, 3]] }), /two or more dyads/);
  assert.throws(
    () =>
      profileAgreement({
        first: [
          [1, 2],
          [1, 2],
        ],
        second: [
          [1, 2],
          [1, 2],
        ],
      }),
    /three or more items/,
  );
});
