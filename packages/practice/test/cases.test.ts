import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addNote,
  addSession,
  askOwnForm,
  type CaseloadQuery,
  closeEpisode,
  giveConsent,
  listOwnForms,
  markAttended,
  openEpisode,
  Refusal,
  readAudit,
  readCase,
  readCaseload,
  readItems,
  readOwnReflections,
  reopenEpisode,
  requestForm,
  reviewTogether,
  setEnding,
  setNextSession,
  setPhase,
  submitAsStaff,
  submitForm,
  withdrawConsent,
} from "../src/index.ts";
import { type APractice, aCase, aLink, allOf, aPractice, key } from "./a-practice.ts";

let of: APractice;
before(async () => {
  of = await aPractice();
});
after(() => of.fresh.close());

const everything: CaseloadQuery = {
  sort: "client",
  descending: false,
  filter: "all",
  search: "",
  page: 1,
  perPage: 50,
};

async function lineOf(episode: string) {
  const page = await readCaseload(of.house, of.therapist, everything);
  return page.rows.find((row) => row.episode === episode);
}

test("a case from opening to closing, with its line in the caseload", async () => {
  const episode = await aCase(of, "Line L.");
  assert.equal((await lineOf(episode))?.headline, "No ratings have come in yet.");
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
  const closed = await readCaseload(of.house, of.therapist, { ...everything, filter: "closed" });
  assert.deepEqual(
    closed.rows.map((row) => row.episode),
    [episode],
  );
  await reopenEpisode(of.house, of.therapist, episode);
  assert.notEqual(await lineOf(episode), undefined);
});

test("days that are none, sessions that are not there, and clients without a name are turned away", async () => {
  const episode = await aCase(of);
  await assert.rejects(addSession(of.house, of.therapist, { episode, heldOn: "2026-02-30" }), RangeError);
  await assert.rejects(
    markAttended(of.house, of.therapist, { episode, session: 9, attended: true }),
    RangeError,
  );
  await assert.rejects(openEpisode(of.house, of.therapist, { client: " ", ageBand: "adult" }), RangeError);
  await assert.rejects(
    openEpisode(of.house, of.administrator, {
      client: "A",
      ageBand: "adult",
      therapist: of.supervisor.staff,
    }),
    RangeError,
  );
  await assert.rejects(addNote(of.house, of.therapist, { episode, text: "  " }), RangeError);
});

test("another therapist's case, an unknown case and no case at all are refused in the same words", async () => {
  const episode = await aCase(of);
  const unknown = "00000000-0000-7000-8000-000000000000";
  const reasons = await Promise.all(
    [episode, unknown, "'; drop table care.episode; --"].map((one) =>
      readCase(of.house, of.other, one).then(
        () => "read",
        (error: unknown) => (error instanceof Refusal ? error.message : "another error"),
      ),
    ),
  );
  assert.equal(new Set(reasons).size, 1);
  assert.match(reasons[0] ?? "", /not open to you/);
});

test("administration and research see no case, no caseload, no items", async () => {
  const episode = await aCase(of);
  for (const actor of [of.administrator, of.researcher]) {
    await assert.rejects(readCase(of.house, actor, episode), Refusal);
    await assert.rejects(readCaseload(of.house, actor, everything), Refusal);
    await assert.rejects(reviewTogether(of.house, actor, episode), Refusal);
    await assert.rejects(
      readItems(of.house, actor, { episode, instrument: "phq-9", rater: "client" }),
      Refusal,
    );
  }
});

