import assert from "node:assert/strict";
import { test } from "node:test";
import { ageBandOf, findInstrument, generalRequirement } from "../src/index.ts";

test("age bands: 6–10, 11–17, 18 and over; under six there is no scored form", () => {
  const bands = [5.9, 6, 10.99, 11, 17.99, 18, 90].map(ageBandOf);
  assert.deepEqual(bands, [null, "child", "child", "adolescent", "adolescent", "adult", "adult"]);
  for (const years of [-1, 150, Number.NaN]) assert.throws(() => ageBandOf(years), RangeError);
});

test("a therapist's own attachment and readiness are theirs alone", () => {
  for (const id of ["concord-attachment-therapist", "concord-readiness-therapist"]) {
    const instrument = findInstrument(id)!;
    assert.equal(instrument.seenBy, "therapist-only");
  }
});

test("where the manual is silent: all of four or fewer, else four in five", () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 9, 10, 12, 36].map(generalRequirement),
    [1, 2, 3, 4, 4, 5, 8, 8, 10, 29],
  );
});
