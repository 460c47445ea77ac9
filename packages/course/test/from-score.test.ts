import assert from "node:assert/strict";
import { test } from "node:test";
import { riskMarksOf, scoresOf, trace } from "@concord/course";
import { answer, findInstrument, score } from "@concord/instruments";

function scored(id: string, raw: Readonly<Record<string, number>>) {
  const instrument = findInstrument(id)!;
  const response = answer(instrument, raw);
  if (response.kind === "rejected") assert.fail(JSON.stringify(response.problems));
  return { instrument, score: score(instrument, response) };
}

test("an answered form goes all the way into a course: PHQ-9 with item 9", () => {
  const raw = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`i0${i + 1}`, 1]));
  const form = scored("phq-9", raw);
  const occasion = { session: 3, date: "2026-02-01" };
  const scores = scoresOf(form.instrument, form.score, occasion);
  const risks = riskMarksOf(form.instrument, form.score, occasion);
  assert.deepEqual(scores, [
    {
      session: 3,
      date: "2026-02-01",
      rater: "client",
      construct: "outcome",
      instrument: "phq-9",
      scale: "total",
      value: 9,
      minimum: 0,
      maximum: 27,
      better: "lower",
    },
  ]);
  assert.deepEqual(risks, [
    {
      session: 3,
      date: "2026-02-01",
      rater: "client",
      instrument: "phq-9",
      item: "i09",
      value: 1,
      about: "suicide",
    },
  ]);
  assert.equal(trace({ case: "a", scores, risks }).risks.length, 1);
});

test("what could not be scored stays away, and a risk answer does not", () => {
  const form = scored("phq-9", { i09: 2 });
  assert.deepEqual(scoresOf(form.instrument, form.score, { session: 1 }), []);
  assert.equal(riskMarksOf(form.instrument, form.score, { session: 1 })[0]?.value, 2);
});

test("a score of another form is the caller's mistake", () => {
  const form = scored("phq-9", { i09: 2 });
  const other = findInstrument("gad-7")!;
  assert.throws(
    () => scoresOf(other, form.score, { session: 1 }),
    /the form that was scored: gad-7, not phq-9/,
  );
});
