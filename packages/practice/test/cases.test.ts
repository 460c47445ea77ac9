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
import {
  type APractice,
  aLink,
  allOf,
  completed,
  createCase,
  createPractice,
  everyCase,
  key,
} from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

async function lineOf(episode: string) {
  const page = await readCaseload(of.context, of.therapist, everyCase);
  return page.rows.find((row) => row.episode === episode);
}

test("a case from opening to closing, with its line in the caseload", async () => {
  const episode = await createCase(of, "Line L.");
  assert.deepEqual((await lineOf(episode))?.headline, { id: "stored.headline.none", values: {} });
  const begun = { episode, session: 0, attended: true, heldOn: "2026-02-01" };
  await markAttended(of.context, of.therapist, begun);
  for (let session = 1; session <= 6; session++) {
    assert.equal(
      await addSession(of.context, of.therapist, { episode, heldOn: `2026-02-0${session}` }),
      session,
    );
  }
  await markAttended(of.context, of.therapist, { episode, session: 6, attended: false });
  await setNextSession(of.context, of.therapist, episode, "2026-03-09");
  const line = await lineOf(episode);
  assert.equal(line?.sessions, 5);
  assert.equal(line?.lastSession, "2026-02-05");
  assert.equal(line?.nextSession, "2026-03-09");
  assert.equal(line?.phase, "working-through");
  await setEnding(of.context, of.therapist, episode, 6);
  assert.equal((await lineOf(episode))?.phase, "termination");
  await setEnding(of.context, of.therapist, episode, null);
  await setPhase(of.context, of.therapist, episode, { name: "engagement", from: 1 });
  assert.equal((await lineOf(episode))?.phase, "engagement");
  await setPhase(of.context, of.therapist, episode, { name: "engagement", from: null });
  assert.equal((await lineOf(episode))?.phase, "working-through");
  await closeEpisode(of.context, of.therapist, episode, completed);
  assert.equal(await lineOf(episode), undefined);
  const closed = await readCaseload(of.context, of.therapist, { ...everyCase, filter: "closed" });
  assert.deepEqual(
    closed.rows.map((row) => row.episode),
    [episode],
  );
  await reopenEpisode(of.context, of.therapist, episode);
  assert.notEqual(await lineOf(episode), undefined);
});

test("days that are none, sessions that are not there, and clients without a name are turned away", async () => {
  const episode = await createCase(of);
  await assert.rejects(addSession(of.context, of.therapist, { episode, heldOn: "2026-02-30" }), InvalidInput);
  await assert.rejects(
    markAttended(of.context, of.therapist, { episode, session: 9, attended: true }),
    InvalidInput,
  );
  await assert.rejects(
    openEpisode(of.context, of.therapist, { client: " ", ageBand: "adult" }),
    InvalidInput,
  );
  await assert.rejects(
    openEpisode(of.context, of.administrator, {
      client: "A",
      ageBand: "adult",
      therapist: of.supervisor.staff,
    }),
    InvalidInput,
  );
  await assert.rejects(addNote(of.context, of.therapist, { episode, text: "  " }), InvalidInput);
});

