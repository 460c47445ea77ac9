import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { contacts, messages, requests, sittings } from "@concord/store";
import {
  type AppContext,
  addContact,
  addSession,
  type ContactGiven,
  cancelMessage,
  changeContact,
  changeMail,
  changeMessageTimes,
  changeSms,
  closeEpisode,
  listMessages,
  messageKey,
  openForm,
  readCaseContacts,
  readMessageSettings,
  readMessageTroubles,
  sendMessageAgain,
  sendSitting,
  sendWaiting,
  submitForm,
} from "../src/index.ts";
import { freePort, serveModel as serveHttp, serveMail } from "../src/testing.ts";
import { type APractice, allOf, completed, createCase, createPractice, monday } from "./practice-fixture.ts";

let of: APractice;
let context: AppContext;
const minutes = (count: number) => new Date(of.clock.now.getTime() + count * 60_000);

before(async () => {
  of = await createPractice();
  context = {
    ...of.context,
    messages: {
      key: messageKey("a secret of this test"),
      publicUrl: "https://hill.example",
      hosts: [],
      patience: 2_000,
    },
  };
});
beforeEach(() => {
  of.clock.now = new Date(monday);
});
after(() => of.fresh.close());

const times = {
  quiet: { from: "20:00", to: "08:00" },
  before: [48, 2],
  sendBefore: 0,
  sendAfter: false,
  after: 24,
  address: "",
  onCallAfter: 60,
  supervisorsAfter: 180,
};

const mailAt = (port: number) => ({
  isOn: true,
  host: "127.0.0.1",
  port,
  security: "none" as const,
  user: "",
  password: "",
  from: "Hill Practice <office@hill.example>",
  replyTo: "",
});

const given = (episode: string, changes: Partial<ContactGiven> = {}): ContactGiven => ({
  episode,
  person: "client",
  name: "",
  email: "zora@client.example",
  phone: "",
  channel: "email",
  language: "",
  consents: true,
  ...changes,
});

/** A sitting of one questionnaire, and a contact who agreed to messages. */
async function aSitting(changes: Partial<ContactGiven> = {}) {
  const episode = await createCase(of);
  const session = await addSession(context, of.therapist, { episode });
  const sitting = await of.fresh.store.within(of.practice, async (plain) => {
    const scope = { ...plain, now: () => context.now().toISOString() };
    const expiresAt = "2026-03-09T09:00:00.000Z";
    const made = await sittings.add(scope, {
      episode,
      session,
      moment: "after",
      rater: "client",
      language: "en",
      expiresAt,
    });
    await requests.ask(scope, {
      episode,
      session,
      instrument: "concord-alliance-session-client-adult",
      instrumentVersion: "1",
      construct: "alliance",
      rater: "client",
      language: "en",
      expiresAt,
      sitting: made,
      position: 1,
    });
    return made;
  });
  const contact = await addContact(context, of.therapist, given(episode, changes));
  return { episode, session, sitting, contact };
}

const send = (one: { sitting: string; contact: string }, sentBefore = 0) =>
  sendSitting(context, of.therapist, { ...one, sentBefore });
const listed = async () =>
  (await listMessages(context, of.administrator, { filter: "all", before: null })).lines;

test("a link is mailed once, opens the questionnaire, and says nothing clinical", async () => {
  const mail = await serveMail();
  try {
    await changeMail(context, of.administrator, mailAt(mail.port));
    const one = await aSitting();
    await send(one);
    await send(one);
    assert.equal(await sendWaiting(context, of.practice), 1);
    assert.equal(await sendWaiting(context, of.practice), 0);
    assert.equal(mail.received.length, 1);
    const [received] = mail.received;
    assert.deepEqual(received?.to, ["zora@client.example"]);
    assert.equal(received?.from, "office@hill.example");
    assert.equal(received?.subject, "Your practice asks you for a few minutes");
    assert.doesNotMatch(received?.raw ?? "", /therap|alliance|session|Zora Q|Tess|questionnaire/i);
    const token = /https:\/\/hill\.example\/f\/([\w-]{43})/.exec(received?.body ?? "")?.[1] ?? "";
    assert.equal((await openForm(context, token)).kind, "open");
    // A second link by hand is a second message, and both open the same.
    await send(one, 1);
    await send(one, 1);
    assert.equal(await sendWaiting(context, of.practice), 1);
    assert.notEqual(mail.received[0]?.messageId, mail.received[1]?.messageId);
  } finally {
    await mail.close();
  }
});

