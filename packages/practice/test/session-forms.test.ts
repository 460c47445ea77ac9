import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { requests } from "@concord/store";
import { addSession, openForm, renewLink, requestForms, submitForm, withdrawForm } from "../src/index.ts";
import { type APractice, allOf, createCase, createPractice } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("all forms of a session at once, for each chair, and only those that are not out yet", async () => {
  const episode = await createCase(of);
  const session = await addSession(of.context, of.therapist, { episode });
  const asked = await requestForms(of.context, of.therapist, { episode, session });
  assert.deepEqual(asked.map((one) => `${one.rater} ${one.instrument}`).toSorted(), [
    "client concord-alliance-session-client-adult",
    "client concord-rupture-client",
    "client gad-7",
    "client phq-9",
    "therapist concord-alliance-session-therapist",
    "therapist concord-rupture-therapist",
  ]);
  assert.ok(asked.every((one) => one.path.startsWith(one.rater === "therapist" ? "/answer/" : "/f/")));
  assert.deepEqual(await requestForms(of.context, of.therapist, { episode, session }), []);
  // The administration may ask for forms, though it sees no case.
  const next = await addSession(of.context, of.therapist, { episode });
  const byOffice = await requestForms(of.context, of.administrator, { episode, session: next });
  assert.equal(byOffice.length, 5);
});

test("one link a person leads through the forms of a session, whichever was answered or withdrawn", async () => {
  const episode = await createCase(of);
  const session = await addSession(of.context, of.therapist, { episode });
  const asked = await requestForms(of.context, of.therapist, { episode, session });
  const own = asked.filter((form) => form.rater === "client");
  assert.deepEqual(
    own.map((form) => form.instrument),
    ["phq-9", "gad-7", "concord-rupture-client", "concord-alliance-session-client-adult"],
    "risk and symptoms first, the rating of the session last",
  );
  assert.deepEqual(
    own.map((form) => form.after),
    [null, ...own.slice(0, -1).map((form) => form.request)],
  );
  const token = own[0]!.path.slice(3);
  const received = await submitForm(of.context, token, allOf(0, 9), "a-first-form");
  assert.equal(received.kind === "received" && received.next?.path, own[0]!.path);
  assert.equal(received.kind === "received" && received.next?.left, own.length - 1);
  const opened = await openForm(of.context, token);
  assert.equal(opened.kind === "open" && opened.request, own[1]!.request);
  assert.deepEqual(opened.kind === "open" && opened.sitting && [opened.sitting.number, opened.sitting.of], [
    2,
    own.length,
  ]);
  const again = await submitForm(of.context, token, allOf(0, 9), "a-first-form");
  assert.equal(again.kind === "received" && again.again, true);
  await withdrawForm(of.context, of.therapist, own[1]!.request);
  const after = await submitForm(of.context, token, allOf(0, 9), "a-first-form");
  assert.equal(after.kind === "received" ? (after.next?.left ?? 0) : null, own.length - 2);
  const renewed = await renewLink(of.context, of.therapist, { episode, session, rater: "client" });
  assert.equal(renewed.length, own.length - 2);
  assert.equal((await openForm(of.context, token)).kind, "answered");
  assert.equal((await openForm(of.context, renewed[0]!.path.slice(3))).kind, "open");
});

test("looking ahead to the next form does not count as opening it", async () => {
  const episode = await createCase(of);
  const session = await addSession(of.context, of.therapist, { episode });
  const asked = await requestForms(of.context, of.therapist, { episode, session });
  const own = asked.filter((form) => form.rater === "client");
  await submitForm(of.context, own[0]!.path.slice(3), allOf(0, 9), "a-first-form");
  const second = await of.context.store.within(of.therapist.practice, (scope) =>
    requests.find(scope, own[1]!.request),
  );
  assert.equal(second?.openedAt, null);
});