test("a session lies within its case: not before it begins, not in the future, not out of order", async () => {
  const { context, therapist } = of;
  const day = (days: number) =>
    new Date(context.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const episode = await openEpisode(context, therapist, {
    client: "Q. R.",
    ageBand: "adult",
    openedOn: day(-30),
  });
  const refused = (heldOn: string) =>
    assert.rejects(
      addSession(context, therapist, { episode, heldOn }),
      (error) => error instanceof InvalidInput && error.field === "date",
      heldOn,
    );
  for (const heldOn of ["1999-05-01", day(-31), day(2), "9999-12-31", "2026-13-01", ""])
    await refused(heldOn);
  assert.equal(await addSession(context, therapist, { episode, heldOn: day(-20) }), 1);
  assert.equal(await addSession(context, therapist, { episode, heldOn: day(-10) }), 2);
  await refused(day(-15));
  const correct = (session: number, heldOn: string) =>
    markAttended(context, therapist, { episode, session, attended: true, heldOn });
  await assert.rejects(correct(1, day(-9)), InvalidInput);
  await assert.rejects(correct(0, day(-19)), InvalidInput);
  await correct(1, day(-21));
  await correct(0, day(-25));
  const { sessions, openedOn } = await readCase(context, therapist, episode);
  assert.deepEqual(
    sessions.map((one) => one.heldOn),
    [day(-25), day(-21), day(-10)],
  );
  assert.equal(openedOn, day(-25));
  for (const [verb, from] of [
    [setEnding, 500],
    [setEnding, 4],
  ] as const)
    await assert.rejects(verb(context, therapist, episode, from), InvalidInput);
  await assert.rejects(
    setPhase(context, therapist, episode, { name: "termination", from: 40 }),
    InvalidInput,
  );
  await setEnding(context, therapist, episode, 3);
  for (const next of ["1999-01-01", day(-2), "9999-01-01"])
    await assert.rejects(setNextSession(context, therapist, episode, next), InvalidInput);
});

test("the same session sent twice, also at the same moment, is one session", async () => {
  const { context, therapist } = of;
  const episode = await openEpisode(context, therapist, { client: "T. U.", ageBand: "adult" });
  const press = () => addSession(context, therapist, { episode, number: 1 });
  assert.deepEqual(await Promise.all([press(), press(), press()]), [1, 1, 1]);
  assert.equal(await press(), 1);
  await assert.rejects(
    addSession(context, therapist, { episode, number: 2 }),
    /already recorded on this date/,
  );
  await assert.rejects(addSession(context, therapist, { episode, number: 7 }), /next session is session 2/);
  assert.equal(await addSession(context, therapist, { episode, number: 2, secondOnDay: true }), 2);
});

test("a case handed over is the other therapist's; private notes stay with their author", async () => {
  const { context, therapist, other, administrator } = of;
  const episode = await openEpisode(context, therapist, { client: "V. W.", ageBand: "adult" });
  await addNote(context, therapist, { episode, text: "for me alone" });
  await assert.rejects(handOver(context, other, episode, other.staff), Refusal);
  await assert.rejects(handOver(context, therapist, episode, of.supervisor.staff), InvalidInput);
  await assert.rejects(handOver(context, therapist, episode, therapist.staff), InvalidInput);
  await handOver(context, therapist, episode, other.staff);
  await assert.rejects(readCase(context, therapist, episode), Refusal);
  const taken = await readCase(context, other, episode);
  assert.equal(taken.therapist.staff, other.staff);
  assert.deepEqual(taken.notes, []);
  const { lines } = await readAudit(context, administrator, { perPage: 500 });
  assert.ok(lines.some(({ action }) => action === `hand-over staff:${therapist.staff} staff:${other.staff}`));
  await handOver(context, other, episode, therapist.staff);
  assert.equal((await readCase(context, therapist, episode)).notes.length, 1);
});

test("a therapist asks themselves once at a time, and nobody else may", async () => {
  const ownForm = "concord-attachment-therapist";
  await assert.rejects(askOwnForm(of.context, of.other, ownForm), /record a session first/);
  const episode = await createCase(of, "Ona P.");
  await addSession(of.context, of.therapist, { episode });
  const request = await askOwnForm(of.context, of.therapist, ownForm);
  assert.equal(await askOwnForm(of.context, of.therapist, ownForm), request);
  const waiting = await listOwnForms(of.context, of.therapist);
  assert.deepEqual(
    waiting.filter((one) => one.isPrivate).map((one) => one.request),
    [request],
  );
  assert.deepEqual((await readCase(of.context, of.therapist, episode)).forms, []);
  const before = await readOwnReflections(of.context, of.therapist);
  // Of 1 to 7, items 7 and 8 turned round: anxiety (6 + 6 + 6 + 2) / 4 = 5, and so avoidance.
  await submitAsStaff(of.context, of.therapist, request, allOf(6, 8), "an-own-form");
  const after = await readOwnReflections(of.context, of.therapist);
  assert.equal(after.length, before.length + 1);
  assert.equal(after[0]?.client, null);
  assert.deepEqual(
    after[0]?.scales.map(({ score }) => score.value),
    [5, 5],
  );
  assert.notEqual(await askOwnForm(of.context, of.therapist, ownForm), request);
  for (const actor of [of.supervisor, of.administrator, of.researcher]) {
    await assert.rejects(askOwnForm(of.context, actor, ownForm), Refusal);
  }
  await assert.rejects(askOwnForm(of.context, of.therapist, "phq-9"), RangeError);
  const page = await readAudit(of.context, of.administrator, { perPage: 500 });
  assert.ok(page.lines.some((line) => line.action === "ask-own-form" && line.subject.includes(request)));
});

test("a case says whether it may go into research", async () => {
  const episode = await createCase(of, "Rea S.");
  const agrees = async () => (await readCase(of.context, of.therapist, episode)).researchConsent;
  const said = { episode, givenBy: "client", about: { matter: "research" } } as const;
  assert.equal(await agrees(), false);
  await giveConsent(of.context, of.therapist, said);
  assert.equal(await agrees(), true);
  await withdrawConsent(of.context, of.therapist, said);
  assert.equal(await agrees(), false);
});

test("the record says who did what to what, and nothing about anyone in care", async () => {
  const episode = await createCase(of, "Nameless N.");
  await addNote(of.context, of.therapist, { episode, text: "A secret thing." });
  const { token } = await aLink(of, episode);
  await submitForm(of.context, token, { ...allOf(2, 6), i07: "My own words" }, key);
  await assert.rejects(readAudit(of.context, of.therapist), Refusal);
  const page = await readAudit(of.context, of.administrator, { perPage: 500 });
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
  const first = await readAudit(of.context, of.administrator, { perPage: 2 });
  const second = await readAudit(of.context, of.administrator, { perPage: 2, before: first.next ?? "" });
  assert.deepEqual([...first.lines, ...second.lines], page.lines.slice(0, 4));
});

test("the record can be read for one person, for one record, and for both", async () => {
  const episode = await createCase(of, "Chosen C.");
  await addNote(of.context, of.therapist, { episode, text: "One." });
  await addNote(of.context, of.therapist, { episode, text: "Two." });
  const all = await readAudit(of.context, of.administrator, { perPage: 500 });
  const noted = all.lines.find(({ action, subject }) => action === "add-note" && subject.includes(episode));
  assert.ok(noted);
  const { subject } = noted;
  const about = await readAudit(of.context, of.administrator, { subject, perPage: 500 });
  assert.ok(about.lines.length >= 2 && about.lines.length < all.lines.length);
  assert.deepEqual(
    about.lines,
    all.lines.filter((line) => line.subject === subject),
  );
  const staff = of.therapist.staff;
  const both = await readAudit(of.context, of.administrator, { subject, staff, perPage: 500 });
  assert.deepEqual(both.lines.filter(({ action }) => action === "add-note").length, 2);
  const other = of.other.staff;
  const none = await readAudit(of.context, of.administrator, { subject, staff: other, perPage: 500 });
  assert.deepEqual(
    none.lines.filter(({ action }) => action === "add-note"),
    [],
  );
  const page = await readAudit(of.context, of.administrator, { staff, perPage: 1 });
  assert.equal(page.lines.length, 1);
  assert.ok(page.people.some((one) => one.staff === staff));
  await assert.rejects(readAudit(of.context, of.therapist, { subject }), Refusal);
});