test("what was answered, withdrawn, closed or no longer agreed to is not sent", async () => {
  const mail = await serveMail();
  try {
    await changeMail(context, of.administrator, mailAt(mail.port));
    const answered = await aSitting();
    await send(answered);
    await sendWaiting(context, of.practice);
    const token = /\/f\/([\w-]{43})/.exec(mail.received[0]?.body ?? "")?.[1] ?? "";
    await send(answered, 1);
    const [request] = await of.fresh.store.within(of.practice, (scope) =>
      requests.ofSitting(scope, answered.sitting),
    );
    const done = await submitForm(context, token, allOf(5, 4), "a-key-of-this-test", request?.request);
    assert.equal(done.kind, "received", JSON.stringify(done));
    const closed = await aSitting();
    await send(closed);
    await closeEpisode(context, of.therapist, closed.episode, completed);
    const withdrawn = await aSitting();
    await send(withdrawn);
    await of.fresh.store.within(of.practice, (scope) => sittings.withdraw(scope, withdrawn.sitting));
    const silent = await aSitting();
    await send(silent);
    await changeContact(context, of.therapist, silent.contact, given(silent.episode, { consents: false }));
    assert.equal(await sendWaiting(context, of.practice), 0);
    assert.equal(mail.received.length, 1);
    const reasons = (await listed()).slice(0, 4).map(({ state, problem }) => [state, problem?.id]);
    assert.deepEqual(reasons, [
      ["cancelled", "messages.cancelled.consent"],
      ["cancelled", "messages.cancelled.withdrawn"],
      ["cancelled", "messages.cancelled.closed"],
      ["cancelled", "messages.cancelled.answered"],
    ]);
    await assert.rejects(send(silent, 1), /not consented/);
  } finally {
    await mail.close();
  }
});

test("a temporary refusal is tried again later, a permanent one is shown at the address", async () => {
  let code = 450;
  const mail = await serveMail({
    onRcptTo: (_, __, done) =>
      done(code === 250 ? null : Object.assign(new Error("no"), { responseCode: code })),
  });
  try {
    await changeMail(context, of.administrator, mailAt(mail.port));
    const one = await aSitting();
    await send(one);
    assert.equal(await sendWaiting(context, of.practice), 0);
    const [waiting] = await listed();
    assert.equal(waiting?.state, "waiting");
    assert.equal(waiting?.attempts, 1);
    assert.equal(waiting?.problem?.id, "messages.failure.mail.later");
    const delay = Date.parse(waiting?.at ?? "") - of.clock.now.getTime();
    assert.ok(delay >= 54_000 && delay <= 66_000, `${delay}`);
    assert.equal(await sendWaiting(context, of.practice), 0);
    assert.equal((await listed())[0]?.attempts, 1);
    code = 550;
    of.clock.now = minutes(2);
    await sendWaiting(context, of.practice);
    const [failed] = await listed();
    assert.equal(failed?.state, "failed");
    assert.equal(failed?.problem?.id, "messages.failure.mail.address");
    assert.doesNotMatch(JSON.stringify(failed), /zora@/);
    const [contact] = (await readCaseContacts(context, of.therapist, one.episode)).contacts;
    assert.notEqual(contact?.failingSince, null);
    code = 250;
    await sendMessageAgain(context, of.administrator, failed?.message ?? "");
    assert.equal(await sendWaiting(context, of.practice), 1);
    assert.equal(
      (await readCaseContacts(context, of.therapist, one.episode)).contacts[0]?.failingSince,
      null,
    );
  } finally {
    await mail.close();
  }
});

test("where no server answers, one message is tried, administrators are told, and all go later", async () => {
  const port = await freePort();
  await changeMail(context, of.administrator, mailAt(port));
  const all = [await aSitting(), await aSitting(), await aSitting()];
  for (const one of all) await send(one);
  await sendWaiting(context, of.practice);
  const [trouble] = await readMessageTroubles(context, of.administrator);
  assert.equal(trouble?.problem.id, "messages.failure.mail.no-server");
  assert.deepEqual(
    (await listed()).slice(0, 3).map(({ attempts }) => attempts),
    [0, 0, 1],
  );
  const mail = await serveMail({}, port);
  try {
    of.clock.now = minutes(5);
    assert.equal(await sendWaiting(context, of.practice), 3);
    assert.deepEqual(await readMessageTroubles(context, of.administrator), []);
  } finally {
    await mail.close();
  }
});

test("nothing is sent to clients in the quiet hours of the practice", async () => {
  const mail = await serveMail();
  try {
    await changeMail(context, of.administrator, mailAt(mail.port));
    await changeMessageTimes(context, of.administrator, { ...times, quiet: { from: "08:00", to: "10:30" } });
    const one = await aSitting();
    await send(one);
    assert.equal(await sendWaiting(context, of.practice), 0);
    assert.equal((await listed())[0]?.at, "2026-03-02T10:30:00.000Z");
    of.clock.now = minutes(91);
    assert.equal(await sendWaiting(context, of.practice), 1);
  } finally {
    await changeMessageTimes(context, of.administrator, times);
    await mail.close();
  }
});

