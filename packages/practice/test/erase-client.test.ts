import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { audit, clients } from "@concord/store";
import fc from "fast-check";
import {
  type AppContext,
  addNote,
  changePrivacySettings,
  closeEpisode,
  eraseAgain,
  eraseClient,
  eraseDue,
  InvalidInput,
  liftRestriction,
  listTasks,
  Refusal,
  readCase,
  readCaseload,
  readPrivacyOffice,
  restrictProcessing,
  reviewSafetyAnswer,
  submitForm,
} from "../src/index.ts";
import { holdingBackups } from "../src/privacy/privacy-office.ts";
import { retentionOf } from "../src/privacy/retention.ts";
import {
  type APractice,
  aLink,
  allOf,
  createCase,
  createPractice,
  everyCase,
  key,
  monday,
  reviewed,
} from "./practice-fixture.ts";

const rules = { consentRequired: false, consentAge: 16, retentionYears: 10, majorityAge: 18 };
let of: APractice;
let context: AppContext;
let folder: string;

before(async () => {
  of = await createPractice();
  folder = await mkdtemp(path.join(tmpdir(), "concord-erased-"));
  context = { ...of.context, backupFolder: folder };
});
after(async () => {
  await of.fresh.close();
  await rm(folder, { recursive: true });
});

const invalid = (id: string) => (error: unknown) =>
  error instanceof InvalidInput && JSON.stringify(error.reason).includes(id);

test("an administrator erases a client by typing the name; the fact stays, without content", async () => {
  const episode = await createCase(of, "Gone G.");
  const stays = await createCase(of, "Stays S.");
  const { token } = await aLink(of, episode);
  await submitForm(context, token, allOf(4, 6), key);
  await addNote(context, of.therapist, { episode, text: "Between us." });
  await writeFile(path.join(folder, "concord-2026-03-01T02-30-00Z.backup"), "");
  const erase = (typed: string, actor = of.administrator) => eraseClient(context, actor, { episode, typed });
  await assert.rejects(erase("Stays S."), invalid("refusals.privacy.label"));
  await assert.rejects(erase("Gone G.", of.therapist), Refusal);
  const { rows, isListed } = await erase(" Gone G. ");
  assert.ok(rows > 10);
  assert.equal(isListed, true);
  await assert.rejects(readCase(context, of.therapist, episode), Refusal);
  const { rows: cases } = await readCaseload(context, of.therapist, everyCase);
  assert.deepEqual(
    cases.map(({ client }) => client),
    ["Stays S."],
  );
  const office = await readPrivacyOffice(context, of.administrator);
  const [entry] = office.erasures;
  assert.equal(entry?.total, rows);
  assert.equal(entry?.by, "Tess Therapist");
  assert.ok(!JSON.stringify(office).includes("Gone"));
  assert.deepEqual(
    entry?.backups.map(({ name, replacedBy }) => [name, replacedBy]),
    [["concord-2026-03-01T02-30-00Z.backup", "2026-03-16"]],
  );
  const log = await of.fresh.store.within(of.practice, (scope) => audit.list(scope));
  assert.ok(log.some(({ action }) => action === `erase-client ${rows}`));
  assert.equal((await readCase(context, of.therapist, stays)).client, "Stays S.");
});

test("not while an answer about safety waits for review", async () => {
  const episode = await createCase(of, "Risk R.");
  const { token } = await aLink(of, episode, "phq-9");
  await submitForm(context, token, { ...allOf(1, 8), i09: 2 }, key);
  const erase = () => eraseClient(context, of.administrator, { episode, typed: "Risk R." });
  await assert.rejects(erase(), invalid("refusals.privacy.safety-open"));
  const task = (await listTasks(context, of.therapist)).find(({ client }) => client === "Risk R.");
  await reviewSafetyAnswer(context, of.therapist, reviewed(task?.id ?? ""));
  assert.ok((await erase()).rows > 0);
});

test("a client whom a restored backup brings back is found and erased again", async () => {
  const episode = await createCase(of, "Back B.");
  const { client } = await of.fresh.store.within(of.practice, async (scope) => {
    const found = (await clients.list(scope)).find(({ label }) => label === "Back B.");
    return { client: found?.client ?? "" };
  });
  await eraseClient(context, of.administrator, { episode, typed: "Back B." });
  assert.deepEqual((await readPrivacyOffice(context, of.administrator)).returned, []);
  await of.fresh.store.within(of.practice, (scope) =>
    clients.add(scope, { client, label: "Back B.", ageBand: "adult" }),
  );
  const { returned } = await readPrivacyOffice(context, of.administrator);
  assert.deepEqual(
    returned.map(({ label }) => label),
    ["Back B."],
  );
  await assert.rejects(
    eraseAgain(context, of.administrator, "00000000-0000-7000-8000-000000000000"),
    Refusal,
  );
  await eraseAgain(context, of.administrator, client);
  assert.deepEqual((await readPrivacyOffice(context, of.administrator)).returned, []);
});

