import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatedScore, readReadiness } from "@concord/course";
import { rated } from "@concord/course/testing";

const readiness = (value: number, rater: "client" | "therapist", session = 0): DatedScore => ({
  ...rated([value], { construct: "readiness", scale: "readiness", rater, minimum: 1, maximum: 7 })[0]!,
  session,
});

test("readiness of both sides on the 0–100 metric: 4 of 1 to 7 is the middle", () => {
  const found = readReadiness([readiness(4, "client"), readiness(7, "therapist")]);
  assert.deepEqual(found, {
    client: { instrument: "made-up-form", session: 0, percent: 50 },
    therapist: { instrument: "made-up-form", session: 0, percent: 100 },
    square: "both",
  });
});

test("each side by itself decides the square; nothing is said of a pair until both have answered", () => {
  const square = (client: number, therapist: number) =>
    readReadiness([readiness(client, "client"), readiness(therapist, "therapist")])?.square;
  assert.deepEqual(
    [square(5, 5), square(5, 3), square(3, 5), square(3, 3)],
    ["both", "client", "therapist", "neither"],
  );
  assert.equal(readReadiness([readiness(6, "client")])?.square, null);
  assert.equal(readReadiness([readiness(6, "client")])?.therapist, null);
  assert.equal(readReadiness([]), null);
  assert.equal(readReadiness(rated([70, 80])), null, "the alliance is no readiness");
});

test("the first form counts, whatever the order of the rows; a later one changes nothing", () => {
  const rows = [readiness(2, "client", 6), readiness(6, "client", 0), readiness(3, "therapist", 1)];
  const found = readReadiness(rows);
  assert.equal(found?.client?.session, 0);
  assert.deepEqual(readReadiness(rows.toReversed()), found);
  assert.equal(found?.square, "client");
});

test("a scale on which less is better is turned; one without a better end is not read", () => {
  const turned = readReadiness([{ ...readiness(2, "client"), better: "lower" }]);
  assert.ok(Math.abs(turned!.client!.percent - (100 * 5) / 6) < 1e-12);
  assert.equal(readReadiness([{ ...readiness(2, "client"), better: "neither" }]), null);
});
