import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addSession,
  changeSettings,
  countOverdue,
  formsLeftOut,
  giveConsent,
  InvalidInput,
  listTasks,
  openEpisode,
  Refusal,
  readCase,
  readCaseload,
  readSafetyAnswer,
  recordDisclosure,
  requestForm,
  requestForms,
  reviewSafetyAnswer,
  safetyGaps,
  submitForm,
} from "../src/index.ts";
import {
  type APractice,
  aLink,
  anotherPractice,
  createCase,
  createPractice,
  crisisSettings,
  key,
  reviewed,
} from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

let clients = 0;

/** A case of Tess Therapist's whose client answered question 9 of the PHQ-9. */
async function anAnswer(value = 2) {
  const episode = await createCase(of, `Client ${++clients}`);
  const { token } = await aLink(of, episode, "phq-9");
  await submitForm(of.context, token, { i01: 1, i09: value }, key);
  const task = (await listTasks(of.context, of.therapist)).find((one) => one.episode === episode);
  assert.ok(task);
  return { episode, task: task.id };
}

const stateOf = async (task: string) =>
  (await listTasks(of.context, of.therapist)).find((one) => one.id === task)?.state;
const firstItem = async (episode: string) =>
  (await readCase(of.context, of.therapist, episode)).attention.items[0];

test("an answer is unreviewed, then followed up, overdue once the day of the check is past, and closed", async () => {
  const { episode, task } = await anAnswer();
  assert.equal(await stateOf(task), "unreviewed");
  assert.equal((await firstItem(episode))?.review, "unreviewed");
  const check = { outcome: "safety-plan-made", nextCheck: "2026-03-04" };
  await reviewSafetyAnswer(of.context, of.therapist, { ...reviewed(task), ...check });
  assert.equal(await stateOf(task), "followed-up");
  assert.equal((await firstItem(episode))?.weight, "persistent");
  const before = of.clock.now;
  of.clock.now = new Date("2026-03-05T09:00:00.000Z");
  assert.equal(await stateOf(task), "overdue");
  assert.equal((await firstItem(episode))?.weight, "urgent");
  assert.ok((await countOverdue(of.context, of.therapist)) >= 1);
  await reviewSafetyAnswer(of.context, of.therapist, reviewed(task));
  assert.equal(await stateOf(task), "closed");
  // It stays on the case until the next answers.
  assert.deepEqual(
    [(await firstItem(episode))?.kind, (await firstItem(episode))?.review],
    ["safety", "closed"],
  );
  const { reviews } = await readSafetyAnswer(of.context, of.therapist, task);
  assert.deepEqual(
    reviews.map(({ outcome, by }) => [outcome, by]),
    [
      ["safety-plan-made", "Tess Therapist"],
      ["no-acute-danger", "Tess Therapist"],
    ],
  );
  of.clock.now = before;
});

test("the page of an answer shows the question, all its answers, and which were at or over the threshold", async () => {
  const { episode, task } = await anAnswer(3);
  const again = await aLink(of, episode, "phq-9");
  await submitForm(of.context, again.token, { i01: 1, i09: 0 }, "another-key-of-the-form");
  const { questions, mayOpenCase } = await readSafetyAnswer(of.context, of.therapist, task);
  assert.deepEqual(
    questions[0]?.answers.map(({ value, atOrOver }) => [value, atOrOver]),
    [
      [3, true],
      [0, false],
    ],
  );
  assert.ok(mayOpenCase);
});

test("whatever leaves something open needs a next check, and the record says what was asked", async () => {
  const { task } = await anAnswer();
  const refused = async (change: object, field: string) => {
    await assert.rejects(
      reviewSafetyAnswer(of.context, of.therapist, { ...reviewed(task), ...change }),
      (error) => error instanceof InvalidInput && error.field === field,
      JSON.stringify(change),
    );
  };
  for (const outcome of ["safety-plan-made", "could-not-reach"]) await refused({ outcome }, "nextCheck");
  await refused({ outcome: "handed-on", told: ["physician"] }, "nextCheck");
  await refused({ outcome: "handed-on", nextCheck: "2026-03-04" }, "told");
  await refused({ outcome: "other", nextCheck: "2026-03-04" }, "note");
  await refused({ outcome: "all-well" }, "outcome");
  await refused({ asked: [] }, "asked");
  await refused({ asked: ["the weather"] }, "asked");
  await refused({ note: "x".repeat(2001) }, "note");
  for (const nextCheck of ["2026-03-01", "2026-02-30", "tomorrow", "2027-03-02"])
    await refused({ outcome: "safety-plan-made", nextCheck }, "nextCheck");
  assert.equal(await stateOf(task), "unreviewed", "nothing of it was saved");
  await reviewSafetyAnswer(of.context, of.therapist, {
    ...reviewed(task),
    asked: [],
    outcome: "could-not-reach",
    nextCheck: "2026-03-02",
  });
  assert.equal(await stateOf(task), "followed-up");
});

