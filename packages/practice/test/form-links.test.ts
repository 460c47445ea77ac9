import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { digests } from "@concord/store";
import {
  openForm,
  readCase,
  readItems,
  requestForm,
  submitAsStaff,
  submitForm,
  withdrawForm,
} from "../src/index.ts";
import { hashToken } from "../src/token.ts";
import { type APractice, aLink, allOf, createCase, createPractice, key, monday } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("a link opens the form, says who will see it, and takes the answers once", async () => {
  const episode = await createCase(of);
  const { token } = await aLink(of, episode);
  const view = await openForm(of.context, token);
  assert.equal(view.kind, "open");
  if (view.kind !== "open") return;
  assert.equal(view.practiceName, "Hill Practice");
  assert.equal(view.visibleTo.sentence, "adult");
  assert.equal(view.simulated, false);

  const received = await submitForm(of.context, token, { ...allOf(5, 6), i07: " Good talk. " }, key);
  assert.deepEqual(received, { kind: "received", at: monday, help: null, again: false, next: null });
  const seen = await readCase(of.context, of.therapist, episode);
  const total = seen.course.series.find((one) => one.scale === "total" && one.rater === "client");
  // All items at 5 of 1–7: (5 − 1) / 6.
  assert.equal(total?.points[0]?.percent.toFixed(4), "66.6667");
  assert.deepEqual(
    seen.forms.map((form) => [form.state, form.session]),
    [["answered", 1]],
  );
  const items = await readItems(of.context, of.therapist, {
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
  const episode = await createCase(of);
  const { token } = await aLink(of, episode);
  const first = await submitForm(of.context, token, allOf(6, 6), key);
  of.clock.now = new Date("2026-03-02T09:05:00.000Z");
  const second = await submitForm(of.context, token, allOf(6, 6), key);
  assert.deepEqual(second, { ...first, again: true });
  const other = await submitForm(of.context, token, allOf(1, 6), "another-key");
  assert.deepEqual(other, { kind: "closed", reason: "answered" });
  assert.equal((await openForm(of.context, token)).kind, "answered");
  of.clock.now = new Date(monday);
});

test("two submissions at the same moment are kept once", async () => {
  const episode = await createCase(of);
  const { token } = await aLink(of, episode);
  const answers = await Promise.all([1, 2, 3].map(() => submitForm(of.context, token, allOf(4, 6), key)));
  const again = answers.map((one) => one.kind === "received" && one.again);
  assert.deepEqual(again.toSorted(), [false, true, true]);
});

test("client and therapist answering at the same moment are both in the caseload's line", async () => {
  const episode = await createCase(of);
  const { token, session } = await aLink(of, episode);
  const own = await requestForm(of.context, of.therapist, {
    episode,
    session,
    instrument: "concord-alliance-session-therapist",
  });
  await Promise.all([
    submitForm(of.context, token, allOf(4, 6), key),
    submitAsStaff(of.context, of.therapist, own.request, allOf(5, 6), key),
  ]);
  const line = await of.fresh.store.within(of.practice, (scope) => digests.find(scope, episode));
  assert.deepEqual(line?.spark, [50]);
  assert.deepEqual(line?.awaiting, []);
});

test("unknown, mistyped, withdrawn and expired links", async () => {
  assert.deepEqual(await openForm(of.context, "x"), { kind: "unknown" });
  assert.deepEqual(await openForm(of.context, "A".repeat(43)), { kind: "unknown" });
  assert.deepEqual(await submitForm(of.context, "A".repeat(43), {}, key), {
    kind: "closed",
    reason: "unknown",
  });

  const episode = await createCase(of);
  const taken = await aLink(of, episode);
  await withdrawForm(of.context, of.therapist, taken.request);
  assert.deepEqual(await openForm(of.context, taken.token), { kind: "unknown" });

  const { token } = await aLink(of, episode);
  of.clock.now = new Date("2026-03-09T09:00:01.000Z");
  assert.deepEqual(await openForm(of.context, token), {
    kind: "expired",
    practiceName: "Hill Practice",
    language: "en",
    rater: "client",
    ageBand: "adult",
  });
  assert.deepEqual(await submitForm(of.context, token, allOf(4, 6), key), {
    kind: "closed",
    reason: "expired",
  });
  of.clock.now = new Date(monday);
});

test("only the hash of a token is kept, and a form asked for again closes the old link", async () => {
  const episode = await createCase(of);
  const { token, session } = await aLink(of, episode);
  assert.equal(Buffer.from(token, "base64url").length, 32);
  assert.notEqual(hashToken(token).toString("base64url"), token);
  const again = await requestForm(of.context, of.therapist, {
    episode,
    session,
    instrument: "concord-alliance-session-client-adult",
  });
  assert.equal((await openForm(of.context, token)).kind, "unknown");
  assert.equal((await openForm(of.context, again.path.replace("/f/", ""))).kind, "open");
});
