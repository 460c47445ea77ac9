import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { messages } from "@concord/store";
import { changeMail, changeSms, messageKey } from "../src/index.ts";
import { serveModel as serveHttp, serveMail } from "../src/testing.ts";
import { type APractice, createPractice } from "./practice-fixture.ts";

let of: APractice;
before(async () => {
  of = await createPractice();
});
after(() => of.fresh.close());

const program = path.join(import.meta.dirname, "outbox-process.ts");
const mostAtOnce = 5;

/** Starts a process that sends, on a clock some minutes later, and ends it once so many were received. */
async function sendUntil(minutes: number, isEnough: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [program, of.fresh.url, of.practice, String(minutes * 60_000)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = once(child, "exit");
  while (child.exitCode === null && child.signalCode === null && !isEnough()) await pause(2);
  child.kill("SIGKILL");
  await ended;
}

test("processes that are killed while they send lose no message and repeat none under another id", async () => {
  const mail = await serveMail();
  const gateway = await serveHttp(() => ({ body: {}, after: 2 }));
  try {
    const administrator = of.administrator;
    const context = {
      ...of.context,
      messages: {
        key: messageKey("a secret"),
        publicUrl: "https://hill.example",
        hosts: [],
        patience: 5_000,
      },
    };
    await changeMail(context, administrator, {
      isOn: true,
      host: "127.0.0.1",
      port: mail.port,
      security: "none",
      user: "",
      password: "",
      from: "office@hill.example",
      replyTo: "",
    });
    await changeSms(context, administrator, {
      isOn: true,
      address: gateway.url,
      format: "form",
      body: "To={to}&Body={text}",
      headers: "",
      secret: "",
    });
    const count = 150;
    await of.fresh.store.within(of.practice, (scope) =>
      messages.queue(
        scope,
        Array.from({ length: 2 * count }, (_, index) => ({
          key: `test:${index}`,
          template: "test",
          channel: index < count ? ("email" as const) : ("sms" as const),
          address: index < count ? "office@hill.example" : "+393331234567",
          language: "en",
        })),
      ),
    );
    let kills = 0;
    for (const share of [0.2, 0.5, 0.8]) {
      await sendUntil(10 * kills, () => mail.received.length >= share * count);
      kills += 1;
    }
    await sendUntil(10 * kills, () => gateway.asked.length >= count / 2);
    kills += 1;
    await sendUntil(10 * kills, () => false);
    const states = await of.fresh.store.within(of.practice, messages.countByState);
    assert.deepEqual(states, { waiting: 0, sending: 0, sent: 2 * count, failed: 0, cancelled: 0 });
    assert.equal(new Set(mail.received.map(({ messageId }) => messageId)).size, count);
    assert.equal(new Set(gateway.asked.map(({ headers }) => headers["idempotency-key"])).size, count);
    // What was in hand at a kill may come a second time, under the id by which a receiver drops it.
    assert.ok(mail.received.length <= count + kills * mostAtOnce, `${mail.received.length} mails`);
    assert.ok(gateway.asked.length <= count + kills * mostAtOnce, `${gateway.asked.length} text messages`);
  } finally {
    await mail.close();
    await gateway.close();
  }
});
