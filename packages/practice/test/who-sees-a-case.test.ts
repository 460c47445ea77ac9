import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addNote,
  addSession,
  giveConsent,
  openEpisode,
  Refusal,
  readCase,
  readCaseload,
  readItems,
  readOwnReflections,
  requestForm,
  reviewTogether,
  submitAsStaff,
  submitForm,
  withdrawConsent,
} from "../src/index.ts";
import {
  type APractice,
  aLink,
  allOf,
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

test("another therapist's case, an unknown case and no case at all are refused in the same words", async () => {
  const episode = await createCase(of);
  const unknown = "00000000-0000-7000-8000-000000000000";
  const reasons = await Promise.all(
    [episode, unknown, "'; drop table care.episode; --"].map((one) =>
      readCase(of.context, of.other, one).then(
        () => "read",
        (error: unknown) => (error instanceof Refusal ? error.message : "another error"),
      ),
    ),
  );
  assert.equal(new Set(reasons).size, 1);
  assert.match(reasons[0] ?? "", /does not exist or you do not have access/);
});

test("administration and research see no case, no caseload, no items", async () => {
  const episode = await createCase(of);
  for (const actor of [of.administrator, of.researcher]) {
    await assert.rejects(readCase(of.context, actor, episode), Refusal);
    await assert.rejects(readCaseload(of.context, actor, everyCase), Refusal);
    await assert.rejects(reviewTogether(of.context, actor, episode), Refusal);
    await assert.rejects(
      readItems(of.context, actor, { episode, instrument: "phq-9", rater: "client" }),
      Refusal,
    );
  }
});

test("supervision: by the client's consent, without notes, and no longer once it is withdrawn", async () => {
  const episode = await createCase(of, "Consent C.");
  await addNote(of.context, of.therapist, { episode, text: "Only mine." });
  await assert.rejects(readCase(of.context, of.supervisor, episode), Refusal);

  const about = { matter: "supervision", supervisor: of.supervisor.staff } as const;
  await assert.rejects(
    giveConsent(of.context, of.supervisor, { episode, givenBy: "client", about }),
    Refusal,
  );
  await giveConsent(of.context, of.therapist, { episode, givenBy: "therapist", about });
  await assert.rejects(readCase(of.context, of.supervisor, episode), Refusal);
  await giveConsent(of.context, of.therapist, { episode, givenBy: "client", about });
  const seen = await readCase(of.context, of.supervisor, episode);
  assert.deepEqual(seen.notes, []);
  assert.deepEqual(seen.supervisors, ["Sue"]);
  const page = await readCaseload(of.context, of.supervisor, everyCase);
  assert.deepEqual(
    page.rows.map((row) => row.client),
    ["Consent C."],
  );
  await assert.rejects(addNote(of.context, of.supervisor, { episode, text: "x" }), Refusal);
  await assert.rejects(reviewTogether(of.context, of.supervisor, episode), Refusal);

  of.clock.now = new Date(of.clock.now.getTime() + 60_000);
  await withdrawConsent(of.context, of.therapist, { episode, givenBy: "client", about });
  await assert.rejects(readCase(of.context, of.supervisor, episode), Refusal);
  assert.equal((await readCaseload(of.context, of.supervisor, everyCase)).total, 0);
  const own = await readCase(of.context, of.therapist, episode);
  assert.equal(own.supervisionConsent, false);
  assert.deepEqual(
    own.notes.map((note) => note.text),
    ["Only mine."],
  );
});

test("review together: the client's ratings, the therapist's when put beside, and nobody else's", async () => {
  const episode = await openEpisode(of.context, of.therapist, { client: "Teen T.", ageBand: "adolescent" });
  const session = await addSession(of.context, of.therapist, { episode });
  const ask = (instrument: string) => requestForm(of.context, of.therapist, { episode, session, instrument });
  const client = await ask("concord-alliance-session-client-adolescent");
  const caregiver = await ask("concord-alliance-session-caregiver");
  const therapist = await ask("concord-alliance-session-therapist");
  await submitForm(of.context, client.path.slice(3), allOf(3, 9), key);
  await submitForm(of.context, caregiver.path.slice(3), allOf(7, 6), key);
  await submitAsStaff(of.context, of.therapist, therapist.request, allOf(5, 6), key);

  const raters = (course: { series: readonly { rater: string }[] }) =>
    [...new Set(course.series.map((one) => one.rater))].toSorted();
  const own = await reviewTogether(of.context, of.therapist, episode);
  assert.deepEqual(raters(own.course), ["client"]);
  assert.equal(own.therapistRatings, "not-yet-shared");
  assert.ok(own.questions.length >= 1 && own.questions.length <= 3);
  const both = await reviewTogether(of.context, of.therapist, episode, "shown");
  assert.deepEqual(raters(both.course), ["client", "therapist"]);
  const whole = await readCase(of.context, of.therapist, episode);
  assert.deepEqual(raters(whole.course), ["caregiver", "client", "therapist"]);
});

test("a risk answer is on the therapist's page and not on the one both look at", async () => {
  const episode = await createCase(of);
  const { token } = await aLink(of, episode, "phq-9");
  await submitForm(of.context, token, { ...allOf(1, 8), i09: 1 }, key);
  const review = await reviewTogether(of.context, of.therapist, episode);
  assert.deepEqual(review.course.risks, []);
  assert.ok(review.course.series.some((one) => one.instrument === "phq-9"));
  assert.equal((await readCase(of.context, of.therapist, episode)).course.risks.length, 1);
});

test("what a therapist says about themselves reaches no course, no list and no colleague", async () => {
  const episode = await createCase(of);
  const session = await addSession(of.context, of.therapist, { episode });
  const { request } = await requestForm(of.context, of.therapist, {
    episode,
    session,
    instrument: "concord-attachment-therapist",
  });
  await submitAsStaff(of.context, of.therapist, request, allOf(6, 8), key);
  const seen = await readCase(of.context, of.therapist, episode);
  assert.deepEqual(seen.course.series, []);
  assert.deepEqual(seen.forms, []);
  const reflections = await readOwnReflections(of.context, of.therapist);
  assert.deepEqual(
    reflections.map((one) => one.instrument),
    ["concord-attachment-therapist"],
  );
  assert.ok((reflections[0]?.scales.length ?? 0) > 0);
  assert.deepEqual(await readOwnReflections(of.context, of.other), []);
  await assert.rejects(readOwnReflections(of.context, of.supervisor), Refusal);
  await assert.rejects(readOwnReflections(of.context, of.administrator), Refusal);
});
