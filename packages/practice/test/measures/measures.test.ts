import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addSession,
  changeCaseMeasures,
  changeMeasures,
  formsLeftOut,
  InvalidInput,
  type PlanRow,
  previewMeasures,
  Refusal,
  readCaseMeasures,
  readMeasures,
  requestForms,
} from "../../src/index.ts";
import { never } from "../../src/measures/plan.ts";
import { type APractice, createCase, createPractice } from "../practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const row = (instrument: string, when: Partial<PlanRow["when"]>): PlanRow => ({
  instrument,
  setting: "individual",
  ageBands: ["adult"],
  when: { ...never, ...when },
  priority: 1,
  whenMissed: "leave-out",
});

async function askedAt(episode: string): Promise<readonly string[]> {
  const session = await addSession(of.context, of.therapist, { episode });
  const asked = await requestForms(of.context, of.therapist, { episode, session });
  return asked.map(({ instrument }) => instrument).toSorted();
}

const change = async (given: Parameters<typeof changeMeasures>[3]) =>
  changeMeasures(
    of.context,
    of.administrator,
    (await readMeasures(of.context, of.administrator)).plan,
    given,
  );

test("only administrators read and change the plan of the practice", async () => {
  for (const actor of [of.therapist, of.supervisor, of.researcher]) {
    await assert.rejects(readMeasures(of.context, actor), Refusal);
    await assert.rejects(changeMeasures(of.context, actor, null, { kind: "minutes", minutes: 3 }), Refusal);
    await assert.rejects(
      previewMeasures(of.context, actor, { ageBand: "adult", setting: "individual", template: null }),
      Refusal,
    );
  }
});

test("a new plan is given from the next request on; what was requested stays; the history names everyone", async () => {
  const episode = await createCase(of, "Before and after");
  assert.equal((await askedAt(episode)).length, 6);
  of.clock.now = new Date("2026-03-03T09:00:00.000Z");
  await change({ kind: "template", template: "brief" });
  assert.deepEqual(await askedAt(episode), [
    "concord-alliance-session-client-adult",
    "concord-alliance-session-therapist",
  ]);
  const view = await readMeasures(of.context, of.administrator);
  assert.equal(view.content.template, "brief");
  assert.deepEqual(
    view.history.map(({ at, by, template }) => [at, by, template]),
    [["2026-03-03T09:00:00.000Z", "Tess Therapist", "brief"]],
  );
});

test("rows are added, changed and removed; two people changing the same plan are told", async () => {
  await change({ kind: "minutes", minutes: 10 });
  const { plan, content } = await readMeasures(of.context, of.administrator);
  await change({ kind: "add", row: row("gad-7", { at: [2] }) });
  await assert.rejects(
    changeMeasures(of.context, of.administrator, plan, { kind: "remove", index: 0 }),
    InvalidInput,
  );
  const index = content.rows.length;
  await change({ kind: "change", index, row: row("gad-7", { at: [1] }) });
  const episode = await createCase(of, "With anxiety");
  assert.ok((await askedAt(episode)).includes("gad-7"));
  await change({ kind: "remove", index });
  assert.deepEqual((await readMeasures(of.context, of.administrator)).content.rows, content.rows);
});

test("a mistake changes nothing: an unknown instrument, an age it is not for, no time, no minutes", async () => {
  const before = await readMeasures(of.context, of.administrator);
  for (const wrong of [
    { kind: "add", row: row("no-such-form", { at: [1] }) },
    { kind: "add", row: { ...row("gad-7", { at: [1] }), ageBands: ["child"] } },
    { kind: "add", row: row("gad-7", {}) },
    { kind: "add", row: before.content.rows[0]! },
    { kind: "minutes", minutes: 0 },
  ] as const) {
    await assert.rejects(change(wrong as Parameters<typeof change>[0]), InvalidInput);
  }
  assert.deepEqual(await readMeasures(of.context, of.administrator), before);
});

