import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import {
  adviceFor,
  type Card,
  cards,
  currentSignals,
  defaultSharedQuestion,
  detectAll,
  maxAdvice,
  questionsToShare,
  whySignal,
} from "@concord/signals";
import { courseOf } from "./ratings.ts";

const english = staffMessages("en");

/** Everything that is written on a card. */
const textOf = ({ title, think, ask, ownPart, together }: Card) =>
  [title, think, ...ask, ownPart, ...(together === null ? [] : [together])].map(english.of).join(" ");

test("at most three, risk first, then alliance, then what is missing", () => {
  const asked = [{ rater: "client", construct: "alliance", answered: false }] as const;
  const course = courseOf([80, 80, 55], {
    risks: [{ session: 3, rater: "client", instrument: "phq-9", item: "i09", value: 1, about: "suicide" }],
    sessions: [
      { session: 4, attended: true, asked },
      { session: 5, attended: true, asked },
      { session: 6, attended: false, asked: [] },
      { session: 7, attended: false, asked: [] },
    ],
  });
  const advice = adviceFor(currentSignals(course, detectAll(course)));
  assert.deepEqual(
    advice.slice(0, maxAdvice).map(({ card }) => card.id),
    ["risk-suicide", "drop", "sessions-missed"],
  );
  assert.deepEqual(questionsToShare(advice.slice(0, maxAdvice)).length, 2);
});

test("the card speaks to the part that fell", () => {
  const scores = [
    ...rated([80, 60]),
    ...rated([80, 78], { scale: "bond" }),
    ...rated([80, 30], { scale: "goals" }),
  ];
  const [first] = adviceFor(detectAll(trace({ case: "a", scores })));
  assert.equal(first?.card.id, "drop-in-goals");
});

test("a small step is not shown beside a clear one, and alone it is", () => {
  assert.deepEqual(
    adviceFor(detectAll(courseOf([80, 75]))).map(({ card }) => card.id),
    ["small-drop"],
  );
  assert.deepEqual(
    adviceFor(detectAll(courseOf([80, 75, 50]))).map(({ card }) => card.id),
    ["drop"],
  );
});

test("two rules that see the same thing bring one card", () => {
  const signals = detectAll(courseOf([70, 74, 70, 74, 40])).filter((signal) => signal.session === 5);
  assert.deepEqual(signals.map((signal) => signal.detector).sort(), ["drop", "expected-course", "xmr"]);
  const advice = adviceFor(signals);
  assert.deepEqual(
    advice.map(({ card, signals: its }) => [card.id, its.length]),
    [["drop", 3]],
  );
});

test("where nothing stands out there is still something to ask", () => {
  assert.deepEqual(adviceFor([]), []);
  assert.deepEqual(questionsToShare([]), [defaultSharedQuestion]);
});

test("every card asks for one's own part, carries a grade and a basis, and never shouts", () => {
  assert.equal(new Set(cards.map((card) => card.id)).size, cards.length);
  for (const card of cards) {
    assert.match(english.of(card.ownPart), /\?$/);
    assert.ok(card.basis.length > 0, card.id);
    // What no claim of the corpus supports says so: expert consensus, from a practice note.
    if (card.because.length === 0)
      assert.ok(card.grade === "C" && card.basis.every(({ read }) => read === "memory"), card.id);
    assert.doesNotMatch(textOf(card), /!/);
  }
});

test("why: what was seen, by which rule with which parameters, resting on what", () => {
  const [signal] = detectAll(courseOf([80, 60]));
  const why = whySignal(signal!);
  assert.equal(why.rule.detector, "drop");
  assert.match(english.of(why.rule.question), /lower than in the previous session/);
  assert.match(english.of(why.rule.standing), /provisional/);
  assert.deepEqual(why.observed.figures.drop, 20);
  assert.deepEqual(
    why.parameters.find(({ name }) => name === "noteShare"),
    { name: "noteShare", label: { id: "signals.figure.note-share", values: {} }, value: 2.5, usually: null },
  );
  assert.deepEqual(why.claims, signal!.because);
});

test("why: a changed parameter shows the usual one, and an old version still explains itself", () => {
  const [signal] = detectAll(courseOf([80, 60]));
  const changed = { ...signal!, parameters: { ...signal!.parameters, noteShare: 4 } };
  assert.deepEqual(
    whySignal(changed).parameters.find(({ name }) => name === "noteShare"),
    {
      name: "noteShare",
      label: { id: "signals.figure.note-share", values: {} },
      value: 4,
      usually: 2.5,
    },
  );
  assert.match(english.of(whySignal({ ...signal!, version: "0.1.0" }).rule.question), /no longer in use/);
});
