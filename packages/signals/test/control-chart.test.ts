import assert from "node:assert/strict";
import { test } from "node:test";
import { detect, findDetector } from "@concord/signals";
import fc from "fast-check";
import { brief, courseOf } from "./ratings.ts";

const xmr = findDetector("xmr")!;
const found = (values: readonly (number | null)[]) => detect(xmr, courseOf(values));

test("ten sessions by hand: of 50, 51, 52, 50, 53, 52, 44, 49, 53, 54 only session 7 lies outside", () => {
  const signals = found([50, 51, 52, 50, 53, 52, 44, 49, 53, 54]);
  assert.deepEqual(brief(signals), ["xmr 7 credible"]);
  const [signal] = signals;
  // The six before it: mean 308/6, mean moving range 8/5; 308/6 − 2.66 · 1.6 = 47.077.
  assert.ok(Math.abs(signal!.figures.lower! - (308 / 6 - 2.66 * 1.6)) < 1e-9);
  assert.ok(Math.abs(signal!.figures.expected! - 308 / 6) < 1e-9);
  assert.equal(signal!.repairedAt, 8);
});

test("beyond the warning limit alone is a note; twice running it is credible", () => {
  // Baseline 50, 54, 50, 54: mean 52, mean moving range 4: warning 44.9, limit 41.4.
  assert.deepEqual(brief(found([50, 54, 50, 54, 43])), ["xmr 5 note"]);
  assert.deepEqual(brief(found([50, 54, 50, 54, 43, 43])), ["xmr 5 credible"]);
  assert.deepEqual(brief(found([50, 54, 50, 54, 40])), ["xmr 5 credible"]);
  assert.deepEqual(brief(found([50, 54, 50, 54, 40, 39])), ["xmr 5 persistent"]);
});

test("fewer than four ratings, too few neighbours or no spread: no limits, no signal", () => {
  assert.deepEqual(found([50, 54, 50, 0]), []);
  assert.deepEqual(found([50, null, 54, null, 50, null, 54, 0]), []);
  assert.deepEqual(found([70, 70, 70, 70, 70, 0]), []);
});

test("a missing session ends the stay outside; the next rating says whether it is over", () => {
  const [over] = found([50, 54, 50, 54, 40, null, 54]);
  assert.deepEqual([over?.length, over?.repairedAt], [1, 7]);
  const signals = found([50, 54, 50, 54, 40, null, 30]);
  assert.deepEqual(
    signals.map((signal) => [signal.session, signal.length, signal.repairedAt]),
    [
      [5, 1, undefined],
      [7, 1, undefined],
    ],
  );
});

const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 6 }), { maxLength: 25 });

test("a shift of level moves no signal", () => {
  fc.assert(
    fc.property(ratings, fc.integer({ min: 0, max: 40 }), (values, shift) => {
      const moved = values.map((value) => (value === null ? null : value + shift));
      assert.deepEqual(brief(found(moved)), brief(found(values)));
    }),
  );
});

test("later ratings never take a signal back", () => {
  fc.assert(
    fc.property(ratings, fc.nat({ max: 25 }), (values, upTo) => {
      const sessions = (all: readonly (number | null)[]) => found(all).map((signal) => signal.session);
      const early = sessions(values.slice(0, upTo));
      assert.deepEqual(sessions(values).slice(0, early.length), early);
    }),
  );
});
