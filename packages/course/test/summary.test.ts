import assert from "node:assert/strict";
import { test } from "node:test";
import { belowCourse, type Course, leadSeries, summarise, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import fc from "fast-check";

const english = staffMessages("en");

const describe = (course: Course) => {
  const { message, ...moments } = summarise(course);
  return { ...moments, sentence: english.of(message) };
};
const say = (values: readonly (number | null)[]) => describe(trace({ case: "a", scores: rated(values) }));

test("first, last, now, and whether the latest rating is in the range expected from the earlier ones", () => {
  const course = trace({ case: "a", scores: rated([62, 68, 61, 65, 68, 58]) });
  const small = describe(course);
  const { lower, upper } = course.series[0]!.expected!.ratings.at(-1)!;
  assert.equal(
    small.sentence,
    "Client rating of alliance (0–100): 62 in session 1, 68 at the previous rating, 58 now. The latest rating is within " +
      `the range expected from earlier ratings (${Math.round(lower)} to ${Math.round(upper)}).`,
  );
  assert.deepEqual(
    [small.first, small.last, small.now],
    [
      { session: 1, percent: 62 },
      { session: 5, percent: 68 },
      { session: 6, percent: 58 },
    ],
  );
  assert.match(say([62, 68, 61, 65, 68, 40]).sentence, /below the range expected from earlier ratings/);
  assert.match(say([62, 63, 61, 62, 63, 85]).sentence, /above the range expected from earlier ratings/);
});

test("while the client is below their course nothing reassures, also where the last change is small or none", () => {
  const calm = [83, 84, 82, 83, 84, 83, 82];
  for (const fall of [[61], [61, 61], [61, 62], [61, 60, 61]]) {
    const { sentence } = say([...calm, ...fall]);
    assert.match(sentence, /below the range expected|lower than expected/, `${fall}: ${sentence}`);
    assert.doesNotMatch(sentence, /within|Little change/);
  }
});

test("the headline and the alert speak of one range: what rings is nowhere within it", () => {
  const values = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(values, (given) => {
      const course = trace({ case: "a", scores: rated(given) });
      const here = course.series[0]!.expected!.ratings.at(-1)!;
      const { sentence } = describe(course);
      const isBelow = here.belowProbability >= belowCourse && given.at(-1)! < here.expected;
      if (isBelow || given.at(-1)! < here.lower)
        assert.match(sentence, /below the range|lower than expected/);
      else assert.doesNotMatch(sentence, /below the range|lower than expected/);
    }),
  );
});

test("small steps that have led far from the first rating are not called common and left at that", () => {
  assert.match(
    say([83, 80, 76, 73, 69, 66, 63, 60, 57]).sentence,
    /within the range expected .*The difference from the first rating is larger than the usual variation\.$/,
  );
});

test("where no course is expected the change is compared with earlier ones", () => {
  // Earlier steps 6, 7, 4, 3: mean 5, so 1.96 · √2 · 5 / 1.128 = 12.3.
  const cohesion = (values: readonly number[]) =>
    describe(trace({ case: "a", scores: rated(values, { rater: "member", construct: "cohesion" }) }))
      .sentence;
  assert.match(cohesion([62, 68, 61, 65, 68, 58]), /within the usual range for these ratings\.$/);
  assert.match(cohesion([62, 68, 61, 65, 68, 55]), /larger than usual for these ratings\.$/);
});

test("few, missing and old ratings say so", () => {
  assert.deepEqual(say([]), {
    sentence: "No alliance ratings yet.",
    first: null,
    last: null,
    now: null,
  });
  assert.match(say([62]).sentence, /62 in session 1\. This is the only rating so far\.$/);
  assert.match(say([62, 70]).sentence, /62 in session 1, 70 now\. There are too few ratings/);
  assert.match(say([62, 60, 64, null, null, 58]).sentence, /2 sessions were not rated in between/);
  const old = trace({
    case: "a",
    scores: rated([62, 70]),
    sessions: [{ session: 5, attended: true, asked: [] }],
  });
  assert.match(
    describe(old).sentence,
    /The latest rating is from session 2; later sessions have not been rated\.$/,
  );
});

test("the client's total leads; without one the caregiver's, then the therapist's", () => {
  const scores = [
    ...rated([50], { scale: "bond" }),
    ...rated([52]),
    ...rated([60], { rater: "therapist" }),
    ...rated([70], { rater: "caregiver" }),
  ];
  const lead = (rows: typeof scores) => {
    const series = leadSeries(trace({ case: "a", scores: rows }));
    return series === null ? null : `${series.rater} ${series.scale}`;
  };
  assert.equal(lead(scores), "client total");
  assert.equal(lead(scores.filter((score) => score.rater !== "client")), "caregiver total");
  assert.equal(lead(scores.filter((score) => score.rater === "therapist")), "therapist total");
  assert.equal(lead([]), null);
});