test("a supervisor who was let in may review; a colleague may neither read nor review", async () => {
  const { episode, task } = await anAnswer();
  for (const actor of [of.other, of.administrator, of.researcher]) {
    await assert.rejects(readSafetyAnswer(of.context, actor, task), Refusal);
    await assert.rejects(reviewSafetyAnswer(of.context, actor, reviewed(task)), Refusal);
    await assert.rejects(recordDisclosure(of.context, actor, { episode, session: 1 }), Refusal);
  }
  await assert.rejects(readSafetyAnswer(of.context, of.supervisor, task), Refusal);
  await giveConsent(of.context, of.therapist, {
    episode,
    givenBy: "client",
    about: { matter: "supervision", supervisor: of.supervisor.kind === "staff" ? of.supervisor.staff : "" },
  });
  assert.equal((await readSafetyAnswer(of.context, of.supervisor, task)).reviews.length, 0);
  await reviewSafetyAnswer(of.context, of.supervisor, reviewed(task));
  assert.equal(await stateOf(task), "closed");
});

test("a disclosure is listed like an answer, pauses other advice, and brings its card until it is reviewed", async () => {
  const episode = await createCase(of, "Told T.");
  await aLink(of, episode, "phq-9");
  const task = await recordDisclosure(of.context, of.therapist, { episode, session: 1 });
  const view = await readCase(of.context, of.therapist, episode);
  assert.deepEqual([view.attention.items[0]?.kind, view.attention.items[0]?.weight], ["safety", "urgent"]);
  assert.ok(view.attention.suspended.some((one) => one.because === "safety"));
  assert.ok(view.attention.advice.some(({ card }) => card.id === "disclosure"));
  const { rows } = await readCaseload(of.context, of.therapist, {
    sort: "attention",
    descending: false,
    filter: "attention",
    search: "Told T.",
    page: 1,
    perPage: 10,
  });
  assert.equal(rows[0]?.weight, "urgent");
  assert.deepEqual((await readSafetyAnswer(of.context, of.therapist, task)).questions, []);
  await reviewSafetyAnswer(of.context, of.therapist, reviewed(task));
  assert.deepEqual((await readCase(of.context, of.therapist, episode)).attention.items, []);
});

test("a questionnaire that asks about risk is not sent before crisis contacts are entered, and the page says why", async () => {
  const fresh = await anotherPractice(of.context);
  const therapist = fresh.therapist;
  const episode = await openEpisode(of.context, therapist, {
    client: "N. N.",
    ageBand: "adult",
    openedOn: "2026-02-23",
  });
  for (let number = 1; number <= 5; number++) {
    await addSession(of.context, therapist, {
      episode,
      number,
      heldOn: `2026-02-2${number + 3}`,
      attended: true,
    });
  }
  const ask = { episode, session: 5, instrument: "phq-9" };
  await assert.rejects(
    requestForm(of.context, therapist, ask),
    (error) => error instanceof InvalidInput && /an administrator enters crisis contacts/.test(error.message),
  );
  const first = await requestForms(of.context, therapist, { episode, session: 5 });
  assert.ok(first.every(({ instrument }) => instrument !== "phq-9"));
  const left = await formsLeftOut(of.context, therapist, { episode, session: 5 });
  assert.ok(
    left.some(
      (reason) => typeof reason === "object" && "id" in reason && reason.id === "refusals.form.safety",
    ),
  );
  await changeSettings(of.context, fresh.administrator, crisisSettings);
  assert.equal((await requestForm(of.context, therapist, ask)).instrument, "phq-9");
  assert.deepEqual(safetyGaps({ help: { ...crisisSettings.help, contacts: [] }, duty: null }), [
    "contacts",
    "on-call",
  ]);
});
