import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { openClinic, type TestClinic } from "./support/clinic.ts";

/*
 * The server is killed with signal 9 while clients send forms, each twice at the same moment and again until
 * somebody says that it arrived. Nothing that was acknowledged may be missing, and nothing may be there twice.
 * `bench/durability.ts` does the same for hours, and kills the database too.
 */

const forms = 48;
/** Killed each time so many were acknowledged: no clock decides. */
const killedAt = [8, 20, 32];

let clinic: TestClinic;
let child: ChildProcess | undefined;
/** What was begun again last: it has to be there before it can be ended. */
let restarted: Promise<unknown> = Promise.resolve();
before(async () => {
  clinic = await openClinic();
});
after(async () => {
  await restarted;
  child?.kill("SIGKILL");
  await clinic.stop();
});

/** Starts a server of its own process on the same database, and comes back with its address. */
async function start(port: string): Promise<string> {
  const script = path.join(import.meta.dirname, "support/served-elsewhere.ts");
  const started = spawn(process.execPath, [script, clinic.database, port], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  for await (const line of createInterface({ input: started.stdout }))
    if (line.startsWith("ready ")) return line.slice("ready ".length);
  throw new Error("the server ended before it was ready");
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 25));

test("killed three times under clients that send everything twice, it loses and doubles nothing", async (context) => {
  const links: string[] = [];
  while (links.length < forms) links.push(await clinic.ask("concord-alliance-session-client-adult"));
  let address = await start("0");
  const { port } = new URL(address);

  let acknowledged = 0;
  let unanswered = 0;
  let kills = 0;
  const killWhenDue = () => {
    if (acknowledged !== killedAt[kills]) return;
    kills += 1;
    const dying = child;
    const gone = new Promise((resolve) => dying?.once("exit", resolve));
    dying?.kill("SIGKILL");
    restarted = gone
      .then(() => start(port))
      .then((found) => {
        address = found;
      });
  };

  /** As a browser with a bad line: the same form again until an answer says that it arrived. */
  async function send(index: number): Promise<void> {
    const body = {
      i01: String(1 + (index % 7)),
      i02: "3",
      i07: `answer ${index}`,
      submission: `once-${index}-of-these`,
    };
    for (;;) {
      try {
        const answer = await fetch(address + links[index], {
          method: "POST",
          headers: { origin: address, connection: "close" },
          body: new URLSearchParams(body),
        });
        const page = await answer.text();
        assert.equal(answer.status, 200, page.slice(0, 300));
        assert.match(page, /Thank you/);
        return;
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        unanswered += 1;
        await pause();
      }
    }
  }

  const waiting = links.map((_, index) => index);
  const lane = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      await Promise.all([send(index), send(index)]);
      acknowledged += 1;
      killWhenDue();
    }
  };
  await Promise.all([0, 1, 2, 3, 4, 5].map(lane));
  await restarted;

  assert.equal(kills, killedAt.length);
  assert.ok(unanswered > 0, "some were on their way when it was killed");
  const { appContext } = clinic.clinic;
  const { rows } = await appContext.store.within(clinic.people.therapist.actor.practice, ({ database }) =>
    database.execute<{ key: string; value: string; text: string }>(
      "select idempotency_key as key, values->>'i01' as value, texts->>'i07' as text from care.response",
    ),
  );
  const found = rows.map(({ key, value, text }) => `${key} ${value} ${text}`).sort();
  const sent = links.map((_, index) => `once-${index}-of-these ${1 + (index % 7)} answer ${index}`).sort();
  assert.deepEqual(found, sent);
  context.diagnostic(
    `${acknowledged} acknowledged, ${unanswered} requests without an answer, ${kills} kills`,
  );
});
