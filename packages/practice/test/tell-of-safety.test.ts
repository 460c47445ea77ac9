import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { tasks } from "@concord/store";
import {
  type AppContext,
  addSession,
  changeMail,
  changeMessageTimes,
  changeOwnPhone,
  changeSettings,
  changeSms,
  createElapsed,
  giveConsent,
  listMessages,
  messageKey,
  readMessageTroubles,
  readSafetyAnswer,
  recordDisclosure,
  reviewSafetyAnswer,
  sendWaiting,
  tellOfSafety,
} from "../src/index.ts";
import { freePort, serveModel as serveHttp, serveMail, type TestMailServer } from "../src/testing.ts";
import { type APractice, createCase, createPractice, monday } from "./practice-fixture.ts";

let of: APractice;
let context: AppContext;
let mail: TestMailServer;
let clock = 0;
let elapsed = createElapsed(() => clock);

const later = (minutes: number) => {
  of.clock.now = new Date(of.clock.now.getTime() + minutes * 60_000);
  clock += minutes * 60_000;
};
const round = async () => {
  await tellOfSafety(context, of.practice, elapsed);
  await sendWaiting(context, of.practice);
};
const told = () => mail.received.map(({ to }) => to[0]);

before(async () => {
  of = await createPractice();
  context = {
    ...of.context,
    messages: { key: messageKey("a secret"), publicUrl: "https://hill.example", hosts: [], patience: 2_000 },
  };
  await changeSettings(context, of.administrator, { duty: of.other.staff });
  await changeMessageTimes(context, of.administrator, {
    quiet: { from: "00:00", to: "23:59" },
    before: [48],
    sendBefore: 0,
    sendAfter: false,
    after: 24,
    address: "",
    onCallAfter: 60,
    supervisorsAfter: 180,
  });
});
beforeEach(async () => {
  of.clock.now = new Date(monday);
  clock = 0;
  elapsed = createElapsed(() => clock);
  mail = await serveMail();
  await changeMail(context, of.administrator, mailTo(mail.port));
});
afterEach(async () => {
  await mail.close();
  // A review ends each test's task, so that the next test sees its own only.
  const open = await of.fresh.store.within(of.practice, (scope) => tasks.list(scope, { open: true }));
  for (const { task } of open) await review(task);
});
after(() => of.fresh.close());

const mailTo = (port: number) => ({
  isOn: true,
  host: "127.0.0.1",
  port,
  security: "none" as const,
  user: "",
  password: "",
  from: "office@hill.example",
  replyTo: "",
});

async function aTask(): Promise<string> {
  const episode = await createCase(of);
  await giveConsent(context, of.therapist, {
    episode,
    givenBy: "client",
    about: { matter: "supervision", supervisor: of.supervisor.staff },
  });
  const session = await addSession(context, of.therapist, { episode });
  return recordDisclosure(context, of.therapist, { episode, session });
}

const review = (task: string) =>
  reviewSafetyAnswer(context, of.therapist, {
    task,
    asked: ["suicidal-thoughts"],
    outcome: "no-acute-danger",
    told: [],
    nextCheck: "",
    note: "",
  });

test("therapist at once, then the person on call, then the supervisor: each once, without a clinical word", async () => {
  await aTask();
  await round();
  await round();
  assert.deepEqual(told(), ["tess@example.org"]);
  later(59);
  await round();
  assert.equal(told().length, 1);
  later(1);
  await round();
  assert.deepEqual(told().slice(1), ["otto@example.org"]);
  later(120);
  await round();
  assert.deepEqual(told().slice(2), ["sue@example.org"]);
  for (const { raw } of mail.received)
    assert.doesNotMatch(raw, /Zora|suicid|risk|therap|client|disclos|harm/i);
  assert.equal(mail.received[0]?.subject, "An answer in Concord needs you now");
});

test("opening the answer ends it; an answer that then stays unreviewed is told again when it is overdue", async () => {
  const task = await aTask();
  await round();
  await readSafetyAnswer(context, of.therapist, task);
  later(200);
  await round();
  assert.deepEqual(told(), ["tess@example.org"]);
  later(24 * 60);
  await of.fresh.store.within(of.practice, (plain) =>
    tasks.escalate({ ...plain, now: () => of.clock.now.toISOString() }),
  );
  await round();
  assert.deepEqual(told().slice(1).sort(), ["otto@example.org", "sue@example.org", "tess@example.org"]);
  await review(task);
  later(24 * 60);
  await round();
  assert.equal(told().length, 4);
});

test("a clock that is set back keeps no one waiting; one that is set forward tells the next person early", async () => {
  await aTask();
  await round();
  // The clock is set back by an hour, and an hour passes.
  of.clock.now = new Date(of.clock.now.getTime() - 60 * 60_000);
  later(60);
  await round();
  assert.deepEqual(told(), ["tess@example.org", "otto@example.org"]);
  // A process that starts after the clock was set back sees an answer from the future, and waits for nothing.
  of.clock.now = new Date(Date.parse(monday) - 60 * 60_000);
  elapsed = createElapsed(() => clock);
  await round();
  assert.deepEqual(told().slice(2), ["sue@example.org"]);
});

test("a clock that is set forward tells the next person early, never late", async () => {
  await aTask();
  await round();
  of.clock.now = new Date(of.clock.now.getTime() + 61 * 60_000);
  await round();
  assert.deepEqual(told(), ["tess@example.org", "otto@example.org"]);
});

test("with a dead mail server text messages go, administrators are told, and the mail follows within minutes", async () => {
  const port = await freePort();
  await changeMail(context, of.administrator, mailTo(port));
  const gateway = await serveHttp(() => ({ body: {} }));
  try {
    await changeSms(context, of.administrator, {
      isOn: true,
      address: gateway.url,
      format: "form",
      body: "To={to}&Body={text}",
      headers: "",
      secret: "",
    });
    await changeOwnPhone(context, of.therapist, "+39 333 1234567");
    await aTask();
    await round();
    assert.equal(new URLSearchParams(gateway.asked[0]?.body).get("To"), "+393331234567");
    assert.equal(gateway.asked.length, 1);
    const [trouble] = await readMessageTroubles(context, of.administrator);
    assert.equal(trouble?.channel, "email");
    const revived = await serveMail({}, port);
    later(6);
    await round();
    await revived.close();
    assert.deepEqual(
      revived.received.map(({ to }) => to[0]),
      ["tess@example.org"],
    );
    assert.equal(gateway.asked.length, 1);
  } finally {
    await gateway.close();
    await changeSms(context, of.administrator, {
      isOn: false,
      address: "",
      format: "json",
      body: "",
      headers: "",
      secret: "",
    });
  }
});

test("what waits is cancelled once the answer is reviewed", async () => {
  await changeMail(context, of.administrator, mailTo(await freePort()));
  const task = await aTask();
  await round();
  await review(task);
  later(10);
  await round();
  const { lines } = await listMessages(context, of.administrator, { filter: "failed", before: null });
  assert.equal(lines[0]?.problem?.id, "messages.cancelled.opened");
});
