import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, catalogue, findInstrument, type ScaleScore, score } from "@concord/instruments";
import { seededChance } from "@concord/numerics";
import fc from "fast-check";
import { answersFor } from "../../src/demo/answers.ts";
import { formsOfSessions } from "../../src/demo/forms-of-sessions.ts";
import { simulateRoundRobin } from "../../src/demo/round-robin.ts";
import { adolescents } from "../../src/demo/scenarios/adolescents.ts";
import { adults } from "../../src/demo/scenarios/adults.ts";
import { children } from "../../src/demo/scenarios/children.ts";
import { groupMembers } from "../../src/demo/scenarios/group-members.ts";
import { feltOver } from "../../src/demo/shape.ts";
import { simulateCase } from "../../src/demo/simulate-case.ts";
import { weeklyDates } from "../../src/demo/weeks.ts";

const scenarios = [...adults, ...adolescents, ...children, ...groupMembers];
const now = new Date("2026-03-04T10:00:00.000Z");

function scoresOf(id: string, percent: number, seed: number): readonly ScaleScore[] {
  const instrument = findInstrument(id)!;
  const percents = Object.fromEntries(instrument.scales.map((scale) => [scale.id, percent]));
  const raw = answersFor(instrument, { percents, spread: 6 }, seededChance(seed));
  const given = answer(instrument, raw);
  assert.equal(given.kind, "response");
  if (given.kind !== "response") return [];
  return score(instrument, given).scales.filter((one) => one.kind === "score");
}

test("made-up answers always fit their form and land where they were meant", () => {
  const forms = catalogue.filter(
    (one) => one.key !== "needed" && one.items.length > 0 && one.riskItems.length === 0,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.integer({ min: 0, max: 100 }),
      fc.nat(),
      (form, percent, seed) => {
        for (const one of scoresOf(form.id, percent, seed)) {
          assert.ok(one.percent >= 0 && one.percent <= 100);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("within half a step of an item, the total of the session form is the percent that was meant", () => {
  for (let percent = 10; percent <= 90; percent += 5) {
    const total = scoresOf("concord-alliance-session-client-adult", percent, percent).find(
      (one) => one.scale === "total",
    );
    // Three scales of two items on 1–7: rounding may leave at most half a step in each, 3 × 0.5 of 36 steps,
    // and spread may push the last item of a scale by one more.
    assert.ok(Math.abs((total?.percent ?? 0) - percent) <= 100 * (4.5 / 36), `${percent}: ${total?.percent}`);
  }
});

test("a risk item is answered only where the scenario says so", () => {
  const phq9 = findInstrument("phq-9")!;
  const raw = answersFor(phq9, { percents: { total: 80 }, spread: 14 }, seededChance(1));
  assert.equal(raw.i09, 0);
  const risky = answersFor(phq9, { percents: { total: 80 }, spread: 14, risk: 2 }, seededChance(1));
  assert.equal(risky.i09, 2);
});

test("every scenario: as many sessions as it says, forward in time, the last one before today", () => {
  for (const [index, scenario] of scenarios.entries()) {
    const dates = weeklyDates({ count: scenario.sessions, weekday: 3, now, weeksAgo: scenario.closed ?? 0 });
    const made = simulateCase(
      scenario,
      { dates, formsIn: formsOfSessions(scenario, "individual", () => true), find: findInstrument },
      seededChance(index),
    );
    assert.equal(made.sessions.length, scenario.sessions + 1);
    assert.deepEqual(dates, dates.toSorted());
    assert.ok(dates.at(-1)! < "2026-03-04");
    assert.equal(made.closedOn === null, scenario.closed === undefined);
    assert.ok(made.forms.every((form) => !(scenario.missed ?? []).includes(form.session)));
    const again = simulateCase(
      scenario,
      { dates, formsIn: formsOfSessions(scenario, "individual", () => true), find: findInstrument },
      seededChance(index),
    );
    assert.deepEqual(again, made);
  }
});

test("weeks go backwards over the holidays without a session in them", () => {
  const dates = weeklyDates({ count: 6, weekday: 3, now: new Date("2026-01-15T10:00:00Z"), weeksAgo: 0 });
  assert.deepEqual(dates, [
    "2025-11-26",
    "2025-12-03",
    "2025-12-10",
    "2025-12-17",
    "2026-01-07",
    "2026-01-14",
  ]);
});

test("a rupture falls and is repaired, or stays down", () => {
  const mean = (felt: { bond: number; tasks: number; goals: number }) =>
    (felt.bond + felt.tasks + felt.goals) / 3;
  const mended = feltOver(
    { kind: "rupture-and-repair", level: 75, at: 6, depth: 34 },
    10,
    seededChance(3),
  ).map(mean);
  const broken = feltOver({ kind: "rupture", level: 75, at: 6, depth: 34 }, 10, seededChance(3)).map(mean);
  assert.ok(mended[4]! - mended[5]! > 20 && mended[7]! > 65);
  assert.ok(broken[4]! - broken[9]! > 15);
});

test("a round robin has everyone's view of everyone else", () => {
  const ratings = simulateRoundRobin(findInstrument("concord-round-robin-member")!, 7, seededChance(1));
  assert.equal(ratings.length, 42);
  assert.ok(ratings.every((one) => one.perceiver !== one.target));
});
