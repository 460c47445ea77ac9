/**
 * The rules over a course: what they cost, and what the default alarm catches beside every single one of them.
 *
 * 1. All rules side by side on a case of 40 sessions rated from two chairs: at most 5 ms of processor time.
 * 2. On simulated clients of a seed that nothing was chosen on, with every rule held to three false alarms in 100
 *    sessions: the default alarm must catch more than each.
 * 3. A practice of 10,000 cases of 20 sessions evaluated anew: at most 60 s; one more form in one of them, until it
 *    stands in the caseload: at most 50 ms. `CASES=1000` measures a smaller one.
 */

import { trace } from "@concord/course";
import { seededChance } from "@concord/numerics";
import {
  addSession,
  foundPractice,
  openHouse,
  readCaseload,
  reevaluateAll,
  requestForm,
  seedMany,
  submitForm,
} from "@concord/practice";
import {
  calibrate,
  limitPer100,
  panelOf,
  simulateRatings,
  usualPlan,
  usualPopulation,
} from "@concord/signals";
import { freshStore } from "@concord/store/testing";

const limits = { panel: 5, practiceSeconds: 60, form: 50 };
const cases = Number(process.env.CASES ?? 10_000);

benchPanel();
benchAlarm();
await benchPractice();

function benchPanel(): void {
  const chance = seededChance(3);
  const plan = {
    sessions: 40,
    shape: { kind: "growing" },
    autocorrelation: 0.25,
    population: usualPopulation,
  } as const;
  const scores = (["client", "therapist"] as const).flatMap((rater) =>
    ["total", "bond", "tasks", "goals"].flatMap((scale) =>
      simulateRatings(plan, chance).flatMap((value, i) =>
        value === null
          ? []
          : [
              {
                session: i + 1,
                rater,
                construct: "alliance" as const,
                instrument: `form-${rater}`,
                scale,
                value,
                minimum: 0,
                maximum: 100,
                better: "higher" as const,
              },
            ],
      ),
    ),
  );
  const course = trace({ case: "bench", scores });
  const panel = costOf(200, () => panelOf(course));
  console.log(
    `panel of all rules, 40 sessions, two chairs ${panel.toFixed(2).padStart(7)} ms (limit ${limits.panel} ms)`,
  );
  console.log(
    `tracing that course                        ${costOf(200, () => trace({ case: "bench", scores }))
      .toFixed(2)
      .padStart(7)} ms`,
  );
  if (panel > limits.panel) process.exitCode = 1;
}

function benchAlarm(): void {
  const plan = { ...usualPlan, reportSeed: 77, quiet: 60, ruptured: 30 };
  const from = performance.now();
  const steps = calibrate(seededChance, plan);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { rows } = step.value;
  const alarm = rows.find((row) => row.as === "alarm");
  if (alarm === undefined) throw new RangeError("the benchmark requires the default alarm");
  console.log(
    `\ncaught of 100 falls, at most ${limitPer100} false alarms in 100 sessions (seed ${plan.reportSeed}, ${((performance.now() - from) / 1000).toFixed(0)} s)`,
  );
  console.log(
    `${"default alarm".padEnd(28)} ${alarm.caught.value.toFixed(0).padStart(3)}  false alarms ${alarm.highestFalseAlarms.toFixed(1)}`,
  );
  for (const row of rows.filter((each) => each.as !== "alarm")) {
    const keeps = row.as === "equal-rate" || row.highestFalseAlarms <= limitPer100;
    const said = keeps ? (alarm.caught.value > row.caught.value ? "" : "  NOT LESS") : "  (over the rate)";
    const name = `${row.id}, ${row.as === "published" ? "as published" : "equal rate"}`;
    console.log(
      `${name.padEnd(28)} ${row.caught.value.toFixed(0).padStart(3)}  false alarms ${row.highestFalseAlarms.toFixed(1)}${said}`,
    );
    if (keeps && alarm.caught.value <= row.caught.value) process.exitCode = 1;
  }
}

async function benchPractice(): Promise<void> {
  const fresh = await freshStore();
  try {
    const house = openHouse(fresh.store);
    const { practice, staff } = await foundPractice(house, {
      practiceName: "Large practice (simulated)",
      name: "Thea Many",
      email: "thea@example.org",
      simulated: true,
    });
    await seedMany(house, { practice, therapists: [staff], cases, sessions: 20, seed: 20_261_122 });
    const administrator = { kind: "staff", practice, staff, role: "administrator" } as const;
    const therapist = { kind: "staff", practice, staff, role: "therapist" } as const;
    const from = performance.now();
    const before = process.cpuUsage();
    let steps = 0;
    const done = await reevaluateAll(house, administrator, {
      onProgress: () => {
        steps++;
      },
    });
    const seconds = (performance.now() - from) / 1000;
    const { user, system } = process.cpuUsage(before);
    const share = cases / 10_000;
    console.log(
      `\n${done.cases.toLocaleString("en")} cases evaluated anew in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of this process's own), told in ${steps} steps, ` +
        `${done.learnt} forms learnt (limit ${(limits.practiceSeconds * share).toFixed(0)} s)`,
    );
    if (seconds > limits.practiceSeconds * share) process.exitCode = 1;

    const page = await readCaseload(house, therapist, {
      sort: "attention",
      descending: true,
      filter: "all",
      search: "",
      page: 1,
      perPage: 25,
    });
    const raw = Object.fromEntries([1, 2, 3, 4, 5, 6].map((item) => [`i0${item}`, 2]));
    const times: number[] = [];
    for (const { episode } of page.rows) {
      const session = await addSession(house, therapist, { episode });
      const instrument = "concord-alliance-session-client-adult";
      const { path } = await requestForm(house, therapist, { episode, session, instrument });
      const began = performance.now();
      await submitForm(house, path.slice(3), raw, `bench-${episode}`);
      times.push(performance.now() - began);
    }
    const form = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
    console.log(
      `one form, kept, scored, its case evaluated: ${form.toFixed(1)} ms (limit ${limits.form} ms)`,
    );
    if (form > limits.form) process.exitCode = 1;
  } finally {
    await fresh.close();
  }
}

/** Milliseconds of processor time for one run: on a busy machine the clock on the wall measures the others. */
function costOf(repeats: number, work: () => unknown): number {
  for (let warm = 0; warm < 20; warm++) work();
  const before = process.cpuUsage();
  for (let run = 0; run < repeats; run++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeats;
}
