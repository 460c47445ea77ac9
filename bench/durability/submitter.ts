/**
 * A Concord to be killed: receives one form after another, four at a time, and says which after each commit.
 *
 * Lines on standard output: `practice ID`, `missing N` of the responses listed in the file given, `ready`, then
 * `kept ID` for every response that was acknowledged.
 */
import { readFileSync, writeSync } from "node:fs";
import {
  clients,
  episodes,
  newIdentifier,
  openStore,
  practices,
  requests,
  responses,
  sessions,
  staff,
} from "@concord/store";

const [folder = "", known = "", file = ""] = process.argv.slice(2);
const store = await openStore({ folder });
const practice = known === "" ? newIdentifier() : known;
if (known === "") await store.within(practice, (scope) => practices.found(scope, { name: "Durability" }));
say(`practice ${practice}`);

const acknowledged = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "");
const missing = await store.within(practice, async (scope) => {
  let count = 0;
  for (const response of acknowledged) if ((await responses.find(scope, response)) === null) count += 1;
  return count;
});
say(`missing ${missing}`);

const episode = await store.within(practice, async (scope) => {
  const therapist = await staff.add(scope, {
    name: "Therapist",
    email: `${newIdentifier()}@durability.example`,
    roles: ["therapist"],
  });
  const client = await clients.add(scope, { label: "Client", ageBand: "adult" });
  return episodes.open(scope, { client, therapist, openedOn: "2026-01-01" });
});
say("ready");
await Promise.all([0, 1, 2, 3].map(submitForever));

async function submitForever(lane: number): Promise<never> {
  for (let session = lane; ; session += 4) {
    const request = await untilDone(() => ask(session));
    const received = await untilDone(() => submit(request, session));
    if (received.kind !== "closed") say(`kept ${received.response.response}`);
  }
}

function ask(session: number): Promise<string> {
  return store.within(practice, async (scope) => {
    await sessions.record(scope, { episode, session, heldOn: "2026-01-01" });
    return requests.ask(scope, {
      episode,
      session,
      instrument: "durability",
      instrumentVersion: "1",
      construct: "alliance",
      rater: "client",
      language: "en",
      expiresAt: "2100-01-01T00:00:00.000Z",
    });
  });
}

function submit(request: string, session: number): Promise<responses.Received> {
  return store.within(practice, (scope) =>
    responses.receive(scope, {
      request,
      values: { i01: session % 7 },
      texts: {},
      idempotencyKey: "one",
      receivedAt: new Date().toISOString(),
    }),
  );
}

/** As a form does when the line is lost: try the same again until someone says it is kept. */
async function untilDone<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Straight to the pipe: what was said must not be lost in a buffer of the process that is killed. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
