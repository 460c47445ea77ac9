import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { digests, requests } from "@concord/store";
import {
  acknowledgeTask,
  addSession,
  changeSettings,
  correctForm,
  listTasks,
  openCorrection,
  openForm,
  openFormAsStaff,
  Refusal,
  readCase,
  readItems,
  requestForm,
  requestForms,
  submitAsStaff,
  submitForm,
  withdrawForm,
} from "../src/index.ts";
import { hashToken } from "../src/token.ts";
import { type APractice, aCase, aLink, allOf, aPractice, key, monday } from "./a-practice.ts";

let of: APractice;
before(async () => {
  of = await aPractice();
});
after(() => of.fresh.close());

test("a link opens the form, says who will see it, and takes the answers once", async () => {
  const episode = await aCase(of);
  const { token } = await aLink(of, episode);
  const view = await openForm(of.house, token);
  assert.equal(view.kind, "open");
  if (view.kind !== "open") return;
  assert.equal(view.practiceName, "Hill Practice");
  assert.match(view.seenBy, /therapist/);
  assert.equal(view.simulated, false);

  const received = await submitForm(of.house, token, { ...allOf(5, 6), i07: " Good talk. " }, key);
  assert.deepEqual(received, { kind: "received", at: monday, help: null, again: false, next: null });
  const seen = await readCase(of.house, of.therapist, episode);
  const total = seen.course.series.find((one) => one.scale === "total" && one.rater === "client");
  // All items at 5 of 1–7: (5 − 1) / 6.
  assert.equal(total?.points[0]?.percent.toFixed(4), "66.6667");
  assert.deepEqual(
    seen.forms.map((form) => [form.state, form.session]),
    [["answered", 1]],
  );
  const items = await readItems(of.house, of.therapist, {
    episode,
    instrument: "concord-alliance-session-client-adult",
    rater: "client",
  });
  assert.deepEqual(items.rows[0]?.values, [5]);
  assert.equal(items.rows[0]?.scale, "Bond");
  assert.deepEqual(
    items.comments.map((one) => one.text),
    ["Good talk."],
  );
});

test("a second tap is thanked in the same words; another submission finds the form answered", async () => {
  const episode = await aCase(of);
  const { token } = await aLink(of, episode);
  const first = await submitForm(of.house, token, allOf(6, 6), key);
  of.clock.now = new Date("2026-03-02T09:05:00.000Z");
  const second = await submitForm(of.house, token, allOf(6, 6), key);
  assert.deepEqual(second, { ...first, again: true });
  const other = await submitForm(of.house, token, allOf(1, 6), "another-key");
  assert.deepEqual(other, { kind: "closed", reason: "answered" });
  assert.equal((await openForm(of.house, token)).kind, "answered");
  of.clock.now = new Date(monday);
});

test("two submissions at the same moment are kept once", async () => {
  const episode = await aCase(of);
  const { token } = await aLink(of, episode);
  const answers = await Promise.all([1, 2, 3].map(() => submitForm(of.house, token, allOf(4, 6), key)));
  const again = answers.map((one) => one.kind === "received" && one.again);
  assert.deepEqual(again.toSorted(), [false, true, true]);
});

test("client and therapist answering at the same moment are both in the caseload's line", async () => {
  const episode = await aCase(of);
  const { token, session } = await aLink(of, episode);
  const own = await requestForm(of.house, of.therapist, {
    episode,
    session,
    instrument: "concord-alliance-session-therapist",
  });
  await Promise.all([
    submitForm(of.house, token, allOf(4, 6), key),
    submitAsStaff(of.house, of.therapist, own.request, allOf(5, 6), key),
  ]);
  const line = await of.fresh.store.within(of.practice, (scope) => digests.find(scope, episode));
  assert.deepEqual(line?.spark, [50]);
  assert.deepEqual(line?.awaiting, []);
});

test("unknown, mistyped, withdrawn and expired links", async () => {
  assert.deepEqual(await openForm(of.house, "x"), { kind: "unknown" });
  assert.deepEqual(await openForm(of.house, "A".repeat(43)), { kind: "unknown" });
  assert.deepEqual(await submitForm(of.house, "A".repeat(43), {}, key), {
    kind: "closed",
    reason: "unknown",
  });

  const episode = await aCase(of);
  const taken = await aLink(of, episode);
  await withdrawForm(of.house, of.therapist, taken.request);
  assert.deepEqual(await openForm(of.house, taken.token), { kind: "unknown" });

  const { token } = await aLink(of, episode);
  of.clock.now = new Date("2026-03-09T09:00:01.000Z");
  assert.deepEqual(await openForm(of.house, token), { kind: "expired", practiceName: "Hill Practice" });
  assert.deepEqual(await submitForm(of.house, token, allOf(4, 6), key), {
    kind: "closed",
    reason: "expired",
  });
  of.clock.now = new Date(monday);
});

