import assert from "node:assert/strict";
import { test } from "node:test";
import { seededChance } from "@concord/numerics";
import { calibrate, committedCalibration, defaultPopulation, limitPer100, usualPlan } from "@concord/signals";
import { alarmEntry, type Entry } from "../src/calibration/entry.ts";
import { ruptureCell, shapeCell, uneventfulShapes } from "../src/calibration/plan.ts";
import { rateOfAll } from "../src/calibration/tallies.ts";
import { runCell } from "../src/calibration/trial.ts";

const { rows, plan } = committedCalibration;
const alarm = rows.find((row) => row.as === "alarm")!;
const entry = (find: Entry["find"]): Entry => ({
  id: "made-up",
  as: "published",
  threshold: null,
  find,
});
const cell = shapeCell(usualPlan, defaultPopulation, 0.25, 20, { kind: "stable" });

test("a rule that never rings has no false alarms; one that always does rings at every rating but the first", () => {
  const [never, always] = runCell(
    cell,
    [entry(() => []), entry((course) => [{ session: course.sessions }])],
    seededChance(1),
  );
  assert.equal(never!.rings, 0);
  assert.equal(always!.rings, always!.sessions - 20);
});

test("a finding told again is no new ring; one that is moved is", () => {
  const [same, moved] = runCell(
    cell,
    [entry(() => [{ session: 2 }]), entry((course) => [{ session: Math.floor(course.sessions / 10) }])],
    seededChance(1),
  );
  assert.equal(same!.rings, 20);
  assert.ok(moved!.rings >= 40 && moved!.rings <= 60);
});

test("a fall is caught from its session to the fifth after, and the delay is counted from it", () => {
  const falls = ruptureCell(usualPlan, defaultPopulation, 0, 30, { depth: 20, length: null });
  const [early, late, out] = runCell(
    falls,
    [
      entry((course) => [{ session: course.sessions }]),
      entry((course) => (course.sessions >= 16 ? [{ session: 16 }] : [])),
      entry((course) => (course.sessions < 5 ? [{ session: 4 }] : [])),
    ],
    seededChance(2),
  );
  assert.equal(early!.caught, 30);
  assert.ok(late!.caught < 30 && late!.delay > early!.delay);
  assert.equal(out!.caught, 0);
});

test("the committed table: the alarm keeps to three in a hundred, and catches more than every single rule that does", () => {
  assert.equal(limitPer100, 3);
  assert.ok(alarm.highestFalseAlarms <= limitPer100);
  assert.ok(alarm.falseAlarms.every(({ value }) => value <= limitPer100));
  const others = rows.filter(
    (row) => row.as === "equal-rate" || (row.as === "published" && row.highestFalseAlarms <= limitPer100),
  );
  assert.ok(others.length >= 9);
  for (const row of others) assert.ok(alarm.caught.lower > row.caught.upper, `${row.id} ${row.as}`);
});

test("a part of the committed table, simulated anew: quiet courses without carry-over", () => {
  const tallies = uneventfulShapes.map(
    (kind, i) =>
      runCell(
        shapeCell(plan, defaultPopulation, 0, plan.quiet, { kind }),
        [alarmEntry()],
        seededChance(plan.reportSeed + i),
      )[0]!,
  );
  const { autocorrelation: _, ...committed } = alarm.falseAlarms[0]!;
  assert.deepEqual(rateOfAll(tallies), committed);
});

test("the whole run in small: the same plan, the same table, and every step is told", () => {
  const small = { ...usualPlan, quiet: 4, ruptured: 2, sessions: 14 };
  const run = () => {
    const steps = calibrate(seededChance, small);
    let told = 0;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return { told, table: step.value };
      assert.equal(step.value.done, told++);
    }
  };
  const { told, table } = run();
  assert.ok(told > 60);
  assert.deepEqual(
    table.rows.map((row) => [row.id, row.as]),
    rows.map((row) => [row.id, row.as]),
  );
});