test("several processes send each message once", async () => {
  const mail = await serveMail();
  try {
    await changeMail(context, of.administrator, mailAt(mail.port));
    const { contact } = await aSitting();
    const one = await aSitting();
    await of.fresh.store.within(of.practice, async (scope) => {
      const owner = await contacts.find(scope, one.contact);
      assert.notEqual(owner, null);
      await messages.queue(
        scope,
        Array.from({ length: 60 }, (_, index) => ({
          key: `many:${index}`,
          template: "link",
          channel: "email" as const,
          address: "zora@client.example",
          language: "en",
          contact: one.contact,
          sitting: one.sitting,
        })),
      );
    });
    assert.ok(contact !== one.contact);
    const sent = await Promise.all([1, 2, 3].map(() => sendWaiting(context, of.practice)));
    assert.equal(
      sent.reduce((sum, count) => sum + count),
      60,
    );
    assert.equal(new Set(mail.received.map(({ messageId }) => messageId)).size, 60);
    assert.equal(mail.received.length, 60);
  } finally {
    await mail.close();
  }
});

test("a message whose process ended is sent again with the same Message-ID, also after the clock was set back", async () => {
  const mail = await serveMail();
  try {
    await changeMail(context, of.administrator, mailAt(mail.port));
    const one = await aSitting();
    await send(one);
    const take = () =>
      of.fresh.store.within(of.practice, (plain) => {
        const scope = { ...plain, now: () => of.clock.now.toISOString() };
        const until = minutes(3).toISOString();
        return messages.take(scope, { until, latest: until, count: 5, channels: ["email"] });
      });
    assert.equal((await take()).length, 1);
    assert.equal(await sendWaiting(context, of.practice), 0);
    of.clock.now = minutes(-60);
    assert.equal(await sendWaiting(context, of.practice), 1);
    assert.match(mail.received[0]?.messageId ?? "", /^<[0-9a-f]{40}@hill\.example>$/);
  } finally {
    await mail.close();
  }
});

test("a message that waits can be cancelled by hand, one that was sent cannot", async () => {
  const port = await freePort();
  await changeMail(context, of.administrator, mailAt(port));
  await send(await aSitting());
  const [line] = await listed();
  await cancelMessage(context, of.administrator, line?.message ?? "");
  assert.equal((await listed())[0]?.state, "cancelled");
  await assert.rejects(
    cancelMessage(context, of.administrator, line?.message ?? ""),
    /already sent or cancelled/,
  );
});

test("text messages go through a gateway with the practice's template, headers and secret", async () => {
  let status = 503;
  const gateway = await serveHttp(() => ({ status, body: { queued: true } }));
  try {
    await changeSms(context, of.administrator, {
      isOn: true,
      address: `${gateway.url}/send`,
      format: "json",
      body: '{"recipient": "{to}", "message": "{text}"}',
      headers: "Authorization: Bearer {secret}",
      secret: "s3cret",
    });
    const one = await aSitting({ channel: "sms", phone: "0039 333 123-4567", email: "" });
    await send(one);
    assert.equal(await sendWaiting(context, of.practice), 0);
    status = 202;
    of.clock.now = minutes(2);
    assert.equal(await sendWaiting(context, of.practice), 1);
    const [first, second] = gateway.asked;
    assert.equal(first?.headers.authorization, "Bearer s3cret");
    assert.equal(first?.headers["idempotency-key"], second?.headers["idempotency-key"]);
    const body = JSON.parse(second?.body ?? "") as { recipient: string; message: string };
    assert.equal(body.recipient, "+393331234567");
    assert.match(body.message, /https:\/\/hill\.example\/f\/[\w-]{43}/);
    status = 400;
    await send(one, 1);
    await sendWaiting(context, of.practice);
    assert.equal((await listed())[0]?.problem?.id, "messages.failure.sms.refused");
  } finally {
    await gateway.close();
  }
});

test("passwords are saved encrypted, never shown, and sent to no other server", async () => {
  await changeMail(context, of.administrator, { ...mailAt(2525), user: "office", password: "open-sesame" });
  const shown = await readMessageSettings(context, of.administrator);
  assert.equal(shown.mail.hasPassword, true);
  assert.doesNotMatch(JSON.stringify(shown), /open-sesame/);
  const { rows } = await of.fresh.store.accounts.$client.query("select 1 as one");
  assert.equal(rows.length, 1);
  const stored = await of.fresh.store.within(of.practice, async (scope) => {
    const { settings } = await import("@concord/store");
    return JSON.stringify(await settings.all(scope));
  });
  assert.doesNotMatch(stored, /open-sesame/);
  await changeMail(context, of.administrator, { ...mailAt(2525), user: "office" });
  assert.equal((await readMessageSettings(context, of.administrator)).mail.hasPassword, true);
  await changeMail(context, of.administrator, { ...mailAt(2525), host: "localhost", user: "office" });
  assert.equal((await readMessageSettings(context, of.administrator)).mail.hasPassword, false);
});

test("only who runs the practice sees settings and what was sent; names only who may see the case", async () => {
  await assert.rejects(readMessageSettings(context, of.therapist));
  await assert.rejects(listMessages(context, of.therapist, { filter: "all", before: null }));
  assert.ok((await listed()).every(({ to }) => to === null));
});
