import assert from "node:assert/strict";
import { test } from "node:test";
import { ageBandOf, catalogue, findInstrument, generalRequirement, seenByOf } from "../src/index.ts";

test("age bands: 6–10, 11–17, 18 and over; under six there is no scored form", () => {
  const bands = [5.9, 6, 10.99, 11, 17.99, 18, 90].map(ageBandOf);
  assert.deepEqual(bands, [null, "child", "child", "adolescent", "adolescent", "adult", "adult"]);
  for (const years of [-1, 150, Number.NaN]) assert.throws(() => ageBandOf(years), RangeError);
});

test("every form says who sees it; young people have a sentence of their own", () => {
  for (const instrument of catalogue) {
    for (const band of instrument.ageBands) {
      const seenBy = seenByOf(instrument, band);
      if (instrument.seenBy === "therapist-only") assert.equal(seenBy, "only-me", instrument.id);
      else if (instrument.rater === "client" && band !== "adult") assert.equal(seenBy, band, instrument.id);
      else if (instrument.rater !== "client" && instrument.rater !== "member")
        assert.equal(seenBy, instrument.rater, instrument.id);
    }
  }
});

test("a therapist's own attachment and readiness are theirs alone", () => {
  for (const id of ["concord-attachment-therapist", "concord-readiness-therapist"]) {
    const instrument = findInstrument(id)!;
    assert.equal(instrument.seenBy, "therapist-only");
    assert.equal(seenByOf(instrument, "adult"), "only-me");
  }
});

test("where the manual is silent: all of four or fewer, else four in five", () => {
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6, 9, 10, 12, 36].map(generalRequirement),
    [1, 2, 3, 4, 4, 5, 8, 8, 10, 29],
  );
});
