import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { isMessage, staffMessages } from "@concord/messages";
import {
  audit,
  digests,
  editions,
  jobs,
  openStore,
  type Scope,
  type Store,
  scores,
  tasks,
} from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import {
  failureFromText,
  headlineFromText,
  synthesisFromText,
  taskFromText,
  unscorableFromText,
} from "../src/earlier-texts.ts";
import { migrationsFolder } from "../src/migrations.ts";

/** The rows of a small practice that the version with the migrations 0000 to 0007 wrote. */
const rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "fixtures/rows-of-0007.json"), "utf8"),
);
const practice = String(rows["directory.practice"]?.[0]?.practice_id);

/** Each after those that it refers to. */
const tables = [
  "directory.practice",
  "care.practice",
  "care.staff",
  "care.client",
  "care.episode",
  "care.session",
  "care.form_request",
  "care.response",
  "care.score",
  "care.risk_task",
  "care.case_digest",
  "care.audit",
  "care.edition",
  "care.job",
] as const;

const { of } = staffMessages("en");

describe("a database of an earlier version, which stored English sentences", () => {
  let fresh: FreshStore;
  let store: Store;
  let url: string;
  let episodes: readonly string[];
  const within = <T>(work: (scope: Scope) => Promise<T>) => store.within(practice, work);
  before(async () => {
    fresh = await freshStore();
    url = await earlierDatabase(fresh.url);
    store = await openStore({ url });
    episodes = (rows["care.episode"] ?? []).map((row) => String(row.episode_id));
  });
  after(async () => {
    await store.close();
    await as(fresh.url, (client) => client.query(`drop database ${databaseOf(url)}`));
    await fresh.close();
  });

  test("the caseload: known sentences are messages, others are shown as they are", async () => {
    const query = {
      sort: "client",
      descending: false,
      filter: "all",
      search: "",
      page: 1,
      perPage: 50,
    } as const;
    const page = await within((scope) => digests.page(scope, query));
    assert.equal(page.total, 4);
    const byClient = new Map(page.rows.map((row) => [row.client, row.headline]));
    assert.deepEqual(byClient.get("Quinn N."), { id: "stored.headline.none", values: {} });
    assert.deepEqual(byClient.get("Cleo C."), { id: "stored.headline.quiet", values: {} });
    const lou = byClient.get("Lou D.");
    assert.equal(lou?.id, "stored.text");
    assert.match(lou === undefined ? "" : of(lou), /^The client’s bond rating /);
  });

  test("a risk task keeps questionnaire, session and topic", async () => {
    const [task] = await within((scope) => tasks.list(scope));
    assert.deepEqual(task?.message, {
      id: "stored.task.risk",
      values: { questionnaire: "PHQ-9", session: 1, topics: [{ id: "stored.topic.suicide", values: {} }] },
    });
  });

  test("scores: why there is none", async () => {
    const all = await within((scope) => scores.list(scope, episodes));
    const without = all.flatMap(({ result }) => (result.kind === "unscorable" ? [result] : []));
    assert.ok(without.length > 2);
    for (const { reason, message } of without)
      assert.deepEqual([message.id, of(message)], ["stored.score.too-few", now[reason]]);
  });
  const now: Readonly<Record<string, string>> = {
    "0 of 2 items answered; all are needed": "0 of 2 items answered; all required",
    "4 of 6 items answered; at least 5 are needed": "4 of 6 items answered; at least 5 required",
    "2 of 9 items answered; at least 7 are needed": "2 of 9 items answered; at least 7 required",
  };

  test("a version of a synthesis, what went wrong in a job, and the audit log", async () => {
    const [edition] = rows["care.edition"] ?? [];
    const found = await within((scope) => editions.find(scope, String(edition?.synthesis_id), 1));
    assert.equal(found?.sentence, edition?.sentence);
    assert.equal(found?.message.id, "stored.synthesis.no-result");
    assert.equal(found === null ? "" : of(found.message), edition?.sentence);
    const { trouble } = await within((scope) => jobs.find(scope, "reevaluation"));
    assert.deepEqual(trouble?.message, {
      id: "stored.failure.unreachable",
      values: { code: "ECONNRESET" },
    });
    assert.equal(trouble?.times, 2);
    const log = await within((scope) => audit.list(scope, { limit: 500 }));
    assert.equal(log.length, rows["care.audit"]?.length);
    assert.ok(log.every((entry) => entry.message === null && entry.action !== ""));
  });

  test("a row that is written again has a message and no sentence", async () => {
    await within(async (scope) => {
      const [line] = (await digests.page(scope, { ...attention, page: 1, perPage: 50 })).rows;
      assert.ok(line);
      const headline = { id: "stored.headline.quiet", values: {} } as const;
      await digests.put(scope, [{ ...line, headline, headlineTexts: [of(headline)] }]);
      assert.deepEqual((await digests.find(scope, line.episode))?.headline, headline);
    });
  });
  const attention = { sort: "attention", descending: true, filter: "all", search: "" } as const;
});