test("clients whose period is over are erased when a person chooses them, others are kept", async () => {
  const old = await createCase(of, "Old O.");
  const open = await createCase(of, "Open O.");
  await closeEpisode(context, of.therapist, old, { reason: "completed", outcome: "reached" });
  await changePrivacySettings(context, of.administrator, rules);
  assert.equal((await readPrivacyOffice(context, of.administrator)).counts.due, 0);
  of.clock.now = new Date("2036-03-10T09:00:00.000Z");
  const office = await readPrivacyOffice(context, of.administrator);
  assert.deepEqual(
    office.due.map(({ label }) => label),
    ["Old O."],
  );
  const [due] = office.due;
  const other = office.clients.find(({ episode }) => episode === open);
  const chosen = [due?.client ?? "", other?.client ?? ""];
  await assert.rejects(
    eraseDue(context, of.administrator, { clients: chosen, typed: "1" }),
    invalid("refusals.privacy.count"),
  );
  const onRestriction = { episode: due?.episode ?? "", reason: "Needed for a claim" };
  await restrictProcessing(context, of.administrator, onRestriction);
  assert.deepEqual(
    await eraseDue(context, of.administrator, { clients: [due?.client ?? ""], typed: "1" }),
    { erased: 0, kept: ["Old O."] },
    "restricted: the client may need the data",
  );
  await liftRestriction(context, of.administrator, onRestriction);
  const outcome = await eraseDue(context, of.administrator, { clients: chosen, typed: "2" });
  assert.deepEqual(outcome, { erased: 1, kept: ["Open O."] });
  of.clock.now = new Date(monday);
});

test("a period that began on 29 February ends on 1 March where the year has none", () => {
  const ended = { ageBand: "adult" as const, birthYear: null, addedOn: "2024-01-01" };
  const found = retentionOf(
    { ...ended, episodes: [{ closedOn: "2024-02-29" }] },
    { retentionYears: 10, majorityAge: 18 },
    "2034-03-01",
  );
  assert.deepEqual(found, { kind: "ends", on: "2034-03-01", isDue: false });
});

test("a period of storage never ends in care, nor before majority and the years after it", () => {
  const day = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));
  const client = fc.record({
    ageBand: fc.constantFrom("child" as const, "adolescent" as const, "adult" as const),
    birthYear: fc.option(fc.integer({ min: 1950, max: 2030 })),
    episodes: fc.array(fc.record({ closedOn: fc.option(day) }), { maxLength: 3 }),
    addedOn: day,
  });
  fc.assert(
    fc.property(client, fc.integer({ min: 1, max: 30 }), day, (one, years, today) => {
      const found = retentionOf(one, { retentionYears: years, majorityAge: 18 }, today);
      if (one.episodes.some(({ closedOn }) => closedOn === null)) assert.equal(found.kind, "in-care");
      if (found.kind !== "ends") return;
      assert.equal(found.isDue, found.on < today);
      for (const { closedOn } of one.episodes)
        assert.ok(Number(found.on.slice(0, 4)) >= Number(closedOn?.slice(0, 4)) + years);
      if (one.birthYear !== null) assert.ok(Number(found.on.slice(0, 4)) >= one.birthYear + 18 + years);
      else assert.equal(one.ageBand, "adult");
    }),
  );
  const adult = { ageBand: "adult" as const, birthYear: null, episodes: [], addedOn: "2020-01-01" };
  assert.equal(retentionOf(adult, { retentionYears: null, majorityAge: 18 }, "2099-01-01").kind, "no-rule");
});

test("backups from before an erasure are named with the day that replaces them", () => {
  const files = ["2026-03-03", "2026-03-02", "2026-03-01"].map((day) => ({
    name: day,
    at: `${day}T02:30:00.000Z`,
  }));
  const held = holdingBackups(files, "2026-03-02T12:00:00.000Z", { daily: true, keep: 14 }, "2026-03-03");
  assert.deepEqual(
    held.map(({ name, replacedBy }) => [name, replacedBy]),
    [
      ["2026-03-02", "2026-03-16"],
      ["2026-03-01", "2026-03-15"],
    ],
  );
  assert.equal(
    holdingBackups(files, "2026-03-02T12:00:00.000Z", { daily: false, keep: 14 }, "2026-03-03")[0]
      ?.replacedBy,
    null,
  );
});
