import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogue, findInstrument } from "@concord/instruments";
import fc from "fast-check";
import { InvalidInput } from "../../src/index.ts";
import {
  casePlanOf,
  type MeasurePlan,
  never,
  type PlanRow,
  planForCase,
  planOf,
} from "../../src/measures/plan.ts";
import {
  type CaseToPlan,
  type FormGiven,
  type PlannedSitting,
  plannedSittings,
  secondsByPerson,
} from "../../src/measures/planned-forms.ts";
import { defaultPlan, templateNames, templatePlan } from "../../src/measures/templates.ts";

const weekly = (count: number) =>
  Array.from({ length: count }, (_, session) => ({
    session,
    heldOn: new Date(Date.UTC(2026, 0, 5 + 7 * session)).toISOString().slice(0, 10),
  }));

function aCase(count: number, about: Partial<CaseToPlan> = {}): CaseToPlan {
  return {
    ageBand: "adult",
    setting: "individual",
    sessions: weekly(count),
    given: "as-planned",
    phaseOf: (session) => (session === 0 ? null : session <= 4 ? "engagement" : "working-through"),
    endingFrom: null,
    ...about,
  };
}

function row(instrument: string, when: Partial<PlanRow["when"]>, about: Partial<PlanRow> = {}): PlanRow {
  return {
    instrument,
    setting: "individual",
    ageBands: ["adult"],
    when: { ...never, ...when },
    priority: 2,
    whenMissed: "next-session",
    ...about,
  };
}

const plan = (minutes: number, ...rows: readonly PlanRow[]): MeasurePlan => ({
  version: 1,
  template: null,
  minutes,
  rows: [...rows],
});

const ids = (sittings: Iterable<PlannedSitting>) =>
  [...sittings].map(({ forms }) => forms.map(({ instrument }) => instrument));

const sessionsOf = (instrument: string, sittings: Iterable<PlannedSitting>) =>
  [...sittings].flatMap(({ session, forms }) =>
    forms.some((form) => form.instrument === instrument) ? [session] : [],
  );

test("each kind of timing falls due where it says", () => {
  const given = aCase(13, { endingFrom: 10 });
  const due = (when: Partial<PlanRow["when"]>) =>
    sessionsOf(
      "gad-7",
      plannedSittings(plan(10, row("gad-7", when)), given, () => null),
    );
  assert.deepEqual(due({ intake: true }), [0]);
  assert.deepEqual(due({ sessions: { every: 4, from: 2 } }), [2, 6, 10]);
  assert.deepEqual(due({ at: [3, 10] }), [3, 10]);
  assert.deepEqual(due({ weeks: 3 }), [1, 4, 7, 10]);
  assert.deepEqual(due({ phases: ["working-through"] }), [5]);
  assert.deepEqual(due({ ending: true }), [10]);
  assert.deepEqual(due({ intake: true, at: [2], ending: true }), [0, 2, 10]);
});

test("weeks count days, not sessions", () => {
  const days = ["2026-01-05", "2026-01-12", "2026-01-17", "2026-02-01", "2026-02-03"];
  const sessions = days.map((heldOn, index) => ({ session: index + 1, heldOn }));
  const by = plan(10, row("gad-7", { weeks: 2 }));
  assert.deepEqual(
    sessionsOf(
      "gad-7",
      plannedSittings(by, aCase(0, { sessions }), () => null),
    ),
    [1, 3, 4],
  );
});

test("a missed questionnaire is due at the next session, or left out, as its row says", () => {
  const given: readonly FormGiven[] = [
    { instrument: "phq-9", session: 1, state: "unanswered" },
    { instrument: "gad-7", session: 1, state: "unanswered" },
    { instrument: "phq-9", session: 2, state: "answered" },
  ];
  const rows = [
    row("phq-9", { sessions: { every: 4, from: 1 } }),
    row("gad-7", { sessions: { every: 4, from: 1 } }, { whenMissed: "leave-out" }),
  ];
  const planned = [...plannedSittings(plan(10, ...rows), aCase(5, { given }), () => null)];
  assert.deepEqual(ids(planned), [[], ["phq-9", "gad-7"], ["phq-9"], [], []]);
  assert.equal(planned[2]!.forms[0]!.dueSince, 1);
});

test("an open link is not asked for twice, and after three sittings without an answer it is given up", () => {
  const rows = [row("phq-9", { at: [1] })];
  const open: readonly FormGiven[] = [{ instrument: "phq-9", session: 1, state: "open" }];
  assert.deepEqual(
    sessionsOf(
      "phq-9",
      plannedSittings(plan(10, ...rows), aCase(8, { given: open }), () => null),
    ),
    [1],
  );
  assert.deepEqual(
    sessionsOf(
      "phq-9",
      plannedSittings(plan(10, ...rows), aCase(8, { given: [] }), () => null),
    ),
    [1, 2, 3],
  );
});

