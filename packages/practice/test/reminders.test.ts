import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { messages } from "@concord/store";
import {
  type AppContext,
  addContact,
  addSession,
  changeContact,
  changeMail,
  closeEpisode,
  messageKey,
  requestForm,
  requestForms,
  sendSitting,
  submitForm,
  withdrawForm,
} from "../src/index.ts";
import { queueReminders } from "../src/messages/reminders.ts";
import { type APractice, allOf, completed, createCase, createPractice, monday } from "./practice-fixture.ts";

let of: APractice;
let context: AppContext;

before(async () => {
  of = await createPractice();
  context = {
    ...of.context,
    messages: { key: messageKey("a secret"), publicUrl: "https://hill.example", hosts: [], patience: 2_000 },
  };
  await changeMail(context, of.administrator, {
    isOn: true,
    host: "127.0.0.1",
    port: 25,
    security: "none",
    user: "",
    password: "",
    from: "office@hill.example",
    replyTo: "",
  });
});
beforeEach(() => {
  of.clock.now = new Date(monday);
});
after(() => of.fresh.close());

const contactOf = (episode: string) => ({
  episode,
  person: "client",
  name: "",
  email: "zora@client.example",
  phone: "",
  channel: "email",
  language: "",
  consents: true,
});

/** A client who was sent the link of a sitting now. */
async function linkSent(isIntake: boolean, only?: readonly string[]) {
  const episode = await createCase(of);
  const session = isIntake ? 0 : await addSession(context, of.therapist, { episode });
  const asked =
    only === undefined
      ? await requestForms(context, of.therapist, { episode, session })
      : await Promise.all(
          only.map((instrument) => requestForm(context, of.therapist, { episode, session, instrument })),
        );
  const forms = asked.filter((one) => one.sitting !== null);
  const sitting = forms[0]?.sitting ?? "";
  const contact = await addContact(context, of.therapist, contactOf(episode));
  await sendSitting(context, of.therapist, { sitting, contact, sentBefore: 0 });
  return { episode, sitting, contact, forms };
}

const hoursLater = (hours: number) => {
  of.clock.now = new Date(Date.parse(monday) + hours * 3_600_000);
};
const remind = () => queueReminders(context, of.practice);
const templatesOf = (sitting: string) =>
  of.fresh.store.within(of.practice, async (scope) =>
    (await messages.listOf(scope, { sittings: [sitting] })).map((one) => one.template),
  );

for (const isIntake of [true, false])
  test(`${isIntake ? "intake" : "session"}: one reminder a day after the link, and no second one`, async () => {
    const { episode, sitting } = await linkSent(isIntake);
    hoursLater(23.9);
    assert.equal(await remind(), 0);
    hoursLater(24.1);
    assert.equal(await remind(), 1);
    assert.equal(await remind(), 0);
    hoursLater(100);
    assert.equal(await remind(), 0);
    assert.deepEqual(await templatesOf(sitting), ["link", "reminder"]);
    await closeEpisode(context, of.therapist, episode, completed);
  });

test("two who remind at the same moment ask for one message", async () => {
  const { episode } = await linkSent(false);
  hoursLater(25);
  const added = await Promise.all([remind(), remind(), remind()]);
  assert.deepEqual(added.toSorted(), [0, 0, 1]);
  await closeEpisode(context, of.therapist, episode, completed);
});

test("no one is reminded of what is answered, withdrawn, expired or closed, or without consent", async () => {
  const answered = await linkSent(false, ["concord-alliance-session-client-adult"]);
  const [form] = answered.forms;
  const received = await submitForm(context, form!.path.slice(3), allOf(4, 6), "answered-once");
  assert.equal(received.kind, "received");
  const withdrawn = await linkSent(false);
  for (const form of withdrawn.forms) await withdrawForm(context, of.therapist, form.request);
  const closed = await linkSent(false);
  await closeEpisode(context, of.therapist, closed.episode, completed);
  const refused = await linkSent(false);
  await changeContact(context, of.therapist, refused.contact, {
    ...contactOf(refused.episode),
    consents: false,
  });
  hoursLater(30);
  const open = await of.fresh.store.within(of.practice, (scope) => messages.openSittings(scope));
  assert.ok(open.some((one) => one.sitting.sitting === refused.sitting));
  assert.ok(!open.some((one) => one.sitting.sitting === answered.sitting), "all of it is answered");
  assert.equal(await remind(), 0);
  hoursLater(24 * 8);
  assert.equal(await remind(), 0);
});
