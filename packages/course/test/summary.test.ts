import assert from "node:assert/strict";
import { test } from "node:test";
import { type Course, leadSeries, summarise, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";

const english = staffMessages("en");

const describe = (course: Course) => {
  const { message, ...moments } = summarise(course);
  return { ...moments, sentence: english.of(message) };
};
const say = (values: readonly (number | null)[]) => describe(trace({ case: "a", scores: rated(values) }));

test("first, last, now, and whether the step is usual here", () => {
  // Earlier steps 6, 7, 4, 3: mean 5, so 1.96 · √2 · 5 / 1.128 = 12.3.
  const small = say([62, 68, 61, 65, 68, 58]);
  assert.equal(
    small.sentence,
    "Client rating of alliance (0–100): 62 in session 1, 68 at the previous rating, 58 now. " +
      "The change since the previous rating is within the usual range for this client.",
  );
  assert.deepEqual(
    [small.first, small.last, small.now],
    [
      { session: 1, percent: 62 },
      { session: 5, percent: 68 },
      { session: 6, percent: 58 },
    ],
  );
  assert.match(say([62, 68, 61, 65, 68, 55]).sentence, /larger than usual for this client\.$/);
});

test("small steps that have led far from the first rating are not called common and left at that", () => {
  // Steps of 3 and 4: mean 3.4, so 1.96 · √2 · 3.4 / 1.128 = 8.4; the last step is 3, the way from the first 20.
  assert.match(
    say([83, 80, 76, 73, 69, 66, 63]).sentence,
    /within the usual range for this client\. The difference from the first rating is larger than the usual variation\.$/,
  );
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
  assert.match(say([62, 60, 64, null, null, 50]).sentence, /2 sessions were not rated in between/);
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
