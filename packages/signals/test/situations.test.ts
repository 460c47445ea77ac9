import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatedScore, distancePlan, type TraceInput, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import {
  adviceFor,
  cards,
  concerns,
  detectAll,
  questionsToShare,
  type Situation,
  situationsOf,
} from "@concord/signals";
import { courseOf, tension } from "./ratings.ts";

const english = staffMessages("en");

const traced = (scores: readonly DatedScore[], more: Partial<TraceInput> = {}) =>
  trace({ case: "a", scores, ...more });
const kinds = (situations: readonly Situation[]) => situations.map((situation) => situation.kind);

test("a rupture the client reported and the therapist did not see, while it is fresh", () => {
  const fresh = traced([...tension([0, 2], "client"), ...tension([0, 0], "therapist")]);
  assert.deepEqual(kinds(situationsOf(fresh)), ["missed-by-therapist"]);
  const old = traced([...tension([2, 0, 0], "client"), ...tension([0, 0, 0], "therapist")]);
  assert.deepEqual(situationsOf(old), []);
  const reverse = traced([...tension([0, 0], "client"), ...tension([0, 2], "therapist")]);
  assert.deepEqual(situationsOf(reverse), []);
});

test("no bond yet: rated below the middle up to session 3 to 6; later it is another matter", () => {
  const bond = (values: readonly number[]) => traced(rated(values, { scale: "bond" }));
  assert.deepEqual(kinds(situationsOf(bond([40, 42, 44]))), ["no-early-bond"]);
  assert.deepEqual(situationsOf(bond([40, 52, 44])), []);
  assert.deepEqual(situationsOf(bond([40, 42])), []);
  assert.deepEqual(situationsOf(bond([40, 42, 40, 41, 40, 42, 40])), []);
});

test("two chairs clearly apart, one way or the other; a little apart is common", () => {
  const both = (client: readonly number[], therapist: readonly number[]) =>
    kinds(situationsOf(traced([...rated(client), ...rated(therapist, { rater: "therapist" })])));
  assert.deepEqual(both([80, 82, 81, 79], [65, 68, 66, 63]), ["therapist-rates-lower"]);
  assert.deepEqual(both([65, 68, 66, 63], [80, 82, 81, 79]), ["therapist-rates-higher"]);
  assert.deepEqual(both([80, 82, 81, 79], [75, 78, 77, 73]), []);
});

test("a child's form alone, an adolescent, an agreed end, an outcome that is worse", () => {
  assert.deepEqual(kinds(situationsOf(courseOf([70, 71], { ageBand: "child" }))), ["child-alone"]);
  assert.deepEqual(kinds(situationsOf(courseOf([70, 71], { ageBand: "adolescent" }))), ["adolescent"]);
  const later = courseOf([70, 71, 70, 72, 71, 70, 72, 71], { ageBand: "adolescent" });
  assert.deepEqual(kinds(situationsOf(later)), []);
  assert.deepEqual(kinds(situationsOf(courseOf([70, 71, 70, 72, 71, 70], { endingFrom: 5 }))), [
    "ending-announced",
  ]);
  const phq = { construct: "outcome", instrument: "phq-9", maximum: 27, better: "lower" } as const;
  assert.deepEqual(kinds(situationsOf(traced(rated([10, 20], phq)))), ["outcome-worse"]);
});

test("an outcome that is worse opens motivation, support and events, in that order", () => {
  const phq = { construct: "outcome", instrument: "phq-9", maximum: 27, better: "lower" } as const;
  const situations = situationsOf(traced(rated([10, 20], phq)));
  const advice = adviceFor([], situations);
  assert.deepEqual(
    advice.map(({ card }) => card.concern),
    ["motivation", "support", "events"],
  );
  assert.equal(questionsToShare(adviceFor([], situations)).length, 3);
});

test("signals go before situations, concerns in their order, three at most", () => {
  const course = courseOf([75, 76, 75, 77, 50], { ageBand: "adolescent", endingFrom: 4 });
  const phq = {
    kind: "outcome-worse",
    session: 5,
    message: { id: "guidance.situation.adolescent", values: {} },
  } as const;
  const advice = adviceFor(detectAll(course), [...situationsOf(course), phq]);
  assert.deepEqual(
    advice.slice(0, 3).map(({ card }) => card.id),
    ["drop", "ending-announced", "motivation"],
  );
  const places = advice.map(({ card }) => concerns.indexOf(card.concern));
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test("a hypothesis brings its own card, said as a guess; without one the general card speaks", () => {
  const [fall] = detectAll(courseOf([75, 76, 75, 77, 50])).filter((signal) => signal.kind === "drop");
  const card = (hypothesis?: "withdrawal" | "confrontation") =>
    adviceFor([{ ...fall!, ...(hypothesis === undefined ? {} : { hypothesis }) }])[0]!.card;
  assert.equal(card().id, "drop");
  assert.equal(card("withdrawal").id, "perhaps-withdrawal");
  assert.match(english.of(card("confrontation").think), /This is a hypothesis and may be wrong/);
});

test("every way of dealing with threat has a card for every phase, with the plan's own words and grade C", () => {
  for (const strategy of ["hyperactivating", "deactivating", "fearful"] as const) {
    for (const step of distancePlan[strategy]) {
      const situation = {
        kind: `strategy-${strategy}-${step.phase}`,
        session: 1,
        message: { id: "guidance.situation.adolescent", values: {} },
      } as const;
      const [advice] = adviceFor([], [situation]);
      assert.deepEqual(advice!.card.think, step.message);
      assert.equal(advice!.card.grade, "C");
      assert.ok(advice!.card.because.includes("distance-model-half-supported"));
    }
  }
});

const jargon =
  /\bz-score|standard deviation|sigma|p-value|significan|regression|autocorrelat|dyad|countertransfer|metacommunicat|intervention/i;

test("cards are plain: no jargon, sentences that can be read aloud, questions that end as such", () => {
  for (const card of cards) {
    const { title, think, ask, ownPart, together } = card;
    const all = [title, think, ...ask, ownPart, ...(together === null ? [] : [together])];
    const words = all.map(english.of).join(" ");
    assert.doesNotMatch(words, jargon, card.id);
    assert.doesNotMatch(words, /you must|you should|!/i, card.id);
    for (const sentence of english.of(think).split(/(?<=[.?])\s/))
      assert.ok(sentence.split(/\s+/).length <= 38, `${card.id}: ${sentence}`);
    for (const question of ask) assert.match(english.of(question), /[?.]$/, card.id);
    assert.ok(["A", "B", "C"].includes(card.grade));
  }
});
