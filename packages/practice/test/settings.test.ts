import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  addStaff,
  changeSettings,
  changeStaff,
  defaultHelp,
  forgetWording,
  importWording,
  linkAccount,
  listStaff,
  listSupervisors,
  listWordings,
  Refusal,
  readSettings,
} from "../src/index.ts";
import { type APractice, anotherPractice, createPractice } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

test("a new practice has a help text that promises no watching and names no number", async () => {
  const { administrator } = await anotherPractice(of.context);
  const settings = await readSettings(of.context, administrator);
  assert.deepEqual(settings.help, defaultHelp);
  assert.deepEqual(settings.help.contacts, []);
  assert.equal(settings.duty, null);
  assert.equal(settings.linkDays, 7);
});

test("settings change one by one; what does not fit is turned away whole", async () => {
  await changeSettings(of.context, of.administrator, { practiceName: "New Name", linkDays: 14 });
  await changeSettings(of.context, of.administrator, { duty: of.supervisor.staff });
  const settings = await readSettings(of.context, of.administrator);
  assert.equal(settings.practiceName, "New Name");
  assert.equal(settings.linkDays, 14);
  assert.equal(settings.duty, of.supervisor.staff);
  for (const change of [
    { practiceName: " " },
    { linkDays: 0 },
    { taskHours: 1.5 },
    { duty: of.researcher.staff },
    { duty: "nobody" },
  ]) {
    await assert.rejects(changeSettings(of.context, of.administrator, change), RangeError);
  }
  await changeSettings(of.context, of.administrator, { duty: null });
  assert.equal((await readSettings(of.context, of.administrator)).duty, null);
  for (const actor of [of.therapist, of.supervisor, of.researcher]) {
    await assert.rejects(readSettings(of.context, actor), Refusal);
    await assert.rejects(changeSettings(of.context, actor, { linkDays: 3 }), Refusal);
  }
});

test("staff: added once, changed, linked to one account; the last administrator stays", async () => {
  const staff = await addStaff(of.context, of.administrator, {
    name: "Nina New",
    email: "Nina@Example.org",
    roles: ["therapist", "supervisor"],
  });
  await assert.rejects(
    addStaff(of.context, of.administrator, { name: "N", email: "nina@example.org", roles: ["therapist"] }),
    /with this email address already exists/,
  );
  await assert.rejects(
    addStaff(of.context, of.therapist, { name: "N", email: "n@example.org", roles: ["therapist"] }),
    Refusal,
  );
  await linkAccount(of.context, of.practice, staff, "account-1");
  await linkAccount(of.context, of.practice, staff, "account-1");
  await assert.rejects(linkAccount(of.context, of.practice, staff, "account-2"), Refusal);
  assert.deepEqual(
    (await of.fresh.store.outside.memberships("account-1")).map((one) => one.staff),
    [staff],
  );
  const supervisors = await listSupervisors(of.context, of.therapist);
  assert.deepEqual(
    supervisors.map((one) => one.name),
    ["Nina New", "Sue"],
  );
  await changeStaff(of.context, of.administrator, staff, { active: false });
  const line = (await listStaff(of.context, of.administrator)).find((one) => one.staff === staff);
  assert.deepEqual(line, {
    staff,
    name: "Nina New",
    email: "nina@example.org",
    roles: ["therapist", "supervisor"],
    active: false,
    hasAccount: true,
  });
  const self = changeStaff(of.context, of.administrator, of.administrator.staff, { roles: ["therapist"] });
  await assert.rejects(self, /at least one administrator/);
});

test("a wording pack opens a form, and its end closes it again", async () => {
  const items = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `i${String(index + 1).padStart(2, "0")}`,
      `Words ${index + 1}`,
    ]),
  );
  const pack = {
    instrument: "wai-sr-client",
    language: "en",
    title: "Our form",
    instruction: "Please.",
    items,
  };
  const lineOf = async () =>
    (await listWordings(of.context, of.administrator, "en")).find(
      (one) => one.instrument === "wai-sr-client",
    );
  assert.match((await lineOf())?.missing ?? "", /import the wording pack/);
  const partial = { ...pack, items: { i01: "Only one" } };
  assert.equal((await importWording(of.context, of.administrator, partial)).kind, "problems");
  await assert.rejects(importWording(of.context, of.therapist, pack), Refusal);
  assert.equal((await importWording(of.context, of.administrator, pack)).kind, "kept");
  assert.equal((await lineOf())?.missing, null);
  await forgetWording(of.context, of.administrator, "wai-sr-client", "en");
  assert.notEqual((await lineOf())?.missing, null);
});
