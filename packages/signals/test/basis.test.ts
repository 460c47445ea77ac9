import assert from "node:assert/strict";
import { test } from "node:test";
import { certaintyOf, findClaim } from "@concord/evidence";
import { staffMessages } from "@concord/messages";
import { adviceFor, cards, currentSignals, detectAll, detectors, whySignal } from "@concord/signals";
import { courseOf } from "./ratings.ts";

const english = staffMessages("en");

const bases = [...cards, ...detectors].flatMap(({ id, basis }) => basis.map((each) => ({ id, ...each })));

test("every basis names what was read for it, and its certainty follows from that", () => {
  for (const { id, read, certainty } of bases) assert.equal(certainty, certaintyOf(read), id);
});

test("Gumz 2012 is by Gumz, Brähler, Geyer and Erices (10.1186/1471-2288-12-10)", () => {
  const gumz = bases.filter(({ citation }) => citation.startsWith("Gumz"));
  assert.ok(gumz.length > 0);
  for (const { citation, doi } of gumz) {
    assert.match(citation, /^Gumz A, Brähler E, Geyer M, Erices R \(2012\)/);
    assert.equal(doi, "10.1186/1471-2288-12-10");
  }
});

test("cards cite what speaks of them: moderate perfectionism Blatt 1996, the ending no study, pseudo-security a conjecture", () => {
  const card = (id: string) => cards.find((each) => each.id === id) ?? assert.fail(id);
  assert.match(card("perfectionism-moderate").basis[0]!.citation, /Blatt.*1996/);
  assert.deepEqual([card("ending-announced").grade, card("ending-announced").because.length], ["C", 0]);
  assert.equal(card("pseudo-secure").basis[0]!.grade, "C");
  assert.match(card("pseudo-secure").basis[0]!.summary, /conjecture/);
  assert.equal(card("motivation").grade, "C");
  assert.doesNotMatch(english.of(card("therapist-rates-higher").think), /is the one that/);
  for (const { because } of cards) for (const id of because) assert.ok(findClaim(id) !== undefined, id);
});

for (const [about, id, asks] of [
  ["suicide", "risk-suicide", /suicide/],
  ["harm-to-others", "risk-harm-to-others", /hurting someone/],
  ["substance", "risk-substance", /drink or take/],
  ["safety", "risk-answer", /safe/],
] as const)
  test(`a risk answer about ${about} gets the card of that topic`, () => {
    const course = courseOf([80, 80, 80], {
      risks: [{ session: 3, rater: "client", instrument: "x", item: "i01", value: 1, about }],
    });
    const [first] = adviceFor(currentSignals(course, detectAll(course)));
    assert.equal(first?.card.id, id);
    assert.match(first!.card.ask.map(english.of).join(" "), asks);
  });

test("a one-sided 1 − p is not called a chance; a change-point's posterior probability is called a probability", () => {
  const named = (detector: string) =>
    english.written(
      whySignal({ ...detectAll(courseOf([70, 74, 70, 74, 40]))[0]!, detector, figures: { confidence: 0.97 } })
        .observed.named[0]!.label,
    );
  assert.equal(named("xmr"), "1 − p under usual variation");
  assert.equal(named("bocpd"), "probability of a change");
});

test("what the therapist is advised to say cannot be read as physical contact", () => {
  for (const { id, think } of cards) {
    assert.doesNotMatch(english.of(think), /touched/, id);
    assert.doesNotMatch(staffMessages("it").of(think), /toccat/, id);
  }
});
