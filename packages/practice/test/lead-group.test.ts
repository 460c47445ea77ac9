import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { groups, sessions } from "@concord/store";
import {
  changeGroup,
  closeGroup,
  InvalidInput,
  joinGroup,
  leaveGroup,
  listGroups,
  openGroup,
  Refusal,
  readCase,
  readGroup,
  recordMeeting,
  reopenGroup,
  requestForms,
} from "../src/index.ts";
import { type APractice, createCase, createPractice } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const today = "2026-03-02";

async function groupOf(names: readonly string[]) {
  const group = await openGroup(of.context, of.therapist, { name: "Monday" });
  const members: string[] = [];
  for (const client of names) {
    members.push(
      await joinGroup(of.context, of.therapist, group, { kind: "new-client", client, ageBand: "adult" }),
    );
  }
  return { group, members };
}

const refusedWith = (id: string) => (error: unknown) =>
  error instanceof InvalidInput &&
  typeof error.reason === "object" &&
  "id" in error.reason &&
  error.reason.id === id;

test("a group is made, takes clients in three ways, and nobody twice", async () => {
  const group = await openGroup(of.context, of.therapist, { name: "  Tuesday  " });
  const own = await createCase(of, "Own Case");
  const both = await createCase(of, "Both");
  assert.equal(await joinGroup(of.context, of.therapist, group, { kind: "case", episode: own }), own);
  const separate = await joinGroup(of.context, of.therapist, group, {
    kind: "separate-case",
    episode: both,
  });
  assert.notEqual(separate, both);
  await joinGroup(of.context, of.therapist, group, {
    kind: "new-client",
    client: "New Client",
    ageBand: "adult",
  });
  const view = await readGroup(of.context, of.therapist, group);
  assert.equal(view.name, "Tuesday");
  assert.deepEqual(
    view.members.map((one) => [one.client, one.joinedOn]),
    [
      ["Both", today],
      ["New Client", today],
      ["Own Case", today],
    ],
  );
  for (const joining of [
    { kind: "case", episode: own },
    { kind: "case", episode: both },
    { kind: "separate-case", episode: own },
  ] as const) {
    await assert.rejects(
      joinGroup(of.context, of.therapist, group, joining),
      refusedWith("refusals.group.member-already"),
    );
  }
  const lines = await listGroups(of.context, of.therapist);
  assert.deepEqual(
    lines.filter((one) => one.group === group).map((one) => [one.name, one.members]),
    [["Tuesday", 3]],
  );
});

test("a meeting is one act: a session for each member, absent where they were not there", async () => {
  const { group, members } = await groupOf(["Anna", "Bert", "Cleo"]);
  const [anna, bert, cleo] = members as [string, string, string];
  const first = await recordMeeting(of.context, of.therapist, group, {
    heldOn: today,
    present: [anna, cleo],
  });
  assert.deepEqual(
    first.map((one) => [one.episode, one.session, one.attended]).toSorted(),
    [
      [anna, 1, true],
      [bert, 1, false],
      [cleo, 1, true],
    ].toSorted(),
  );
  await assert.rejects(
    recordMeeting(of.context, of.therapist, group, { heldOn: today, present: [anna] }),
    refusedWith("refusals.group.same-day"),
  );
  await assert.rejects(
    recordMeeting(of.context, of.therapist, group, { heldOn: "2026-03-01", present: [anna] }),
    refusedWith("refusals.group.before-last"),
  );
  await assert.rejects(
    recordMeeting(of.context, of.therapist, group, { heldOn: "2026-03-09", present: [anna] }),
    refusedWith("refusals.session.future"),
  );
  await assert.rejects(
    recordMeeting(of.context, of.therapist, group, { heldOn: today, present: [], secondOnDay: true }),
    refusedWith("refusals.group.none-present"),
  );
  const stranger = await createCase(of, "Stranger");
  await assert.rejects(
    recordMeeting(of.context, of.therapist, group, { heldOn: today, present: [stranger], secondOnDay: true }),
    refusedWith("refusals.group.no-member"),
  );
  const held = await of.fresh.store.within(of.practice, (scope) => sessions.list(scope, members));
  assert.equal(held.filter((one) => one.session > 0).length, 3, "nothing was recorded by what was refused");
});

test("whoever joins later has other session numbers, and the ratings of one meeting stay together", async () => {
  const { group, members } = await groupOf(["Dora", "Emil", "Fay"]);
  await recordMeeting(of.context, of.therapist, group, { heldOn: today, present: members });
  const late = await joinGroup(of.context, of.therapist, group, {
    kind: "new-client",
    client: "Gil",
    ageBand: "adult",
  });
  const second = await recordMeeting(of.context, of.therapist, group, {
    heldOn: today,
    present: [...members, late],
    secondOnDay: true,
  });
  assert.deepEqual(new Map(second.map((one) => [one.episode, one.session])).get(late), 1);
  assert.deepEqual(new Map(second.map((one) => [one.episode, one.session])).get(members[0]!), 2);
});

