import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { messages, requests, sittings } from "@concord/store";
import {
  type AppContext,
  addAppointments,
  addContact,
  addSession,
  cancelAppointment,
  changeMail,
  messageKey,
  moveAppointment,
  readCase,
  readCaseAppointments,
  requestForms,
  submitForm,
} from "../src/index.ts";
import { queueReminders } from "../src/messages/reminders.ts";
import { sendPlanned } from "../src/messages/send-planned.ts";
import { hashToken } from "../src/token.ts";
import { type APractice, allOf, createCase, createPractice, monday } from "./practice-fixture.ts";

let of: APractice;
let context: AppContext;

before(async () => {
  of = await createPractice();
  context = {
    ...of.context,
    messages: { key: messageKey("a secret"), publicUrl: "https://hill.example", hosts: [], patience: 2_000 },
  };
});
beforeEach(() => {
  of.clock.now = new Date(monday);
});
after(() => of.fresh.close());

const setUpMail = () =>
  changeMail(context, of.administrator, {
    isOn: true,
    host: "127.0.0.1",
    port: 25,
    security: "none",
    user: "",
    password: "",
    from: "office@hill.example",
    replyTo: "",
  });

/** A client with an appointment on Thursday, 5 March, at 9:00 UTC: 72 hours after the beginning of each test. */
async function planned({ consents = true } = {}) {
  const episode = await createCase(of);
  await addContact(context, of.therapist, {
    episode,
    person: "client",
    name: "",
    email: "zora@client.example",
    phone: "",
    channel: "email",
    language: "",
    consents,
  });
  await addAppointments(context, of.therapist, {
    with: { episode },
    day: "2026-03-05",
    time: "09:00",
    minutes: 50,
    everyWeeks: 1,
    end: { times: 2 },
  });
  return episode;
}
const at = (hours: number) => {
  of.clock.now = new Date(Date.parse(monday) + hours * 3_600_000);
};
const round = async () => {
  await sendPlanned(context, of.practice);
  await queueReminders(context, of.practice);
};
const sentOf = (episode: string) =>
  of.fresh.store.within(of.practice, async (scope) => {
    const all = await sittings.list(scope, [episode]);
    const sent = await messages.listOf(scope, { sittings: all.map((one) => one.sitting) });
    return sent.map((one) => `${one.template} ${one.state}`);
  });
const first = async (episode: string) =>
  (await readCaseAppointments(context, of.therapist, episode)).next[0]?.appointment ?? "";

test("nothing is sent while no channel is set up", async () => {
  const episode = await planned();
  at(60);
  await round();
  assert.deepEqual(await sentOf(episode), []);
});

test("symptoms and risk go out once, 24 hours before, with a reminder two hours before", async () => {
  await setUpMail();
  const episode = await planned();
  at(47);
  await round();
  assert.deepEqual(await sentOf(episode), []);
  at(48.1);
  await round();
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting"]);
  const { forms } = await readCase(context, of.therapist, episode);
  assert.deepEqual(
    forms.map((one) => [one.instrument, one.session]),
    [
      ["phq-9", 1],
      ["gad-7", 1],
    ],
  );
  at(70.5);
  await round();
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting", "reminder waiting"]);
  // The clock is set back by a day, and forward again.
  at(46);
  await round();
  at(71);
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting", "reminder waiting"]);
});

test("without consent nothing is requested", async () => {
  await setUpMail();
  const episode = await planned({ consents: false });
  at(60);
  await round();
  assert.deepEqual((await readCase(context, of.therapist, episode)).forms, []);
});

test("an appointment that has passed gets nothing", async () => {
  await setUpMail();
  const episode = await planned();
  at(73);
  await round();
  assert.deepEqual(await sentOf(episode), []);
});

test("a cancelled appointment withdraws what is not sent; the next one is asked again", async () => {
  await setUpMail();
  const episode = await planned();
  at(50);
  await round();
  await cancelAppointment(context, of.therapist, { appointment: await first(episode), rest: false });
  assert.deepEqual(await sentOf(episode), []);
  at(7 * 24 + 50);
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting"]);
});

test("an appointment moved within the day keeps its link, one moved to another week gets a new one", async () => {
  await setUpMail();
  const episode = await planned();
  at(50);
  await round();
  const move = async (day: string, time: string) =>
    moveAppointment(context, of.therapist, {
      appointment: await first(episode),
      day,
      time,
      minutes: 50,
      rest: false,
    });
  await move("2026-03-05", "10:00");
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting"]);
  await move("2026-03-10", "10:00");
  await round();
  assert.deepEqual(await sentOf(episode), []);
  at(7 * 24 + 2);
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting"]);
});

test("the rating goes out when the appointment is recorded as held; nothing is asked twice", async () => {
  await setUpMail();
  const episode = await planned();
  at(50);
  await round();
  at(73);
  const session = await addSession(context, of.therapist, { episode });
  assert.equal(session, 1);
  const asked = await requestForms(context, of.therapist, { episode, session });
  assert.ok(!asked.some((one) => one.instrument === "phq-9"));
  await round();
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting", "link waiting"]);
});

test("a missed appointment sends no rating", async () => {
  await setUpMail();
  const episode = await planned();
  at(73);
  await addSession(context, of.therapist, { episode, attended: false });
  await requestForms(context, of.therapist, { episode, session: 1 });
  await round();
  assert.deepEqual(await sentOf(episode), []);
});

test("answers before the session are read with it, and stop the reminder", async () => {
  await setUpMail();
  const episode = await planned();
  at(50);
  await round();
  const token = "a".repeat(43);
  const forms = await of.fresh.store.within(of.practice, async (scope) => {
    const [one] = await sittings.list(scope, [episode]);
    await sittings.addLink(scope, one?.sitting ?? "", hashToken(token));
    return requests.ofSitting(scope, one?.sitting ?? "");
  });
  const answers = [allOf(0, 9), allOf(0, 7)];
  for (const [index, given] of answers.entries())
    assert.equal(
      (await submitForm(context, token, given, `planned-${index}-of-this-test`, forms[index]?.request)).kind,
      "received",
    );
  at(71);
  await round();
  assert.deepEqual(await sentOf(episode), ["link waiting"]);
  const view = await readCase(context, of.therapist, episode);
  assert.ok(view.forms.every((one) => one.state === "answered"));
  await addSession(context, of.therapist, { episode });
  assert.equal((await readCase(context, of.therapist, episode)).sessions.length, 2);
});
