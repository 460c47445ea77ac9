import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addSession,
  listOwnForms,
  Refusal,
  readRegister,
  requestForms,
  submitAsStaff,
} from "../src/index.ts";
import { type APractice, allOf, createCase, createPractice, key } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("the administration sees which forms are out and nothing of what they said", async () => {
  const episode = await createCase(of, "Rita R.");
  const session = await addSession(of.context, of.therapist, { episode });
  await requestForms(of.context, of.administrator, { episode, session });
  assert.deepEqual(await readRegister(of.context, of.administrator), [
    { episode, client: "Rita R.", therapist: "Tess Therapist", lastSession: 1, waiting: 6 },
  ]);
  for (const actor of [of.therapist, of.supervisor, of.researcher]) {
    await assert.rejects(readRegister(of.context, actor), Refusal);
  }
});

test("a therapist's own forms wait for them until they are answered or run out", async () => {
  const episode = await createCase(of, "Olga O.");
  const session = await addSession(of.context, of.therapist, { episode });
  await requestForms(of.context, of.therapist, { episode, session });
  const waiting = (await listOwnForms(of.context, of.therapist)).filter((one) => one.client === "Olga O.");
  assert.deepEqual(waiting.map((one) => one.instrument).toSorted(), [
    "concord-alliance-session-therapist",
    "concord-rupture-therapist",
  ]);
  const alliance = waiting.find((one) => one.instrument.includes("alliance"))!;
  await submitAsStaff(of.context, of.therapist, alliance.request, allOf(5, 6), key);
  const left = (await listOwnForms(of.context, of.therapist)).filter((one) => one.client === "Olga O.");
  assert.equal(left.length, 1);
  assert.deepEqual(await listOwnForms(of.context, of.other), []);
  of.clock.now = new Date("2026-03-20T09:00:00.000Z");
  assert.deepEqual(await listOwnForms(of.context, of.therapist), []);
});
