import assert from "node:assert/strict";
import { test } from "node:test";
import { seededChance } from "@concord/numerics";
import {
  calibrate,
  committedCalibration,
  defaultPopulation,
  limitPer100,
  usualClients,
  usualPlan,
} from "@concord/signals";
import { calibrateByClient } from "../src/calibration/by-client.ts";
import { alarmEntry, type Entry } from "../src/calibration/entry.ts";
import { ruptureCell, shapeCell, uneventfulShapes } from "../src/calibration/plan.ts";
import { rateOfAll } from "../src/calibration/tallies.ts";
import { runCell } from "../src/calibration/trial.ts";

const { rows, plan, byClient } = committedCalibration;
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

test("the committed table: for every SD and autocorrelation at most three false alarms in a hundred sessions", () => {
  assert.equal(limitPer100, 3);
  assert.deepEqual([Math.min(...byClient.plan.deviations), Math.max(...byClient.plan.deviations)], [3, 14]);
  assert.deepEqual(byClient.plan.autocorrelations, [0, 0.3, 0.6]);
  assert.equal(byClient.cells.length, byClient.plan.deviations.length * 3);
  for (const { deviation, autocorrelation, falseAlarms } of byClient.cells)
    assert.ok(falseAlarms.upper <= limitPer100, `SD ${deviation}, lag-1 ${autocorrelation}`);
  assert.ok(alarm.highestFalseAlarms <= limitPer100);
});

test("the committed table: where SDs are spread the alert detects more than every rule without a floor, at its rate", () => {
  for (const name of ["mixed", "four SDs"]) {
    const { rules } = byClient.practices.find(({ practice }) => practice === name)!;
    const own = rules.find(({ as }) => as === "alarm")!;
    for (const rule of rules.filter(({ id, as }) => as === "equal-rate" && id !== "own SD, at least 5"))
      assert.ok(own.caught.lower > rule.caught.value, `${name}: ${rule.id}`);
    // Nobody who has to learn what the bound is told can be expected to pass it.
    for (const bound of rules.filter(({ as }) => as === "bound"))
      assert.ok(bound.caught.upper > own.caught.value, `${name}: ${bound.id}`);
  }
});

test("a cell of the committed table, simulated anew", () => {
  const { deviations, autocorrelations, depths, lengths, ...rest } = byClient.plan;
  const few = { ...rest, deviations: [3], autocorrelations: [0], depths: [8], lengths: [1], mixed: 1 };
  const steps = calibrateByClient(seededChance, few);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const [cell] = step.value.cells;
  const committed = byClient.cells[0]!;
  assert.deepEqual(cell!.falseAlarms, committed.falseAlarms);
  assert.deepEqual(cell!.early, committed.early);
  assert.deepEqual(cell!.detection[0], committed.detection[0]);
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
  const few = { ...usualClients, quiet: 4, ruptured: 1, mixed: 6 };
  const run = () => {
    const steps = calibrate(seededChance, small, few);
    let told = 0;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return { told, table: step.value };
      assert.equal(step.value.done, told++);
    }
  };
  const { told, table } = run();
  assert.ok(told > 80);
  assert.deepEqual(
    table.rows.map((row) => [row.id, row.as]),
    rows.map((row) => [row.id, row.as]),
  );
});