test("only the hash of a token is kept, and a form asked for again closes the old link", async () => {
  const episode = await aCase(of);
  const { token, session } = await aLink(of, episode);
  assert.equal(Buffer.from(token, "base64url").length, 32);
  assert.notEqual(hashToken(token).toString("base64url"), token);
  const again = await requestForm(of.house, of.therapist, {
    episode,
    session,
    instrument: "concord-alliance-session-client-adult",
  });
  assert.equal((await openForm(of.house, token)).kind, "unknown");
  assert.equal((await openForm(of.house, again.path.replace("/f/", ""))).kind, "open");
});

test("answers that do not fit come back item by item, and an empty form stays open", async () => {
  const episode = await aCase(of);
  const { token } = await aLink(of, episode);
  const wrong = await submitForm(of.house, token, { i01: "9", i02: "4" }, key);
  assert.equal(wrong.kind, "rejected");
  if (wrong.kind === "rejected")
    assert.deepEqual(
      wrong.problems.map((one) => one.item),
      ["i01"],
    );
  const empty = await submitForm(of.house, token, { i01: "", i02: "" }, key);
  assert.equal(empty.kind, "rejected");
  assert.equal((await openForm(of.house, token)).kind, "open");
  await assert.rejects(submitForm(of.house, token, {}, "short"), RangeError);
});

test("a risk answer: help at once, a task for therapist and duty, acknowledged once", async () => {
  await changeSettings(of.house, of.administrator, {
    duty: of.supervisor.staff,
    taskHours: 12,
    help: {
      heading: "Now",
      sentence: "Call.",
      contacts: [{ name: "Line", number: "0123" }],
      monitored: "No.",
    },
  });
  const episode = await aCase(of, "Risky R.");
  const { token } = await aLink(of, episode, "phq-9");
  // Only the risk item and one more: the total cannot be scored, the answer counts all the same.
  const received = await submitForm(of.house, token, { i01: 1, i09: 2 }, key);
  assert.equal(received.kind, "received");
  if (received.kind === "received") assert.equal(received.help?.contacts[0]?.number, "0123");
  const again = await submitForm(of.house, token, { i01: 1, i09: 2 }, key);
  if (again.kind === "received") assert.equal(again.help?.heading, "Now");

  const [task] = await listTasks(of.house, of.therapist);
  assert.equal(task?.client, "Risky R.");
  assert.equal(task?.due, "2026-03-02T21:00:00.000Z");
  assert.equal(task?.duty, "Sue");
  assert.equal((await listTasks(of.house, of.supervisor)).length, 1);
  assert.deepEqual(await listTasks(of.house, of.other), []);
  const seen = await readCase(of.house, of.therapist, episode);
  assert.equal(seen.signals[0]?.kind, "risk");
  assert.equal(seen.current[0]?.weight, "urgent");

  await assert.rejects(acknowledgeTask(of.house, of.other, task!.id), Refusal);
  await acknowledgeTask(of.house, of.supervisor, task!.id);
  await assert.rejects(acknowledgeTask(of.house, of.therapist, task!.id), /seen to this already/);
  assert.equal((await listTasks(of.house, of.therapist))[0]?.acknowledged?.by, "Sue");
});

test("no form without its words: asking is refused with whom to ask", async () => {
  const episode = await aCase(of);
  const session = await addSession(of.house, of.therapist, { episode });
  await assert.rejects(
    requestForm(of.house, of.therapist, { episode, session, instrument: "wai-sr-client" }),
    (error: unknown) => error instanceof Refusal && /not loaded|cannot be given/.test(error.message),
  );
});

test("all forms of a session at once, for each chair, and only those that are not out yet", async () => {
  const episode = await aCase(of);
  const session = await addSession(of.house, of.therapist, { episode });
  const asked = await requestForms(of.house, of.therapist, { episode, session });
  assert.deepEqual(asked.map((one) => `${one.rater} ${one.instrument}`).toSorted(), [
    "client concord-alliance-session-client-adult",
    "client concord-rupture-client",
    "client gad-7",
    "client phq-9",
    "therapist concord-alliance-session-therapist",
    "therapist concord-rupture-therapist",
  ]);
  assert.ok(asked.every((one) => one.path.startsWith(one.rater === "therapist" ? "/answer/" : "/f/")));
  assert.deepEqual(await requestForms(of.house, of.therapist, { episode, session }), []);
  // The administration may ask for forms, though it sees no case.
  const next = await addSession(of.house, of.therapist, { episode });
  const byOffice = await requestForms(of.house, of.administrator, { episode, session: next });
  assert.equal(byOffice.length, 5);
});

