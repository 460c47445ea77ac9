import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addSession,
  formsFor,
  groupFormsFor,
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

test("short forms every session, longer ones now and then, each made for the age", () => {
  const all = () => true;
  const ids = (forms: readonly { readonly instrument: string }[]) => forms.map((one) => one.instrument);
  assert.ok(ids(formsFor("adult", 0, all)).includes("concord-attachment-client"));
  assert.ok(ids(formsFor("adult", 3, all)).includes("concord-conditions-client"));
  assert.ok(ids(formsFor("adult", 5, all)).includes("concord-distance-client"));
  assert.ok(ids(formsFor("adult", 10, all)).includes("concord-conditions-client"));
  assert.deepEqual(ids(formsFor("adult", 2, all)), [
    "concord-alliance-session-client-adult",
    "concord-rupture-client",
    "concord-alliance-session-therapist",
    "concord-rupture-therapist",
    "concord-session-depth-client",
  ]);
  assert.ok(ids(formsFor("adult", 4, all)).includes("concord-social-network-client"));
  assert.ok(ids(formsFor("adult", 6, all)).includes("concord-attachment-to-therapist-client"));
  assert.deepEqual(ids(formsFor("child", 1, all)), [
    "concord-alliance-session-client-child",
    "concord-alliance-session-therapist",
    "concord-alliance-session-caregiver",
  ]);
  assert.ok(!ids(formsFor("adolescent", 1, (one) => one !== "yp-core")).includes("yp-core"));
  assert.deepEqual(ids(groupFormsFor(8, all)), [
    "concord-alliance-session-client-adult",
    "concord-cohesion-member",
    "concord-round-robin-member",
    "concord-alliance-session-therapist",
  ]);
});
