import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addNote,
  addSession,
  exportDeidentified,
  exportLines,
  giveConsent,
  Refusal,
  requestForm,
  submitAsStaff,
  submitForm,
  withdrawConsent,
} from "../src/index.ts";
import { type APractice, allOf, createCase, createPractice, key } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const research = { matter: "research" } as const;

async function ratedCase(client: string): Promise<string> {
  const episode = await createCase(of, client);
  for (const heldOn of ["2026-02-24", "2026-03-02"]) {
    const session = await addSession(of.context, of.therapist, { episode, heldOn });
    const instrument = "concord-alliance-session-client-adult";
    const { path } = await requestForm(of.context, of.therapist, { episode, session, instrument });
    await submitForm(of.context, path.slice(3), { ...allOf(4, 6), i07: "Call me Gudrun" }, key);
  }
  return episode;
}

test("only who runs research may export, and only cases that agreed", async () => {
  const episode = await ratedCase("Gudrun Findable");
  for (const actor of [of.therapist, of.supervisor, of.administrator]) {
    await assert.rejects(exportDeidentified(of.context, actor), Refusal);
  }
  assert.equal((await exportDeidentified(of.context, of.researcher)).rows.length, 0);
  await giveConsent(of.context, of.therapist, { episode, givenBy: "client", about: research });
  const { rows, cases, leftOut } = await exportDeidentified(of.context, of.researcher);
  assert.equal(cases, 1);
  assert.equal(leftOut, 0);
  // Two sessions of six items and four scales each.
  assert.equal(rows.length, 2 * (6 + 4));
});

test("no name, no date, no free text, no identifier of the practice leaves it", async () => {
  const episode = await ratedCase("Hildegard Findable");
  await addNote(of.context, of.therapist, { episode, text: "Confided to me" });
  const session = await addSession(of.context, of.therapist, { episode });
  const own = { episode, session, instrument: "concord-attachment-therapist" };
  const { request } = await requestForm(of.context, of.therapist, own);
  await submitAsStaff(of.context, of.therapist, request, allOf(5, 8), key);
  await giveConsent(of.context, of.therapist, { episode, givenBy: "client", about: research });
  const { rows } = await exportDeidentified(of.context, of.researcher);
  const file = [...exportLines(rows)].join("");
  for (const word of [
    "Findable",
    "Tess",
    "Gudrun",
    "Confided",
    "2026-",
    "attachment-therapist",
    episode,
    of.therapist.staff,
  ]) {
    assert.ok(!file.includes(word), word);
  }
  const { case: name } = rows.find((row) => row.day === 6)!;
  const days = rows.filter((row) => row.case === name && row.scale === "total").map((row) => row.day);
  assert.deepEqual(days, [0, 6]);
  assert.match(name, /^c[0-9a-f]{12}$/);
});

test("the same case has the same name in the next export, and none after consent is withdrawn", async () => {
  const first = await exportDeidentified(of.context, of.researcher);
  const second = await exportDeidentified(of.context, of.researcher);
  assert.deepEqual(second.rows, first.rows);
  assert.equal(new Set(first.rows.map((row) => row.therapist)).size, 1);
  const episode = await ratedCase("Irma");
  await giveConsent(of.context, of.therapist, { episode, givenBy: "client", about: research });
  assert.equal((await exportDeidentified(of.context, of.researcher)).cases, first.cases + 1);
  of.clock.now = new Date(of.clock.now.getTime() + 60_000);
  await withdrawConsent(of.context, of.therapist, { episode, givenBy: "client", about: research });
  assert.deepEqual((await exportDeidentified(of.context, of.researcher)).rows, first.rows);
});