test("a therapist's form is theirs to answer, by nobody else", async () => {
  const episode = await aCase(of);
  const session = await addSession(of.house, of.therapist, { episode });
  const { request } = await requestForm(of.house, of.therapist, {
    episode,
    session,
    instrument: "concord-alliance-session-therapist",
  });
  for (const actor of [of.other, of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(openFormAsStaff(of.house, actor, request), Refusal);
    await assert.rejects(submitAsStaff(of.house, actor, request, allOf(5, 6), key), Refusal);
  }
  assert.equal((await openFormAsStaff(of.house, of.therapist, request)).kind, "open");
  const received = await submitAsStaff(of.house, of.therapist, request, allOf(5, 6), key);
  assert.equal(received.kind, "received");
});

test("a correction is a new response; the old one stays and no longer counts", async () => {
  const episode = await aCase(of);
  const { token } = await aLink(of, episode);
  await submitForm(of.house, token, allOf(1, 6), key);
  const session = 1;
  const instrument = "concord-alliance-session-therapist";
  const { request } = await requestForm(of.house, of.therapist, { episode, session, instrument });
  await submitAsStaff(of.house, of.therapist, request, allOf(1, 6), "an-own-form");
  const { forms } = await readCase(of.house, of.therapist, episode);
  const answered = (rater: string) => forms.find((form) => form.rater === rater)?.response ?? "";
  await assert.rejects(correctForm(of.house, of.therapist, answered("client"), allOf(7, 6)), Refusal);
  const response = answered("therapist");
  for (const actor of [of.other, of.supervisor, of.administrator])
    await assert.rejects(correctForm(of.house, actor, response, allOf(7, 6)), Refusal);
  assert.equal((await correctForm(of.house, of.therapist, response, allOf(7, 6))).kind, "corrected");
  const seen = await readCase(of.house, of.therapist, episode);
  const total = seen.course.series.find((one) => one.scale === "total" && one.rater === "therapist");
  assert.deepEqual(
    total?.points.map((one) => one.percent),
    [100],
  );
  await assert.rejects(correctForm(of.house, of.therapist, response, allOf(6, 6)), /corrected already/);
});

test("a therapist's own form opens for correction as it was answered; a client's does not", async () => {
  const episode = await aCase(of);
  const { token } = await aLink(of, episode);
  await submitForm(of.house, token, allOf(2, 6), key);
  const own = await requestForm(of.house, of.therapist, {
    episode,
    session: 1,
    instrument: "concord-alliance-session-therapist",
  });
  await submitAsStaff(of.house, of.therapist, own.request, allOf(3, 6), "an-own-form");
  const { forms } = await readCase(of.house, of.therapist, episode);
  const answered = (rater: string) => forms.find((form) => form.rater === rater)?.response ?? "";
  await assert.rejects(openCorrection(of.house, of.therapist, answered("client")), Refusal);
  for (const actor of [of.other, of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(openCorrection(of.house, actor, answered("therapist")), Refusal);
  }
  await assert.rejects(openCorrection(of.house, of.therapist, "no such thing"), Refusal);
  const opened = await openCorrection(of.house, of.therapist, answered("therapist"));
  assert.equal(opened.view.kind, "open");
  assert.equal(opened.episode, episode);
  assert.equal(opened.answers.i01, "3");
  await correctForm(of.house, of.therapist, answered("therapist"), allOf(5, 6));
  await assert.rejects(openCorrection(of.house, of.therapist, answered("therapist")), /corrected already/);
});

test("one link a person leads through the forms of a session, and only forwards", async () => {
  const episode = await aCase(of);
  const session = await addSession(of.house, of.therapist, { episode });
  const asked = await requestForms(of.house, of.therapist, { episode, session });
  const own = asked.filter((form) => form.rater === "client");
  assert.ok(own.length >= 2);
  assert.deepEqual(
    own.map((form) => form.after),
    [null, ...own.slice(0, -1).map((form) => form.request)],
  );
  const token = own[0]!.path.slice(3);
  const received = await submitForm(of.house, token, allOf(5, 6), "a-first-form");
  assert.equal(received.kind === "received" && received.next?.path, own[1]!.path);
  const again = await submitForm(of.house, token, allOf(5, 6), "a-first-form");
  assert.equal(again.kind === "received" && again.next?.path, own[1]!.path);
  await withdrawForm(of.house, of.therapist, own[1]!.request);
  const after = await submitForm(of.house, token, allOf(5, 6), "a-first-form");
  assert.equal(after.kind === "received" ? (after.next?.path ?? null) : null, own[2]?.path ?? null);
});

test("looking ahead to the next form does not count as opening it", async () => {
  const episode = await aCase(of);
  const session = await addSession(of.house, of.therapist, { episode });
  const asked = await requestForms(of.house, of.therapist, { episode, session });
  const own = asked.filter((form) => form.rater === "client");
  await submitForm(of.house, own[0]!.path.slice(3), allOf(5, 6), "a-first-form");
  const second = await of.house.store.within(of.therapist.practice, (scope) =>
    requests.find(scope, own[1]!.request),
  );
  assert.equal(second?.openedAt, null);
});