test("what cannot be given is said with its reason and takes no time", () => {
  const rows = [row("phq-9", { at: [1] }), row("gad-7", { at: [1] })];
  const [, first] = [
    ...plannedSittings(plan(10, ...rows), aCase(2), (one) => (one.id === "phq-9" ? "No words." : null)),
  ];
  assert.deepEqual(first!.leftOut, [{ instrument: "phq-9", why: "No words." }]);
  assert.deepEqual(
    first!.forms.map(({ instrument }) => instrument),
    ["gad-7"],
  );
});

const usable = catalogue.filter((one) => one.ageBands.includes("adult")).map(({ id }) => id);

const anyRow = fc
  .record({
    instrument: fc.constantFrom(...usable),
    priority: fc.constantFrom(1, 2, 3),
    every: fc.integer({ min: 1, max: 6 }),
    from: fc.integer({ min: 1, max: 8 }),
    intake: fc.boolean(),
    whenMissed: fc.constantFrom("next-session", "leave-out"),
  })
  .map(({ instrument, priority, every, from, intake, whenMissed }) =>
    row(instrument, { sessions: { every, from }, intake }, { priority, whenMissed } as Partial<PlanRow>),
  );
const anyRows = fc.uniqueArray(anyRow, { maxLength: 12, selector: ({ instrument }) => instrument });
const anyMinutes = fc.integer({ min: 1, max: 15 });

test("no person is asked for more than the limit, unless one questionnaire alone exceeds it", () => {
  fc.assert(
    fc.property(anyRows, anyMinutes, (rows, minutes) => {
      for (const { forms } of plannedSittings(plan(minutes, ...rows), aCase(20), () => null)) {
        for (const [person, seconds] of secondsByPerson(forms)) {
          const own = forms.filter(({ rater }) => (rater === "member" ? "client" : rater) === person);
          assert.ok(seconds <= minutes * 60 || own.length === 1);
        }
      }
    }),
  );
});

test("what falls due is given or postponed, and nothing is postponed without end", () => {
  fc.assert(
    fc.property(anyRows, anyMinutes, (rows, minutes) => {
      const longest = 4 + rows.length;
      for (const { session, forms, postponed } of plannedSittings(
        plan(minutes, ...rows),
        aCase(60),
        () => null,
      )) {
        const due = [...forms, ...postponed];
        for (const { instrument, when } of rows) {
          const { every, from } = when.sessions!;
          const isDue = session === 0 ? when.intake : session >= from && (session - from) % every === 0;
          if (isDue) assert.ok(due.some((form) => form.instrument === instrument));
        }
        for (const form of due) assert.ok(session - form.dueSince <= longest, `${form.instrument} waits`);
      }
    }),
  );
});

test("the order of rows changes nothing, and the same input gives the same plan", () => {
  fc.assert(
    fc.property(
      anyRows.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      anyMinutes,
      ([rows, shuffled], minutes) => {
        const planned = (of: readonly PlanRow[]) => [
          ...plannedSittings(plan(minutes, ...of), aCase(20), () => null),
        ];
        assert.deepEqual(planned(rows), planned(shuffled));
        assert.deepEqual(planned(rows), planned(rows));
      },
    ),
  );
});

test("every template can be stored, fits its ages, and has something for each sitting's people", () => {
  for (const name of templateNames) {
    const template = planOf(JSON.parse(JSON.stringify(templatePlan(name))));
    assert.deepEqual(template, templatePlan(name));
    for (const { instrument, ageBands } of template.rows) {
      const found = findInstrument(instrument);
      assert.ok(found !== null, instrument);
      for (const band of ageBands) assert.ok(found.ageBands.includes(band), `${name}: ${instrument} ${band}`);
    }
  }
});

test("plans of another version, with mistakes or with a row twice are refused", () => {
  const first = defaultPlan.rows[0]!;
  for (const wrong of [
    null,
    {},
    { ...defaultPlan, version: 2 },
    { ...defaultPlan, minutes: 0 },
    { ...defaultPlan, rows: [{ ...first, priority: 4 }] },
    { ...defaultPlan, rows: [{ ...first, when: never }] },
    { ...defaultPlan, rows: [first, first] },
    { ...defaultPlan, extra: 1 },
  ]) {
    assert.throws(() => planOf(wrong), InvalidInput);
  }
  assert.throws(() => casePlanOf({ version: 3, minutes: null, off: [], rows: [] }), InvalidInput);
});

test("a client's plan switches off, replaces by instrument and adds; the rest stays the practice's", () => {
  const practice = plan(10, row("phq-9", { at: [1] }), row("gad-7", { at: [1] }));
  const own = casePlanOf({
    version: 1,
    minutes: 4,
    off: ["gad-7"],
    rows: [row("phq-9", { sessions: { every: 1, from: 1 } }), row("core-10", { at: [2] })],
  });
  const of = planForCase(practice, own);
  assert.equal(of.minutes, 4);
  assert.deepEqual(ids(plannedSittings(of, aCase(4), () => null)), [
    [],
    ["phq-9"],
    ["core-10", "phq-9"],
    ["phq-9"],
  ]);
  assert.equal(planForCase(practice, null), practice);
});