test("a sentence with unusual contents is recognised, and one that only resembles is not", () => {
  const task = (text: string) => taskFromText(text);
  assert.deepEqual(
    task(
      "The CORE-OM (34) at intake has an answer about harm to others, safety. Ask the client about it today.",
    ),
    {
      id: "stored.task.risk",
      values: {
        questionnaire: "CORE-OM (34)",
        session: 0,
        topics: [
          { id: "stored.topic.harm-to-others", values: {} },
          { id: "stored.topic.safety", values: {} },
        ],
      },
    },
  );
  for (const [message, text] of [
    [headlineFromText("No ratings have come in yet"), "No ratings have come in yet"],
    [task("The PHQ-9 in session 2 asks for a call."), "The PHQ-9 in session 2 asks for a call."],
    [
      synthesisFromText("A random-effects meta-analysis pooled 2 effects."),
      "A random-effects meta-analysis pooled 2 effects.",
    ],
    [failureFromText("Somebody pulled the plug."), "Somebody pulled the plug."],
    [failureFromText(""), ""],
    [unscorableFromText("2 of 4 items answered"), "2 of 4 items answered"],
  ] as const)
    assert.deepEqual(message, { id: "stored.text", values: { text } });
});

test("each reason and failure of the earlier version says the same as a message", () => {
  const same = [
    [unscorableFromText("key needed"), "scoring key not available"],
    [unscorableFromText("only its total can be entered"), "only the total score can be entered"],
    [
      unscorableFromText("item i03 is not 0 to 3 in whole numbers: 7.5"),
      "item i03 must be 0 to 3 in whole numbers: 7.5",
    ],
    [
      unscorableFromText("risk item i09 was left empty and is not filled in"),
      "risk item i09 was not answered; it is never imputed",
    ],
    [
      unscorableFromText("answered in version 1.0.0; this key is for version 2.0.0"),
      "answered with version 1.0.0; the scoring key is for version 2.0.0",
    ],
    [
      synthesisFromText("One study alone (Smith (2021)) gives r = .35, 95% CI [.10, .56]."),
      "One study alone (Smith (2021)) gives r = .35, 95% CI [.10, .56].",
    ],
    [
      failureFromText("The database refused (SQLSTATE 53100, care.score.score_or_reason)."),
      "The database did not accept a step (SQLSTATE 53100, care.score.score_or_reason).",
    ],
    [
      failureFromText("The database refused (SQLSTATE XX000)."),
      "The database did not accept a step (SQLSTATE XX000).",
    ],
    [
      failureFromText("A step could not be done (RangeError); the record of the server says more."),
      "A step failed (RangeError). See the server log for details.",
    ],
    [failureFromText("It ended for a reason that nobody foresaw."), "Unexpected error. See the server log."],
  ] as const;
  for (const [message, text] of same) {
    assert.ok(isMessage(message) && message.id !== "stored.text", text);
    assert.equal(of(message), text);
  }
});

/** Returns the address of a new database that holds the rows in the tables of that version. */
async function earlierDatabase(server: string): Promise<string> {
  const address = new URL(server);
  address.pathname = `${address.pathname}_earlier`;
  await as(server, (client) =>
    client.query(`create database ${databaseOf(address.href)} template template0`),
  );
  const folder = mkdtempSync(path.join(tmpdir(), "concord-migrations-"));
  cpSync(migrationsFolder, folder, { recursive: true });
  const journalFile = path.join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(journalFile, "utf8"));
  const entries = journal.entries.filter(({ tag }: { readonly tag: string }) => tag <= "0007_access");
  assert.equal(entries.length, 8);
  writeFileSync(journalFile, JSON.stringify({ ...journal, entries }));
  await as(address.href, async (client) => {
    const tableNames = { migrationsSchema: "concord", migrationsTable: "migration" };
    await migrate(drizzle(client), { migrationsFolder: folder, ...tableNames });
    for (const table of tables)
      await client.query(
        `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
        [JSON.stringify(rows[table])],
      );
  });
  rmSync(folder, { recursive: true });
  return address.href;
}

const databaseOf = (address: string) => new URL(address).pathname.slice(1);

async function as<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
