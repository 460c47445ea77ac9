import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Actor,
  choosePopulation,
  computeLocalNorms,
  Refusal,
  type Role,
  readAudit,
  readBrief,
  readCase,
  readCaseload,
  readLocalNorms,
  readOwnView,
  readWhatFollowed,
  reviewTogether,
} from "../src/index.ts";
import { aDemo } from "./a-demo.ts";

const now = new Date("2026-03-04T10:00:00.000Z");
const { context, demo } = await aDemo(now);

const as = (index: number, role: Role): Actor => {
  return { kind: "staff", practice: demo.practice, staff: demo.staff[index]!.staff, role };
};

async function caseOf(index: number, client: string): Promise<string> {
  const query = {
    sort: "client",
    descending: false,
    filter: "all",
    search: "",
    page: 1,
    perPage: 100,
  } as const;
  const { rows } = await readCaseload(context, as(index, "therapist"), query);
  const found = rows.find((row) => row.client === client);
  assert.ok(found, client);
  return found.episode;
}

test("what is usual for a therapist is told to them alone", async () => {
  const own = await readOwnView(context, as(0, "therapist"));
  assert.ok(own.kind === "view");
  assert.ok(
    own.pairs >= 5 && own.usual.upper < 0,
    "the demo's therapists see a little less than their clients",
  );
  for (const [index, role] of [
    [3, "supervisor"],
    [4, "administrator"],
    [5, "researcher"],
  ] as const) {
    await assert.rejects(readOwnView(context, as(index, role)), Refusal);
    await assert.rejects(readWhatFollowed(context, as(index, role)), Refusal);
  }
  const episode = await caseOf(0, "Mara K.");
  const mine = await readCase(context, as(0, "therapist"), episode);
  assert.notEqual(mine.relationship.amongOwn, null);
  const hers = await readCase(context, as(3, "supervisor"), episode);
  assert.equal(hers.relationship.amongOwn, null);
  assert.ok(hers.relationship.twoPeople !== null, "the two ratings are the case's and stay");
});

test("the page for supervision holds what a supervisor would see, whoever makes it", async () => {
  const episode = await caseOf(0, "Mara K.");
  const taken = await readBrief(context, as(0, "therapist"), episode, "supervision");
  assert.equal(taken.consent, true);
  assert.equal(taken.view.relationship.amongOwn, null);
  assert.equal("notes" in taken.view, false);
  const without = await readBrief(context, as(0, "therapist"), await caseOf(0, "Luis F."), "supervision");
  assert.equal(without.consent, false);
  await assert.rejects(readBrief(context, as(3, "supervisor"), without.view.episode, "supervision"), Refusal);
  const own = await readBrief(context, as(0, "therapist"), episode, "session");
  assert.equal(own.next, 15);
  const { lines } = await readAudit(context, as(4, "administrator"), { perPage: 10 });
  assert.ok(lines.some((line) => line.action === "read-brief session"));
});

test("a strategy stands on chosen norms alone, with its doubt, and goes when they do", async () => {
  const actor = as(0, "therapist");
  const episode = await caseOf(0, "Tobias W.");
  const leaning = async () =>
    (await readCase(context, actor, episode)).relationship.attachment?.readings.at(-1)?.leaning;
  const named = await leaning();
  assert.ok(named?.kind === "leaning");
  assert.equal(named.strategy, "deactivating");
  await choosePopulation(context, actor, { episode, matter: "attachment-norm", population: null });
  assert.equal((await leaning())?.kind, "none");
  const { compared } = (await readCase(context, actor, episode)).relationship.attachment!;
  const [local] = compared.offered;
  assert.equal(local?.title, "Clients of this practice");
  await choosePopulation(context, actor, { episode, matter: "attachment-norm", population: local!.id });
  assert.equal((await leaning())?.kind, "leaning");
});

test("local norms are counted from first forms, and taken anew they stay the same", async () => {
  const before = await readLocalNorms(context, as(4, "administrator"));
  assert.deepEqual(before.map((norm) => norm.instrument).toSorted(), [
    "concord-attachment-client",
    "concord-perfectionism-client",
  ]);
  assert.ok(before.every((norm) => norm.people >= 20));
  assert.deepEqual(await computeLocalNorms(context, as(4, "administrator")), before);
});

test("every section of a case is alive in the demo", async () => {
  const actor = as(0, "therapist");
  const hanna = (await readCase(context, actor, await caseOf(0, "Hanna P."))).relationship;
  assert.equal(hanna.bond.pattern, "worth-asking");
  assert.equal(hanna.bond.features?.length, 5);
  const mara = await readCase(context, actor, await caseOf(0, "Mara K."));
  assert.equal(mara.repairs.find((loop) => loop.steps.agreed !== null)?.state, "closed");
  assert.ok(mara.relationship.distance.lines.length === 4 && mara.relationship.distance.step !== null);
  const amina = (await readCase(context, actor, await caseOf(0, "Amina D."))).relationship;
  const level = amina.perfectionism?.reading.level;
  assert.ok(level?.kind === "level" && level.third === "high");
  const leila = (await readCase(context, as(2, "therapist"), await caseOf(2, "Leila M."))).relationship;
  assert.equal(leila.chairs?.stands, "beside-others");
  const noah = (await readCase(context, actor, await caseOf(0, "Noah B."))).relationship;
  assert.deepEqual(
    noah.chairs?.sides.map((side) => side.scale),
    ["involvement", "responsiveness"],
  );
});

test("what the two agreed is there when they look together", async () => {
  const view = await reviewTogether(context, as(0, "therapist"), await caseOf(0, "Mara K."));
  assert.deepEqual(view.agreed, [{ rupture: 9, takenIn: 10, words: "I ask before I move on." }]);
});