test("supervision: by the client's consent, without notes, and no longer once it is withdrawn", async () => {
  const episode = await aCase(of, "Consent C.");
  await addNote(of.house, of.therapist, { episode, text: "Only mine." });
  await assert.rejects(readCase(of.house, of.supervisor, episode), Refusal);

  const about = { matter: "supervision", supervisor: of.supervisor.staff } as const;
  await assert.rejects(giveConsent(of.house, of.supervisor, { episode, givenBy: "client", about }), Refusal);
  await giveConsent(of.house, of.therapist, { episode, givenBy: "therapist", about });
  await assert.rejects(readCase(of.house, of.supervisor, episode), Refusal);
  await giveConsent(of.house, of.therapist, { episode, givenBy: "client", about });
  const seen = await readCase(of.house, of.supervisor, episode);
  assert.deepEqual(seen.notes, []);
  assert.deepEqual(seen.supervisors, ["Sue"]);
  const page = await readCaseload(of.house, of.supervisor, everything);
  assert.deepEqual(
    page.rows.map((row) => row.client),
    ["Consent C."],
  );
  await assert.rejects(addNote(of.house, of.supervisor, { episode, text: "x" }), Refusal);
  await assert.rejects(reviewTogether(of.house, of.supervisor, episode), Refusal);

  of.clock.now = new Date(of.clock.now.getTime() + 60_000);
  await withdrawConsent(of.house, of.therapist, { episode, givenBy: "client", about });
  await assert.rejects(readCase(of.house, of.supervisor, episode), Refusal);
  assert.equal((await readCaseload(of.house, of.supervisor, everything)).total, 0);
  const own = await readCase(of.house, of.therapist, episode);
  assert.equal(own.supervisionConsent, false);
  assert.deepEqual(
    own.notes.map((note) => note.text),
    ["Only mine."],
  );
});

test("review together: the client's ratings, the therapist's when put beside, and nobody else's", async () => {
  const episode = await openEpisode(of.house, of.therapist, { client: "Teen T.", ageBand: "adolescent" });
  const session = await addSession(of.house, of.therapist, { episode });
  const ask = (instrument: string) => requestForm(of.house, of.therapist, { episode, session, instrument });
  const client = await ask("concord-alliance-session-client-adolescent");
  const caregiver = await ask("concord-alliance-session-caregiver");
  const therapist = await ask("concord-alliance-session-therapist");
  await submitForm(of.house, client.path.slice(3), allOf(3, 9), key);
  await submitForm(of.house, caregiver.path.slice(3), allOf(7, 6), key);
  await submitAsStaff(of.house, of.therapist, therapist.request, allOf(5, 6), key);

  const raters = (course: { series: readonly { rater: string }[] }) =>
    [...new Set(course.series.map((one) => one.rater))].toSorted();
  const own = await reviewTogether(of.house, of.therapist, episode);
  assert.deepEqual(raters(own.course), ["client"]);
  assert.equal(own.therapistRatings, "not-yet-shared");
  assert.ok(own.questions.length >= 1 && own.questions.length <= 3);
  const both = await reviewTogether(of.house, of.therapist, episode, "shown");
  assert.deepEqual(raters(both.course), ["client", "therapist"]);
  const whole = await readCase(of.house, of.therapist, episode);
  assert.deepEqual(raters(whole.course), ["caregiver", "client", "therapist"]);
});

test("a risk answer is on the therapist's page and not on the one both look at", async () => {
  const episode = await aCase(of);
  const { token } = await aLink(of, episode, "phq-9");
  await submitForm(of.house, token, { ...allOf(1, 8), i09: 1 }, key);
  const review = await reviewTogether(of.house, of.therapist, episode);
  assert.deepEqual(review.course.risks, []);
  assert.ok(review.course.series.some((one) => one.instrument === "phq-9"));
  assert.equal((await readCase(of.house, of.therapist, episode)).course.risks.length, 1);
});

test("what a therapist says about themselves reaches no course, no list and no colleague", async () => {
  const episode = await aCase(of);
  const session = await addSession(of.house, of.therapist, { episode });
  const { request } = await requestForm(of.house, of.therapist, {
    episode,
    session,
    instrument: "concord-attachment-therapist",
  });
  await submitAsStaff(of.house, of.therapist, request, allOf(6, 8), key);
  const seen = await readCase(of.house, of.therapist, episode);
  assert.deepEqual(seen.course.series, []);
  assert.deepEqual(seen.forms, []);
  const reflections = await readOwnReflections(of.house, of.therapist);
  assert.deepEqual(
    reflections.map((one) => one.instrument),
    ["concord-attachment-therapist"],
  );
  assert.ok((reflections[0]?.scales.length ?? 0) > 0);
  assert.deepEqual(await readOwnReflections(of.house, of.other), []);
  await assert.rejects(readOwnReflections(of.house, of.supervisor), Refusal);
  await assert.rejects(readOwnReflections(of.house, of.administrator), Refusal);
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
