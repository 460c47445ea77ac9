import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addSession,
  changeSettings,
  closeEpisode,
  closeGroup,
  correctClient,
  InvalidInput,
  joinGroup,
  leaveGroup,
  openEpisode,
  openGroup,
  readBrief,
  readCase,
  readGroup,
  requestForm,
  setNextSession,
} from "../src/index.ts";
import { type APractice, completed, createPractice } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const at = async (timeZone: string, moment: string) => {
  await changeSettings(of.context, of.administrator, { timeZone });
  of.clock.now = new Date(moment);
};
const refusedAt = (field: string) => (error: Error) => error instanceof InvalidInput && error.field === field;

/** Auckland is 13 hours ahead of UTC in early March 2026 (summer time), Los Angeles 8 behind. */
const ends = [
  ["Pacific/Auckland", "2026-03-02T11:00:01Z", "2026-03-03", "just after midnight"],
  ["Pacific/Auckland", "2026-03-03T10:59:59Z", "2026-03-03", "just before midnight"],
  ["America/Los_Angeles", "2026-03-03T08:00:01Z", "2026-03-03", "just after midnight"],
  ["America/Los_Angeles", "2026-03-04T07:59:59Z", "2026-03-03", "just before midnight"],
] as const;

for (const [zone, moment, today, name] of ends)
  test(`${name} in ${zone}, today is the practice's own day`, async () => {
    await at(zone, moment);
    const { context, therapist } = of;
    const episode = await openEpisode(context, therapist, { client: `${zone} ${name}`, ageBand: "adult" });
    const view = await readCase(context, therapist, episode);
    assert.equal(view.openedOn, today);
    assert.equal((await readBrief(context, therapist, episode, "session")).madeOn, today);
    await assert.rejects(
      addSession(context, therapist, { episode, heldOn: "2026-03-04" }),
      refusedAt("date"),
    );
    await addSession(context, therapist, { episode });
    assert.equal((await readCase(context, therapist, episode)).sessions.at(-1)?.heldOn, today);
    await assert.rejects(setNextSession(context, therapist, episode, "2026-03-02"), refusedAt("next"));
    await setNextSession(context, therapist, episode, today);
    await closeEpisode(context, therapist, episode, completed);
    assert.equal((await readCase(context, therapist, episode)).closedOn, today);
  });

for (const [zone, moment, today, name] of ends)
  test(`${name} in ${zone}, a member joins and leaves a group on the practice's own day`, async () => {
    await at(zone, moment);
    const { context, therapist } = of;
    const group = await openGroup(context, therapist, { name: `${zone} ${name}` });
    const joining = { kind: "new-client", client: `Member ${zone} ${name}`, ageBand: "adult" } as const;
    const episode = await joinGroup(context, therapist, group, joining);
    assert.equal((await readCase(context, therapist, episode)).openedOn, today);
    assert.equal((await readGroup(context, therapist, group)).members[0]?.joinedOn, today);
    await leaveGroup(context, therapist, group, episode);
    assert.equal((await readGroup(context, therapist, group)).former[0]?.leftOn, today);
    await closeGroup(context, therapist, group);
    assert.equal((await readGroup(context, therapist, group)).closedOn, today);
  });

test("a practice that never chose a time zone is refused no day that is today somewhere", async () => {
  await at("UTC", "2026-03-03T12:00:00Z");
  const { context, therapist } = of;
  const episode = await openEpisode(context, therapist, { client: "Anywhere", ageBand: "adult" });
  await addSession(context, therapist, { episode, heldOn: "2026-03-04" });
  await setNextSession(context, therapist, episode, "2026-03-03");
  await assert.rejects(addSession(context, therapist, { episode, heldOn: "2026-03-05" }), refusedAt("date"));
});

test("a client's language is changed for questionnaires that are assigned afterwards", async () => {
  await at("UTC", "2026-03-03T12:00:00Z");
  const { context, therapist } = of;
  const episode = await openEpisode(context, therapist, { client: "Lia", ageBand: "adult", language: "en" });
  const instrument = "concord-alliance-session-client-adult";
  await requestForm(context, therapist, { episode, session: 0, instrument });
  await correctClient(context, therapist, episode, { label: "Lia", language: "it" });
  await addSession(context, therapist, { episode });
  await requestForm(context, therapist, { episode, session: 1, instrument });
  const { requests } = await import("@concord/store");
  const languages = await context.store.within(therapist.practice, async (scope) =>
    (await requests.list(scope, [episode])).map(({ session, language }) => [session, language]),
  );
  assert.deepEqual(languages.sort(), [
    [0, "en"],
    [1, "it"],
  ]);
  assert.equal((await readCase(context, therapist, episode)).language, "it");
  await assert.rejects(
    correctClient(context, therapist, episode, { label: "Lia", language: "xx" }),
    refusedAt("language"),
  );
  await correctClient(context, therapist, episode, { label: "Lia B." });
  assert.equal((await readCase(context, therapist, episode)).language, "it");
});
