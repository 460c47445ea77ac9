import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addSession,
  changeSettings,
  correctForm,
  InvalidInput,
  listTasks,
  openCorrection,
  openForm,
  openFormAsStaff,
  Refusal,
  readCase,
  requestForm,
  reviewSafetyAnswer,
  type Submission,
  submitAsStaff,
  submitForm,
} from "../src/index.ts";
import {
  type APractice,
  aLink,
  allOf,
  createCase,
  createPractice,
  key,
  reviewed,
} from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("answers that do not fit come back item by item, and an empty form stays open", async () => {
  const episode = await createCase(of);
  const { token } = await aLink(of, episode);
  const wrong = await submitForm(of.context, token, { i01: "9", i02: "4" }, key);
  assert.equal(wrong.kind, "rejected");
  if (wrong.kind === "rejected")
    assert.deepEqual(
      wrong.problems.map((one) => one.item),
      ["i01"],
    );
  const empty = await submitForm(of.context, token, { i01: "", i02: "" }, key);
  assert.equal(empty.kind, "rejected");
  assert.equal((await openForm(of.context, token)).kind, "open");
  await assert.rejects(submitForm(of.context, token, {}, "short"), InvalidInput);
});

test("a risk answer: help at once, a task for therapist and duty, acknowledged once", async () => {
  await changeSettings(of.context, of.administrator, {
    duty: of.supervisor.staff,
    taskHours: 12,
    help: {
      heading: "Now",
      sentence: "Call.",
      contacts: [{ name: "Line", number: "0123" }],
      monitored: "No.",
    },
  });
  const episode = await createCase(of, "Risky R.");
  const { token } = await aLink(of, episode, "phq-9");
  // Only the risk item and one more: the total cannot be scored, the answer counts all the same.
  const received = await submitForm(of.context, token, { i01: 1, i09: 2 }, key);
  assert.equal(received.kind, "received");
  assert.equal(received.kind === "received" && helpOf(received)?.contacts[0]?.number, "0123");
  const again = await submitForm(of.context, token, { i01: 1, i09: 2 }, key);
  assert.equal(again.kind === "received" && helpOf(again)?.heading, "Now");

  const [task] = await listTasks(of.context, of.therapist);
  assert.equal(task?.client, "Risky R.");
  assert.equal(task?.due, "2026-03-02T21:00:00.000Z");
  assert.equal(task?.duty, "Sue");
  assert.equal((await listTasks(of.context, of.supervisor)).length, 1);
  assert.deepEqual(await listTasks(of.context, of.other), []);
  const seen = await readCase(of.context, of.therapist, episode);
  assert.equal(seen.signals[0]?.kind, "risk");
  assert.equal(seen.current[0]?.weight, "urgent");

  await assert.rejects(reviewSafetyAnswer(of.context, of.other, reviewed(task!.id)), Refusal);
  await reviewSafetyAnswer(of.context, of.supervisor, reviewed(task!.id));
  const [closed] = await listTasks(of.context, of.therapist);
  assert.equal(closed?.reviewed?.by, "Sue");
  assert.equal(closed?.state, "closed");
});

test("no form without its words: asking is refused with whom to ask", async () => {
  const episode = await createCase(of);
  const session = await addSession(of.context, of.therapist, { episode });
  await assert.rejects(
    requestForm(of.context, of.therapist, { episode, session, instrument: "wai-sr-client" }),
    (error: unknown) => error instanceof Refusal && /not loaded|cannot be given/.test(error.message),
  );
});

test("a therapist's form is theirs to answer, by nobody else", async () => {
  const episode = await createCase(of);
  const session = await addSession(of.context, of.therapist, { episode });
  const { request } = await requestForm(of.context, of.therapist, {
    episode,
    session,
    instrument: "concord-alliance-session-therapist",
  });
  for (const actor of [of.other, of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(openFormAsStaff(of.context, actor, request), Refusal);
    await assert.rejects(submitAsStaff(of.context, actor, request, allOf(5, 6), key), Refusal);
  }
  assert.equal((await openFormAsStaff(of.context, of.therapist, request)).kind, "open");
  const received = await submitAsStaff(of.context, of.therapist, request, allOf(5, 6), key);
  assert.equal(received.kind, "received");
});

test("a correction is a new response; the old one stays and no longer counts", async () => {
  const episode = await createCase(of);
  const { token } = await aLink(of, episode);
  await submitForm(of.context, token, allOf(1, 6), key);
  const session = 1;
  const instrument = "concord-alliance-session-therapist";
  const { request } = await requestForm(of.context, of.therapist, { episode, session, instrument });
  await submitAsStaff(of.context, of.therapist, request, allOf(1, 6), "an-own-form");
  const { forms } = await readCase(of.context, of.therapist, episode);
  const answered = (rater: string) => forms.find((form) => form.rater === rater)?.response ?? "";
  await assert.rejects(correctForm(of.context, of.therapist, answered("client"), allOf(7, 6)), Refusal);
  const response = answered("therapist");
  for (const actor of [of.other, of.supervisor, of.administrator])
    await assert.rejects(correctForm(of.context, actor, response, allOf(7, 6)), Refusal);
  assert.equal((await correctForm(of.context, of.therapist, response, allOf(7, 6))).kind, "corrected");
  const seen = await readCase(of.context, of.therapist, episode);
  const total = seen.course.series.find((one) => one.scale === "total" && one.rater === "therapist");
  assert.deepEqual(
    total?.points.map((one) => one.percent),
    [100],
  );
  await assert.rejects(
    correctForm(of.context, of.therapist, response, allOf(6, 6)),
    /A newer correction exists/,
  );
});

test("a therapist's own form opens for correction as it was answered; a client's does not", async () => {
  const episode = await createCase(of);
  const { token } = await aLink(of, episode);
  await submitForm(of.context, token, allOf(2, 6), key);
  const own = await requestForm(of.context, of.therapist, {
    episode,
    session: 1,
    instrument: "concord-alliance-session-therapist",
  });
  await submitAsStaff(of.context, of.therapist, own.request, allOf(3, 6), "an-own-form");
  const { forms } = await readCase(of.context, of.therapist, episode);
  const answered = (rater: string) => forms.find((form) => form.rater === rater)?.response ?? "";
  await assert.rejects(openCorrection(of.context, of.therapist, answered("client")), Refusal);
  for (const actor of [of.other, of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(openCorrection(of.context, actor, answered("therapist")), Refusal);
  }
  await assert.rejects(openCorrection(of.context, of.therapist, "no such thing"), Refusal);
  const opened = await openCorrection(of.context, of.therapist, answered("therapist"));
  assert.equal(opened.view.kind, "open");
  assert.equal(opened.episode, episode);
  assert.equal(opened.answers.i01, "3");
  await correctForm(of.context, of.therapist, answered("therapist"), allOf(5, 6));
  await assert.rejects(
    openCorrection(of.context, of.therapist, answered("therapist")),
    /A newer correction exists/,
  );
});

/** The practice's own safety message, as a form that was sent shows it. */
function helpOf(received: Extract<Submission, { kind: "received" }>) {
  return received.help?.kind === "own" ? received.help.help : undefined;
}