test("a therapist changes what one client is given; others get what the practice gives", async () => {
  await change({ kind: "template", template: "standard" });
  const [own, other] = [await createCase(of, "Own plan"), await createCase(of, "As the practice")];
  const forOwn = async (given: Parameters<typeof changeCaseMeasures>[4]) =>
    changeCaseMeasures(
      of.context,
      of.therapist,
      own,
      (await readCaseMeasures(of.context, of.therapist, own)).plan,
      given,
    );
  await forOwn({ kind: "off", instrument: "phq-9" });
  await forOwn({ kind: "off", instrument: "concord-rupture-client" });
  await forOwn({ kind: "give", row: row("gad-7", { sessions: { every: 1, from: 2 } }) });
  await forOwn({ kind: "give", row: row("concord-alliance-full-client", { at: [1] }) });
  assert.deepEqual(await askedAt(own), [
    "concord-alliance-full-client",
    "concord-alliance-session-client-adult",
    "concord-alliance-session-therapist",
    "concord-rupture-therapist",
  ]);
  const view = await readCaseMeasures(of.context, of.therapist, own);
  assert.deepEqual(view.off.map(({ instrument }) => instrument).toSorted(), [
    "concord-rupture-client",
    "phq-9",
  ]);
  assert.ok(view.rows.find(({ instrument }) => instrument === "gad-7")!.isOwn);
  await forOwn({ kind: "as-practice", instrument: "phq-9" });
  await forOwn({ kind: "as-practice", instrument: "gad-7" });
  assert.equal((await readCaseMeasures(of.context, of.therapist, own)).off.length, 1);
  assert.equal((await askedAt(other)).length, 6);
  await assert.rejects(
    changeCaseMeasures(of.context, of.other, own, null, { kind: "off", instrument: "gad-7" }),
    Refusal,
  );
});

test("what the limit postpones is said", async () => {
  await change({ kind: "minutes", minutes: 3 });
  const episode = await createCase(of, "Short of time");
  const session = await addSession(of.context, of.therapist, { episode });
  const asked = (await requestForms(of.context, of.therapist, { episode, session })).filter(
    ({ rater }) => rater === "client",
  );
  const late = await formsLeftOut(of.context, of.therapist, { episode, session });
  assert.deepEqual(late, [
    { id: "refusals.measures.postponed", values: { title: "Generalized Anxiety Disorder scale, 7 items" } },
  ]);
  assert.deepEqual(
    asked.map(({ instrument }) => instrument),
    ["phq-9", "concord-rupture-client", "concord-alliance-session-client-adult"],
  );
});

test("what was postponed is given at the next session, before what can wait", async () => {
  const episode = await createCase(of, "Short of time again");
  await askedAt(episode);
  assert.deepEqual(await askedAt(episode), [
    "concord-alliance-session-client-adult",
    "concord-alliance-session-therapist",
    "concord-rupture-client",
    "concord-rupture-therapist",
    "concord-session-depth-client",
    "gad-7",
  ]);
});

test("the preview shows what a new client gets, and what cannot be given with its reason", async () => {
  await change({ kind: "template", template: "standard" });
  const about = { ageBand: "adult", setting: "individual" } as const;
  const preview = await previewMeasures(of.context, of.administrator, { ...about, template: null });
  const sessionsOf = (id: string) => preview.lines.find(({ instrument }) => instrument === id)?.sessions;
  assert.deepEqual(sessionsOf("phq-9"), [0, 1, 3, 5, 7, 9, 11]);
  assert.deepEqual(sessionsOf("concord-distance-client"), [5, 10]);
  assert.deepEqual(preview.sessions[1]!.minutes, [
    { rater: "client", minutes: 4 },
    { rater: "therapist", minutes: 1 },
  ]);
  const core = await previewMeasures(of.context, of.administrator, { ...about, template: "core" });
  assert.deepEqual(
    core.leftOut.map(({ instrument }) => instrument),
    ["core-om", "core-10"],
  );
});
