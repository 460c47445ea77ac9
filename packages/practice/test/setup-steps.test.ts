import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import {
  type AppContext,
  addStaff,
  changeSettings,
  defaultMessageAccess,
  hideSetup,
  makeBackup,
  openEpisode,
  Refusal,
  readSetup,
  requestForm,
  submitAsStaff,
  testNewest,
} from "../src/index.ts";
import { type APractice, anotherPractice, createPractice, crisisSettings } from "./practice-fixture.ts";

const backupFolder = mkdtempSync(path.join(tmpdir(), "concord-setup-"));
let of: APractice;
let context: AppContext;
before(async () => {
  of = await createPractice();
  const messages = { ...defaultMessageAccess, publicUrl: "http://127.0.0.1:4180" };
  context = { ...of.context, backupFolder, messages };
});
after(async () => {
  await of.fresh.close();
  rmSync(backupFolder, { recursive: true, force: true });
});

test("each step is done when the data say so, and the list ends with the first answer", async () => {
  const { administrator } = await anotherPractice(context);
  const done = async () =>
    (await readSetup(context, administrator))?.steps.filter((one) => one.isDone).map(({ name }) => name) ??
    null;
  assert.deepEqual(await done(), []);
  const staff = await addStaff(context, administrator, {
    name: "Toni Therapist",
    email: "toni@example.org",
    roles: ["therapist"],
  });
  assert.deepEqual(await done(), ["staff"]);
  await changeSettings(context, administrator, crisisSettings);
  await changeSettings(context, administrator, { duty: staff });
  assert.deepEqual(await done(), ["staff", "contacts", "on-call"]);
  await makeBackup(context);
  assert.deepEqual(await done(), ["staff", "contacts", "on-call"], "an untested backup does not count");
  await testNewest(context);
  const therapist = { kind: "staff", practice: administrator.practice, staff, role: "therapist" } as const;
  const episode = await openEpisode(context, therapist, { client: "A. B.", ageBand: "adult" });
  assert.deepEqual(await done(), ["staff", "contacts", "on-call", "backup", "client"]);
  await hideSetup(context, administrator, true);
  assert.equal((await readSetup(context, administrator))?.isHidden, true);
  await hideSetup(context, administrator, false);
  const { path: address } = await requestForm(context, therapist, {
    episode,
    session: 0,
    instrument: "concord-rupture-therapist",
  });
  assert.notEqual(await done(), null, "asked for and not answered");
  await submitAsStaff(
    context,
    therapist,
    address.replace("/answer/", ""),
    { i01: 1, i02: 1 },
    "answered-once",
  );
  assert.equal(await done(), null);
});

test("an address that leads to this machine alone is pointed out; one in a network is not", async () => {
  for (const [publicUrl, isDone] of [
    ["http://127.0.0.1:4180", false],
    ["http://localhost:4180", false],
    ["http://[::1]:4180", false],
    ["http://192.168.1.20:4180", true],
    ["https://concord.example", true],
  ] as const) {
    const messages = { ...defaultMessageAccess, publicUrl };
    const view = await readSetup({ ...context, messages }, of.administrator);
    assert.equal(view?.steps.find(({ name }) => name === "address")?.isDone, isDone, publicUrl);
    assert.equal(view?.address, publicUrl);
  }
});

test("nobody but administrators reads or hides the steps", async () => {
  for (const actor of [of.therapist, of.supervisor, of.researcher]) {
    await assert.rejects(readSetup(context, actor), Refusal);
    await assert.rejects(hideSetup(context, actor, true), Refusal);
  }
});
