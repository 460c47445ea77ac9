import assert from "node:assert/strict";
import { test } from "node:test";
import { practices, staff } from "@concord/store";
import {
  changeSettings,
  chooseLanguage,
  foundPractice,
  InvalidInput,
  readSettings,
  timeZones,
} from "../src/index.ts";
import { anotherPractice, createPractice } from "./practice-fixture.ts";

const of = await createPractice();

const languageOf = (practice: string, member: string) =>
  of.context.store.within(practice, async (scope) => (await staff.find(scope, member))?.language);

test("chooseLanguage: saves the language of one person, and null returns them to that of the practice", async () => {
  const { context, therapist, other, practice } = of;
  assert.equal(await languageOf(practice, therapist.staff), null);
  await chooseLanguage(context, therapist, "it");
  assert.equal(await languageOf(practice, therapist.staff), "it");
  assert.equal(await languageOf(practice, other.staff), null);
  await chooseLanguage(context, therapist, null);
  assert.equal(await languageOf(practice, therapist.staff), null);
});

test("chooseLanguage: refuses a language that pages do not exist in", async () => {
  for (const language of ["de", "xx", "", "en-XA"])
    await assert.rejects(
      chooseLanguage(of.context, of.therapist, language),
      (error: unknown) => error instanceof InvalidInput && error.field === "language",
    );
});

test("language: nobody in another practice can change or read it", async () => {
  const { therapist } = await anotherPractice(of.context);
  await chooseLanguage(of.context, { ...of.therapist, practice: therapist.practice }, "it");
  assert.equal(await languageOf(of.practice, of.therapist.staff), null);
  assert.equal(await languageOf(therapist.practice, of.therapist.staff), undefined);
});

test("changeSettings: changes language and time zone, which are English and UTC where nobody has chosen", async () => {
  const { context, administrator } = of;
  const before = await readSettings(context, administrator);
  assert.deepEqual([before.language, before.timeZone], ["en", "UTC"]);
  await changeSettings(context, administrator, { language: "fr", timeZone: "Pacific/Auckland" });
  const after = await readSettings(context, administrator);
  assert.deepEqual([after.language, after.timeZone], ["fr", "Pacific/Auckland"]);
  for (const [field, change] of [
    ["timeZone", { timeZone: "Europe/Atlantis" }],
    ["timeZone", { timeZone: "+02:00" }],
    ["language", { language: "tlh" }],
  ] as const)
    await assert.rejects(
      changeSettings(context, administrator, change),
      (error: unknown) => error instanceof InvalidInput && error.field === field,
    );
  assert.deepEqual(await readSettings(context, administrator), after);
});

test("foundPractice: has the language and the time zone that are given", async () => {
  const given = { practiceName: "Studio", name: "Ada", email: "ada@example.org" };
  const { practice } = await foundPractice(of.context, { ...given, language: "it", timeZone: "Europe/Rome" });
  const found = await of.context.store.within(practice, practices.get);
  assert.deepEqual([found?.language, found?.timeZone], ["it", "Europe/Rome"]);
  await assert.rejects(foundPractice(of.context, { ...given, timeZone: "Rome" }), InvalidInput);
});

test("timeZones: has UTC and the zones of every continent, each once", () => {
  const zones = timeZones();
  assert.equal(new Set(zones).size, zones.length);
  for (const zone of ["UTC", "Europe/Rome", "America/Lima", "Pacific/Auckland", "Africa/Lagos"])
    assert.ok(zones.includes(zone), zone);
});
