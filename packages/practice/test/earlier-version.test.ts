import assert from "node:assert/strict";
import { after, test } from "node:test";
import { requests, responses } from "@concord/store";
import { inPractice } from "../src/app-context.ts";
import { addSession, openForm, readCase, reevaluateAll, requestForm, submitForm } from "../src/index.ts";
import { hashToken, newToken } from "../src/token.ts";
import { createCase, createPractice, key } from "./practice-fixture.ts";

const practice = await createPractice();
const { context, therapist } = practice;
after(() => practice.fresh.close());

const instrument = "concord-attachment-to-therapist-client";
const answersTo = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`i${String(i + 1).padStart(2, "0")}`, 5]));

test("a link from before the new version opens the questions it was made for; the next one has the new", async () => {
  const episode = await createCase(practice);
  const ask = async () => {
    const session = await addSession(context, therapist, { episode });
    const { path } = await requestForm(context, therapist, { episode, session, instrument });
    return { token: path.replace("/f/", "") };
  };
  const session = await addSession(context, therapist, { episode });
  const old = { token: newToken(context) };
  // As it was written before 1.1.0.
  await inPractice(context, practice.practice, async (scope) => {
    await requests.ask(scope, {
      episode,
      session,
      instrument,
      instrumentVersion: "1.0.0",
      construct: "attachment-to-therapist",
      rater: "client",
      language: "en",
      expiresAt: "2026-03-16T09:00:00.000Z",
      tokenHash: hashToken(old.token),
    });
  });
  const view = await openForm(context, old.token);
  assert.ok(view.kind === "open");
  assert.deepEqual([view.instrument.version, view.instrument.items.length], ["1.0.0", 12]);
  assert.equal((await submitForm(context, old.token, answersTo(12), key)).kind, "received");
  const bond = async () => (await readCase(context, therapist, episode)).relationship.bond;
  assert.equal((await bond()).sides.length, 3);
  assert.equal((await bond()).strongerAndWiser, null, "not asked, so nothing is said");

  const next = await ask();
  const now = await openForm(context, next.token);
  assert.ok(now.kind === "open");
  assert.deepEqual([now.instrument.version, now.instrument.items.length], ["1.1.0", 14]);
  assert.equal((await submitForm(context, next.token, answersTo(14), `${key}-2`)).kind, "received");
  assert.equal((await bond()).strongerAndWiser?.level, "present");

  await reevaluateAll(context, practice.administrator);
  const kept = await inPractice(context, practice.practice, (scope) =>
    responses.list(scope, [episode], instrument),
  );
  assert.deepEqual(
    kept.map((one) => one.instrumentVersion),
    ["1.0.0", "1.1.0"],
  );
  const series = (await readCase(context, therapist, episode)).course.series;
  assert.equal(series.find(({ scale }) => scale === "secure")?.points.length, 2, "old scores stay");
});
