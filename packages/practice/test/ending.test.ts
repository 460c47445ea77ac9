import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addSession,
  closeEpisode,
  exportDeidentified,
  exportLines,
  giveConsent,
  handOver,
  handOverGroup,
  InvalidInput,
  joinGroup,
  openGroup,
  Refusal,
  readCase,
  readGroup,
  recordMeeting,
  reopenEpisode,
  requestForm,
  setNextSession,
  submitForm,
} from "../src/index.ts";
import { type APractice, allOf, completed, createCase, createPractice, key } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const today = "2026-03-02";

const refusedWith = (id: string) => (error: unknown) =>
  error instanceof InvalidInput &&
  typeof error.reason === "object" &&
  "id" in error.reason &&
  error.reason.id === id;

test("beginning, end, resumption and a new therapist are the history of a treatment", async () => {
  const episode = await createCase(of);
  await closeEpisode(of.context, of.therapist, episode, {
    on: "2026-02-27",
    reason: "other",
    outcome: "partly",
    words: " Went on a long journey ",
  });
  await reopenEpisode(of.context, of.administrator, episode);
  await handOver(of.context, of.therapist, episode, of.other.staff);
  const { history, closedOn } = await readCase(of.context, of.other, episode);
  assert.equal(closedOn, null);
  assert.deepEqual(
    history.map(({ kind, on, reason, outcome, words, from, to }) => [
      kind,
      on,
      reason,
      outcome,
      words,
      from,
      to,
    ]),
    [
      ["opened", "2026-02-23", null, null, null, null, null],
      ["closed", "2026-02-27", "other", "partly", "Went on a long journey", null, null],
      ["reopened", today, null, null, null, null, null],
      ["handed-over", today, null, null, null, "Tess Therapist", "Otto"],
    ],
  );
  assert.ok(history.every((one) => one.by === "Tess Therapist"));
});

test("a treatment ends on a day that can be: not before the last session, not in the future, not twice", async () => {
  const episode = await createCase(of);
  await addSession(of.context, of.therapist, { episode, heldOn: "2026-02-26" });
  const close = (more: object) => closeEpisode(of.context, of.therapist, episode, { ...completed, ...more });
  await assert.rejects(close({ on: "2026-02-25" }), refusedWith("refusals.ending.before-last"));
  await assert.rejects(close({ on: "2026-03-09" }), refusedWith("refusals.ending.future"));
  await assert.rejects(close({ reason: "other", words: " " }), refusedWith("refusals.ending.words"));
  await close({ on: "2026-02-26" });
  await assert.rejects(close({}), refusedWith("refusals.ending.ended-already"));
});

test("a colleague ends no treatment of another’s, and a group’s leader none of its members’", async () => {
  const episode = await createCase(of);
  await assert.rejects(closeEpisode(of.context, of.other, episode, completed), Refusal);
  const group = await openGroup(of.context, of.therapist, { name: "Shared", coLeader: of.other.staff });
  await joinGroup(of.context, of.therapist, group, { kind: "case", episode });
  await assert.rejects(closeEpisode(of.context, of.other, episode, completed), Refusal);
  await assert.rejects(reopenEpisode(of.context, of.other, episode), Refusal);
});

test("a member whose treatment ends leaves the group if chosen; undone, it is as it was", async () => {
  const group = await openGroup(of.context, of.therapist, { name: "Monday" });
  const episode = await createCase(of, "Leaves");
  const stays = await createCase(of, "Stays");
  for (const one of [episode, stays])
    await joinGroup(of.context, of.therapist, group, { kind: "case", episode: one });
  await setNextSession(of.context, of.therapist, episode, "2026-03-09");
  await closeEpisode(of.context, of.therapist, episode, { ...completed, leavesGroups: true });
  await closeEpisode(of.context, of.therapist, stays, completed);
  const view = await readGroup(of.context, of.therapist, group);
  assert.deepEqual(
    view.members.map((one) => [one.client, one.endedOn]),
    [["Stays", today]],
  );
  assert.deepEqual(
    view.former.map((one) => [one.client, one.leftOn]),
    [["Leaves", today]],
  );
  await assert.rejects(
    recordMeeting(of.context, of.therapist, group, { heldOn: today, present: [stays] }),
    refusedWith("refusals.group.empty"),
  );
  await reopenEpisode(of.context, of.therapist, episode);
  const back = await readCase(of.context, of.therapist, episode);
  assert.equal(back.nextSession, "2026-03-09");
  assert.deepEqual(
    back.groups.map((one) => one.name),
    ["Monday"],
  );
});

test("a group goes to another leader, with the members who are the leader’s clients or without", async () => {
  const group = await openGroup(of.context, of.therapist, { name: "Friday", coLeader: of.other.staff });
  const episode = await createCase(of, "Goes along");
  await joinGroup(of.context, of.therapist, group, { kind: "case", episode });
  await assert.rejects(
    handOverGroup(of.context, of.other, group, { to: of.other.staff, withCases: true }),
    Refusal,
  );
  await handOverGroup(of.context, of.therapist, group, { to: of.other.staff, withCases: true });
  const view = await readGroup(of.context, of.other, group);
  assert.deepEqual([view.therapist.name, view.coLeader], ["Otto", null]);
  assert.equal((await readCase(of.context, of.other, episode)).therapist.name, "Otto");
  await assert.rejects(readGroup(of.context, of.therapist, group), Refusal);
});

test("the research export says when and how a treatment ended, never in whose words", async () => {
  const episode = await createCase(of, "Exported");
  const session = await addSession(of.context, of.therapist, { episode, heldOn: "2026-02-25" });
  const { path } = await requestForm(of.context, of.therapist, {
    episode,
    session,
    instrument: "concord-alliance-session-client-adult",
  });
  await submitForm(of.context, path.slice(3), allOf(4, 6), key);
  await giveConsent(of.context, of.therapist, { episode, givenBy: "client", about: { matter: "research" } });
  const ending = async () => {
    const { rows } = await exportDeidentified(of.context, of.researcher);
    assert.ok(![...exportLines(rows)].join("").includes("Confided"));
    return rows.map((row) => [row.ending_day, row.ending_reason, row.ending_outcome])[0];
  };
  assert.deepEqual(await ending(), [null, null, null]);
  await closeEpisode(of.context, of.therapist, episode, {
    reason: "client-ended",
    outcome: "not-known",
    words: "Confided",
  });
  assert.deepEqual(await ending(), [5, "client-ended", "not-known"]);
  await reopenEpisode(of.context, of.therapist, episode);
  assert.deepEqual(await ending(), [null, null, null]);
});
