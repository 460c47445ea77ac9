import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addReferral,
  assignReferral,
  countWaiting,
  declineReferral,
  InvalidInput,
  Refusal,
  readCase,
  readWaitingList,
  removeReferral,
} from "../src/index.ts";
import { type APractice, anotherPractice, createPractice } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const aReferral = (client: string, more: object = {}) =>
  addReferral(of.context, of.administrator, { client, ageBand: "adult", receivedOn: "2026-02-20", ...more });

const waiting = async () => (await readWaitingList(of.context, of.therapist)).waiting;

test("who came first stands first, with the days they have waited", async () => {
  await aReferral("Second", { receivedOn: "2026-02-27", referredBy: "Dr. May", note: "Evenings only" });
  await aReferral("First", { preferredTherapist: of.other.staff });
  assert.deepEqual(
    (await waiting()).map((one) => [one.client, one.days, one.referredBy, one.preferred?.name ?? null]),
    [
      ["First", 10, null, "Otto"],
      ["Second", 3, "Dr. May", null],
    ],
  );
  assert.equal(await countWaiting(of.context, of.therapist), 2);
  assert.equal(await countWaiting(of.context, of.researcher), 0);
});

test("a therapist takes somebody on; an administrator chooses the therapist", async () => {
  const [first, second] = (await waiting()).map((one) => one.referral) as [string, string];
  const taken = await assignReferral(of.context, of.therapist, first, { therapist: of.other.staff });
  assert.equal((await readCase(of.context, of.therapist, taken)).client, "First");
  const given = await assignReferral(of.context, of.administrator, second, { therapist: of.other.staff });
  assert.equal((await readCase(of.context, of.other, given)).therapist.name, "Otto");
  const { decided } = await readWaitingList(of.context, of.therapist);
  assert.deepEqual(decided.map((one) => [one.client, one.state, one.days]).sort(), [
    ["First", "assigned", 10],
    ["Second", "assigned", 3],
  ]);
});

test("of two who take the same person on, one opens a treatment", async () => {
  const referral = await aReferral("Once");
  const both = await Promise.allSettled([
    assignReferral(of.context, of.therapist, referral, {}),
    assignReferral(of.context, of.other, referral, {}),
  ]);
  assert.deepEqual(both.map((one) => one.status).sort(), ["fulfilled", "rejected"]);
});

test("declining needs a reason; an administrator removes what was written, nobody what still waits", async () => {
  const referral = await aReferral("Declined");
  await assert.rejects(declineReferral(of.context, of.therapist, referral, " "), InvalidInput);
  await assert.rejects(removeReferral(of.context, of.administrator, referral), Refusal);
  await declineReferral(of.context, of.therapist, referral, "Wants another therapy");
  await assert.rejects(assignReferral(of.context, of.therapist, referral, {}), InvalidInput);
  await assert.rejects(removeReferral(of.context, of.therapist, referral), Refusal);
  await removeReferral(of.context, of.administrator, referral);
  const { decided } = await readWaitingList(of.context, of.administrator);
  assert.ok(!decided.some((one) => one.client === "Declined"));
});

test("who is neither therapist nor administrator, or works elsewhere, sees and decides nothing", async () => {
  const referral = await aReferral("Private");
  const elsewhere = await anotherPractice(of.context);
  for (const actor of [of.supervisor, of.researcher]) {
    await assert.rejects(readWaitingList(of.context, actor), Refusal);
    await assert.rejects(assignReferral(of.context, actor, referral, {}), Refusal);
  }
  await assert.rejects(assignReferral(of.context, elsewhere.therapist, referral, {}), Refusal);
  await assert.rejects(aReferral("Later", { receivedOn: "2026-03-20" }), InvalidInput);
  await assert.rejects(aReferral(" "), InvalidInput);
});
