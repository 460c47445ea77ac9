import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  audit,
  backup,
  clients,
  consents,
  digests,
  groups,
  newIdentifier,
  notes,
  phases,
  responses,
  restore,
  type Store,
  scores,
  sessions,
  settings,
  tasks,
  wordings,
} from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { sql } from "drizzle-orm";
import { user } from "../src/schema/auth.ts";
import { digest, type Small, scored, smallPractice, submitted } from "./two-practices.ts";

const callToday = { id: "stored.text", values: { text: "Call." } } as const;

describe("a backup", () => {
  let from: FreshStore;
  let to: FreshStore;
  let lines: readonly string[];
  before(async () => {
    [from, to] = await Promise.all([freshStore(), freshStore()]);
    await from.store.accounts.insert(user).values({ id: "user-north", name: "N", email: "n@north.example" });
    for (const name of ["north", "south"]) await fill(from.store, await smallPractice(from.store, name));
    lines = await all(backup(from.store));
  });
  after(async () => {
    await from.close();
    await to.close();
  });

  test("that was cut, altered, or is something else is refused and leaves nothing", async () => {
    const swapped = lines.map((line) => line.replace("Client of north", "Client of nowhere"));
    for (const [given, problem] of [
      [lines.slice(0, -1), /has no end/],
      [swapped, /was altered or cut/],
      [lines.toSpliced(5, 1), /was altered or cut|refused/],
      [[...lines, "{}"], /goes on after its end/],
      [["case,session,score\n"], /not JSON/],
      [['{"case": 1}\n'], /not a backup that Concord made/],
      [[lines[0]?.replace(/"migration":\d+/, '"migration":1') ?? ""], /made with other tables/],
      [[], /has no end/],
    ] as const) {
      await assert.rejects(restore(to.store, stream(given)), problem);
    }
    assert.deepEqual(await to.store.outside.practices(), []);
  });

  test("restores every row of every table, to the last digit, and can be made again from there", async () => {
    const restored = await restore(to.store, stream(lines));
    assert.equal(restored.practices, 2);
    const again = await all(backup(to.store));
    const [heading, ...rows] = lines;
    const [, ...rowsAgain] = again;
    assert.deepEqual(rowsAgain.slice(0, -1), rows.slice(0, -1));
    assert.ok(heading?.includes(restored.at));
  });

  test("holds every table but those of the sign-in that pass", async () => {
    const { rows } = await from.store.accounts.execute<{ name: string }>(
      sql`select schemaname || '.' || tablename as name from pg_tables
        where schemaname in ('care', 'directory', 'auth')`,
    );
    const passing = ["auth.session", "auth.verification", "auth.rate_limit", "auth.limit_points"];
    const held = new Set(lines.map((line) => /^\{"table":"([^"]+)"/.exec(line)?.[1]));
    assert.deepEqual(
      rows.map((row) => row.name).filter((name) => !held.has(name) && !passing.includes(name)),
      [],
    );
  });

  test("is not restored over something that is there", async () => {
    await assert.rejects(restore(from.store, stream(lines)), /only be restored into an empty store/);
  });
});

async function* stream(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function all(given: AsyncIterable<string>): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of given) lines.push(line);
  return lines;
}

/** Something in every table, with values that a careless copy would change. */
async function fill(store: Store, small: Small): Promise<void> {
  const { episode, therapist, practice } = small;
  await store.within(practice, async (scope) => {
    await clients.add(scope, { label: 'Zoë "Z\\." \t\n 🌿', ageBand: "child", birthYear: 2018 });
    await sessions.recordMany(
      scope,
      Array.from({ length: 4_100 }, (_, at) => ({ episode, session: at + 2 })),
    );
    const received = await responses.receive(
      scope,
      submitted(small.request, {
        values: { i01: 0.1 + 0.2, i02: 1e-7 },
        members: [{ member: episode, item: "i01", value: 1 / 3 }],
      }),
    );
    assert.ok(received.kind === "received");
    const { response } = received.response;
    const correction = await responses.correct(scope, response, {
      values: { i01: 1 },
      texts: { i02: "null" },
      receivedAt: "2026-01-09T00:00:00.123Z",
    });
    await scores.record(scope, [scored(response, episode), scored(correction?.response ?? "", episode)]);
    const risk = { item: "i09", atLeast: 1, about: "safety", value: 1 } as const;
    const about = { episode, session: 1, response, risks: [risk], message: callToday };
    await tasks.raise(scope, { ...about, dueAt: scope.now() });
    const first = await notes.write(scope, { episode, author: therapist, readers: "author", text: "One." });
    await notes.write(scope, {
      episode,
      author: therapist,
      readers: "author",
      text: "Two.",
      replaces: first,
    });
    await consents.record(scope, {
      episode,
      matter: "research",
      state: "given",
      givenBy: "client",
      supervisor: null,
      recordedBy: therapist,
    });
    await phases.mark(scope, { episode, name: "engagement", from: 1, by: therapist });
    const wording = { language: "en", title: "T", instruction: "I", items: {} };
    await wordings.keep(scope, { instrument: "x", wording, by: therapist });
    await settings.put(scope, "help", { contacts: [{ name: "Line", number: "116 123" }] });
    const group = await groups.open(scope, { name: "G", therapist, openedOn: "2026-01-01" });
    await groups.join(scope, group, episode, "2026-01-02");
    await digests.put(scope, [digest(episode, therapist, { spark: [1.5, null] })]);
    await audit.append(scope, {
      who: "system",
      action: "fill",
      message: { id: "stored.audit.other", values: { action: "fill" } },
      subject: newIdentifier(),
    });
  });
}
