import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  type Actor,
  addNote,
  giveConsent,
  Refusal,
  type Role,
  readCase,
  readCaseForms,
  readCaseNotes,
  readOwnReflections,
} from "../src/index.ts";
import { type APractice, createCase, createPractice } from "./practice-fixture.ts";

/* What single pages of a case read: the same as the page of the whole case shows, and refused to the same people. */

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const allRoles: readonly Role[] = ["therapist", "supervisor", "administrator", "researcher"];
/** The same person with every role there is. */
const withAll = (actor: Actor): Actor => ({ ...actor, roles: allRoles }) as Actor;

test("the questionnaires and the notes of a case are those that the whole case has", async () => {
  const episode = await createCase(of, "Page P.");
  await addNote(of.context, of.therapist, { episode, text: "One line.", session: 1 });
  const whole = await readCase(of.context, of.therapist, episode);
  assert.equal(whole.notes.length, 1);
  assert.deepEqual(await readCaseForms(of.context, of.therapist, episode), {
    client: "Page P.",
    forms: whole.forms,
  });
  assert.deepEqual(await readCaseNotes(of.context, of.therapist, episode), {
    episode,
    client: "Page P.",
    notes: whole.notes,
    session: Math.max(1, whole.course.sessions),
  });
});

test("another therapist, administration and research read neither", async () => {
  const episode = await createCase(of);
  for (const actor of [of.other, of.administrator, of.researcher, of.supervisor]) {
    await assert.rejects(readCaseForms(of.context, actor, episode), Refusal);
    await assert.rejects(readCaseNotes(of.context, actor, episode), Refusal);
  }
});

test("with the client's consent a supervisor reads the questionnaires, never the notes", async () => {
  const episode = await createCase(of);
  await addNote(of.context, of.therapist, { episode, text: "Only mine." });
  const about = { matter: "supervision", supervisor: (of.supervisor as { staff: string }).staff } as const;
  await giveConsent(of.context, of.therapist, { episode, givenBy: "client", about });
  assert.equal((await readCaseForms(of.context, of.supervisor, episode)).client.length > 0, true);
  await assert.rejects(
    readCaseNotes(of.context, of.supervisor, episode),
    /Notes can be read only by their author/,
  );
  // The union of all roles opens no note of somebody else either.
  await assert.rejects(readCaseNotes(of.context, withAll(of.supervisor), episode), Refusal);
  assert.deepEqual((await readCase(of.context, withAll(of.supervisor), episode)).notes, []);
});

test("every role at once opens no case, no note and no reflection of another therapist", async () => {
  const episode = await createCase(of);
  await addNote(of.context, of.therapist, { episode, text: "Only mine." });
  for (const actor of [of.other, of.supervisor, of.researcher].map(withAll)) {
    await assert.rejects(readCase(of.context, actor, episode), Refusal);
    await assert.rejects(readCaseForms(of.context, actor, episode), Refusal);
    await assert.rejects(readCaseNotes(of.context, actor, episode), Refusal);
    const own = JSON.stringify(await readOwnReflections(of.context, actor));
    assert.ok(!own.includes(episode), "what they read of themselves names no case of another");
  }
});
