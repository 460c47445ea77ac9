import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addNote,
  addSession,
  askOwnForm,
  closeEpisode,
  giveConsent,
  handOver,
  InvalidInput,
  listOwnForms,
  markAttended,
  openEpisode,
  Refusal,
  readAudit,
  readCase,
  readCaseload,
  readOwnReflections,
  reopenEpisode,
  setEnding,
  setNextSession,
  setPhase,
  submitAsStaff,
  submitForm,
  withdrawConsent,
} from "../src/index.ts";
import { type APractice, aCase, aLink, allOf, aPractice, everyCase, key } from "./a-practice.ts";

let of: APractice;
before(async () => {
  of = await aPractice();
});
after(() => of.fresh.close());

async function lineOf(episode: string) {
  const page = await readCaseload(of.house, of.therapist, everyCase);
  return page.rows.find((row) => row.episode === episode);
}

test("a case from opening to closing, with its line in the caseload", async () => {
  const episode = await aCase(of, "Line L.");
  assert.equal((await lineOf(episode))?.headline, "No ratings have come in yet.");
  const begun = { episode, session: 0, attended: true, heldOn: "2026-02-01" };
  await markAttended(of.house, of.therapist, begun);
  for (let session = 1; session <= 6; session++) {
    assert.equal(
      await addSession(of.house, of.therapist, { episode, heldOn: `2026-02-0${session}` }),
      session,
    );
  }
  await markAttended(of.house, of.therapist, { episode, session: 6, attended: false });
  await setNextSession(of.house, of.therapist, episode, "2026-03-09");
  const line = await lineOf(episode);
  assert.equal(line?.sessions, 5);
  assert.equal(line?.lastSession, "2026-02-05");
  assert.equal(line?.nextSession, "2026-03-09");
  assert.equal(line?.phase, "working-through");
  await setEnding(of.house, of.therapist, episode, 6);
  assert.equal((await lineOf(episode))?.phase, "termination");
  await setEnding(of.house, of.therapist, episode, null);
  await setPhase(of.house, of.therapist, episode, { name: "engagement", from: 1 });
  assert.equal((await lineOf(episode))?.phase, "engagement");
  await setPhase(of.house, of.therapist, episode, { name: "engagement", from: null });
  assert.equal((await lineOf(episode))?.phase, "working-through");
  await closeEpisode(of.house, of.therapist, episode);
  assert.equal(await lineOf(episode), undefined);
  const closed = await readCaseload(of.house, of.therapist, { ...everyCase, filter: "closed" });
  assert.deepEqual(
    closed.rows.map((row) => row.episode),
    [episode],
  );
  await reopenEpisode(of.house, of.therapist, episode);
  assert.notEqual(await lineOf(episode), undefined);
});

test("days that are none, sessions that are not there, and clients without a name are turned away", async () => {
  const episode = await aCase(of);
  await assert.rejects(addSession(of.house, of.therapist, { episode, heldOn: "2026-02-30" }), InvalidInput);
  await assert.rejects(
    markAttended(of.house, of.therapist, { episode, session: 9, attended: true }),
    InvalidInput,
  );
  await assert.rejects(openEpisode(of.house, of.therapist, { client: " ", ageBand: "adult" }), InvalidInput);
  await assert.rejects(
    openEpisode(of.house, of.administrator, {
      client: "A",
      ageBand: "adult",
      therapist: of.supervisor.staff,
    }),
    InvalidInput,
  );
  await assert.rejects(addNote(of.house, of.therapist, { episode, text: "  " }), InvalidInput);
});