test("who leaves keeps their case and comes to no further meeting; coming back is possible", async () => {
  const { group, members } = await groupOf(["Hal", "Ida"]);
  const [hal, ida] = members as [string, string];
  await leaveGroup(of.context, of.therapist, group, hal);
  const view = await readGroup(of.context, of.therapist, group);
  assert.deepEqual(
    view.former.map((one) => [one.client, one.leftOn]),
    [["Hal", today]],
  );
  const made = await recordMeeting(of.context, of.therapist, group, { heldOn: today, present: [ida] });
  assert.deepEqual(
    made.map((one) => one.episode),
    [ida],
  );
  assert.equal((await readCase(of.context, of.therapist, hal)).client, "Hal");
  await joinGroup(of.context, of.therapist, group, { kind: "case", episode: hal });
  assert.equal((await readGroup(of.context, of.therapist, group)).members.length, 2);
  await assert.rejects(
    leaveGroup(of.context, of.therapist, group, await createCase(of, "Stranger Two")),
    refusedWith("refusals.group.no-member"),
  );
});

test("a closed group has no meetings and no new members until it is opened again", async () => {
  const { group, members } = await groupOf(["Jon", "Kit"]);
  await closeGroup(of.context, of.therapist, group);
  assert.ok(!(await listGroups(of.context, of.therapist)).some((one) => one.group === group));
  const withClosed = await listGroups(of.context, of.therapist, { withClosed: true });
  assert.equal(withClosed.find((one) => one.group === group)?.closedOn, today);
  await assert.rejects(
    recordMeeting(of.context, of.therapist, group, { heldOn: today, present: members }),
    refusedWith("refusals.group.closed"),
  );
  await assert.rejects(
    joinGroup(of.context, of.therapist, group, { kind: "new-client", client: "Lea", ageBand: "adult" }),
    refusedWith("refusals.group.closed"),
  );
  await reopenGroup(of.context, of.therapist, group);
  assert.equal(
    (await recordMeeting(of.context, of.therapist, group, { heldOn: today, present: members })).length,
    2,
  );
});

test("a co-leader sees the members while they are in the group, and no longer after that", async () => {
  const { group, members } = await groupOf(["Mia", "Nik"]);
  const [mia, nik] = members as [string, string];
  await assert.rejects(readGroup(of.context, of.other, group), Refusal);
  await assert.rejects(readCase(of.context, of.other, mia), Refusal);
  await assert.rejects(
    changeGroup(of.context, of.other, group, { coLeader: of.other.staff }),
    Refusal,
    "nobody makes themselves a co-leader",
  );
  await changeGroup(of.context, of.therapist, group, { coLeader: of.other.staff });
  assert.equal((await readGroup(of.context, of.other, group)).coLeader?.name, "Otto");
  assert.equal((await readCase(of.context, of.other, mia)).client, "Mia");
  const made = await recordMeeting(of.context, of.other, group, { heldOn: today, present: [mia, nik] });
  const asked = await requestForms(of.context, of.other, { episode: mia, session: made[0]!.session });
  assert.ok(asked.some((one) => one.instrument === "concord-cohesion-member"));
  await leaveGroup(of.context, of.therapist, group, mia);
  await assert.rejects(readCase(of.context, of.other, mia), Refusal);
  await changeGroup(of.context, of.therapist, group, { coLeader: null });
  await assert.rejects(readCase(of.context, of.other, nik), Refusal);
  await assert.rejects(
    changeGroup(of.context, of.therapist, group, { coLeader: of.researcher.staff }),
    refusedWith("refusals.group.co-leader"),
  );
  await assert.rejects(
    changeGroup(of.context, of.therapist, group, { coLeader: of.therapist.staff }),
    refusedWith("refusals.group.co-leader"),
  );
});

test("an empty group is open to who leads it and to nobody else", async () => {
  const group = await openGroup(of.context, of.therapist, { name: "Empty" });
  assert.deepEqual((await readGroup(of.context, of.therapist, group)).members, []);
  for (const actor of [of.other, of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(readGroup(of.context, actor, group), Refusal);
  }
  for (const actor of [of.supervisor, of.administrator, of.researcher]) {
    if (actor.staff === of.therapist.staff) continue;
    await assert.rejects(openGroup(of.context, actor, { name: "Not theirs" }), Refusal);
  }
  await assert.rejects(
    openGroup(of.context, of.therapist, { name: "   " }),
    refusedWith("refusals.group.name"),
  );
});

test("two leaders who record the same meeting at the same moment record it once", async () => {
  const { group, members } = await groupOf(["Olga", "Pia"]);
  const outcomes = await Promise.allSettled(
    [1, 2].map(() => recordMeeting(of.context, of.therapist, group, { heldOn: today, present: members })),
  );
  assert.deepEqual(outcomes.map((one) => one.status).toSorted(), ["fulfilled", "rejected"]);
  const stored = await of.fresh.store.within(of.practice, (scope) => groups.members(scope, group));
  assert.equal(stored.length, 2);
});
