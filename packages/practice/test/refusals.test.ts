import assert from "node:assert/strict";
import { test } from "node:test";
import { isMessage, staffMessages } from "@concord/messages";
import {
  addNote,
  addSession,
  addStaff,
  InvalidInput,
  listStaff,
  Refusal,
  readSafetyAnswer,
} from "../src/index.ts";
import { createCase, createPractice } from "./practice-fixture.ts";

const of = await createPractice();

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail("was not refused"),
    (error: unknown) => (error instanceof Refusal ? error : assert.fail(String(error))),
  );
const italian = staffMessages("it", "Europe/Rome");

test("refusal: carries a message beside its English text when an actor may not do something", async () => {
  const { reason, message } = await refusalOf(listStaff(of.context, of.therapist));
  assert.equal(message, "Only administrators and researchers have access to this.");
  assert.deepEqual(reason, { id: "refusals.access.therapist", values: {} });
  assert.equal(
    italian.written(reason),
    "Soltanto amministratori e ricercatori hanno accesso a questa pagina.",
  );
});

test("refusal: says the same of what is not there as of what somebody else has", async () => {
  const { reason } = await refusalOf(
    readSafetyAnswer(of.context, of.therapist, "00000000-0000-7000-8000-000000000000"),
  );
  assert.ok(isMessage(reason) && reason.id === "refusals.access.absent");
});

test("input: is refused with values, which each language writes its own way", async () => {
  const episode = await createCase(of);
  const long = await refusalOf(addNote(of.context, of.therapist, { episode, text: "x".repeat(12_001) }));
  assert.ok(long instanceof InvalidInput && long.field === "text");
  assert.match(long.message, /12,001/);
  assert.match(italian.written(long.reason), /12\.001/);
  const early = await refusalOf(addSession(of.context, of.therapist, { episode, heldOn: "1999-12-31" }));
  assert.match(early.message, /Treatment began on \d{1,2} [A-Z][a-z]{2,3} \d{4}\./);
  assert.match(italian.written(early.reason), /Il trattamento è iniziato il \d{1,2} [a-z]{3} \d{4}\./);
  const none = await refusalOf(addSession(of.context, of.therapist, { episode, heldOn: "2026-02-30" }));
  assert.ok(isMessage(none.reason) && none.reason.id === "refusals.session.date");
  const taken = await refusalOf(
    addStaff(of.context, of.administrator, { name: "A", email: "a b@example.org", roles: ["therapist"] }),
  );
  assert.equal(
    italian.written(taken.reason),
    "Inserisca un indirizzo e-mail senza spazi né lettere speciali.",
  );
});