test("a session lies within its case: not before it begins, not in the future, not out of order", async () => {
  const { house, therapist } = of;
  const day = (days: number) =>
    new Date(house.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const episode = await openEpisode(house, therapist, {
    client: "Q. R.",
    ageBand: "adult",
    openedOn: day(-30),
  });
  const refused = (heldOn: string) =>
    assert.rejects(
      addSession(house, therapist, { episode, heldOn }),
      (error) => error instanceof InvalidInput && error.field === "date",
      heldOn,
    );
  for (const heldOn of ["1999-05-01", day(-31), day(2), "9999-12-31", "2026-13-01", ""])
    await refused(heldOn);
  assert.equal(await addSession(house, therapist, { episode, heldOn: day(-20) }), 1);
  assert.equal(await addSession(house, therapist, { episode, heldOn: day(-10) }), 2);
  await refused(day(-15));
  const correct = (session: number, heldOn: string) =>
    markAttended(house, therapist, { episode, session, attended: true, heldOn });
  await assert.rejects(correct(1, day(-9)), InvalidInput);
  await assert.rejects(correct(0, day(-19)), InvalidInput);
  await correct(1, day(-21));
  await correct(0, day(-25));
  const { sessions, openedOn } = await readCase(house, therapist, episode);
  assert.deepEqual(
    sessions.map((one) => one.heldOn),
    [day(-25), day(-21), day(-10)],
  );
  assert.equal(openedOn, day(-25));
  for (const [verb, from] of [
    [setEnding, 500],
    [setEnding, 4],
  ] as const)
    await assert.rejects(verb(house, therapist, episode, from), InvalidInput);
  await assert.rejects(setPhase(house, therapist, episode, { name: "termination", from: 40 }), InvalidInput);
  await setEnding(house, therapist, episode, 3);
  for (const next of ["1999-01-01", day(-2), "9999-01-01"])
    await assert.rejects(setNextSession(house, therapist, episode, next), InvalidInput);
});

test("the same session sent twice, also at the same moment, is one session", async () => {
  const { house, therapist } = of;
  const episode = await openEpisode(house, therapist, { client: "T. U.", ageBand: "adult" });
  const press = () => addSession(house, therapist, { episode, number: 1 });
  assert.deepEqual(await Promise.all([press(), press(), press()]), [1, 1, 1]);
  assert.equal(await press(), 1);
  await assert.rejects(addSession(house, therapist, { episode, number: 2 }), /recorded on this day already/);
  await assert.rejects(addSession(house, therapist, { episode, number: 7 }), /next session is session 2/);
  assert.equal(await addSession(house, therapist, { episode, number: 2, secondOnDay: true }), 2);
});

test("a case handed over is the other therapist's; private notes stay with their author", async () => {
  const { house, therapist, other, administrator } = of;
  const episode = await openEpisode(house, therapist, { client: "V. W.", ageBand: "adult" });
  await addNote(house, therapist, { episode, text: "for me alone" });
  await assert.rejects(handOver(house, other, episode, other.staff), Refusal);
  await assert.rejects(handOver(house, therapist, episode, of.supervisor.staff), InvalidInput);
  await assert.rejects(handOver(house, therapist, episode, therapist.staff), InvalidInput);
  await handOver(house, therapist, episode, other.staff);
  await assert.rejects(readCase(house, therapist, episode), Refusal);
  const taken = await readCase(house, other, episode);
  assert.equal(taken.therapist.staff, other.staff);
  assert.deepEqual(taken.notes, []);
  const { lines } = await readAudit(house, administrator, { perPage: 500 });
  assert.ok(lines.some(({ action }) => action === `hand-over staff:${therapist.staff} staff:${other.staff}`));
  await handOver(house, other, episode, therapist.staff);
  assert.equal((await readCase(house, therapist, episode)).notes.length, 1);
});

test("a therapist asks themselves once at a time, and nobody else may", async () => {
  const ownForm = "concord-attachment-therapist";
  await assert.rejects(askOwnForm(of.house, of.other, ownForm), /record a session first/);
  const episode = await aCase(of, "Ona P.");
  await addSession(of.house, of.therapist, { episode });
  const request = await askOwnForm(of.house, of.therapist, ownForm);
  assert.equal(await askOwnForm(of.house, of.therapist, ownForm), request);
  const waiting = await listOwnForms(of.house, of.therapist);
  assert.deepEqual(
    waiting.filter((one) => one.isPrivate).map((one) => one.request),
    [request],
  );
  assert.deepEqual((await readCase(of.house, of.therapist, episode)).forms, []);
  const before = await readOwnReflections(of.house, of.therapist);
  // Of 1 to 7, items 7 and 8 turned round: anxiety (6 + 6 + 6 + 2) / 4 = 5, and so avoidance.
  await submitAsStaff(of.house, of.therapist, request, allOf(6, 8), "an-own-form");
  const after = await readOwnReflections(of.house, of.therapist);
  assert.equal(after.length, before.length + 1);
  assert.equal(after[0]?.client, null);
  assert.deepEqual(
    after[0]?.scales.map(({ score }) => score.value),
    [5, 5],
  );
  assert.notEqual(await askOwnForm(of.house, of.therapist, ownForm), request);
  for (const actor of [of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(askOwnForm(of.house, actor, ownForm), Refusal);
  }
  await assert.rejects(askOwnForm(of.house, of.therapist, "phq-9"), RangeError);
  const page = await readAudit(of.house, of.administrator, { perPage: 500 });
  assert.ok(page.lines.some((line) => line.action === "ask-own-form" && line.subject.includes(request)));
});

test("a case says whether it may go into research", async () => {
  const episode = await aCase(of, "Rea S.");
  const agrees = async () => (await readCase(of.house, of.therapist, episode)).researchConsent;
  const said = { episode, givenBy: "client", about: { matter: "research" } } as const;
  assert.equal(await agrees(), false);
  await giveConsent(of.house, of.therapist, said);
  assert.equal(await agrees(), true);
  await withdrawConsent(of.house, of.therapist, said);
  assert.equal(await agrees(), false);
});

test("the record says who did what to what, and nothing about anyone in care", async () => {
  const episode = await aCase(of, "Nameless N.");
  await addNote(of.house, of.therapist, { episode, text: "A secret thing." });
  const { token } = await aLink(of, episode);
  await submitForm(of.house, token, { ...allOf(2, 6), i07: "My own words" }, key);
  await assert.rejects(readAudit(of.house, of.therapist), Refusal);
  const page = await readAudit(of.house, of.administrator, { perPage: 500 });
  const actions = page.lines.filter((line) => line.subject.includes(episode)).map((line) => line.action);
  assert.deepEqual(actions.toSorted(), [
    "add-note",
    "add-session",
    "open-episode",
    "request-form concord-alliance-session-client-adult",
  ]);
  assert.ok(page.lines.some((line) => line.action === "answer-form" && line.who === "form holder"));
  const all = JSON.stringify(page.lines);
  for (const word of ["Nameless", "secret", "My own words", token]) assert.ok(!all.includes(word), word);
  const first = await readAudit(of.house, of.administrator, { perPage: 2 });
  const second = await readAudit(of.house, of.administrator, { perPage: 2, before: first.next ?? "" });
  assert.deepEqual([...first.lines, ...second.lines], page.lines.slice(0, 4));
});
