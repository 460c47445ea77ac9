import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutcomeReading, OutcomeRule } from "@concord/course";
import fc from "fast-check";
import { readingOf } from "./a-measure.ts";

const ruleOf = (reading: OutcomeReading, rule: OutcomeRule) => {
  const { verdict, at } = reading.rules.find((each) => each.rule === rule)!;
  return verdict === "not-on-track" ? at : verdict;
};

test("rational, sessions 2 to 4: worse by half a reliable change, in the clinical range", () => {
  const says = (values: readonly number[]) => ruleOf(readingOf(values), "rational");
  assert.equal(says([14, 14, 17]), 3);
  assert.equal(says([14, 14, 16]), "on-track");
  // 9 is 3 more than 6, but not clinical; two ratings are too few.
  assert.equal(says([6, 6, 9]), "on-track");
  assert.equal(says([14, 17]), "cannot-say");
});

test("rational, sessions 5 to 8: not better; from session 9 on: better by half a reliable change at most", () => {
  const after = (session: number, value: number) =>
    ruleOf(readingOf({ 1: 16, 2: 15, [session]: value }), "rational");
  assert.equal(after(4, 16), "on-track");
  assert.equal(after(5, 16), 5);
  assert.equal(after(5, 15), "on-track");
  assert.equal(after(8, 15), "on-track");
  assert.equal(after(9, 13), 9);
  assert.equal(after(9, 12), "on-track");
});

test("an intake form is counted as the first session", () => {
  assert.equal(ruleOf(readingOf({ 0: 16, 1: 15, 4: 16 }), "rational"), 4);
  assert.equal(ruleOf(readingOf({ 0: 16, 1: 15, 3: 16 }), "rational"), "on-track");
});

test("Jacobson and Truax: reliably worse, from the second rating on, since when without interruption", () => {
  const says = (values: readonly (number | null)[]) => ruleOf(readingOf(values), "jacobson-truax");
  assert.equal(says([12]), "cannot-say");
  assert.equal(says([12, 17]), "on-track");
  assert.equal(says([12, 18]), 2);
  assert.equal(says([12, 18, 17, null, 18, 19]), 5);
});

test("the 90% boundary lies further out than the limit: 1.645 against 1.282 standard deviations", () => {
  // In session 4 after 16: mean 11.657, deviation .768065 · 6 = 4.608: 17.563 and 19.237.
  const says = (rule: OutcomeRule, value: number) => ruleOf(readingOf([16, 16, 16, value]), rule);
  assert.deepEqual([says("expected-response", 17), says("expected-response", 18)], ["on-track", 4]);
  assert.deepEqual([says("trier-90", 19), says("trier-90", 20)], ["on-track", 4]);
});

const ratings = fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 3, maxLength: 14 });

test("the limit's verdict is what anybody can see: the latest rating above the limit of its session", () => {
  fc.assert(
    fc.property(ratings, (values) => {
      const reading = readingOf(values);
      const { limit } = reading.expected!.sessions.find(({ session }) => session === reading.last.session)!;
      const verdict = reading.rules.find(({ rule }) => rule === "expected-response")!.verdict;
      if (limit !== null) assert.equal(verdict, reading.last.value > limit ? "not-on-track" : "on-track");
      else assert.equal(verdict, reading.last.value === 27 ? "cannot-say" : "on-track");
    }),
  );
});

test("the forecast's verdict: a chance of two in three or more, first and latest rating clinical", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(ratings, (values) => {
      const { forecast, rules, first, last } = readingOf(values);
      const isClinical = first.value >= 10 && last.value >= 10;
      const verdict = rules.find(({ rule }) => rule === "forecast")!.verdict;
      assert.equal(verdict, isClinical && forecast!.chance >= 2 / 3 ? "not-on-track" : "on-track");
      seen.add(`${verdict} ${isClinical}`);
    }),
    { numRuns: 300, seed: 12 },
  );
  assert.deepEqual([...seen].sort(), ["not-on-track true", "on-track false", "on-track true"]);
});

test("the state follows reliable change first, then limit or forecast", () => {
  fc.assert(
    fc.property(ratings, (values) => {
      const { state, rules, first, last, also } = readingOf(values);
      const says = (rule: OutcomeRule) =>
        rules.find((each) => each.rule === rule)!.verdict === "not-on-track";
      const gain = first.value - last.value;
      const hasRelapsed = also.some(({ kind }) => kind === "relapse");
      const expected =
        gain <= -6 || (hasRelapsed && (gain < 6 || last.value >= 10))
          ? "deteriorated"
          : gain >= 6
            ? first.value >= 10 && last.value < 10
              ? "recovered"
              : "improved"
            : says("expected-response") || says("forecast")
              ? "not-on-track"
              : rules[0]!.verdict === "cannot-say"
                ? "too-early"
                : "on-track";
      assert.equal(state, expected);
    }),
  );
});
