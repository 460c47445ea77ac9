import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startTestCluster, testServerVariable } from "@concord/store/testing";
import { sql } from "drizzle-orm";
import { openClinic, password, type TestClinic } from "./support/clinic.ts";
import { printedDuring } from "./support/printed.ts";
import { type Sender, signedIn } from "./support/sent.ts";

/*
 * The database of this file's own may write no file beyond 16 MB (RLIMIT_FSIZE, which PostgreSQL treats as it treats a
 * full disk): saving fails as it does when there is no room left. A file system of its own would need to be mounted,
 * which needs more rights than tests have.
 */

const mostBytes = 16 * 1024 * 1024;
const shared = process.env[testServerVariable];
let cluster: Awaited<ReturnType<typeof startTestCluster>>;
let clinic: TestClinic;
let ines: Sender;
let notes: string;

before(async () => {
  cluster = await startTestCluster();
  process.env[testServerVariable] = cluster.url;
  clinic = await openClinic();
  if (shared === undefined) delete process.env[testServerVariable];
  else process.env[testServerVariable] = shared;
  ines = await signedIn(clinic, clinic.people.therapist.email, password);
  notes = `/case/${clinic.cases.adult}/notes`;
});
after(async () => {
  limitFiles("unlimited");
  await clinic.stop();
  await cluster.stop();
});

/** Limits how long a file each process of this PostgreSQL may write, those that start later too. */
function limitFiles(most: string): void {
  const [, parent = ""] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${backend}/status`, "utf8")) ?? [];
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(/\s+/);
  for (const each of [parent, ...children])
    try {
      // The soft limit only: it can be lifted again without further rights.
      execFileSync("prlimit", ["--pid", each, `--fsize=${most}:`], {
        ...userOf(each),
        stdio: ["ignore", "ignore", "pipe"],
      });
    } catch (error) {
      // It ended meanwhile.
      if (each === parent) throw error;
    }
}
let backend = 0;

/** As root the database runs as a user of its own, who may limit itself; root in a container may not. */
function userOf(each: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const status = readFileSync(`/proc/${each}/status`, "utf8");
  const number = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]);
  return { uid: number("Uid"), gid: number("Gid") };
}

/** A note that does not become shorter when it is compressed. */
const note = (number: number) =>
  `Note ${number} ${Array.from({ length: 9_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919 + number * 104_729 + at * at) % 20_000))).join("")}`;

const ask = <Row extends Record<string, unknown>>(query: string) =>
  clinic.clinic.house.store.within(clinic.people.therapist.actor.practice, ({ database }) =>
    database.execute<Row>(sql.raw(query)),
  );

const saved = async () => {
  const { rows } = await ask<{ text: string }>("select left(text, 12) as text from care.note order by 1");
  return rows.map(({ text }) => text.replace(/ \D*$/, "")).filter((text) => text.startsWith("Note "));
};

test("a full disk: saving is refused with a sentence, nothing is half saved, reading goes on, and it recovers", {
  timeout: 300_000,
}, async (context) => {
  const { rows } = await ask<{ pid: number }>("select pg_backend_pid() as pid");
  backend = rows[0]?.pid ?? 0;
  // Almost full already, by notes of another case: what tests save is little, and a disk is filled by others too.
  assert.equal((await ines.post(notes, { text: note(0), session: "0" })).status, 302);
  await ask(
    `insert into care.note (practice_id, note_id, episode_id, session, author_id, readers, text, created_at)
     select practice_id, gen_random_uuid(),
       (select other.episode_id from care.episode other
         where other.practice_id = note.practice_id and other.episode_id <> note.episode_id limit 1),
       session, author_id, readers,
       (select string_agg(md5(random()::text || filling || part), '') from generate_series(1, 300) as part), created_at
     from care.note note, generate_series(1, 1600) as filling`,
  );
  limitFiles(String(mostBytes));

  const acknowledged = ["Note 0"];
  let refused: Response | undefined;
  let words = "";
  const printed = await printedDuring(async () => {
    for (let number = 1; refused === undefined && number <= 1_200; number++) {
      const answer = await ines.post(notes, { text: note(number), session: "0" });
      if (answer.status === 302) acknowledged.push(`Note ${number}`);
      else {
        refused = answer;
        words = await answer.text();
      }
    }
    // Again and again, as people do.
    for (let tries = 0; tries < 5; tries++)
      assert.equal((await ines.post(notes, { text: note(5_000 + tries), session: "0" })).status, 503);
  });
  context.diagnostic(`${acknowledged.length} notes saved before it was full`);
  assert.equal(refused?.status, 503);
  assert.match(words, /no room left|disk/i);
  assert.ok(words.includes(note(acknowledged.length).slice(0, 200)), "what was entered is still there");
  assert.match(printed, /cannot save/);
  assert.equal(printed.trim().split("\n").length, 1, printed.slice(0, 2_000));
  assert.doesNotMatch(printed, /Note \d|[\u4e00-\u9fff]/, "nothing of what was entered");

  assert.equal((await ines.get(notes)).status, 200, "reading goes on");
  assert.equal((await fetch(`${clinic.url}/sign-in`)).status, 200);
  assert.equal((await fetch(`${clinic.url}/healthz`)).status, 200);
  assert.deepEqual(
    (await saved()).sort(),
    [...acknowledged].sort(),
    "what was acknowledged, and nothing else",
  );

  limitFiles("unlimited");
  assert.equal(
    (await ines.post(notes, { text: note(9_999), session: "0" })).status,
    302,
    "there is room again",
  );
  assert.deepEqual((await saved()).sort(), [...acknowledged, "Note 9999"].sort());
});
