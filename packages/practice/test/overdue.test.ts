import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  changeSettings,
  countOverdue,
  escalateOverdue,
  giveConsent,
  listOverdue,
  listTasks,
  Refusal,
  readAudit,
  reviewSafetyAnswer,
  submitForm,
} from "../src/index.ts";
import {
  type APractice,
  aLink,
  anotherPractice,
  createCase,
  createPractice,
  key,
  reviewed,
} from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
  await changeSettings(of.context, of.administrator, { taskHours: 12 });
});
after(() => of.fresh.close());

/** An answer that speaks of danger, in a case of Tess Therapist's. */
async function anAnswer(client: string): Promise<string> {
  const episode = await createCase(of, client);
  const { token } = await aLink(of, episode, "phq-9");
  const received = await submitForm(of.context, token, { i01: 1, i09: 2 }, key);
  assert.equal(received.kind, "received");
  return episode;
}

const escalations = async () =>
  (await readAudit(of.context, of.administrator, { perPage: 500 })).lines.filter(
    ({ action }) => action === "escalate-task",
  );

test("what nobody has seen by its time is marked once, and written into the record", async () => {
  await anAnswer("One W.");
  of.clock.now = new Date("2026-03-02T20:59:59.000Z");
  assert.equal(await escalateOverdue(of.context, of.practice), 0);
  assert.equal((await listTasks(of.context, of.therapist))[0]?.wasLate, false);
  of.clock.now = new Date("2026-03-02T21:00:00.000Z");
  assert.equal(await escalateOverdue(of.context, of.practice), 1);
  assert.equal(await escalateOverdue(of.context, of.practice), 0);
  const [task] = await listTasks(of.context, of.therapist);
  assert.equal(task?.wasLate, true);
  const [entry, ...others] = await escalations();
  assert.deepEqual([entry?.who, entry?.subject, others.length], ["Concord", `task:${task?.id}`, 0]);
});

test("it meets the eyes of those to whom the case is open, of the one on duty, and of nobody else", async () => {
  assert.deepEqual(
    await Promise.all([of.therapist, of.other, of.supervisor].map((one) => countOverdue(of.context, one))),
    [1, 0, 0],
  );
  await changeSettings(of.context, of.administrator, { duty: of.other.staff });
  assert.equal(await countOverdue(of.context, of.other), 1);
  const episode = await anAnswer("Two W.");
  await giveConsent(of.context, of.therapist, {
    episode,
    givenBy: "client",
    about: { matter: "supervision", supervisor: of.supervisor.staff },
  });
  assert.equal(await countOverdue(of.context, of.supervisor), 0);
  of.clock.now = new Date("2026-03-03T21:00:00.000Z");
  assert.equal(await escalateOverdue(of.context, of.practice), 1);
  assert.equal(await countOverdue(of.context, of.supervisor), 1);
  assert.equal(await countOverdue(of.context, of.therapist), 2);
});

test("those who run the practice learn whose they are and how many, and no client", async () => {
  const overdue = await listOverdue(of.context, of.administrator);
  assert.deepEqual(overdue, [{ therapist: "Tess Therapist", answers: 2, since: "2026-03-02T21:00:00.000Z" }]);
  for (const actor of [of.therapist, of.supervisor, of.researcher]) {
    await assert.rejects(listOverdue(of.context, actor), Refusal);
  }
  await assert.rejects(countOverdue(of.context, of.researcher), Refusal);
  const elsewhere = await anotherPractice(of.context);
  assert.deepEqual(await listOverdue(of.context, elsewhere.administrator), []);
});

test("once somebody has reviewed it, it is no longer asked for, and stays marked as late", async () => {
  for (const { id } of await listTasks(of.context, of.therapist)) {
    await reviewSafetyAnswer(of.context, of.therapist, reviewed(id));
  }
  assert.equal(await countOverdue(of.context, of.therapist), 0);
  assert.deepEqual(await listOverdue(of.context, of.administrator), []);
  const seen = await listTasks(of.context, of.therapist);
  assert.ok(seen.every((task) => task.wasLate && task.reviewed !== null));
  // Reviewed in time, it is never marked.
  await anAnswer("Three W.");
  const [open] = await listTasks(of.context, of.therapist);
  await reviewSafetyAnswer(of.context, of.therapist, reviewed(open!.id));
  of.clock.now = new Date("2026-03-09T09:00:00.000Z");
  assert.equal(await escalateOverdue(of.context, of.practice), 0);
});
